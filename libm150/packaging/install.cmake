# What an installed m150 consists of: the library, its public headers, a CMake package and a pkg-config file.
#
# The public headers are m150.hpp and what it includes; tests/layering proves that this list is exactly that. A header
# that is not here is internal: it may change in any release and is not installed.
set(public_headers
    m150.hpp
    base/date.hpp
    base/error.hpp
    base/export.hpp
    base/id.hpp
    base/progress.hpp
    base/reason.hpp
    record/audience.hpp
    record/contact.hpp
    record/inventory.hpp
    record/meeting.hpp
    record/municipality.hpp
    record/network.hpp
    record/outcome.hpp
    record/question.hpp
    record/schema.hpp
    record/text_form.hpp
    record/topic.hpp
    record/validate.hpp
    record/vocabulary.hpp
    store/load.hpp
    store/store.hpp
    search/abbreviations.hpp
    search/analysis.hpp
    search/index.hpp
    search/label_index.hpp
    search/language.hpp
    search/query.hpp
    search/semantic_space.hpp
    search/snippet.hpp
    search/spelling.hpp
    search/thesaurus.hpp
    search/vocabulary.hpp
    search/word_trie.hpp
    graph/expertise.hpp
    knowledge/embeddings.hpp
    knowledge/knowledge_base.hpp
    knowledge/knowledge_base_options.hpp
    knowledge/meeting_results.hpp
    knowledge/parameters.hpp
    knowledge/ranking_options.hpp
    knowledge/snapshot.hpp
    match/ask.hpp
    match/brokers.hpp
    match/connect.hpp
    match/explain.hpp
    match/fit_knowers.hpp
    match/introduction.hpp
    match/outcome_figures.hpp
    match/recalibrate.hpp
    match/share_load.hpp
    match/similar.hpp
    match/speaker_fit.hpp
    match/understood.hpp
    match/who_knows.hpp
    meet/agenda.hpp
    meet/gap_map.hpp
    meet/gaps.hpp
    meet/host.hpp
    meet/plan.hpp
    meet/regions.hpp
    meet/seat.hpp
    meet/speakers.hpp
    meet/working_groups.hpp
    solve/bursts.hpp
    solve/milp.hpp)
list(TRANSFORM public_headers PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
target_sources(m150 PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${public_headers})

if(NOT M150_INSTALL)
    return()
endif()

include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/m150)
install(TARGETS m150 EXPORT m150Targets
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT runtime NAMELINK_COMPONENT development
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
        FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(EXPORT m150Targets NAMESPACE m150:: DESTINATION ${package_dir} COMPONENT development)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/m150Config.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/m150Config.cmake
                              INSTALL_DESTINATION ${package_dir} NO_SET_AND_CHECK_MACRO)
# Before 1.0 a minor release may change the interface; a patch release may not.
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/m150ConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/m150Config.cmake ${CMAKE_CURRENT_BINARY_DIR}/m150ConfigVersion.cmake
              ${CMAKE_CURRENT_LIST_DIR}/FindGLPK.cmake
        DESTINATION ${package_dir} COMPONENT development)

# A shared m150 brings what it needs along, so its users need no header or .pc file of those libraries. A static one
# leaves the linking of them to its users.
if(BUILD_SHARED_LIBS)
    set(M150_PC_REQUIRES "")
    set(M150_PC_CFLAGS "")
    set(M150_PC_LIBS "")
else()
    set(M150_PC_REQUIRES "xapian-core >= 1.4.20, sqlite3, lemon, libutf8proc")
    set(M150_PC_CFLAGS " -DM150_STATIC -pthread")
    set(M150_PC_LIBS " -lglpk")  # has no .pc file
endif()
# Relative to the file itself, so that the installed tree can be moved.
file(RELATIVE_PATH M150_PC_PREFIX /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" M150_PC_PREFIX "${M150_PC_PREFIX}")
configure_file(${CMAKE_CURRENT_LIST_DIR}/m150.pc.in ${CMAKE_CURRENT_BINARY_DIR}/m150.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/m150.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT runtime)

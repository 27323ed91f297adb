# Run at every build: writes the commit that is built into OUT, and touches it only when that has changed.
#
#   cmake -D SOURCE=<root of the project> -D OUT=<header> -P commit.cmake
execute_process(COMMAND git -C ${SOURCE} describe --always --dirty --abbrev=12 --exclude=*
                OUTPUT_VARIABLE commit ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed)
if(failed OR commit STREQUAL "")
    set(commit unknown)  # a source archive
endif()
set(text "inline constexpr const char* built_from = \"${commit}\";\n")
if(EXISTS ${OUT})
    file(READ ${OUT} before)
endif()
if(NOT "${before}" STREQUAL "${text}")
    file(WRITE ${OUT} "${text}")
endif()

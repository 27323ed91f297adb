#include "libm150/knowledge/knowledge_base.hpp"

#include <algorithm>
#include <deque>
#include <mutex>
#include <system_error>
#include <utility>

#include "libm150/knowledge/knowledge_state.hpp"
#include "libm150/knowledge/parameters.hpp"
#include "libm150/knowledge/snapshot_state.hpp"

namespace m150::inline v0 {

namespace {

using Lock = std::lock_guard<std::recursive_mutex>;

template <class State>
void require_writable(const State& state) {
    if (state.store.access() == Access::read_write) return;
    throw InvalidInput({state.store.directory().string(), "was opened for reading only",
                        "a knowledge base opened for writing", "open it without read_only to change it"});
}

template <class State>
void require_committed(const State& state, const char* method) {
    if (!state.store.in_transaction()) return;
    throw InvalidInput({method, "a transaction is open", "a committed state", "commit or roll back first"});
}

// Runs a write in the open transaction, or opens one for it; what it throws leaves the transaction as it was.
template <class State, class Write>
auto write(State& state, Write&& action) {
    require_writable(state);
    if (!state.store.in_transaction()) state.store.begin();
    return action();
}

// Runs a load: in a transaction of its own that is committed at the end, or in the one that is open.
template <class State, class Load>
auto run_load(State& state, Load&& load) {
    require_writable(state);
    const bool own = !state.store.in_transaction();
    if (own) state.store.begin();
    try {
        auto report = load();
        if (own) state.commit();
        return report;
    } catch (...) {
        if (own) state.store.rollback();
        throw;
    }
}

// What create() or configure() kept in the directory, or the defaults.
KnowledgeBaseOptions kept_options(const std::filesystem::path& directory) {
    const std::filesystem::path file = directory / configuration_file;
    std::error_code error;
    if (!std::filesystem::exists(file, error) && !error) return {};
    return read_configuration(file);
}

}  // namespace

KnowledgeBase::KnowledgeBase(std::unique_ptr<State> state) : state_(std::move(state)) {}
KnowledgeBase::KnowledgeBase(KnowledgeBase&&) noexcept = default;
KnowledgeBase& KnowledgeBase::operator=(KnowledgeBase&&) noexcept = default;
KnowledgeBase::~KnowledgeBase() = default;

KnowledgeBase KnowledgeBase::create(const std::filesystem::path& directory,
                                    const std::optional<KnowledgeBaseOptions>& options) {
    if (options) check_parameters(*options);
    Store store = Store::create(directory);
    if (options) write_configuration(directory / configuration_file, *options);
    return KnowledgeBase(std::make_unique<State>(std::move(store), options.value_or(KnowledgeBaseOptions{})));
}

KnowledgeBase KnowledgeBase::open(const std::filesystem::path& directory, Access access,
                                  const std::optional<KnowledgeBaseOptions>& options) {
    if (options) check_parameters(*options);
    Store store = Store::open(directory, access);
    const KnowledgeBaseOptions chosen = options ? *options : kept_options(directory);
    return KnowledgeBase(std::make_unique<State>(std::move(store), chosen));
}

KnowledgeBase KnowledgeBase::in_memory(const std::optional<KnowledgeBaseOptions>& options) {
    if (options) check_parameters(*options);
    return KnowledgeBase(
        std::make_unique<State>(Store::in_memory(), options.value_or(KnowledgeBaseOptions{})));
}

void KnowledgeBase::begin() {
    const Lock lock(state_->mutex);
    require_writable(*state_);
    if (state_->store.in_transaction()) {
        throw InvalidInput(
            {"transaction", "one is open already", "no open transaction", "commit or roll back first"});
    }
    state_->store.begin();
}

template <class Record>
std::vector<std::string> KnowledgeBase::add(const Record& record) {
    const Lock lock(state_->mutex);
    return write(*state_, [&] { return state_->store.insert(record); });
}
template <class Record>
std::vector<std::string> KnowledgeBase::replace(const Record& record) {
    const Lock lock(state_->mutex);
    return write(*state_, [&] { return state_->store.replace(record); });
}
template <class Record>
void KnowledgeBase::remove(const Id<Record>& id) {
    const Lock lock(state_->mutex);
    write(*state_, [&] { state_->store.remove(id); });
}

#define M150_INSTANTIATE(Record)                                                                        \
    template M150_EXPORT std::vector<std::string> KnowledgeBase::add<Record>(const Record& record);     \
    template M150_EXPORT std::vector<std::string> KnowledgeBase::replace<Record>(const Record& record); \
    template M150_EXPORT void KnowledgeBase::remove<Record>(const Id<Record>& id);
M150_INSTANTIATE(Municipality)
M150_INSTANTIATE(Network)
M150_INSTANTIATE(Organisation)
M150_INSTANTIATE(Topic)
M150_INSTANTIATE(VocabularyEntry)
M150_INSTANTIATE(Question)
M150_INSTANTIATE(Answer)
M150_INSTANTIATE(InventoryResponse)
M150_INSTANTIATE(NewsItem)
M150_INSTANTIATE(Meeting)
M150_INSTANTIATE(Speaker)
M150_INSTANTIATE(Contact)
M150_INSTANTIATE(WorkingGroup)
M150_INSTANTIATE(Outcome)
M150_INSTANTIATE(Pause)
#undef M150_INSTANTIATE

LoadReport KnowledgeBase::load(const std::filesystem::path& directory, const LoadOptions& options) {
    const Lock lock(state_->mutex);
    return run_load(*state_, [&] { return load_directory(state_->store, directory, options); });
}

LoadReport KnowledgeBase::load_vac(const std::filesystem::path& file, const VacOptions& options) {
    const Lock lock(state_->mutex);
    return run_load(*state_, [&] { return m150::load_vac(state_->store, file, options); });
}

MeetingImport KnowledgeBase::import_meeting(const Id<Meeting>& meeting, const MeetingFiles& files) {
    const Lock lock(state_->mutex);
    return run_load(*state_, [&] { return import_meeting_results(state_->store, meeting, files); });
}

void KnowledgeBase::export_to(const std::filesystem::path& directory) const {
    const Lock lock(state_->mutex);
    require_committed(*state_, "export");
    export_directory(state_->store, directory);
}

std::uint64_t KnowledgeBase::commit() {
    const Lock lock(state_->mutex);
    require_writable(*state_);
    return state_->store.in_transaction() ? state_->commit() : state_->store.revision();
}

void KnowledgeBase::rollback() noexcept {
    const Lock lock(state_->mutex);
    if (state_->store.in_transaction()) state_->store.rollback();
}

bool KnowledgeBase::in_transaction() const noexcept {
    const Lock lock(state_->mutex);
    return state_->store.in_transaction();
}

std::uint64_t KnowledgeBase::revision() const {
    const Lock lock(state_->mutex);
    return state_->store.revision();
}

Snapshot KnowledgeBase::snapshot(const SnapshotOptions& options) const {
    const Lock lock(state_->mutex);
    state_->look_for_commits();
    return Snapshot(state_->snapshot_state(options));
}

void KnowledgeBase::scrub() {
    const Lock lock(state_->mutex);
    require_writable(*state_);
    state_->forget_snapshots();
    state_->index->merge();
    state_->store.scrub();
}

std::vector<Problem> KnowledgeBase::check() const {
    const Lock lock(state_->mutex);
    state_->look_for_commits();
    return check_knowledge(*state_);
}

void KnowledgeBase::rebuild_index(const ProgressFn& progress) {
    const Lock lock(state_->mutex);
    require_writable(*state_);
    require_committed(*state_, "rebuild_index");
    state_->rebuild_index(progress);
}

void KnowledgeBase::configure(const KnowledgeBaseOptions& options) {
    const Lock lock(state_->mutex);
    require_writable(*state_);
    require_committed(*state_, "configure");
    check_parameters(options);
    state_->configure(options);
}

KnowledgeBaseOptions KnowledgeBase::options() const {
    const Lock lock(state_->mutex);
    return state_->options;
}

void KnowledgeBase::use_space(const std::optional<std::filesystem::path>& file) {
    const Lock lock(state_->mutex);
    require_writable(*state_);
    require_committed(*state_, "use_space");
    state_->use_space(file ? SemanticSpace::read(*file, *state_->analyzer) : nullptr);
}

SpaceInfo KnowledgeBase::space() const {
    const Lock lock(state_->mutex);
    const ChosenSpace& chosen = state_->space;
    SpaceInfo info;
    info.problem = chosen.problem;
    if (!chosen.space) return info;
    info.own = chosen.own;
    info.words = chosen.space->words();
    info.dimension = chosen.space->dimension();
    info.hash = chosen.space->hash();
    info.description = chosen.space->description();
    return info;
}

void KnowledgeBase::set_embeddings(const GivenEmbeddings& given) {
    const Lock lock(state_->mutex);
    require_writable(*state_);
    require_committed(*state_, "set_embeddings");
    state_->set_embeddings(given);
}

void KnowledgeBase::use_embedder(std::shared_ptr<const TextEmbedder> embedder, const ProgressFn& progress) {
    const Lock lock(state_->mutex);
    require_committed(*state_, "use_embedder");
    state_->look_for_commits();
    state_->use_embedder(std::move(embedder), progress);
}

void KnowledgeBase::drop_embeddings() {
    const Lock lock(state_->mutex);
    require_writable(*state_);
    require_committed(*state_, "drop_embeddings");
    state_->drop_embeddings();
}

std::optional<EmbeddingsInfo> KnowledgeBase::embeddings() const {
    const Lock lock(state_->mutex);
    state_->look_for_commits();
    if (state_->model.name.empty()) return std::nullopt;
    const SearchView view = state_->index->view();
    const std::uint64_t documents = view.given_vectors();
    return EmbeddingsInfo{state_->model.name, state_->model.dimension, documents,
                          view.documents() - documents};
}

const std::filesystem::path& KnowledgeBase::directory() const noexcept {
    return state_->store.directory();
}
Access KnowledgeBase::access() const noexcept {
    return state_->store.access();
}

}  // namespace m150::inline v0

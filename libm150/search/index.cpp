#include "libm150/search/index.hpp"

#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/search/generations.hpp"
#include "libm150/search/prepared.hpp"
#include "libm150/search/view.hpp"
#include "libm150/search/write_behind.hpp"

namespace m150::inline v0 {

using indexing::Generation;
using indexing::GenerationWriter;
using indexing::Prepared;

struct SearchIndex::State {
    std::shared_ptr<const Analyzer> analyzer;
    IndexOptions options;
    IndexMeaning meaning;
    std::optional<indexing::Generations> generations;  // absent: all that is written stays in memory
    std::shared_ptr<const SearchView::State> current;
    std::uint64_t merge_failed_at = 0;  // size of the delta when a merge last failed; 0: none did

    // Publishes a generation that takes the place of everything in `base`, and switches to it.
    void publish(const SearchView::State& base, std::uint64_t revision,
                 const std::function<void(GenerationWriter&)>& write) {
        indexing::Generations::Content content;
        content.base = base.generation.part.get();
        content.mask = base.generation.mask.get();
        content.revision = revision;
        content.write = [&](GenerationWriter& writer) {
            for (const auto& segment : base.segments) {
                segment.part->for_each(segment.mask.get(),
                                       [&](Prepared&& document) { writer.add(document); });
            }
            write(writer);
        };
        std::shared_ptr<const Generation> fresh = generations->publish(content);
        if (current->generation.part) current->generation.part->retire();
        auto next = std::make_shared<SearchView::State>(empty());
        next->revision = revision;
        next->generation.part = fresh;
        current = std::move(next);  // and with it goes the old generation, unless a view holds it
        generations->remove_older(*fresh);
        merge_failed_at = 0;
    }

    SearchView::State empty() const {
        SearchView::State state;
        state.analyzer = analyzer;
        state.options = options;
        state.space = meaning.space;
        state.given = meaning.given;
        return state;
    }

    // Documents in memory and masked ones: what the next merge will put right.
    static std::uint64_t delta(const SearchView::State& state) {
        std::uint64_t sum = state.generation.mask ? state.generation.mask->documents() : 0;
        for (const auto& segment : state.segments)
            sum += segment.part->documents();
        return sum;
    }

    void merge_if_due() {
        if (!generations) return;
        const std::uint64_t size = delta(*current);
        const std::uint64_t on_disk = current->generation.part ? current->generation.part->documents() : 0;
        const std::uint64_t due = std::max(options.merge_at, on_disk / 100);
        if (size <= due || size <= merge_failed_at + (merge_failed_at == 0 ? 0 : due)) return;
        try {
            publish(*current, current->revision, [](GenerationWriter&) {});
        } catch (const StoreError&) {
            merge_failed_at = size;
        }
    }

    // The same in memory.
    void stream(SearchView::State base, std::uint64_t revision,
                const std::function<void(const Add&)>& write) {
        constexpr std::size_t at_once = 5000;
        std::vector<IndexDocument> batch;
        std::unordered_set<std::string> keys;
        const auto flush = [&] {
            base.add(batch);
            base.tidy();
            batch.clear();
        };
        write([&](const IndexDocument& document) {
            if (!keys.insert(document.key).second) indexing::refuse_known_key(document.key);
            batch.push_back(document);
            if (batch.size() == at_once) flush();
        });
        flush();
        base.revision = revision;
        current = std::make_shared<const SearchView::State>(std::move(base));
    }

    void write(const SearchView::State& base, std::uint64_t revision,
               const std::function<void(const Add&)>& source) {
        const auto only_new = [&](const Add& add) {
            source([&](const IndexDocument& document) {
                if (base.holds(document.key)) indexing::refuse_known_key(document.key);
                add(document);
            });
        };
        if (!generations) {
            stream(base, revision, only_new);
            return;
        }
        publish(base, revision, [&](GenerationWriter& writer) {
            indexing::WriteBehind behind(writer);
            only_new([&](const IndexDocument& document) {
                behind.add(indexing::prepare(document, *analyzer, options, meaning));
            });
            behind.finish();
        });
    }
};

SearchIndex::SearchIndex(std::filesystem::path directory, const IndexOptions& options, bool writable)
    : SearchIndex(std::move(directory), options, writable,
                  IndexMeaning{SemanticSpace::built_in(options.analysis.language), {}}) {}

SearchIndex::SearchIndex(std::filesystem::path directory, const IndexOptions& options, bool writable,
                         IndexMeaning meaning)
    : state_(std::make_unique<State>()) {
    indexing::check_options(options);
    state_->options = options;
    state_->analyzer = std::make_shared<const Analyzer>(options.analysis);
    state_->meaning = std::move(meaning);
    if (!options.semantic.on) state_->meaning.space = nullptr;
    auto first = std::make_shared<SearchView::State>(state_->empty());
    if (!directory.empty()) {
        indexing::Generations generations(std::move(directory),
                                          indexing::fingerprint(*state_->analyzer, options, state_->meaning),
                                          writable);
        first->generation.part = generations.newest();
        if (first->generation.part) {
            first->revision = first->generation.part->revision();
            if (writable) generations.remove_older(*first->generation.part);
        }
        if (writable) state_->generations.emplace(std::move(generations));
    }
    state_->current = std::move(first);
}

SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex& SearchIndex::operator=(SearchIndex&&) noexcept = default;
SearchIndex::~SearchIndex() = default;

const Analyzer& SearchIndex::analyzer() const noexcept {
    return *state_->analyzer;
}
std::uint64_t SearchIndex::revision() const noexcept {
    return state_->current->revision;
}
SearchView SearchIndex::view() const {
    return SearchView(state_->current);
}

void SearchIndex::apply(const std::vector<IndexDocument>& written, const std::vector<std::string>& removed,
                        std::uint64_t revision) {
    auto next = std::make_shared<SearchView::State>(*state_->current);
    next->hide(removed);
    next->add(written);
    next->tidy();
    next->revision = revision;
    state_->current = std::move(next);
    state_->merge_if_due();
}

void SearchIndex::extend(std::uint64_t revision, const std::function<void(const Add&)>& write) {
    state_->write(*state_->current, revision, write);
}

void SearchIndex::rebuild(std::uint64_t revision, const std::function<void(const Add&)>& write) {
    state_->write(state_->empty(), revision, write);
}

void SearchIndex::merge() {
    if (state_->generations) {
        state_->publish(*state_->current, state_->current->revision, [](GenerationWriter&) {});
        return;
    }
    auto next = std::make_shared<SearchView::State>(*state_->current);
    next->join();
    state_->current = std::move(next);
}

}  // namespace m150::inline v0

// What some of the queries of a set see, when nothing may be known of the others.
#pragma once

#include <string>
#include <vector>

#include "bench/evaluate/test_set.hpp"

namespace m150::tune {

struct World {
    evaluate::TestSet set;
    std::string key;  // of the queries asked
};

// Documents of the set that only other queries than `asked` (ids, ascending) ask for, ascending: those of
// their needs; of those without a need, what others have a judgement of and none of `asked` has.
std::vector<std::string> documents_of_others(const evaluate::TestSet& set,
                                             const std::vector<std::string>& asked);

// The queries `asked`, with their judgements and the documents that are not of others alone.
World world_of(const evaluate::TestSet& whole, const std::vector<std::string>& asked);

}  // namespace m150::tune

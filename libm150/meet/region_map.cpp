#include "libm150/meet/region_map.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace m150::inline v0 {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

using Pairs = std::set<std::pair<int, int>>;

class Mapper {
  public:
    explicit Mapper(const Snapshot& now) : now_(now) {
        for (const Municipality* municipality : now.all<Municipality>()) {
            if (municipality->exists_on(now.today())) all_.push_back(municipality);
        }
    }

    RegionMap map() {
        const Pairs borders = pairs(&Municipality::neighbours);
        Pairs crossings;
        for (const auto& pair : pairs(&Municipality::crossings)) {
            if (borders.count(pair) == 0) crossings.insert(pair);
        }
        Pairs joined = borders;
        joined.insert(crossings.begin(), crossings.end());
        const std::vector<std::optional<Coordinates>> places = find_places(joined);
        std::vector<int> unit_of(all_.size(), -1);
        for (std::size_t i = 0; i < all_.size(); ++i) {
            if (!places[i]) {
                map_.nowhere.push_back(all_[i]);
                continue;
            }
            unit_of[i] = static_cast<int>(map_.units.size());
            map_.units.push_back(all_[i]);
            map_.places.push_back(*places[i]);
            if (!place_of(*all_[i])) map_.guessed.push_back(all_[i]);
        }
        const auto numbered = [&](const Pairs& from) {
            Pairs pairs;
            for (const auto& [a, b] : from) {
                if (unit_of[at(a)] >= 0 && unit_of[at(b)] >= 0)
                    pairs.insert({unit_of[at(a)], unit_of[at(b)]});
            }
            return pairs;
        };
        map_.borders = numbered(borders);
        map_.crossings = numbered(crossings);
        join();
        return std::move(map_);
    }

  private:
    // The municipality that `id` stands for today, by its place in all_; -1: none that the viewer may see.
    int today(const Id<Municipality>& id) const {
        const Municipality* municipality = now_.find(id);
        for (std::size_t steps = 0; municipality != nullptr && steps < 100; ++steps) {
            if (municipality->exists_on(now_.today())) {
                const auto found = std::lower_bound(
                    all_.begin(), all_.end(), municipality->id,
                    [](const Municipality* one, const Id<Municipality>& other) { return one->id < other; });
                return static_cast<int>(found - all_.begin());
            }
            municipality = municipality->successor ? now_.find(*municipality->successor) : nullptr;
        }
        return -1;
    }

    // Read both ways: it is enough that one of the two names the other.
    Pairs pairs(std::vector<Id<Municipality>> Municipality::*list) const {
        Pairs pairs;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            for (const Id<Municipality>& id : all_[i]->*list) {
                const int other = today(id);
                if (other >= 0 && at(other) != i) pairs.insert(std::minmax(static_cast<int>(i), other));
            }
        }
        return pairs;
    }

    // Where the records say, or amid the neighbours, as far as those have places.
    std::vector<std::optional<Coordinates>> find_places(const Pairs& joined) const {
        std::vector<std::optional<Coordinates>> places;
        for (const Municipality* municipality : all_)
            places.push_back(place_of(*municipality));
        for (bool found = true; std::exchange(found, false);) {
            std::map<int, std::pair<Coordinates, int>> sums;
            for (const auto& [a, b] : joined) {
                for (const auto& [from, to] : {std::pair{a, b}, std::pair{b, a}}) {
                    if (!places[at(from)] || places[at(to)]) continue;
                    auto& [sum, count] = sums[to];
                    sum.latitude += places[at(from)]->latitude;
                    sum.longitude += places[at(from)]->longitude;
                    ++count;
                }
            }
            for (const auto& [to, sum] : sums) {
                places[at(to)] =
                    Coordinates{sum.first.latitude / sum.second, sum.first.longitude / sum.second};
                found = true;
            }
        }
        return places;
    }

    // What nothing joins to the largest piece is joined over the shortest way, the nearest first.
    void join() {
        std::vector<int> piece = pieces();
        std::map<int, int> size;
        for (const int one : piece)
            ++size[one];
        int main = -1;
        for (const auto& [one, count] : size) {
            if (main < 0 || count > size[main]) main = one;
        }
        while (size.size() > 1) {
            std::pair<int, int> nearest{-1, -1};
            double least = std::numeric_limits<double>::infinity();
            for (int a = 0; a < static_cast<int>(piece.size()); ++a) {
                for (int b = 0; b < static_cast<int>(piece.size()) && piece[at(a)] != main; ++b) {
                    if (piece[at(b)] != main || map_.km(a, b) >= least) continue;
                    least = map_.km(a, b);
                    nearest = {a, b};
                }
            }
            const auto [from, to] = nearest;
            AssumedCrossing crossing{map_.units[at(from)]->id, map_.units[at(to)]->id, least, {}};
            const int gone = piece[at(from)];
            for (std::size_t i = 0; i < piece.size(); ++i) {
                if (piece[i] != gone) continue;
                crossing.places.push_back(map_.units[i]->id);
                piece[i] = main;
            }
            size.erase(gone);
            map_.assumed_pairs.insert(std::minmax(from, to));
            map_.assumed.push_back(std::move(crossing));
        }
    }

    // By the lowest unit that can be reached.
    std::vector<int> pieces() const {
        std::vector<int> piece(map_.units.size());
        for (std::size_t i = 0; i < piece.size(); ++i)
            piece[i] = static_cast<int>(i);
        for (bool changed = true; std::exchange(changed, false);) {
            for (const Pairs* pairs : {&map_.borders, &map_.crossings}) {
                for (const auto& [a, b] : *pairs) {
                    if (piece[at(a)] == piece[at(b)]) continue;
                    piece[at(a)] = piece[at(b)] = std::min(piece[at(a)], piece[at(b)]);
                    changed = true;
                }
            }
        }
        return piece;
    }

    const Snapshot& now_;
    std::vector<const Municipality*> all_;
    RegionMap map_;
};

}  // namespace

int RegionMap::number_of(const Id<Municipality>& id) const {
    const auto found = std::lower_bound(
        units.begin(), units.end(), id,
        [](const Municipality* one, const Id<Municipality>& other) { return one->id < other; });
    return found != units.end() && (*found)->id == id ? static_cast<int>(found - units.begin()) : -1;
}

double RegionMap::km(int a, int b) const {
    return kilometres(places[at(a)], places[at(b)]);
}

RegionMap region_map(const Snapshot& now) {
    return Mapper(now).map();
}

}  // namespace m150::inline v0

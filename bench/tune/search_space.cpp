#include "bench/tune/search_space.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "libm150/base/error.hpp"
#include "libm150/base/text.hpp"

namespace m150::tune {

namespace {

using Json = nlohmann::ordered_json;

// A number as the parameter takes it: a multiple of its step, whole when it is an integer, within its range.
ParameterValue fitted(const Parameter& one, double value) {
    if (one.step > 0) value = std::round(value / one.step) * one.step;
    value = std::clamp(value, one.low, one.high);
    if (one.type == ParameterType::integer) return static_cast<std::int64_t>(std::llround(value));
    return value;
}

double number_of(const ParameterValue& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    return std::get<double>(value);
}

// Where in the range `part` (0..1) of the way lies, and the other way round.
double spread(const Dimension& dimension, double part) {
    if (part <= 0) return dimension.low;  // the ends exactly: exp(log(x)) may be off in the last bit
    if (part >= 1) return dimension.high;
    if (!dimension.log) return dimension.low + part * (dimension.high - dimension.low);
    return dimension.low * std::pow(dimension.high / dimension.low, part);
}
double part_of(const Dimension& dimension, double value) {
    value = std::clamp(value, dimension.low, dimension.high);
    if (!dimension.log) return (value - dimension.low) / (dimension.high - dimension.low);
    return std::log(value / dimension.low) / std::log(dimension.high / dimension.low);
}

std::vector<ParameterValue> between(const Dimension& dimension, double from, double to) {
    const Parameter& one = parameter(dimension.parameter);
    std::vector<ParameterValue> values;
    for (std::size_t i = 0; i < dimension.points; ++i) {
        const double part = static_cast<double>(i) / static_cast<double>(dimension.points - 1);
        ParameterValue value = fitted(one, spread(dimension, from + part * (to - from)));
        if (values.empty() || values.back() != value) values.push_back(std::move(value));
    }
    return values;
}

class SpaceReader {
  public:
    explicit SpaceReader(std::string where) : where_(std::move(where)) {}

    SearchSpace read(std::string_view text) {
        const Json json = parse(text);
        if (!json.is_object() || json.empty()) {
            throw InvalidInput(
                {where_, json.is_object() ? "names no parameter" : "is no JSON object",
                 "an object of parameters with lists or ranges",
                 R"(such as {"index.k1": [0.8, 1.2], "knowers.votes": {"low": 0.5, "high": 2}})"});
        }
        SearchSpace space;
        for (const auto& [name, value] : json.items()) {
            try {
                space.dimensions.push_back(dimension(parameter(name), value));
            } catch (const InvalidInput& error) {
                for (const Problem& one : error.problems())
                    problems_.push_back({where_ + ", " + one.where, one.what, one.expected, one.advice});
            }
        }
        if (!problems_.empty()) throw InvalidInput(std::move(problems_));
        return space;
    }

  private:
    // nlohmann keeps the last of two equal keys, which would hide a mistake.
    Json parse(std::string_view text) {
        std::vector<std::string> seen;
        const auto each = [&](int depth, Json::parse_event_t event, Json& value) {
            if (event == Json::parse_event_t::key && depth == 1) {
                const auto key = value.get<std::string>();
                if (std::find(seen.begin(), seen.end(), key) != seen.end())
                    problem(key, "is given twice", "each parameter once");
                seen.push_back(key);
            }
            return true;
        };
        try {
            return Json::parse(text, each);
        } catch (const Json::parse_error& error) {
            const auto at = std::min<std::size_t>(error.byte == 0 ? 0 : error.byte - 1, text.size());
            const auto line =
                std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
            throw InvalidInput({where_ + ":" + std::to_string(line), "this is not JSON",
                                "an object of parameters with lists or ranges", ""});
        }
    }

    void problem(const std::string& name, std::string what, std::string expected) {
        problems_.push_back({where_ + ", " + name, std::move(what), std::move(expected), ""});
    }

    Dimension dimension(const Parameter& one, const Json& json) {
        Dimension made;
        made.parameter = one.name;
        if (json.is_array()) {
            for (const Json& item : json)
                add_value(one, item, made);
            if (json.empty()) problem(one.name, "has no values", "at least one value");
        } else if (json.is_object()) {
            read_range(one, json, made);
        } else {
            problem(one.name, "is " + excerpt(json.dump(), 40),
                    "a list of values, or {\"low\": ..., \"high\": ...}");
        }
        return made;
    }

    void add_value(const Parameter& one, const Json& item, Dimension& made) {
        ParameterValue value;
        if (item.is_boolean()) {
            value = item.get<bool>();
        } else if (item.is_number_integer()) {
            value = item.get<std::int64_t>();
        } else if (item.is_number()) {
            value = item.get<double>();
        } else if (item.is_string()) {
            value = item.get<std::string>();
        } else {
            problem(one.name, "has the value " + excerpt(item.dump(), 40), "numbers, true, false or words");
            return;
        }
        KnowledgeBaseOptions options;  // says whether it fits, and makes a real of a whole number
        set_parameter(options, one.name, value);
        value = get_parameter(options, one.name);
        if (std::find(made.values.begin(), made.values.end(), value) != made.values.end()) {
            problem(one.name, "has the value " + parameter_text(value) + " twice", "each value once");
        }
        made.values.push_back(std::move(value));
    }

    void read_range(const Parameter& one, const Json& json, Dimension& made) {
        const bool number = one.type == ParameterType::real || one.type == ParameterType::integer;
        if (!number) {
            problem(one.name, "has no range", "a list of values");
            return;
        }
        for (const auto& [key, value] : json.items()) {
            const bool known = key == "low" || key == "high" || key == "points" || key == "log";
            const bool fits = key == "log"      ? value.is_boolean()
                              : key == "points" ? value.is_number_unsigned()
                                                : value.is_number();
            if (!known)
                problem(one.name, "has the key '" + excerpt(key, 40) + "'", "low, high, points and log");
            if (known && !fits)
                problem(one.name, key + " is " + excerpt(value.dump(), 40),
                        key == "log" ? "true or false" : "a number");
            if (!known || !fits) return;
        }
        if (!json.contains("low") || !json.contains("high")) {
            problem(one.name, "lacks " + std::string(json.contains("low") ? "high" : "low"),
                    "both ends of the range");
            return;
        }
        made.low = json["low"].get<double>();
        made.high = json["high"].get<double>();
        made.log = json.value("log", false);
        made.points = json.value("points", made.points);
        if (!(made.low < made.high) || made.low < one.low || made.high > one.high) {
            problem(one.name,
                    "has the range " + parameter_text(made.low) + " to " + parameter_text(made.high),
                    "low below high, within " + parameter_text(one.low) + " to " + parameter_text(one.high));
        }
        if (made.log && !(made.low > 0)) problem(one.name, "is log from 0 or below", "low above 0");
        if (made.points < 2 || made.points > 1000)
            problem(one.name, "has " + std::to_string(made.points) + " points", "2 to 1000");
    }

    std::string where_;
    std::vector<Problem> problems_;
};

}  // namespace

std::vector<ParameterValue> Dimension::candidates() const {
    return values.empty() ? between(*this, 0.0, 1.0) : values;
}

std::vector<ParameterValue> Dimension::candidates_around(const ParameterValue& centre, double width) const {
    if (!values.empty()) return values;
    const double middle = part_of(*this, number_of(centre));
    const double from = std::clamp(middle - width / 2, 0.0, 1.0 - width);
    return between(*this, from, from + width);
}

ParameterValue Dimension::draw(Random& random) const {
    if (!values.empty()) return values[static_cast<std::size_t>(random.below(values.size()))];
    return fitted(m150::parameter(parameter), spread(*this, random.uniform()));
}

Point SearchSpace::point_of(const KnowledgeBaseOptions& options) const {
    Point point;
    for (const Dimension& dimension : dimensions)
        point.push_back(get_parameter(options, dimension.parameter));
    return point;
}

KnowledgeBaseOptions SearchSpace::at(const KnowledgeBaseOptions& options, const Point& point) const {
    KnowledgeBaseOptions result = options;
    for (std::size_t i = 0; i < dimensions.size(); ++i)
        set_parameter(result, dimensions[i].parameter, point[i]);
    return result;
}

Point SearchSpace::index_part(const Point& point) const {
    Point part;
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        if (parameter(dimensions[i].parameter).makes_index) part.push_back(point[i]);
    }
    return part;
}

std::vector<Point> SearchSpace::grid(std::size_t most) const {
    std::vector<std::vector<ParameterValue>> candidates;
    std::size_t total = 1;
    for (const Dimension& dimension : dimensions) {
        candidates.push_back(dimension.candidates());
        total = total > most ? total : total * candidates.back().size();
    }
    if (total > most) {
        throw InvalidInput({"grid", "has more than " + std::to_string(most) + " combinations",
                            "at most as many as trials are allowed",
                            "take fewer parameters or points, or a random or coordinate search"});
    }
    std::vector<Point> points{{}};
    for (const std::vector<ParameterValue>& values : candidates) {
        std::vector<Point> longer;
        for (const Point& point : points) {
            for (const ParameterValue& value : values) {
                longer.push_back(point);
                longer.back().push_back(value);
            }
        }
        points = std::move(longer);
    }
    return points;
}

SearchSpace search_space_from_json(std::string_view json, const std::string& where) {
    return SpaceReader(where).read(json);
}

SearchSpace read_search_space(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream || std::filesystem::is_directory(file)) {
        throw InvalidInput({file.string(), "cannot be read", "a file with a search space", "check the path"});
    }
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    return search_space_from_json(text, file.string());
}

}  // namespace m150::tune

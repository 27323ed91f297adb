#include "libm150/meet/plan_digest.hpp"

#include <array>
#include <cstdint>
#include <cstdio>

#include "libm150/record/text_form.hpp"
#include "libm150/search/fnv.hpp"

namespace m150::inline v0 {

namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t more) {
    for (int byte = 0; byte < 8; ++byte)
        hash = fnv_step(hash, static_cast<char>(more >> (8 * byte)));
    return hash;
}

std::uint64_t digest(const json::Value& value) {
    switch (value.kind) {
        case json::Kind::null:
            return fnv("null");
        case json::Kind::boolean:
            return fnv(value.boolean ? "true" : "false");
        case json::Kind::integer:
        case json::Kind::real:
            return fnv(to_text(value.real), fnv("number"));
        case json::Kind::text:
            return fnv(value.text, fnv("text"));
        case json::Kind::list: {
            std::uint64_t hash = fnv("list");
            for (const json::Value& item : value.items)
                hash = mixed(hash, digest(item));
            return hash;
        }
        case json::Kind::object:
            break;
    }
    std::uint64_t sum = 0;  // whatever their order
    for (const json::Value::Member& member : value.members)
        sum += mixed(fnv(member.key), digest(member.value));
    return mixed(fnv("object"), sum);
}

}  // namespace

std::map<std::string, std::string> digests_of(const json::Value& plan) {
    std::map<std::string, std::string> digests;
    for (const json::Value::Member& part : plan.members) {
        if (part.key == "options") continue;
        std::array<char, 17> text{};
        std::snprintf(text.data(), text.size(), "%016llx",
                      static_cast<unsigned long long>(digest(part.value)));
        digests.emplace(part.key, text.data());
    }
    return digests;
}

}  // namespace m150::inline v0

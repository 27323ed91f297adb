#include "libm150/knowledge/contact_data.hpp"

#include <cctype>
#include <cstddef>
#include <utility>

namespace m150::inline v0 {

namespace {

constexpr std::string_view kInstead = "[weggelaten]";
constexpr std::size_t kLeastDigits = 9;

bool is_digit(char sign) {
    return sign >= '0' && sign <= '9';
}
bool is_letter_or_digit(char sign) {
    return std::isalnum(static_cast<unsigned char>(sign)) != 0 || (sign & 0x80) != 0;
}
bool in_address(char sign) {
    return is_letter_or_digit(sign) || std::string_view("._%+-").find(sign) != std::string_view::npos;
}

// Where the e-mail address round the @ at `at` begins and ends; the same place twice: it is none.
std::pair<std::size_t, std::size_t> address_at(std::string_view text, std::size_t at) {
    std::size_t start = at, end = at + 1;
    while (start > 0 && in_address(text[start - 1]))
        --start;
    while (end < text.size() && in_address(text[end]))
        ++end;
    while (end > at + 1 && !is_letter_or_digit(text[end - 1]))
        --end;
    const std::string_view domain = text.substr(at + 1, end - at - 1);
    const std::size_t dot = domain.rfind('.');
    const bool address = start < at && dot != std::string_view::npos && dot > 0 && dot + 2 < domain.size();
    return address ? std::pair(start, end) : std::pair(at, at);
}

// Where the telephone number that begins at `start` ends; `start` itself: it is none.
std::size_t number_at(std::string_view text, std::size_t start) {
    if (text[start] != '0' && text[start] != '+') return start;
    if (start > 0 && is_letter_or_digit(text[start - 1])) return start;
    std::size_t digits = 0, end = start;
    for (std::size_t i = start; i < text.size(); ++i) {
        if (is_digit(text[i])) {
            ++digits;
            end = i + 1;
        } else if (!(text[i] == '+' && i == start) &&
                   std::string_view(" -.()/").find(text[i]) == std::string_view::npos) {
            break;
        }
    }
    return digits >= kLeastDigits && digits <= 15 ? end : start;
}

}  // namespace

std::string without_contact_data(std::string_view text) {
    std::string kept;
    std::size_t sign = text.find('@');  // the first from here
    auto address = sign == std::string_view::npos ? std::pair(sign, sign) : address_at(text, sign);
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = address.first == i ? address.second : i;
        if (end == i) end = number_at(text, i);
        if (end > i)
            kept += kInstead;
        else
            kept += text[end++];
        i = end;
        if (sign < i) {
            sign = text.find('@', i);
            address = sign == std::string_view::npos ? std::pair(sign, sign) : address_at(text, sign);
        }
    }
    return kept;
}

}  // namespace m150::inline v0

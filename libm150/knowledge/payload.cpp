#include "libm150/knowledge/payload.hpp"

#include <cstdint>

#include "libm150/base/error.hpp"
#include "libm150/record/text_form.hpp"

namespace m150::inline v0 {

namespace {

void put_number(std::string& bytes, std::size_t number) {
    for (int shift = 0; shift < 32; shift += 8)
        bytes += static_cast<char>((number >> shift) & 0xFF);
}

template <class Record>
void put_record(std::string& bytes, const Record& record) {
    for_each_field<Record>([&](const auto& field) {
        const std::string text = to_text(record.*field.member);
        put_number(bytes, text.size());
        bytes += text;
    });
}

class Reader {
  public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    std::size_t number() {
        std::size_t value = 0;
        const std::string_view raw = take(4);
        for (std::size_t i = 0; i < 4; ++i)
            value |= static_cast<std::size_t>(static_cast<unsigned char>(raw[i])) << (8 * i);
        return value;
    }

    template <class Record>
    Record record() {
        Record result;
        for_each_field<Record>([&](const auto& field) { from_text(take(number()), result.*field.member); });
        return result;
    }

    bool at_end() const { return rest_.empty(); }

  private:
    std::string_view take(std::size_t count) {
        if (count > rest_.size()) throw InternalError("a document's payload ends too soon");
        const std::string_view taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }

    std::string_view rest_;
};

}  // namespace

std::string encode_pair(const Pair& pair) {
    std::string bytes;
    put_record(bytes, pair.question);
    put_number(bytes, pair.answers.size());
    for (const Answer& answer : pair.answers)
        put_record(bytes, answer);
    return bytes;
}

Pair decode_pair(std::string_view bytes) {
    Reader reader(bytes);
    Pair pair;
    pair.question = reader.record<Question>();
    const std::size_t answers = reader.number();
    for (std::size_t i = 0; i < answers; ++i)
        pair.answers.push_back(reader.record<Answer>());
    if (!reader.at_end()) throw InternalError("a document's payload goes on too long");
    return pair;
}

}  // namespace m150::inline v0

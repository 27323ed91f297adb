#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

#include "libm150/store/connection.hpp"
#include "libm150/store/csv.hpp"
#include "libm150/store/json_record.hpp"
#include "libm150/store/load.hpp"

namespace m150::inline v0 {

namespace {

namespace fs = std::filesystem;

// Flat records that people edit in a spreadsheet; the others have parts or long texts.
template <class Record>
inline constexpr bool is_csv = std::is_same_v<Record, Municipality> || std::is_same_v<Record, Organisation> ||
                               std::is_same_v<Record, Topic> || std::is_same_v<Record, InventoryResponse> ||
                               std::is_same_v<Record, Contact> || std::is_same_v<Record, VocabularyEntry> ||
                               std::is_same_v<Record, Outcome> || std::is_same_v<Record, Pause>;

class OutputFile {
  public:
    explicit OutputFile(const fs::path& path) : path_(path), stream_(path, std::ios::binary) { require(); }
    void write(const std::string& text) {
        stream_.write(text.data(), static_cast<std::streamsize>(text.size()));
        require();
    }
    void close() {
        stream_.close();
        require();
    }

  private:
    void require() {
        if (stream_) return;
        throw StoreError({path_.string(), std::string("cannot be written (") + std::strerror(errno) + ")",
                          "a place with room that you may write to",
                          "remove what was written and export again"});
    }
    fs::path path_;
    std::ofstream stream_;
};

template <class Record>
std::string csv_header() {
    std::string line;
    for_each_field<Record>(
        [&](const auto& field) { line.append(line.empty() ? "" : ",").append(field.name); });
    return line + "\n";
}

// Cells whose value a record has without them are empty, as keys are left out of JSON.
template <class Record>
std::string csv_line(const Record& record) {
    std::string line;
    bool first = true;
    for_each_field<Record>([&](const auto& field) {
        if (!first) line += ',';
        first = false;
        if (!json::left_out(record, field)) append_csv_cell(line, to_text(record.*field.member));
    });
    return line + "\n";
}

template <class Record>
std::string json_line(const Record& record) {
    std::string line;
    json::write_object(line, record);
    return line + "\n";
}

template <class Record>
void export_records(const Store& store, const fs::path& directory) {
    if (store.count<Record>() == 0) return;
    OutputFile file(directory / (std::string(Schema<Record>::plural) + (is_csv<Record> ? ".csv" : ".jsonl")));
    if constexpr (is_csv<Record>) file.write(csv_header<Record>());
    store.for_each<Record>([&](Record&& record) {
        if constexpr (is_csv<Record>) {
            file.write(csv_line(record));
        } else {
            file.write(json_line(record));
        }
    });
    file.close();
}

}  // namespace

void export_directory(const Store& store, const fs::path& directory) {
    std::error_code error;
    fs::create_directories(directory, error);
    const bool empty = !error && fs::is_empty(directory, error);
    if (error) {
        throw StoreError({directory.string(), "cannot be made (" + error.message() + ")",
                          "a place that you may write to", "check the path and its permissions"});
    }
    if (!empty) {
        throw InvalidInput(
            {directory.string(), "is not empty", "a new or empty directory", "take another place"});
    }
    // All files show one revision, also when somebody commits meanwhile.
    const ReadHold hold(store.connection());
    for_each_record_type([&]<class Record>() { export_records<Record>(store, directory); });
}

}  // namespace m150::inline v0

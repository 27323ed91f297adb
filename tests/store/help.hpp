// What the tests of this floor share: a temporary place, a small world of records, work in a forked child.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>

#include "libm150/store/load.hpp"
#include "libm150/store/store.hpp"

namespace m150::test {

namespace fs = std::filesystem;

// A directory of its own that goes away with the object. Others may enter it: some tests drop their rights.
class Place {
  public:
    Place() {
        std::string name = (fs::temp_directory_path() / "m150-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
        fs::permissions(path_, fs::perms(0755));
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    fs::path operator/(const std::string& name) const { return path_ / name; }

  private:
    fs::path path_;
};

inline void write_file(const fs::path& file, std::string_view text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

inline std::string read_file(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// Every byte of every file below `directory`.
inline std::string all_bytes(const fs::path& directory) {
    std::string bytes;
    for (const auto& entry : fs::recursive_directory_iterator(directory)) {
        if (entry.is_regular_file()) bytes += read_file(entry.path());
    }
    return bytes;
}

// What `work` returns, or the message of what it throws, when it runs in a forked child. "died" when it ends
// otherwise.
inline std::string in_child(const std::function<std::string()>& work) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) return "no pipe";
    const pid_t child = ::fork();
    if (child == 0) {
        std::string said;
        try {
            said = work();
        } catch (const std::exception& error) {
            said = error.what();
        }
        said += '\n';
        (void)!::write(ends[1], said.data(), said.size());
        ::_exit(0);
    }
    ::close(ends[1]);
    std::string heard;
    std::array<char, 4096> block{};
    for (ssize_t size = 0; (size = ::read(ends[0], block.data(), block.size())) > 0;) {
        heard.append(block.data(), static_cast<std::size_t>(size));
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!heard.empty() && heard.back() == '\n') heard.pop_back();
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? heard : "died";
}

// The message of the error of type E that `work` throws; empty when it throws none.
template <class E>
std::string message_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const E& error) {
        return error.what();
    }
    return {};
}

inline Municipality municipality(const char* id, const char* name) {
    Municipality record;
    record.id = Id<Municipality>(id);
    record.name = name;
    return record;
}

inline Question question(const char* id, const char* by, Date date, const char* title = "Een vraag") {
    Question record;
    record.id = Id<Question>(id);
    record.asked_by = Id<Municipality>(by);
    record.date = date;
    record.title = title;
    return record;
}

inline Answer answer(const char* id, const char* to, const char* by, Date date,
                     const char* text = "Een antwoord") {
    Answer record;
    record.id = Id<Answer>(id);
    record.question = Id<Question>(to);
    record.by = Id<Municipality>(by);
    record.date = date;
    record.text = text;
    return record;
}

// Zeist and Amersfoort; Brielle, that merged into Voorne aan Zee on 1 January 2023; a network, an
// organisation, two topics.
inline void add_world(Store& store) {
    store.begin();
    store.insert(municipality("GM0355", "Zeist"));
    store.insert(municipality("GM0307", "Amersfoort"));
    Municipality voorne = municipality("GM1992", "Voorne aan Zee");
    voorne.valid_from = Date(2023, 1, 1);
    store.insert(voorne);
    Municipality brielle = municipality("GM0501", "Brielle");
    brielle.valid_to = Date(2022, 12, 31);
    brielle.successor = voorne.id;
    store.insert(brielle);
    Network network;
    network.id = Id<Network>("M150");
    network.name = "M150";
    store.insert(network);
    Organisation vng;
    vng.id = Id<Organisation>("VNG");
    vng.name = "Vereniging van Nederlandse Gemeenten";
    store.insert(vng);
    for (const char* id : {"bodycams", "horeca"}) {
        Topic topic;
        topic.id = Id<Topic>(id);
        topic.preferred_label = id;
        store.insert(topic);
    }
    store.commit();
}

template <class Record>
std::vector<Record> all(const Store& store) {
    std::vector<Record> records;
    store.for_each<Record>([&](Record&& record) { records.push_back(std::move(record)); });
    return records;
}

}  // namespace m150::test

#include "tests/store/random_records.hpp"

namespace m150::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::map<std::string, std::string> files_in(const fs::path& directory) {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::directory_iterator(directory))
        files[entry.path().filename().string()] = read_file(entry.path());
    return files;
}

TEST(Export, WritesTheCanonicalForm) {
    const Place place;
    Store store = Store::in_memory();
    add_world(store);
    store.begin();
    store.insert(question("v-2", "GM0355", Date(2026, 3, 2), "Tweede"));
    store.insert(question("v-1", "GM0355", Date(2026, 3, 2), "Eerste \"vraag\""));
    Municipality zeist = *store.find(Id<Municipality>("GM0355"));
    zeist.province = "Utrecht; provincie";
    zeist.inhabitants = {{2022, 65000}, {2023, 66000}};
    zeist.neighbours = {Id<Municipality>("GM0307"), Id<Municipality>("GM0501")};
    store.replace(zeist);
    store.commit();
    export_directory(store, place / "out");
    const auto files = files_in(place / "out");
    EXPECT_EQ(files.size(), 5u) << "types without records have no file";
    EXPECT_EQ(files.at("questions.jsonl"),
              "{\"id\":\"v-1\",\"asked_by\":\"GM0355\",\"date\":\"2026-03-02\",\"title\":\"Eerste "
              "\\\"vraag\\\"\"}\n"
              "{\"id\":\"v-2\",\"asked_by\":\"GM0355\",\"date\":\"2026-03-02\",\"title\":\"Tweede\"}\n");
    EXPECT_EQ(files.at("municipalities.csv"),
              "id,name,province,safety_region,inhabitants,latitude,longitude,urbanity,area_km2,neighbours,"
              "crossings,"
              "valid_from,valid_to,"
              "successor,audience,provenance\n"
              "GM0307,Amersfoort,,,,,,,,,,,,,,\n"
              "GM0355,Zeist,\"Utrecht; provincie\",,2022:65000|2023:66000,,,,,GM0307|GM0501,,,,,,\n"
              "GM0501,Brielle,,,,,,,,,,,2022-12-31,GM1992,,\n"
              "GM1992,Voorne aan Zee,,,,,,,,,,2023-01-01,,,,\n");
}

TEST(Export, WantsAnEmptyPlace) {
    const Place place;
    const Store store = Store::in_memory();
    write_file(place / "out" / "notes.txt", "mine");
    EXPECT_THAT(message_of<InvalidInput>([&] { export_directory(store, place / "out"); }),
                HasSubstr("is not empty"));
    EXPECT_EQ(read_file(place / "out" / "notes.txt"), "mine");
    EXPECT_THROW(export_directory(store, place / "out" / "notes.txt"), StoreError);
}

TEST(Export, LoadedAndExportedAgainGivesTheSameRecordsAndBytes) {
    for (unsigned seed = 1; seed <= 12; ++seed) {
        const Place place;
        Store first = Store::in_memory();
        RandomRecords(seed).fill(first, 12);
        ASSERT_THAT(first.check(), IsEmpty());
        export_directory(first, place / "one");
        Store second = Store::in_memory();
        ASSERT_NO_THROW(load_directory(second, place / "one")) << "seed " << seed;
        for_each_record_type([&]<class Record>() {
            EXPECT_EQ(all<Record>(second), all<Record>(first)) << Schema<Record>::plural << ", seed " << seed;
        });
        export_directory(second, place / "two");
        EXPECT_EQ(files_in(place / "two"), files_in(place / "one")) << "seed " << seed;
    }
}

}  // namespace
}  // namespace m150::test

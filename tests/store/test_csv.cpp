#include "libm150/store/csv.hpp"

#include <random>

#include "tests/store/help.hpp"

namespace m150::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class CsvTest : public testing::Test {
  protected:
    // The rows of a file with this text, each as its cells with their places: "text@line:column".
    std::vector<std::vector<std::string>> rows_of(std::string_view text, Encoding encoding = Encoding::utf8) {
        write_file(place / "file.csv", text);
        CsvReader reader(place / "file.csv", encoding);
        CsvReader::Row row;
        std::vector<std::vector<std::string>> rows;
        faults.clear();
        while (reader.next(row)) {
            std::vector<std::string>& cells = rows.emplace_back();
            for (const CsvReader::Cell& cell : row.cells)
                cells.push_back(cell.text + "@" + at(cell.place));
            for (const CsvReader::Fault& fault : row.faults)
                faults.push_back(at(fault.place) + " " + fault.problem.what);
        }
        return rows;
    }
    static std::string at(m150::Place where) {
        return std::to_string(where.line) + ":" + std::to_string(where.column);
    }

    const Place place;
    std::vector<std::string> faults;
};

TEST_F(CsvTest, KnowsThePlaceOfEveryCellInCharacters) {
    EXPECT_THAT(rows_of("id,naam\n1,\xC3\xA9\xC3\xA9n,x\n"),
                ElementsAre(ElementsAre("id@1:1", "naam@1:4"),
                            ElementsAre("1@2:1", "\xC3\xA9\xC3\xA9n@2:3", "x@2:7")));
    EXPECT_THAT(faults, IsEmpty());
}

TEST_F(CsvTest, TakesTheSeparatorOfTheHeader) {
    EXPECT_THAT(rows_of("id;a,b;c\r\n1;2,5;x\r\n"), ElementsAre(ElementsAre("id@1:1", "a,b@1:4", "c@1:8"),
                                                                ElementsAre("1@2:1", "2,5@2:3", "x@2:7")));
    EXPECT_THAT(rows_of("\xEF\xBB\xBFid,\"a;b;c\"\n"), ElementsAre(ElementsAre("id@1:1", "a;b;c@1:4")));
}

TEST_F(CsvTest, QuotedCellsHoldSeparatorsQuotesAndLineBreaks) {
    EXPECT_THAT(rows_of("a,b\n\"x,\"\"y\"\"\r\nz\",1\n2,3"),
                ElementsAre(ElementsAre("a@1:1", "b@1:3"), ElementsAre("x,\"y\"\r\nz@2:1", "1@3:4"),
                            ElementsAre("2@4:1", "3@4:3")));
    EXPECT_THAT(faults, IsEmpty());
}

TEST_F(CsvTest, EmptyLinesAreNoRows) {
    EXPECT_THAT(rows_of("a,b\n\n  \r\n1,2\n\n"),
                ElementsAre(ElementsAre("a@1:1", "b@1:3"), ElementsAre("1@4:1", "2@4:3")));
}

TEST_F(CsvTest, SaysWhereQuotesGoWrong) {
    rows_of("a,b\n\"x\"y,1\n2,3\n");
    EXPECT_THAT(faults, ElementsAre("2:4 text follows the closing quote of a cell"));
    rows_of("a,b\n1,\"never\nclosed\n");
    EXPECT_THAT(faults, ElementsAre("2:3 the quoted cell is never closed"));
}

TEST_F(CsvTest, ANulByteAndBrokenUtf8AreFaults) {
    rows_of(std::string_view("a,b\n1,\xC3\xA9\0\n", 10));
    EXPECT_THAT(faults, ElementsAre("2:4 a NUL byte"));
    rows_of("a,b\n1,\xC3\xA9\xC3\n");
    EXPECT_THAT(faults, ElementsAre("2:4 this byte is not valid UTF-8"));
}

TEST_F(CsvTest, ReadsCp1252WhenTold) {
    EXPECT_THAT(rows_of("a,b\n\x80 \xE9\xE9n,\x93x\x94\n", Encoding::cp1252),
                ElementsAre(ElementsAre("a@1:1", "b@1:3"), ElementsAre("\xE2\x82\xAC \xC3\xA9\xC3\xA9n@2:1",
                                                                       "\xE2\x80\x9Cx\xE2\x80\x9D@2:7")));
    rows_of("a,b\n1,\x81\n", Encoding::cp1252);
    EXPECT_THAT(faults, ElementsAre("2:3 this byte is neither UTF-8 nor cp1252 text"));
}

TEST_F(CsvTest, AnEndlessLineIsCutOffAndSaid) {
    rows_of("a,b\n" + std::string(max_line_length + 10, 'x') + "\n");
    EXPECT_THAT(faults, ElementsAre("2:1 the line is longer than 16 MB"));
}

TEST_F(CsvTest, WhatIsWrittenReadsBackTheSame) {
    std::mt19937 random(5);
    const std::string pieces[] = {
        "a", "\"", ",", ";", "\n", "\r\n", " ", "|", "\\", "\xC3\xA9", "\xF0\x9F\x93\xB9", "0"};
    std::string text = "h0,h1,h2\n";
    std::vector<std::vector<std::string>> wanted;
    for (int row = 0; row < 300; ++row) {
        std::vector<std::string>& cells = wanted.emplace_back();
        for (int column = 0; column < 3; ++column) {
            std::string cell = column == 0 ? "id" : "";
            for (unsigned i = random() % 7; i > 0; --i)
                cell += pieces[random() % std::size(pieces)];
            if (column > 0) text += ',';
            append_csv_cell(text, cell);
            cells.push_back(cell);
        }
        text += '\n';
    }
    write_file(place / "file.csv", text);
    CsvReader reader(place / "file.csv", Encoding::utf8);
    CsvReader::Row row;
    ASSERT_TRUE(reader.next(row));
    for (const std::vector<std::string>& cells : wanted) {
        ASSERT_TRUE(reader.next(row));
        std::vector<std::string> found;
        for (const CsvReader::Cell& cell : row.cells)
            found.push_back(cell.text);
        EXPECT_EQ(found, cells);
        EXPECT_TRUE(row.faults.empty());
    }
    EXPECT_FALSE(reader.next(row));
}

TEST(Lines, AFileThatIsMostlyBrokenUtf8IsCp1252AndOneWithAFlawIsNot) {
    const Place place;
    const auto encoding_of = [&](std::string_view text) {
        write_file(place / "file", text);
        return detect_encoding(place / "file");
    };
    EXPECT_EQ(encoding_of("plain\ntext"), Encoding::utf8);
    EXPECT_EQ(encoding_of("caf\xC3\xA9\n"), Encoding::utf8);
    EXPECT_EQ(encoding_of("caf\xE9\n"), Encoding::cp1252);
    EXPECT_EQ(encoding_of("caf\xC3\xA9 caf\xC3\xA9 caf\xE9\n"), Encoding::utf8)
        << "reading it as cp1252 would spoil the rest";
    EXPECT_EQ(encoding_of(std::string_view("\xFF\xFEi\0d\0", 6)), Encoding::utf16);
    EXPECT_EQ(encoding_of(std::string(600000, 'x') + "caf\xE9\n"), Encoding::cp1252) << "far into the file";
}

TEST(Lines, TheLastLineNeedsNoEnd) {
    const Place place;
    write_file(place / "file", "one\n\ntwo");
    LineReader reader(place / "file");
    std::string line;
    std::vector<std::string> lines;
    while (reader.next(line))
        lines.push_back(line + (reader.terminated() ? "." : "!"));
    EXPECT_THAT(lines, ElementsAre("one.", ".", "two!"));
    EXPECT_THROW(LineReader(place / "none"), InvalidInput);
}

}  // namespace
}  // namespace m150::test

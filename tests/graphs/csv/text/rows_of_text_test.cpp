#include "graphs/csv/text/rows_of_text.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "tests/graphs/scratch_folder.hpp"

namespace hearsay::graphs::csv {
namespace {

// Every row on a line of its own: its line, then its fields between |; ~ is a missing one.
std::string rows_in(std::string_view text, char delimiter = ',') {
    ScratchFolder folder;
    std::ofstream(folder / "rows.csv", std::ios::binary) << text;
    auto file = TextFile::open(folder / "rows.csv");
    REQUIRE(file.has_value());
    RowsOfText rows(std::move(*file), delimiter);
    std::string all;
    for (;;) {
        const RowsOfText::Next next = rows.next();
        if (next == RowsOfText::Next::End) return all;
        all += std::to_string(rows.line()) + ":";
        if (next == RowsOfText::Next::Row) {
            for (const Field& field : rows.fields())
                all += field.missing() ? "|~" : "|" + std::string(field.text);
        } else {
            all += rows.reason();
        }
        all += "\n";
        if (next == RowsOfText::Next::Failed) return all;
    }
}

TEST_CASE("fields, quoted or not") {
    CHECK(rows_in("a,b\nc,d\n") == "1:|a|b\n2:|c|d\n");
    CHECK(rows_in("a,b\r\nc,d") == "1:|a|b\n2:|c|d\n");
    CHECK(rows_in("a,,\"\"\n,b,") == "1:|a|~|\n2:|~|b|~\n");
    CHECK(rows_in("\"a,b\",\"say \"\"a\"\"\",\"\"\"\"\n") == "1:|a,b|say \"a\"|\"\n");
    CHECK(rows_in("5\" disc,x\"y\n") == "1:|5\" disc|x\"y\n");
    CHECK(rows_in(" a , \"b\" \n") == "1:| a | \"b\" \n");
    CHECK(rows_in("a;b,c\n", ';') == "1:|a|b,c\n");
    CHECK(rows_in("").empty());
    CHECK(rows_in("\"a\"\r\n\"b\"\r") == "1:|a\n2:|b\n");
}

TEST_CASE("lines are counted through quoted line breaks and empty lines") {
    CHECK(rows_in("a\n\n\"x\ny\r\nz\"\nb\n\r\nc") == "1:|a\n3:|x\ny\r\nz\n6:|b\n8:|c\n");
}

TEST_CASE("a byte order mark is passed over") {
    CHECK(rows_in("\xef\xbb\xbfid\n1\n") == "1:|id\n2:|1\n");
    CHECK(rows_in("\xef\xbb\xbf\"id\"\n") == "1:|id\n");
    CHECK(rows_in("\xef\xbb\xbf").empty());
    CHECK(rows_in(std::string("\xff\xfei\0d\0", 6)) == "0:the file is in UTF-16; it must be in UTF-8\n");
}

TEST_CASE("a row that is none is passed over, and the next ones are read") {
    CHECK(rows_in("a\n\"b\nc\"d\ne\n") ==
          "1:|a\n2:text follows the closing quotation mark of field 1\n4:|e\n");
    CHECK(rows_in("a\n\"b\nc\n") == "1:|a\n2:a quotation mark that opens here is never closed\n");
}

TEST_CASE("rows across the windows in which a file is read") {
    const std::string text(300, 'x'), long_text(std::size_t{1} << 19, 'y');
    std::string written, expected;
    for (int i = 1; i <= 3000; ++i) {
        const bool is_long = i == 1500;
        written += std::to_string(i) + ",\"" + (is_long ? long_text : text) + "\"\"\",\n";
        expected +=
            std::to_string(i) + ":|" + std::to_string(i) + "|" + (is_long ? long_text : text) + "\"|~\n";
    }
    CHECK((rows_in(written) == expected));
}

TEST_CASE("files that cannot be read") {
    ScratchFolder folder;
    CHECK(TextFile::open(folder / "none.csv").error().reason == "does not exist");
    CHECK(TextFile::open(folder.path()).error().reason == "is a directory");
}

}  // namespace
}  // namespace hearsay::graphs::csv

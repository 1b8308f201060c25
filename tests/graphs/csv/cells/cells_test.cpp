#include <catch2/catch.hpp>

#include "graphs/csv/cells/literal_cells.hpp"
#include "graphs/csv/cells/temporal_cells.hpp"
#include "graphs/csv/cells/type.hpp"
#include "graphs/csv/names_of_files.hpp"

namespace hearsay::graphs::csv {
namespace {

// The type that a column of these cells is seen to have.
std::string seen(std::initializer_list<const char*> cells) {
    for (std::size_t i = 0; i < cell_types_seen; ++i) {
        const auto type = static_cast<CellType>(i);
        if (std::all_of(cells.begin(), cells.end(), [&](const char* cell) { return fits(cell, type); }))
            return std::string(name(type));
    }
    return "none";
}

TEST_CASE("types are seen from the cells") {
    CHECK(seen({"true", "FALSE"}) == "boolean");
    CHECK(seen({"1", "-9223372036854775808", "9223372036854775807", " 7 "}) == "integer");
    CHECK(seen({"1", "2.5", "-1e300", ".5"}) == "float");
    CHECK(seen({"2024-02-29", "1815-12-10"}) == "date");
    CHECK(seen({"12:31:14", "00:00:00.5"}) == "localtime");
    CHECK(seen({"2024-03-12T10:00", "2024-03-12 10:00:59.123456789"}) == "localdatetime");
    CHECK(seen({"2024-03-12T10:00Z", "2024-03-12T10:00:00+01:00[Europe/Paris]"}) == "datetime");
    for (const char* text : {"9223372036854775808", "007", "-07", "1,5", "12:30", "2023-02-29", "0x10", "NaN",
                             "inf", "+4917", "1e400", "1e", "-", ".", "", "t", "Infinity"})
        CHECK(seen({text}) == "string");
    CHECK(seen({"1.5", "9007199254740993"}) == "string");  // would be rounded
    CHECK(seen({"1", "true"}) == "string");
}

TEST_CASE("times are read as they are written") {
    const auto check = [](const Value& value, CellType type) {
        const auto again = read_cell(temporal_text(value), type);
        REQUIRE(again.has_value());
        CHECK(temporal_text(*again) == temporal_text(value));
        CHECK(equivalent(*again, value));
        const auto literal = read_literal(literal_text(value));
        CHECK((literal && equivalent(*literal, value)));
    };
    for (const std::int64_t days : {0, 1, -1, 11016, -719528, -800000, 2932897, 365000000})
        check(Date{days}, CellType::Date);
    for (const std::int64_t nanoseconds : {std::int64_t{0}, std::int64_t{1}, nanoseconds_per_day - 1}) {
        check(LocalTime{nanoseconds}, CellType::LocalTime);
        for (const std::int32_t offset : {0, 3600, -3600, 64800, -64799, 19800})
            check(Time{nanoseconds, offset}, CellType::Time);
    }
    for (const std::int64_t seconds :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1437514832}, std::int64_t{-62198755200}}) {
        check(LocalDateTime{seconds, 500}, CellType::LocalDateTime);
        check(DateTime{seconds, 1, 7200, "Europe/Paris"}, CellType::DateTime);
        check(DateTime{seconds, 0, -64800, ""}, CellType::DateTime);
    }
    for (const Duration& duration :
         {Duration{}, Duration{0, INT64_MAX, INT64_MAX, 0}, Duration{INT64_MIN, INT64_MIN, 0, 0},
          Duration{14, 10, 8130, 0}, Duration{-14, -10, -1, 500'000'000}, Duration{0, 0, -2, 500'000'000},
          Duration{0, 0, -3661, 1}, Duration{0, 1, 0, 1}, Duration{12, 0, 60, 0}})
        check(duration, CellType::Duration);
    for (const char* text : {"P", "PT", "P1", "P1DT", "1D", "P1D2M", "PT1.5H", "P99999999999999999999D"})
        CHECK_FALSE(read_duration(text).has_value());
    for (const char* text : {"24:00", "12:60", "12", "12:31:60", "12:31:14.", "12:31:14.1234567890"})
        CHECK_FALSE(read_local_time(text).has_value());
    CHECK_FALSE(read_date_time("2024-03-12T10:00").has_value());
    CHECK_FALSE(read_date_time("2024-03-12T10:00+19:00").has_value());
    CHECK_FALSE(read_date_time("2024-03-12T10:00Z[]").has_value());
}

TEST_CASE("literals") {
    const auto read = [](const char* text) {
        const auto value = read_literal(text);
        return value ? literal_text(*value) : "none";
    };
    CHECK(read("12") == "12");
    CHECK(read("12.0") == "12.0");
    CHECK(read("1e300") == "1e+300");
    CHECK(read("NaN") == "NaN");
    CHECK(read("-Infinity") == "-Infinity");
    CHECK(read("\"it's\"") == "'it\\'s'");
    CHECK(read("'\\u00e9\\n\\\\'") == "'\xc3\xa9\n\\\\'");
    CHECK(read("'\\ud83d\\ude00'") == "'\xf0\x9f\x98\x80'");
    CHECK(read("[1,2.0,'three', date('2024-03-12'),true]") == "[1, 2.0, 'three', date('2024-03-12'), true]");
    CHECK(read("[]") == "[]");
    for (const char* text : {"", "null", "[null]", "[[1]]", "[1", "[1,]", "'a", "'a'b", "a", "date('x')",
                             "size('a')", "9223372036854775808", "'\\ud83d'", "'\\x'", "'\xff'", "1 2"})
        CHECK(read(text) == "none");
}

TEST_CASE("what files hold") {
    const auto nodes = node_file_from("Outlet:`A=B:``C`=a=b.csv");
    REQUIRE(nodes.has_value());
    CHECK(nodes->labels == std::vector<std::string>{"Outlet", "A=B:`C"});
    CHECK(nodes->file == "a=b.csv");
    CHECK(labels_text(nodes->labels) == "Outlet:`A=B:``C`");
    CHECK(node_file_from("=x.csv")->labels.empty());
    for (const char* text : {"", "x.csv", "A=", "A:=x", ":A=x", "`A=x", "A`=x"})
        CHECK_FALSE(node_file_from(text));
    const auto edges = edge_file_from("KNOWS:A&B:=x.csv");
    REQUIRE(edges.has_value());
    CHECK(edges->type == "KNOWS");
    CHECK(edges->from == std::vector<std::string>{"A", "B"});
    CHECK(edges->to.empty());
    for (const char* text : {"KNOWS=x", "KNOWS:A=x", "KNOWS:A:B", "KNOWS:A:B:C=x", ":A:B=x"})
        CHECK_FALSE(edge_file_from(text));
}

}  // namespace
}  // namespace hearsay::graphs::csv

#include "repl/output/write_result.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "repl/output/json_text.hpp"
#include "repl/output/table.hpp"
#include "repl/output/terminal/text_width.hpp"
#include "tests/repl/small_graph.hpp"

using namespace hearsay;
using namespace hearsay::repl;
using Catch::Matchers::EndsWith;
using graphs::List;
using graphs::Value;

namespace {

std::string written(const engine::QueryResult& result, const Look& look) {
    static const graphs::PropertyGraph graph = test::small_graph();
    StringSink sink;
    write_result(sink, graph, result, look);
    return sink.text();
}

std::string written(const engine::QueryResult& result, Format format) {
    Look look;
    look.format = format;
    return written(result, look);
}

engine::QueryResult rows(std::vector<std::string> columns, std::vector<List> values) {
    engine::QueryResult result;
    result.columns = std::move(columns);
    result.rows = std::move(values);
    return result;
}

Look window(std::size_t width) {
    Look look;
    look.boxes = true;
    look.terminal = true;
    look.width = width;
    return look;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

}  // namespace

TEST_CASE("a table in a file is plain, aligned and whole") {
    const auto result = rows({"who", "n"}, {{"Mara Voss", 12}, {nullptr, 3}});
    CHECK(written(result, Format::Table) ==
          "+-----------+----+\n"
          "| who       |  n |\n"
          "+-----------+----+\n"
          "| Mara Voss | 12 |\n"
          "| null      |  3 |\n"
          "+-----------+----+\n"
          "2 rows\n");
    const std::string longest(5000, 'x');
    CHECK(written(rows({"t"}, {{longest}}), Format::Table).find(longest) != std::string::npos);
}

TEST_CASE("a table on a terminal has boxes and counts wide characters as two") {
    CHECK(written(rows({"name"}, {{"橋"}, {"e\u0301"}}), window(80)) ==
          "┌──────┐\n"
          "│ name │\n"
          "├──────┤\n"
          "│ 橋   │\n"
          "│ e\u0301    │\n"
          "└──────┘\n"
          "2 rows\n");
}

TEST_CASE("a table is never wider than its window") {
    const std::string text =
        "The harbour master says that the old bridge holds, whatever the union's engineers 橋 may write.";
    const auto result = rows(
        {"who", "statement", "n"},
        {{"Mara Voss", text, 1}, {"Harbour Union", text + text, 23456}, {nullptr, graphs::VertexId{0}, 3}});
    for (std::size_t width : {20, 30, 40, 60, 80, 120, 1000}) {
        const std::string table = written(result, window(width));
        for (const std::string& line : lines_of(table)) {
            INFO(width << ": " << line);
            CHECK(display_width(line) <= width);
        }
        CHECK(table.find("23456") != std::string::npos);
    }
}

TEST_CASE("long values wrap between words and keep every word") {
    const auto lines = lines_of(
        written(rows({"a", "text"}, {{"x", "one two three four five six"}, {"y", "seven"}}), window(24)));
    CHECK(lines[3] == "│ x │ one two three    │");
    CHECK(lines[4] == "│   │ four five six    │");
    CHECK(lines[5] == "├───┼──────────────────┤");  // rows of several lines are told apart
}

TEST_CASE("what is cut on a terminal is said to be cut") {
    const std::string longest(2000, 'x');
    const std::string table = written(rows({"t"}, {{longest}}), window(60));
    CHECK(table.find("…") != std::string::npos);
    CHECK(table.find(":mode json") != std::string::npos);
}

TEST_CASE("rows that are not shown are counted") {
    Look look = window(60);
    look.rows = 2;
    const std::string table = written(rows({"n"}, {{1}, {2}, {3}}), look);
    CHECK(table.find("│ 3 │") == std::string::npos);
    CHECK(table.find("3 rows (the first 2 shown; :rows all shows every one)") != std::string::npos);
}

TEST_CASE("a window too narrow for the columns gets one value a line") {
    const std::string sentence = "a rather long sentence of words";
    const std::string text =
        written(rows({"first", "second", "third"}, {{sentence, sentence, sentence}}), window(30));
    CHECK(text.find("── 1 ──") == 0);
    CHECK(text.find("first   a rather long sentence\n        of words\n") != std::string::npos);
}

TEST_CASE("data cannot steer the terminal") {
    const std::vector<std::string> signs = {"\x1b",   "\x07",   "\x7f",   "\u009b", "\u0085",
                                            "\u061c", "\u200e", "\u200f", "\u2028", "\u202a",
                                            "\u202e", "\u2066", "\u2069"};
    for (const std::string& format : format_names()) {
        Look look = window(80);
        look.format = *format_from(format);
        for (const std::string& sign : signs) {
            const std::string text = "b" + sign + "[2Jc\nd";
            const graphs::Map map{{"k" + sign, text}};
            const std::string shown =
                written(rows({"a" + sign + "[31m"}, {{text}, {List{text}}, {graphs::Value(map)}}), look);
            INFO(format << ": " << shown);
            CHECK(shown.find(sign) == std::string::npos);
        }
    }
}

TEST_CASE("JSON spells out what steers a terminal, in files too, and says the same") {
    const std::string text = "a\u009b31m \u202eb\x7f é 橋 👍";
    const std::string json = written(rows({"t"}, {{text}}), Format::JsonLines);
    CHECK(json == "{\"t\": \"a\\u009b31m \\u202eb\\u007f é 橋 👍\"}\n");
    CHECK(nlohmann::json::parse(json)["t"] == text);
    CHECK(harmless_json("\"\u2067\"") == "\"\\u2067\"");
    CHECK(harmless_json("cut \xE2\x80") == "cut \xE2\x80");
}

TEST_CASE("colours are for the header and for null") {
    Look look = window(80);
    look.colour = true;
    CHECK(written(rows({"n"}, {{nullptr}}), look).find("\x1b[2mnull\x1b[0m") != std::string::npos);
}

TEST_CASE("no rows are a table too") {
    CHECK(written(rows({"who"}, {}), Format::Table) == "+-----+\n| who |\n+-----+\n0 rows\n");
    CHECK(written(rows({"who"}, {}), Format::Json) == "[]\n");
    CHECK(written(rows({"who"}, {}), Format::JsonLines).empty());
    CHECK(written(rows({"who"}, {}), Format::Csv) == "who\r\n");
}

TEST_CASE("JSON holds whole values") {
    graphs::Path path;
    path.vertices = {graphs::VertexId{0}, graphs::VertexId{1}};
    path.edges = {graphs::EdgeId{0}};
    const auto json = nlohmann::json::parse(
        written(rows({"node", "edge", "path", "list", "map", "float", "date"},
                     {{graphs::VertexId{0}, graphs::EdgeId{0}, Value(path), Value(List{1, nullptr, "x"}),
                       Value(graphs::Map{{"k", true}}), 0.5, Value(graphs::date_from(2031, 4, 9))}}),
                Format::Json));
    REQUIRE(json.size() == 1);
    CHECK(json[0]["node"] ==
          nlohmann::json::parse(
              R"({"id":0,"labels":["Actor"],"properties":{"name":"Mara Voss","role":"harbour master"}})"));
    CHECK(json[0]["edge"] ==
          nlohmann::json::parse(R"({"id":0,"type":"CLAIMS","start":0,"end":1,"properties":{"cue":"said"}})"));
    CHECK(json[0]["path"]["nodes"].size() == 2);
    CHECK(json[0]["path"]["relationships"][0]["type"] == "CLAIMS");
    CHECK(json[0]["list"] == nlohmann::json::parse(R"([1, null, "x"])"));
    CHECK(json[0]["map"]["k"] == true);
    CHECK(json[0]["float"] == 0.5);
    CHECK(json[0]["date"] == "2031-04-09");
}

TEST_CASE("JSON keeps numbers that are none, ill-formed text and every column") {
    const double infinity = std::numeric_limits<double>::infinity();
    CHECK(written(rows({"n"}, {{infinity}, {-infinity}, {std::nan("")}}), Format::JsonLines) ==
          "{\"n\": \"Infinity\"}\n{\"n\": \"-Infinity\"}\n{\"n\": \"NaN\"}\n");
    CHECK(nlohmann::json::parse(written(rows({"t"}, {{"a\xFF"}}), Format::JsonLines))["t"] == "a\uFFFD");
    CHECK(distinct_keys({"n", "m", "n", "n_2", "n"}) ==
          std::vector<std::string>{"n", "m", "n_3", "n_2", "n_4"});
    CHECK(written(rows({"n", "n"}, {{1, 2}}), Format::JsonLines) == "{\"n\": 1, \"n_2\": 2}\n");
}

TEST_CASE("CSV follows RFC 4180") {
    CHECK(written(rows({"a", "b,c"}, {{"say \"so\"", "x\ny"}, {nullptr, ""}, {1, true}}), Format::Csv) ==
          "a,\"b,c\"\r\n\"say \"\"so\"\"\",\"x\ny\"\r\n,\"\"\r\n1,true\r\n");
    CHECK(written(rows({"a"}, {{nullptr}}), Format::Csv) == "a\r\n\"\"\r\n");
    CHECK(written(rows({"a"}, {{Value(List{1, "x"})}}), Format::Csv) == "a\r\n\"[1,\"\"x\"\"]\"\r\n");
}

TEST_CASE("a spreadsheet runs no text of a CSV file") {
    const auto cell = [](const Value& value, Format format) {
        const std::string text = written(rows({"t"}, {{value}}), format);
        return text.substr(3, text.size() - 5);
    };
    for (const char* formula :
         {"=1+1", "+cmd", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)", "-", "--5", "－1", "＝1"}) {
        INFO(formula);
        CHECK(cell(formula, Format::Csv) == "'" + std::string(formula));
        CHECK(cell(formula, Format::CsvExact) == formula);
    }
    CHECK(cell("=HYPERLINK(\"x\",\"y\")", Format::Csv) == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    CHECK(cell("\t=1", Format::Csv) == "\"'\t=1\"");
    CHECK(cell("\r=1", Format::Csv) == "\"'\r=1\"");
    CHECK(cell("a;=1", Format::Csv) ==
          "\"a;=1\"");  // one field for spreadsheets that part them at semicolons
    for (const char* plain : {"-5", "+49", "-0.5", "a=b", "e-mail", "'quoted'"})
        CHECK(cell(plain, Format::Csv) == plain);
    CHECK(cell(-5, Format::Csv) == "-5");
    CHECK(cell(-0.5, Format::Csv) == "-0.5");
    CHECK(written(rows({"=1+1"}, {}), Format::Csv) == "'=1+1\r\n");
}

TEST_CASE("Markdown cells hold what would end them") {
    CHECK(written(rows({"a|b", "n"}, {{"x|y\nz <b> *w*", 7}}), Format::Markdown) ==
          "| a\\|b | n |\n| --- | ---: |\n| x\\|y<br>z &lt;b> \\*w\\* | 7 |\n");
}

TEST_CASE("a plan is printed as its lines") {
    auto plan = rows({"plan"}, {{"Limit"}, {"  Scan Actor"}});
    plan.is_plan = true;
    CHECK(written(plan, Format::Table) == "Limit\n  Scan Actor\n");
    CHECK(nlohmann::json::parse(written(plan, Format::Json)).size() == 2);
}

TEST_CASE("what a statement changed stands under a table, and nowhere else") {
    engine::QueryResult result;
    CHECK(written(result, Look()) == "no changes\n");
    result.effects.nodes_created = 1;
    result.effects.relationships_deleted = 1234;
    result.effects.properties_set = 1;
    CHECK(written(result, Look()) == "1 node created, 1,234 relationships deleted, 1 property set\n");
    Look look;
    look.seconds = 0.0021;
    CHECK(written(result, look) == "1 node created, 1,234 relationships deleted, 1 property set, 2.1 ms\n");
    for (const auto& [format, text] : {std::pair{Format::Json, "[]\n"},
                                       {Format::JsonLines, ""},
                                       {Format::Csv, ""},
                                       {Format::CsvExact, ""},
                                       {Format::Markdown, ""}}) {
        look.format = format;
        CHECK(written(result, look) == text);
    }
    result.columns = {"n"};
    result.rows = {{7}};
    CHECK_THAT(written(result, Look()),
               EndsWith("1 row\n1 node created, 1,234 relationships deleted, 1 property set\n"));
    look.format = Format::Csv;
    CHECK(written(result, look) == "n\r\n7\r\n");
}

TEST_CASE("columns share the room") {
    CHECK(fit_columns({5, 100, 100}, 45, 10) == std::vector<std::size_t>{5, 20, 20});
    CHECK(fit_columns({5, 12, 100}, 50, 10) == std::vector<std::size_t>{5, 12, 33});
    CHECK(fit_columns({100, 100, 100}, 20, 10).empty());
    CHECK(fit_columns({3, 3}, 100, 10) == std::vector<std::size_t>{3, 3});
}

TEST_CASE("counts and times are for people") {
    CHECK(count_of(1, "row", "rows") == "1 row");
    CHECK(count_of(0, "row", "rows") == "0 rows");
    CHECK(count_of(1234567, "row", "rows") == "1,234,567 rows");
    CHECK(duration_text(0.0123) == "12.3 ms");
    CHECK(duration_text(2.345) == "2.35 s");
}

TEST_CASE("formats have names") {
    for (const std::string& name : format_names()) CHECK(name_of(*format_from(name)) == name);
    CHECK_FALSE(format_from("xml"));
}

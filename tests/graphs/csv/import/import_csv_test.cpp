#include "graphs/csv/import/import_csv.hpp"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <fstream>

#include "tests/graphs/scratch_folder.hpp"

namespace hearsay::graphs::csv {
namespace {

struct Files {
    ScratchFolder folder;
    Import what;

    std::filesystem::path write(const std::string& name, std::string_view text) {
        const std::filesystem::path file = folder / name;
        std::ofstream(file, std::ios::binary) << text;
        return file;
    }
    Files& nodes(std::vector<std::string> labels, std::string_view text) {
        const std::string name = "nodes" + std::to_string(what.nodes.size()) + ".csv";
        what.nodes.push_back({std::move(labels), write(name, text)});
        return *this;
    }
    Files& edges(const char* type, const char* from, const char* to, std::string_view text) {
        const std::string name = "edges" + std::to_string(what.edges.size()) + ".csv";
        what.edges.push_back({type, {from}, {to}, write(name, text)});
        return *this;
    }
};

Value of_first(const PropertyGraph& graph, const char* key) {
    return graph.property(VertexId{0}, graph.find_key(key));
}

TEST_CASE("vertices and edges with their properties") {
    Files files;
    files.nodes(
        {"Person"},
        "id,name,born,height,member\n1,Ada,1815-12-10,1.6,true\n2,\"Lovelace, \"\"A\"\"\",,2,FALSE\n");
    files.nodes({"City"}, "id,name\n1,London\n");
    files.edges("LIVES_IN", "Person", "City", "from,to,since\n2,1,1835\n1,1,\n");
    PropertyGraph graph;
    const Outcome outcome = import_csv(graph, files.what);
    REQUIRE(outcome.done);
    CHECK(outcome.imported.vertices == 3);
    CHECK(outcome.imported.edges == 2);
    CHECK(of_first(graph, "id").integer() == 1);
    CHECK(of_first(graph, "born").date() == date_from(1815, 12, 10));
    CHECK(of_first(graph, "height").floating() == 1.6);
    CHECK(of_first(graph, "member").boolean());
    const VertexId second{1};
    CHECK(graph.property(second, graph.find_key("name")).string() == "Lovelace, \"A\"");
    CHECK(graph.property(second, graph.find_key("born")).is_null());
    CHECK(graph.property(second, graph.find_key("height")).floating() == 2.0);
    const auto out = graph.out(second, graph.find_type("LIVES_IN"));
    REQUIRE(out.size() == 1);
    CHECK(graph.has_label(out[0].vertex, graph.find_label("City")));
    CHECK(graph.property(out[0].edge, graph.find_key("since")).integer() == 1835);
}

TEST_CASE("the last row decides a column's type as well") {
    std::string text = "id,a,b,c\n";
    for (int i = 0; i < 3000; ++i) text += std::to_string(i) + ",1,2024-01-31,7\n";
    text += "3000,x,2024-02-30,7.5\n";
    Files files;
    PropertyGraph graph;
    REQUIRE(import_csv(graph, files.nodes({"N"}, text).what).done);
    CHECK(of_first(graph, "a").string() == "1");
    CHECK(of_first(graph, "b").string() == "2024-01-31");
    CHECK(of_first(graph, "c").floating() == 7.0);
}

TEST_CASE("bad rows are named, and nothing is imported") {
    Files files;
    files.nodes({"Person"}, "id,name\n1,Ada\n1,Ada again\n,nobody\n2,too,much\n");
    files.edges("KNOWS", "Person", "Person", "from,to\n1,9\n");
    PropertyGraph graph;
    const Outcome outcome = import_csv(graph, files.what);
    CHECK_FALSE(outcome.done);
    CHECK(graph.vertex_capacity() == 0);
    CHECK(outcome.imported.bad_rows == 4);
    std::vector<std::uint64_t> lines;
    for (const BadRow& row : outcome.imported.bad) lines.push_back(row.line);
    std::sort(lines.begin(), lines.end());
    CHECK(lines == std::vector<std::uint64_t>{2, 3, 4, 5});
}

// "LINE REASON; ..." of importing a file of the folder bad/ as nodes :N.
std::string wrong_in(const char* file, bool skip_bad = false) {
    Import what;
    what.nodes.push_back({{"N"}, std::string("tests/graphs/csv/bad/") + file});
    what.skip_bad = skip_bad;
    PropertyGraph graph;
    const Outcome outcome = import_csv(graph, what);
    CHECK(outcome.done == skip_bad);
    CHECK((graph.vertex_count() > 0) == outcome.done);
    std::string all;
    for (const BadRow& row : outcome.imported.bad) {
        CHECK(row.file == what.nodes.front().file);
        all += (all.empty() ? "" : "; ") + std::to_string(row.line) + " " + row.reason;
    }
    return all;
}

TEST_CASE("what is wrong with a row") {
    CHECK(wrong_in("text-behind-quotation.csv") == "2 text follows the closing quotation mark of field 2");
    CHECK(wrong_in("number-of-fields.csv") ==
          "2 has 3 fields; the header names 2; 3 has 1 field; the header names 2");
    CHECK(wrong_in("latin-1.csv") == "2 `name` is not UTF-8");
    CHECK(wrong_in("no-dates.csv") == "3 `born` is no date; 4 `born` is no date");
    CHECK(wrong_in("integers.csv") == "3 `n` is no integer; 4 `n` is no integer; 5 `n` is no integer");
    CHECK(wrong_in("ids.csv") == "3 the id is missing; 5 the id '1' is there already");
    CHECK(wrong_in("lists.csv") ==
          "3 `tags` is no list; 4 `tags` is no list; 5 `tags` is no list; 6 `tags` is no list");
    CHECK(wrong_in("no-dates.csv", true) == "3 `born` is no date; 4 `born` is no date");
}

TEST_CASE("what is wrong with a file") {
    const char* types =
        "boolean, integer, float, date, localtime, time, localdatetime, datetime, duration, string, list and "
        "any";
    CHECK(wrong_in("quotation-never-closed.csv") == "3 a quotation mark that opens here is never closed");
    CHECK(wrong_in("utf-16.csv") == "0 the file is in UTF-16; it must be in UTF-8");
    CHECK(wrong_in("header-twice.csv") == "1 the header names `name` twice");
    CHECK(wrong_in("header-type.csv") ==
          std::string("1 column 2 of the header says the type `int32`; types are ") + types);
    CHECK(wrong_in("header-missing.csv") ==
          "1 column 1 of the header is a number: the first line must name the columns");
    CHECK(wrong_in("header-no-name.csv") == "1 column 2 of the header has no name");
    CHECK(wrong_in("carriage-returns.csv") == "1 the lines end with CR alone; they must end with LF or CRLF");
    CHECK(wrong_in("empty.csv") == "0 is empty: the first line must name the columns");
    CHECK(wrong_in("not-there.csv") == "0 does not exist");
    Import what;
    what.edges.push_back({"T", {}, {}, "tests/graphs/csv/bad/edges-header.csv"});
    what.skip_bad = true;
    PropertyGraph graph;
    const Outcome outcome = import_csv(graph, what);
    CHECK_FALSE(outcome.done);
    REQUIRE(outcome.imported.bad.size() == 1);
    CHECK(outcome.imported.bad.front().reason == "the first two columns of edges must be `from` and `to`");
}

TEST_CASE("bad rows can be left out") {
    Files files;
    files.nodes({"N"}, "id,n:integer,t\n1,1,a\n2,x,b\n1,3,c\n3,4,d\n,5,e\n4,6,f\n");
    files.edges("T", "N", "N", "from,to,w\n1,3,a\n1,2,b\n9,1,c\n4,3,d\n");
    files.what.skip_bad = true;
    PropertyGraph graph;
    const Outcome outcome = import_csv(graph, files.what);
    REQUIRE(outcome.done);
    CHECK(outcome.imported.bad_rows == 5);
    REQUIRE(graph.vertex_count() == 3);
    REQUIRE(graph.edge_count() == 2);
    const auto text = [&](auto element, const char* key) {
        return std::string(graph.property(element, graph.find_key(key)).string());
    };
    CHECK(text(VertexId{0}, "t") + text(VertexId{1}, "t") + text(VertexId{2}, "t") == "adf");
    CHECK(graph.property(VertexId{1}, graph.find_key("n")).integer() == 4);
    CHECK(text(EdgeId{0}, "w") + text(EdgeId{1}, "w") == "ad");
    CHECK(graph.source(EdgeId{1}) == VertexId{2});
    CHECK(graph.target(EdgeId{1}) == VertexId{1});
}

TEST_CASE("ids: numbers and texts, near and far, by the labels of their nodes") {
    Files files;
    files.nodes({"A"}, "id\n7\n9000000000000000000\n-3\n");
    files.nodes({"B"}, "id\nx\n7\n\" 7\"\n");
    files.nodes({"B", "C"}, "id\ny\n");
    files.edges("T", "A", "B", "from,to\n7,7\n9000000000000000000,x\n-3,y\n-3,\" 7\"\n");
    files.edges("U", "C", "B", "from,to\ny,y\n");
    PropertyGraph graph;
    REQUIRE(import_csv(graph, files.what).done);
    std::string ends;
    for (std::uint32_t e = 0; e < graph.edge_count(); ++e)
        ends += std::to_string(graph.source(EdgeId{e}).value) +
                std::to_string(graph.target(EdgeId{e}).value) + " ";
    CHECK(ends == "04 13 26 25 66 ");
    CHECK(of_first(graph, "id").integer() == 7);
    CHECK(graph.property(VertexId{4}, graph.find_key("id")).string() == "7");
}

TEST_CASE("an id that several nodes have names none of them") {
    Files files;
    files.nodes({"A"}, "id\n1\n").nodes({"A", "B"}, "id\n1\n");
    files.edges("T", "A", "B", "from,to\n1,1\n");
    PropertyGraph graph;
    const Outcome outcome = import_csv(graph, files.what);
    REQUIRE(outcome.imported.bad.size() == 1);
    CHECK(outcome.imported.bad.front().reason == "`from` is '1': more than one node :A has that id");
}

TEST_CASE("a graph is added to, and its nodes are found by their ids") {
    Files first;
    first.nodes({"Person"}, "id,name\n1,Ada\n");
    PropertyGraph graph;
    REQUIRE(import_csv(graph, first.what).done);
    CHECK(graph.changes().vertices.size() == 1);
    graph.accept();
    Files second;
    second.nodes({"City"}, "id,founded\n1,0043-01-01\n");
    second.edges("LIVES_IN", "Person", "City", "from,to,since\n1,1,1835\n");
    REQUIRE(import_csv(graph, second.what).done);
    CHECK(graph.vertex_count() == 2);
    CHECK(graph.out(VertexId{0}, graph.find_type("LIVES_IN")).size() == 1);
    CHECK(graph.find(graph.find_label("City"), graph.find_key("id"), 1).size() == 1);
    graph.take_back();
    CHECK(graph.vertex_count() == 1);
    const Outcome again = import_csv(graph, first.what);
    CHECK_FALSE(again.done);
    CHECK(again.imported.bad.front().reason == "the id '1' is there already");
}

TEST_CASE("an import into an empty graph can be taken back") {
    Files files;
    files.nodes({"A"}, "id\n1\n2\n").edges("T", "A", "A", "from,to\n1,2\n2,1\n");
    PropertyGraph graph;
    REQUIRE(import_csv(graph, files.what).done);
    CHECK(graph.changes().edges.size() == 2);
    graph.take_back();
    CHECK(graph.vertex_count() == 0);
    CHECK(graph.edge_count() == 0);
    CHECK(graph.label_count() == 0);
    REQUIRE(import_csv(graph, files.what).done);
    CHECK(graph.edge_count() == 2);
}

TEST_CASE("no integer is rounded where a column turns out to be of floats") {
    for (const char* rows : {"1,1\n2,9007199254740993\n3,1.5\n", "1,1.5\n2,9007199254740993\n3,1\n"}) {
        Files files;
        files.nodes({"A"}, std::string("id,x\n") + rows);
        PropertyGraph graph;
        REQUIRE(import_csv(graph, files.what).done);
        CHECK(graph.property(VertexId{1}, graph.find_key("x")).string() == "9007199254740993");
    }
    Files files;
    files.nodes({"A"}, "id,x\n1,\n2,9007199254740992\n3,1.5\n");
    PropertyGraph graph;
    REQUIRE(import_csv(graph, files.what).done);
    CHECK(graph.property(VertexId{1}, graph.find_key("x")).floating() == 9007199254740992.0);
}

TEST_CASE("dates may stand between spaces") {
    for (const char* head : {"id,d\n", "id,d:date\n"}) {
        Files files;
        files.nodes({"A"}, std::string(head) + "1, 2024-03-12\n2,2024-03-13\n3,2024-03-14 \n");
        PropertyGraph graph;
        REQUIRE(import_csv(graph, files.what).done);
        for (std::uint32_t i = 0; i < 3; ++i) {
            const Value date = graph.property(VertexId{i}, graph.find_key("d"));
            REQUIRE(date.kind() == Kind::Date);
            CHECK(date.date() == date_from(2024, 3, 12 + i));
        }
    }
}

TEST_CASE("an edge ends at the id as it is written, or else at the number between the spaces") {
    Files files;
    files.nodes({"A"}, "id\nx\n 7\n7\n8\n\"\t8\"\n");
    files.edges("R", "A", "A", "from,to\nx, 7\nx,7\nx, 8\nx,\"\t8\"\n");
    PropertyGraph graph;
    REQUIRE(import_csv(graph, files.what).done);
    std::vector<std::uint32_t> ends;
    for (const auto& [vertex, edge] : graph.out(VertexId{0}, graph.find_type("R")))
        ends.push_back(vertex.value);
    std::sort(ends.begin(), ends.end());
    CHECK(ends == std::vector<std::uint32_t>{1, 2, 3, 4});
}

TEST_CASE("an import that is interrupted changes nothing") {
    Files files;
    std::string rows = "id,name\n";
    for (int i = 0; i < 100'000; ++i) rows += std::to_string(i) + ",name\n";
    files.nodes({"Person"}, rows);
    const std::atomic<bool> interrupted = true;
    files.what.interrupt = &interrupted;
    files.what.skip_bad = true;  // a stop is no bad row
    PropertyGraph graph;
    const Outcome outcome = import_csv(graph, files.what);
    CHECK_FALSE(outcome.done);
    REQUIRE(outcome.imported.bad.size() == 1);
    CHECK(outcome.imported.bad[0].reason == "interrupted");
    CHECK(graph.vertex_count() == 0);
    CHECK(graph.find_label("Person").is_none());
}

}  // namespace
}  // namespace hearsay::graphs::csv

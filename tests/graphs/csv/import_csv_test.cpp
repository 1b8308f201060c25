#include "graphs/csv/import_csv.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "../scratch_folder.hpp"

namespace hearsay::graphs::csv {
namespace {

struct Files {
    ScratchFolder folder;
    Import import;

    std::filesystem::path write(const std::string& name, std::string_view text) {
        const std::filesystem::path file = folder / name;
        std::ofstream(file, std::ios::binary) << text;
        return file;
    }
    Files& nodes(std::vector<std::string> labels, std::string_view text) {
        const std::string name = "nodes" + std::to_string(import.nodes.size()) + ".csv";
        import.nodes.push_back({std::move(labels), write(name, text)});
        return *this;
    }
    Files& edges(const char* type, const char* from, const char* to, std::string_view text) {
        const std::string name = "edges" + std::to_string(import.edges.size()) + ".csv";
        import.edges.push_back({type, {from}, {to}, write(name, text)});
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
    const Outcome outcome = import_csv(graph, files.import);
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
    REQUIRE(import_csv(graph, files.nodes({"N"}, text).import).done);
    CHECK(of_first(graph, "a").string() == "1");
    CHECK(of_first(graph, "b").string() == "2024-01-31");
    CHECK(of_first(graph, "c").floating() == 7.0);
}

TEST_CASE("bad rows are named, and nothing is imported") {
    Files files;
    files.nodes({"Person"}, "id,name\n1,Ada\n1,Ada again\n,nobody\n2,too,much\n");
    files.edges("KNOWS", "Person", "Person", "from,to\n1,9\n");
    PropertyGraph graph;
    const Outcome outcome = import_csv(graph, files.import);
    CHECK_FALSE(outcome.done);
    CHECK(graph.vertex_capacity() == 0);
    CHECK(outcome.imported.bad_rows == 4);
    std::vector<std::uint64_t> lines;
    for (const BadRow& row : outcome.imported.bad) lines.push_back(row.line);
    std::sort(lines.begin(), lines.end());
    CHECK(lines == std::vector<std::uint64_t>{2, 3, 4, 5});
}

}  // namespace
}  // namespace hearsay::graphs::csv

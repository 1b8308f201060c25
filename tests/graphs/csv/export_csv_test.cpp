// What goes out as CSV comes back the same.
#include "graphs/csv/export_csv.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <limits>
#include <set>
#include <sstream>

#include "../scratch_folder.hpp"
#include "graphs/csv/cells/literal_cells.hpp"
#include "graphs/csv/names_of_files.hpp"

namespace hearsay::graphs::csv {
namespace {

template <class Element>
std::string properties_text(const PropertyGraph& graph, Element element) {
    std::set<std::string> all;
    for (const auto& [key, value] : graph.properties(element))
        all.insert(std::string(graph.name(key)) + "=" + std::string(kind_name(value.kind())) + " " +
                   literal_text(value));
    std::string text = "{";
    for (const std::string& each : all) text += each + ";";
    return text + "}";
}

std::string vertex_text(const PropertyGraph& graph, VertexId vertex) {
    std::set<std::string> labels;
    for (const LabelId label : graph.labels(vertex)) labels.insert(std::string(graph.name(label)));
    std::string text;
    for (const std::string& label : labels) text += ":" + label;
    return text + properties_text(graph, vertex);
}

// Everything in the graph but the order of its elements.
std::multiset<std::string> content(const PropertyGraph& graph) {
    std::multiset<std::string> all;
    for (std::uint32_t v = 0; v < graph.vertex_capacity(); ++v)
        if (graph.alive(VertexId{v})) all.insert(vertex_text(graph, VertexId{v}));
    for (std::uint32_t e = 0; e < graph.edge_capacity(); ++e) {
        const EdgeId edge{e};
        if (graph.alive(edge))
            all.insert(vertex_text(graph, graph.source(edge)) + "-" +
                       std::string(graph.name(graph.type(edge))) + properties_text(graph, edge) + "-" +
                       vertex_text(graph, graph.target(edge)));
    }
    return all;
}

// The graph as it comes back; `header` becomes the first line of the file.
PropertyGraph there_and_back(const PropertyGraph& graph, const char* file = nullptr,
                             std::string* header = nullptr) {
    ScratchFolder folder;
    const auto exported = export_csv(graph, folder / "tables");
    REQUIRE(exported.has_value());
    if (file != nullptr) {
        std::ifstream in(folder / "tables" / file);
        REQUIRE(in.good());
        std::getline(in, *header);
    }
    const auto contents = read_contents(folder / "tables");
    if (!contents) FAIL(contents.error().place + ": " + contents.error().reason);
    PropertyGraph again;
    const Outcome outcome = import_csv(again, *contents);
    for (const BadRow& row : outcome.imported.bad)
        UNSCOPED_INFO(row.file << ":" << row.line << " " << row.reason);
    REQUIRE(outcome.done);
    CHECK(exported->vertices == outcome.imported.vertices);
    CHECK(exported->edges == outcome.imported.edges);
    return again;
}

std::vector<Value> values_of_all_kinds() {
    return {Value(true),
            Value(std::numeric_limits<std::int64_t>::min()),
            Value(1),
            Value(1.0),
            Value(0.1),
            Value(-0.0),
            Value(std::nan("")),
            Value(HUGE_VAL),
            Value(std::numeric_limits<double>::denorm_min()),
            Value(""),
            Value(" a "),
            Value("1"),
            Value("007"),
            Value("2024-01-01"),
            Value("say \"x\", 'y'\r\nand\n\\ \"\""),
            Value("\xef\xbb\xbf\xc3\xa9\xf0\x9f\x98\x80"),
            Value(std::string(100'000, 'x')),
            Value(date_from(1815, 12, 10)),
            Value(date_from(-44, 3, 15)),
            Value(LocalTime{1}),
            Value(Time{0, -3600}),
            Value(LocalDateTime{-1, 999'999'999}),
            Value(DateTime{1'437'514'832, 142'000'000, 7200, "Europe/Paris"}),
            Value(Duration{14, 0, -1, 500'000'000}),
            Value(List{}),
            Value(List{Value(1), Value(1.0), Value("it's, \"x\"\n\\"), Value(true),
                       Value(date_from(2024, 3, 12))})};
}

TEST_CASE("every kind of value, one kind a column") {
    PropertyGraph graph;
    const LabelId label = graph.label("Thing");
    const TypeId type = graph.type("REL");
    const std::vector<Value> values = values_of_all_kinds();
    for (std::size_t i = 0; i < values.size(); ++i) {
        const KeyId key = graph.key("key" + std::to_string(i));
        const VertexId vertex = graph.add_vertex(
            std::span(&label, 1), {{graph.key("id"), Value(std::int64_t(i))}, {key, values[i]}});
        graph.add_edge(vertex, type, VertexId{0}, {{key, values[i]}});
    }
    CHECK((content(there_and_back(graph)) == content(graph)));
}

TEST_CASE("every kind of value in one column, and ids that do not tell nodes apart") {
    PropertyGraph graph;
    const std::vector<LabelId> labels{graph.label("A:B"), graph.label("`C` & \"D\", E=F")};
    const KeyId key = graph.key("a:b, \"c\" "), from = graph.key("from");
    const TypeId type = graph.type("IS PART:OF");
    for (const Value& value : values_of_all_kinds()) {
        const VertexId vertex = graph.add_vertex(labels, {{key, value}, {graph.key("id"), Value(7)}});
        graph.add_edge(vertex, type, vertex, {{key, value}, {from, Value("x")}});
    }
    graph.add_vertex({}, {});
    std::string header;
    const PropertyGraph again = there_and_back(graph, "nodes.csv", &header);
    CHECK(header == ":id");
    CHECK((content(again) == content(graph)));
}

TEST_CASE("nodes with several sets of labels, known by their ids") {
    PropertyGraph graph;
    const LabelId organisation = graph.label("Organisation"), outlet = graph.label("Outlet"),
                  city = graph.label("City");
    const KeyId id = graph.key("id");
    const TypeId owns = graph.type("OWNS");
    const VertexId a = graph.add_vertex(std::span(&organisation, 1), {{id, Value("a")}});
    const std::vector<LabelId> both{organisation, outlet};
    const VertexId b = graph.add_vertex(both, {{id, Value("b")}, {graph.key("name"), Value("B")}});
    const VertexId c = graph.add_vertex(std::span(&city, 1), {{id, Value(1)}});
    const VertexId gone = graph.add_vertex(std::span(&city, 1), {{id, Value(2)}});
    graph.add_edge(a, owns, b);
    graph.add_edge(b, owns, a, {{graph.key("since"), Value(1999)}});
    graph.add_edge(b, owns, c);
    graph.remove(gone);
    std::string header;
    const PropertyGraph again = there_and_back(graph, "Organisation-Outlet.csv", &header);
    CHECK(header == "id:string,name:string");
    CHECK((content(again) == content(graph)));
}

TEST_CASE("an empty graph") {
    CHECK(content(there_and_back(PropertyGraph())).empty());
}

TEST_CASE("an export that is interrupted leaves nothing") {
    PropertyGraph graph;
    const KeyId id = graph.key("id");
    for (int i = 0; i < 3'000; ++i) graph.add_vertex({}, {{id, i}});
    const ScratchFolder folder;
    const std::atomic<bool> interrupt{true};
    const auto exported = export_csv(graph, folder / "tables", &interrupt);
    REQUIRE_FALSE(exported);
    CHECK(exported.error().reason == "was not written: interrupted");
    CHECK_FALSE(std::filesystem::exists(folder / "tables"));
    std::filesystem::create_directory(folder / "empty");
    CHECK_FALSE(export_csv(graph, folder / "empty", &interrupt));
    CHECK(std::filesystem::is_empty(folder / "empty"));
}

TEST_CASE("a folder that holds something is left alone") {
    ScratchFolder folder;
    std::ofstream(folder / "mine.csv") << "mine";
    const auto exported = export_csv(PropertyGraph(), folder.path());
    REQUIRE_FALSE(exported.has_value());
    CHECK(exported.error().reason == "is not empty; name a folder that is not there yet");
    CHECK_FALSE(export_csv(PropertyGraph(), folder / "mine.csv").has_value());
}

}  // namespace
}  // namespace hearsay::graphs::csv

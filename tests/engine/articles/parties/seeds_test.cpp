// The parties behind five real reports of one event: one vertex each, with what they claim and deny.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "engine/articles/loading/graph_builder.hpp"
#include "engine/articles/network/network_annotator.hpp"
#include "engine/articles/pipeline.hpp"
#include "tests/shared_data.hpp"

using namespace hearsay::engine;
using hearsay::graphs::PropertyGraph;
using hearsay::graphs::Value;
using hearsay::graphs::VertexId;

namespace {

std::string text_of(const PropertyGraph& graph, VertexId vertex, const char* key) {
    const Value value = graph.property(vertex, graph.find_key(key));
    return value.is_null() ? std::string() : std::string(value.string());
}

bool is_called(const PropertyGraph& graph, VertexId vertex, const std::string& name) {
    if (text_of(graph, vertex, "name") == name) return true;
    const Value aliases = graph.property(vertex, graph.find_key("aliases"));
    if (aliases.is_null()) return false;
    for (const Value& alias : aliases.list())
        if (alias.string() == name) return true;
    return false;
}

// The vertices with the label that are called so.
std::vector<VertexId> called(const PropertyGraph& graph, const char* label, const std::string& name) {
    std::vector<VertexId> out;
    for (const VertexId vertex : graph.vertices(graph.find_label(label)))
        if (is_called(graph, vertex, name)) out.push_back(vertex);
    return out;
}

// The articles in which the party has an edge of the type to a statement with the words in it.
std::set<std::string> articles(const PropertyGraph& graph, VertexId party, const char* type,
                               const std::string& words) {
    std::set<std::string> out;
    for (const auto& edge : graph.out(party, graph.find_type(type)))
        if (text_of(graph, edge.vertex, "text").find(words) != std::string::npos)
            out.insert(text_of(graph, edge.vertex, "article"));
    return out;
}

PropertyGraph read(const Pipeline& pipeline, const std::vector<std::filesystem::path>& files) {
    PropertyGraph graph;
    GraphBuilder builder(graph);
    for (const auto& file : files) {
        std::ifstream in(file);
        std::stringstream text;
        text << in.rdbuf();
        Document document;
        document.id = file.stem().string();
        document.text = text.str();
        pipeline.annotate(document);
        builder.add(document);
    }
    return graph;
}

}  // namespace

TEST_CASE("Five reports, one graph of parties", "[parties][seeds]") {
    const auto seeds = hearsay::tests::shared_data("seeds");
    if (!seeds) {
        WARN("skipped: there is no ../shared/seeds");
        return;
    }
    // Tests run in the checkout.
    const char* weights = std::getenv("HEARSAY_WEIGHTS");
    const auto network = open_network(weights ? weights : "engine/articles/network/weights/reading.weights");
    if (!network) {
        WARN("skipped: " << network.error().reason);
        return;
    }
    const Pipeline pipeline = Pipeline::standard(*network);
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(*seeds)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    const bool reversed = GENERATE(false, true);
    if (reversed) std::reverse(files.begin(), files.end());
    const PropertyGraph graph = read(pipeline, files);

    // One man under two spellings.
    const auto yusov = called(graph, "Actor", "Andriy Yusov");
    REQUIRE(yusov.size() == 1);
    CHECK(is_called(graph, yusov.front(), "Andrii Yusov"));
    CHECK(graph.out(yusov.front(), graph.find_type("CLAIMS")).size() >= 6);
    CHECK(articles(graph, yusov.front(), "CLAIMS", "").size() == 3);

    const auto ministry = called(graph, "Organisation", "Russian Defense Ministry");
    REQUIRE(ministry.size() == 1);
    CHECK(is_called(graph, ministry.front(), "MoD"));
    CHECK(articles(graph, ministry.front(), "CLAIMS", "234").size() == 2);
    CHECK(articles(graph, ministry.front(), "CLAIMS", "").size() == 5);

    for (const char* acronym : {"FSB", "SVR"}) CHECK(called(graph, "Organisation", acronym).size() == 1);
    CHECK(called(graph, "Organisation", "Freedom of Russia Legion") ==
          called(graph, "Organisation", "Freedom for Russia Legion"));
    CHECK(called(graph, "Place", "Tyotkino") == called(graph, "Place", "Tetkino"));

    const auto kremlin = called(graph, "Organisation", "Kremlin");
    REQUIRE(kremlin.size() == 1);
    // The groups' version, and what the groups had said before.
    CHECK(graph.out(kremlin.front(), graph.find_type("DENIES")).size() > 1);
    const auto spokesperson = called(graph, "Actor", "White House National Security Council spokesperson");
    REQUIRE(spokesperson.size() == 1);
    CHECK(graph.out(spokesperson.front(), graph.find_type("DENIES")).size() >= 2);
}

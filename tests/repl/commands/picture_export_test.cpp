#include <catch2/catch.hpp>

#include "repl/commands/picture_export.hpp"
#include "tests/repl/small_graph.hpp"

using namespace hearsay;
using namespace hearsay::repl;

TEST_CASE("the overview shows denials first, with the claims that they are about") {
    graphs::PropertyGraph graph = test::small_graph();
    const auto actor = graph.label("Actor"), statement = graph.label("Statement");
    const auto busy = graph.add_vertex(std::vector{actor});
    for (int i = 0; i < 50; ++i)
        graph.add_edge(busy, graph.type("CLAIMS"), graph.add_vertex(std::vector{statement}));

    const Overview all = overview(graph, 1000);
    CHECK(all.all == 52);
    CHECK(all.shown == 52);
    const Overview some = overview(graph, 4);
    CHECK(some.shown == 4);
    CHECK(some.all == 52);
    const auto& edges = some.selection.edges;
    CHECK(std::count(edges.begin(), edges.end(), graphs::EdgeId{0}) == 1);
    CHECK(std::count(edges.begin(), edges.end(), graphs::EdgeId{1}) == 1);
    CHECK(overview(graphs::PropertyGraph(), 10).all == 0);
}

TEST_CASE("what a query returns is drawn, wherever it stands in the row") {
    engine::QueryResult result;
    graphs::Path path;
    path.vertices = {graphs::VertexId{3}, graphs::VertexId{4}};
    path.edges = {graphs::EdgeId{5}};
    result.rows = {{graphs::VertexId{0}, 7, "text"},
                   {graphs::Value(graphs::List{graphs::EdgeId{1},
                                               graphs::Value(graphs::Map{{"k", graphs::VertexId{2}}})}),
                    nullptr, graphs::Value(path)}};
    const graphs::Selection selection = selection_of(result);
    CHECK(selection.vertices == std::vector<graphs::VertexId>{{0}, {2}, {3}, {4}});
    CHECK(selection.edges == std::vector<graphs::EdgeId>{{1}, {5}});
}

TEST_CASE("a file's ending says the format") {
    CHECK(picture_format_of("a/b.SVG") == graphs::PictureFormat::Svg);
    CHECK(picture_format_of("b.gv") == graphs::PictureFormat::Dot);
    CHECK(picture_format_of("b.png") == graphs::PictureFormat::Png);
    CHECK_FALSE(picture_format_of("b.pdf"));
    CHECK_FALSE(picture_format_of("b"));
}

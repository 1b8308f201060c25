// The graph as Boost.Graph sees it: its concepts hold, and its algorithms run unchanged.
#include "graphs/boost/graph.hpp"

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/page_rank.hpp>
#include <catch2/catch.hpp>
#include <map>
#include <numeric>

#include "graphs/boost/undirected.hpp"

using namespace hearsay::graphs;

BOOST_CONCEPT_ASSERT((boost::GraphConcept<PropertyGraph>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<PropertyGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<PropertyGraph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<PropertyGraph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<PropertyGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<PropertyGraph>));
BOOST_CONCEPT_ASSERT((boost::VertexAndEdgeListGraphConcept<PropertyGraph>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<PropertyGraph, VertexId, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<PropertyGraph, EdgeId, boost::edge_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<ValueMap<VertexId>, VertexId>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<NumberMap<EdgeId>, EdgeId>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<UndirectedView>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<UndirectedView>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<UndirectedView>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<UndirectedView>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<UndirectedView, VertexId, boost::vertex_index_t>));

namespace {

// Nine vertices of which two are removed, so that ids and indexes differ:
//   1 -> 2 -> 3 -> 5 (weights 1, 1, 1), 1 -> 5 (weight 10), 3 -> 1, 6 -> 7; 8 alone; 0 and 4 dead.
struct Town {
    PropertyGraph g;
    TypeId road = g.type("ROAD"), river = g.type("RIVER");
    KeyId length = g.key("length"), name = g.key("name");
    std::vector<VertexId> v;

    Town() {
        for (int i = 0; i < 9; ++i) v.push_back(g.add_vertex({}, {{name, "v" + std::to_string(i)}}));
        const EdgeId gone = g.add_edge(v[0], road, v[4]);
        g.add_edge(v[1], road, v[2], {{length, 1}});
        g.add_edge(v[2], river, v[3], {{length, 1.0}});
        g.add_edge(v[3], road, v[5]);
        g.add_edge(v[1], river, v[5], {{length, 10}});
        g.add_edge(v[3], road, v[1], {{length, 1}});
        g.add_edge(v[6], road, v[7], {{length, 1}});
        g.remove(gone);
        g.remove(v[0]);
        g.remove(v[4]);
    }
    // A vector with an item for each alive vertex, as a property map.
    template <class T>
    auto map_of(std::vector<T>& items) const {
        return boost::make_iterator_property_map(items.begin(), get(boost::vertex_index, g));
    }
};

template <class Iterator>
std::vector<std::uint32_t> ids(const std::pair<Iterator, Iterator>& range) {
    std::vector<std::uint32_t> found;
    for (auto it = range.first; it != range.second; ++it) found.push_back((*it).value);
    return found;
}
using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE_METHOD(Town, "removed elements are passed over", "[boost]") {
    CHECK(ids(vertices(g)) == Numbers{1, 2, 3, 5, 6, 7, 8});
    CHECK(ids(edges(g)) == Numbers{1, 2, 3, 4, 5, 6});
    CHECK(num_vertices(g) == 7);
    CHECK(num_edges(g) == 6);
    CHECK(ids(out_edges(v[1], g)) == Numbers{1, 4});
    CHECK(ids(in_edges(v[5], g)) == Numbers{3, 4});
    CHECK(ids(in_edges(v[1], g)) == Numbers{5});
    CHECK(ids(out_edges(v[8], g)).empty());
    CHECK(ids(adjacent_vertices(v[3], g)) == Numbers{5, 1});
    CHECK(out_degree(v[3], g) == 2);
    CHECK(degree(v[3], g) == 3);
    const auto index = get(boost::vertex_index, g);
    Numbers numbers;
    for (auto [it, end] = vertices(g); it != end; ++it)
        numbers.push_back(static_cast<std::uint32_t>(index[*it]));
    CHECK(numbers == Numbers{0, 1, 2, 3, 4, 5, 6});
    CHECK(get(boost::edge_index, g, EdgeId{1}) == 0);
    CHECK(ValueMap<VertexId>(g, name)[v[3]].string() == "v3");
}

TEST_CASE("a graph without anything has empty ranges", "[boost]") {
    const PropertyGraph empty;
    CHECK(ids(vertices(empty)).empty());
    CHECK(ids(edges(empty)).empty());
    PropertyGraph one;
    const VertexId v = one.add_vertex({});
    CHECK(ids(out_edges(v, one)).empty());
    CHECK(out_edges(v, UndirectedView(one)).first == out_edges(v, UndirectedView(one)).second);
}

TEST_CASE_METHOD(Town, "breadth_first_search", "[boost]") {
    std::vector<int> distance(num_vertices(g), -1);
    const auto distances = map_of(distance);
    put(distances, v[1], 0);
    boost::breadth_first_search(
        g, v[1],
        boost::visitor(boost::make_bfs_visitor(boost::record_distances(distances, boost::on_tree_edge()))));
    CHECK(distance == std::vector<int>{0, 1, 2, 1, -1, -1, -1});
}

TEST_CASE_METHOD(Town, "dijkstra_shortest_paths", "[boost]") {
    std::vector<double> distance(num_vertices(g));
    std::vector<VertexId> before(num_vertices(g));
    boost::dijkstra_shortest_paths(g, v[1],
                                   boost::weight_map(NumberMap<EdgeId>(g, length, 1.0))
                                       .distance_map(map_of(distance))
                                       .predecessor_map(map_of(before)));
    CHECK(distance[3] == 3.0);  // over 2 and 3, not the long river
    CHECK(get(map_of(before), v[5]) == v[3]);
    CHECK(distance[4] == std::numeric_limits<double>::max());
}

TEST_CASE_METHOD(Town, "connected_components of the graph without directions", "[boost]") {
    std::vector<int> component(num_vertices(g));
    CHECK(boost::connected_components(UndirectedView(g), map_of(component)) == 3);
    CHECK(component == std::vector<int>{0, 0, 0, 0, 1, 1, 2});
    // A loop and parallel edges change nothing.
    g.add_edge(v[8], road, v[8]);
    g.add_edge(v[7], river, v[6]);
    CHECK(boost::connected_components(UndirectedView(g), map_of(component)) == 3);
    CHECK(out_degree(v[8], UndirectedView(g)) == 2);
}

TEST_CASE_METHOD(Town, "dijkstra_shortest_paths of the graph without directions", "[boost]") {
    std::vector<double> distance(num_vertices(g));
    boost::dijkstra_shortest_paths(
        UndirectedView(g), v[5],
        boost::weight_map(NumberMap<EdgeId>(g, length, 1.0)).distance_map(map_of(distance)));
    CHECK(distance[0] == 2.0);  // against the road from 3, then from 3 to 1
    CHECK(distance[1] == 2.0);
}

TEST_CASE_METHOD(Town, "page_rank", "[boost]") {
    std::vector<double> rank(num_vertices(g));
    boost::graph::page_rank(g, map_of(rank), boost::graph::n_iterations(50));
    CHECK(rank[3] > rank[2]);  // 5 is linked twice
    CHECK(rank[5] > rank[4]);
    CHECK(rank[6] == Approx(0.15));  // nobody links to 8; not normalised
}

TEST_CASE_METHOD(Town, "brandes_betweenness_centrality", "[boost]") {
    std::vector<double> centrality(num_vertices(g));
    boost::brandes_betweenness_centrality(g, map_of(centrality));
    // 2 lies between 1 and 3; 3 between 2 and 1 as well as 5; 1 between 3 and 2.
    CHECK(centrality == std::vector<double>{1, 1, 2, 0, 0, 0, 0});
}

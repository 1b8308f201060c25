#include "tests/fuzz/fuzz_graph.hpp"

#include <algorithm>

#include "repl/output/cypher_text.hpp"
#include "tests/fuzz/target.hpp"

namespace hearsay::fuzz {

using namespace graphs;

namespace {

template <class Id, class Visit>
void for_each_alive(const PropertyGraph& graph, std::size_t capacity, const Visit& visit) {
    for (std::uint32_t i = 0; i < capacity; ++i) {
        if (graph.alive(Id{i})) visit(Id{i});
    }
}

template <class Visit>
void for_each_vertex(const PropertyGraph& graph, const Visit& visit) {
    for_each_alive<VertexId>(graph, graph.vertex_capacity(), visit);
}
template <class Visit>
void for_each_edge(const PropertyGraph& graph, const Visit& visit) {
    for_each_alive<EdgeId>(graph, graph.edge_capacity(), visit);
}

bool holds(std::span<const Neighbour> neighbours, VertexId vertex, EdgeId edge) {
    return std::count_if(neighbours.begin(), neighbours.end(), [&](const Neighbour& each) {
               return each.edge == edge && each.vertex == vertex;
           }) == 1;
}

void check_labels(const PropertyGraph& graph) {
    std::size_t members = 0;
    for (std::uint32_t i = 0; i < graph.label_count(); ++i) {
        const auto vertices = graph.vertices(LabelId{i});
        require(std::is_sorted(vertices.begin(), vertices.end()), "the vertices of a label ascend");
        for (const VertexId v : vertices)
            require(graph.alive(v) && graph.has_label(v, LabelId{i}), "the vertices of a label carry it");
        members += vertices.size();
    }
    std::size_t carried = 0;
    for_each_vertex(graph, [&](VertexId v) { carried += graph.labels(v).size(); });
    require(members == carried, "every label carried is listed");
}

void check_edges(const PropertyGraph& graph) {
    std::size_t of_types = 0;
    for (std::uint32_t i = 0; i < graph.type_count(); ++i) of_types += graph.edge_count(TypeId{i});
    require(of_types == graph.edge_count(), "every edge has a type");
    std::size_t edges = 0;
    for_each_edge(graph, [&](EdgeId e) {
        ++edges;
        const VertexId source = graph.source(e), target = graph.target(e);
        require(graph.alive(source) && graph.alive(target), "edges join vertices that are there");
        require(holds(graph.out(source, graph.type(e)), target, e), "an edge leaves its source");
        require(holds(graph.in(target, graph.type(e)), source, e), "an edge enters its target");
    });
    require(edges == graph.edge_count(), "edges are counted");
    std::size_t out = 0, in = 0;
    for_each_vertex(graph, [&](VertexId v) {
        out += graph.out_degree(v);
        in += graph.in_degree(v);
    });
    require(out == edges && in == edges, "degrees add up to the edges");
}

void check_index(const PropertyGraph& graph) {
    for_each_vertex(graph, [&](VertexId v) {
        if (graph.labels(v).empty()) return;
        for (const auto& [key, value] : graph.properties(v)) {
            const auto found = graph.find(graph.labels(v)[0], key, value);
            require(std::count(found.begin(), found.end(), v) == 1, "a vertex is found by its property");
        }
    });
}

}  // namespace

PropertyGraph small_graph() {
    PropertyGraph graph;
    const auto vertex = [&graph](std::initializer_list<const char*> names, Properties properties) {
        std::vector<LabelId> labels;
        for (const char* name : names) labels.push_back(graph.label(name));
        std::sort(labels.begin(), labels.end());
        return graph.add_vertex(labels, std::move(properties));
    };
    const KeyId name = graph.key("name"), k = graph.key("k"), text = graph.key("text"), id = graph.key("id");
    const KeyId list = graph.key("list"), published = graph.key("published"),
                confidence = graph.key("confidence");
    const VertexId ann = vertex({"Actor", "A"}, {{name, "Ann Bell"}, {k, 1}, {id, 1}});
    const VertexId guard = vertex({"Organisation"}, {{name, "the Coast Guard"}, {k, 2.5}, {id, 2}});
    const VertexId port = vertex({"Place"}, {{name, "Ostmark"}, {list, Value(List{1, 2, 3})}, {id, 3}});
    const VertexId fire = vertex({"Statement", "B"}, {{text, "the fire is out"}, {k, true}, {id, 4}});
    const VertexId ship = vertex({"Statement"}, {{text, "no ship was near"}, {id, 5}});
    const VertexId paper = vertex({"Article"}, {{published, date_from(2024, 2, 29)}, {text, "..."}, {id, 6}});
    const VertexId plain = vertex({}, {{k, "x"}, {list, Value(List{"a", "b"})}});
    const KeyId at = graph.key("at"), span = graph.key("span"), times = graph.key("times");
    graph.set_property(paper, at, Value(DateTime{1'709'200'000, 500'000'000, 3600, "Europe/Paris"}));
    graph.set_property(plain, at, Value(LocalDateTime{1'709'200'000, 0}));
    graph.set_property(plain, span, Value(Duration{14, -3, 7'200, 1}));
    graph.set_property(plain, times, Value(List{Value(LocalTime{1}), Value(Time{2'000'000'000, -3600})}));
    const auto edge = [&graph](VertexId from, const char* type, VertexId to, Properties properties = {}) {
        graph.add_edge(from, graph.type(type), to, std::move(properties));
    };
    edge(ann, "CLAIMS", fire, {{confidence, 0.75}, {k, 1}});
    edge(guard, "DENIES", fire, {{confidence, 0.5}});
    edge(guard, "CLAIMS", ship);
    edge(guard, "CLAIMS", ship, {{k, 2}});
    edge(paper, "ATTRIBUTES", fire);
    edge(fire, "MENTIONS", port);
    edge(plain, "R", plain, {{k, 3}});
    edge(plain, "R", ann);
    graph.accept();
    return graph;
}

std::string fingerprint(const PropertyGraph& graph) {
    std::string text;
    for_each_vertex(graph, [&](VertexId v) {
        text += std::to_string(v.value) + repl::to_cypher(graph, Value(v)) + "\n";
    });
    for_each_edge(graph, [&](EdgeId e) {
        text += std::to_string(graph.source(e).value) + repl::to_cypher(graph, Value(e)) +
                std::to_string(graph.target(e).value) + "\n";
    });
    return text;
}

void check_graph(const PropertyGraph& graph) {
    std::size_t vertices = 0;
    for_each_vertex(graph, [&vertices](VertexId) { ++vertices; });
    require(vertices == graph.vertex_count(), "vertices are counted");
    check_labels(graph);
    check_edges(graph);
    check_index(graph);
}

}  // namespace hearsay::fuzz

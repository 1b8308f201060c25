#include "graphs/bulk_fill.hpp"

#include <bit>

#include "graphs/property_graph_parts.hpp"

namespace hearsay::graphs {
namespace {

template <class Do>
void for_each_bit(const Bitmap& bits, Do&& act) {
    const auto words = bits.words();
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::uint64_t word = words[i]; word != 0; word &= word - 1) {
            act(static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
        }
    }
}

}  // namespace

BulkFill::BulkFill(PropertyGraph& graph) : graph_(graph), parts_(*graph.parts_) {
    HEARSAY_ASSERT(graph.vertex_capacity() == 0);
}

void BulkFill::expect(std::size_t vertices, std::size_t edges) {
    // A dead vertex needs a label set as well: the empty one.
    parts_.label_set_of.assign(vertices, parts_.label_set({}));
    parts_.vertex_alive.reserve(vertices);
    parts_.vertex_properties.reserve(vertices);
    parts_.edge_alive.reserve(edges);
    parts_.source.resize(edges);
    parts_.target.resize(edges);
    parts_.type.resize(edges);
    parts_.edge_properties.reserve(edges);
}

void BulkFill::vertex(VertexId id, std::uint32_t label_set) {
    HEARSAY_ASSERT(id.value < parts_.label_set_of.size());
    parts_.vertex_alive.set(id.value);
    parts_.label_set_of[id.value] = label_set;
    ++parts_.vertex_count;
}

std::uint32_t BulkFill::label_set(std::vector<LabelId> ascending) {
    return parts_.label_set(std::move(ascending));
}

void BulkFill::edge(EdgeId id, VertexId source, TypeId type, VertexId target) {
    HEARSAY_ASSERT(id.value < parts_.type.size() && type.value < parts_.adjacency.size());
    HEARSAY_ASSERT(source.value < parts_.label_set_of.size() && target.value < parts_.label_set_of.size());
    parts_.edge_alive.set(id.value);
    parts_.source[id.value] = source;
    parts_.target[id.value] = target;
    parts_.type[id.value] = type;
    ++parts_.edge_count;
}

PropertyTable& BulkFill::vertex_properties() {
    return parts_.vertex_properties;
}
PropertyTable& BulkFill::edge_properties() {
    return parts_.edge_properties;
}

void BulkFill::link_edges() {
    for (Adjacency& edges : parts_.adjacency) {
        edges.sources.forget();
        edges.targets.forget();
        edges.out.expect_rows(parts_.label_set_of.size());
        edges.in.expect_rows(parts_.label_set_of.size());
    }
    const auto adjacency = [this](std::uint32_t e) -> Adjacency& {
        return parts_.adjacency[parts_.type[e].value];
    };
    for_each_bit(parts_.edge_alive, [&](std::uint32_t e) {
        Adjacency& edges = adjacency(e);
        edges.out.count(parts_.source[e].value);
        edges.in.count(parts_.target[e].value);
        ++edges.count;
    });
    for (Adjacency& edges : parts_.adjacency) {
        edges.out.begin_fill();
        edges.in.begin_fill();
    }
    for_each_bit(parts_.edge_alive, [&](std::uint32_t e) {
        Adjacency& edges = adjacency(e);
        const VertexId from = parts_.source[e], to = parts_.target[e];
        edges.out.fill(from.value, {to, EdgeId{e}});
        edges.in.fill(to.value, {from, EdgeId{e}});
    });
}

bool BulkFill::finish() {
    for_each_bit(parts_.vertex_alive, [&](std::uint32_t v) {
        for (const LabelId label : parts_.labels_of(VertexId{v})) {
            parts_.members[label.value].vertices.push_back(VertexId{v});
        }
    });
    bool whole = true;
    for_each_bit(parts_.edge_alive, [&](std::uint32_t e) {
        whole &= parts_.vertex_alive.test(parts_.source[e].value) &&
                 parts_.vertex_alive.test(parts_.target[e].value);
    });
    parts_.everything_is_old();
    ++parts_.version;
    return whole;
}

}  // namespace hearsay::graphs

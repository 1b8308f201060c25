#include "graphs/graph/bulk_fill.hpp"

#include <algorithm>
#include <bit>
#include <future>
#include <system_error>
#include <utility>

#include "graphs/graph/parts.hpp"

namespace hearsay::graphs {
BulkFill::BulkFill(PropertyGraph& graph) : graph_(graph), parts_(*graph.parts_) {
    HEARSAY_ASSERT(graph.vertex_capacity() == 0);
    // Until all is there, nothing follows from it; if the filling ends half way, that is made anew.
    parts_.lose_all_that_follows();
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

void BulkFill::number(Numbering vertices, Numbering edges) {
    vertex_numbers_ = std::move(vertices);
    edge_numbers_ = std::move(edges);
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
    ++parts_.adjacency[type.value].count;
}

void BulkFill::index(IndexDefinition index) {
    graph_.add_index(std::move(index), [](std::size_t) {});  // of a graph that is empty yet
}
PropertyTable& BulkFill::vertex_properties() {
    return parts_.vertex_properties;
}
PropertyTable& BulkFill::edge_properties() {
    return parts_.edge_properties;
}

void BulkFill::vertices(VertexId first, std::size_t count, std::uint32_t label_set) {
    for (std::size_t i = 0; i < count; ++i)
        vertex(VertexId{first.value + static_cast<std::uint32_t>(i)}, label_set);
}

void BulkFill::edges(EdgeId first, TypeId type, std::span<const VertexId> sources,
                     std::span<const VertexId> targets) {
    HEARSAY_ASSERT(sources.size() == targets.size());
    for (std::size_t i = 0; i < sources.size(); ++i)
        edge(EdgeId{first.value + static_cast<std::uint32_t>(i)}, sources[i], type, targets[i]);
}

std::vector<EdgeId> BulkFill::drop_loose_edges() {
    std::vector<EdgeId> loose;
    for_each_bit(parts_.edge_alive, [&](std::uint32_t e) {
        if (!parts_.vertex_alive.test(parts_.source[e].value) ||
            !parts_.vertex_alive.test(parts_.target[e].value))
            loose.push_back(EdgeId{e});
    });
    for (const EdgeId edge : loose) {
        parts_.edge_alive.reset(edge.value);
        --parts_.edge_count;
        parts_.edge_properties.clear(edge.value);
    }
    return loose;
}

void BulkFill::link_edges() {
    parts_.lose_adjacency();  // names may have come since
    // The two directions have nothing in common that changes.
    const auto link_in = [&] { parts_.link(&Adjacency::in, parts_.target, parts_.source); };
    std::future<void> other;
    try {
        other = std::async(std::launch::async, link_in);
    } catch (const std::system_error&) {  // no thread to be had
        other = std::async(std::launch::deferred, link_in);
    }
    parts_.link(&Adjacency::out, parts_.source, parts_.target);
    other.get();
    parts_.adjacency_lost = false;
}

bool BulkFill::enlist() {
    for (LabelMembers& list : parts_.members) list.lose();
    for_each_bit(parts_.vertex_alive, [&](std::uint32_t v) {
        for (const LabelId label : parts_.labels_of(VertexId{v}))
            parts_.members[label.value].vertices.push_back(VertexId{v});
    });
    for (LabelMembers& list : parts_.members) {
        list.lost = false;
        list.untidy = false;
    }
    bool whole = true;
    for_each_bit(parts_.edge_alive, [&](std::uint32_t e) {
        whole &= parts_.vertex_alive.test(parts_.source[e].value) &&
                 parts_.vertex_alive.test(parts_.target[e].value);
    });
    // What was built while the graph was empty.
    parts_.indexes.clear();
    parts_.texts.clear();
    parts_.orders.clear();
    ++parts_.version;
    return whole;
}

bool BulkFill::finish() {
    const bool whole = enlist();
    parts_.everything_is_old();
    return whole;
}

bool BulkFill::finish_as_change() {
    return enlist();
}

}  // namespace hearsay::graphs

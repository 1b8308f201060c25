// Changing a property graph, and taking changes back.
#include <algorithm>

#include "graphs/property_graph.hpp"
#include "graphs/property_graph_parts.hpp"

namespace hearsay::graphs {

// --- changes -----------------------------------------------------------------------------------------------

VertexId PropertyGraph::add_vertex(std::span<const LabelId> labels, Properties properties) {
    HEARSAY_ASSERT(vertex_capacity() < VertexId::none().value);
    const VertexId vertex{static_cast<std::uint32_t>(vertex_capacity())};
    std::vector<LabelId> set(labels.begin(), labels.end());
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    HEARSAY_ASSERT(set.empty() || set.back().value < label_count());
    parts_->label_set_of.push_back(parts_->label_set(std::move(set)));
    for (const auto& [key, value] : properties) {
        HEARSAY_ASSERT(key.value < key_count());
        parts_->vertex_properties.set(vertex.value, key, value);
    }
    parts_->show(vertex);
    return vertex;
}

EdgeId PropertyGraph::add_edge(VertexId source, TypeId type, VertexId target, Properties properties) {
    HEARSAY_ASSERT(alive(source) && alive(target) && type.value < type_count());
    HEARSAY_ASSERT(edge_capacity() < EdgeId::none().value);
    const EdgeId edge{static_cast<std::uint32_t>(edge_capacity())};
    parts_->source.push_back(source);
    parts_->target.push_back(target);
    parts_->type.push_back(type);
    for (const auto& [key, value] : properties) {
        HEARSAY_ASSERT(key.value < key_count());
        parts_->edge_properties.set(edge.value, key, value);
    }
    parts_->show(edge);
    return edge;
}

void PropertyGraph::set_property(VertexId v, KeyId key, Value value) {
    HEARSAY_ASSERT(alive(v) && key.value < key_count());
    if (parts_->is_old(v)) {
        parts_->undo.push_back({Undo::What::VertexProperty, v.value, key.value, property(v, key)});
    }
    parts_->change_property(v, key, value);
}

void PropertyGraph::set_property(EdgeId e, KeyId key, Value value) {
    HEARSAY_ASSERT(alive(e) && key.value < key_count());
    if (parts_->is_old(e)) {
        parts_->undo.push_back({Undo::What::EdgeProperty, e.value, key.value, property(e, key)});
    }
    parts_->edge_properties.set(e.value, key, value);
    ++parts_->version;
}

void PropertyGraph::add_label(VertexId v, LabelId label) {
    HEARSAY_ASSERT(alive(v) && label.value < label_count());
    if (has_label(v, label)) return;
    if (parts_->is_old(v))
        parts_->undo.push_back({Undo::What::LabelSet, v.value, parts_->label_set_of[v.value], {}});
    std::vector<LabelId> set = parts_->labels_of(v);
    set.insert(std::lower_bound(set.begin(), set.end(), label), label);
    parts_->change_labels(v, parts_->label_set(std::move(set)));
}

void PropertyGraph::remove_label(VertexId v, LabelId label) {
    HEARSAY_ASSERT(alive(v));
    if (!has_label(v, label)) return;
    if (parts_->is_old(v))
        parts_->undo.push_back({Undo::What::LabelSet, v.value, parts_->label_set_of[v.value], {}});
    std::vector<LabelId> set = parts_->labels_of(v);
    std::erase(set, label);
    parts_->change_labels(v, parts_->label_set(std::move(set)));
}

void PropertyGraph::remove(EdgeId e) {
    HEARSAY_ASSERT(alive(e));
    if (parts_->is_old(e)) parts_->undo.push_back({Undo::What::RemovedEdge, e.value, 0, {}});
    parts_->hide(e);
}

void PropertyGraph::remove(VertexId v) {
    HEARSAY_ASSERT(alive(v) && out_degree(v) == 0 && in_degree(v) == 0);
    if (parts_->is_old(v)) parts_->undo.push_back({Undo::What::RemovedVertex, v.value, 0, {}});
    parts_->hide(v);
}

// --- what was done -----------------------------------------------------------------------------------------

PropertyGraph::Changes PropertyGraph::changes() const {
    Changes changes;
    for (const Undo& undo : parts_->undo) {
        const bool of_edge = undo.what == Undo::What::EdgeProperty || undo.what == Undo::What::RemovedEdge;
        if (of_edge)
            changes.edges.push_back(EdgeId{undo.element});
        else
            changes.vertices.push_back(VertexId{undo.element});
    }
    const auto once = [](auto& ids) {
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    };
    once(changes.vertices);
    once(changes.edges);
    for (std::size_t v = parts_->old_vertices; v < vertex_capacity(); ++v) {
        changes.vertices.push_back(VertexId{static_cast<std::uint32_t>(v)});
    }
    for (std::size_t e = parts_->old_edges; e < edge_capacity(); ++e) {
        changes.edges.push_back(EdgeId{static_cast<std::uint32_t>(e)});
    }
    changes.indexes = parts_->asked_for_before && *parts_->asked_for_before != parts_->asked_for;
    return changes;
}

void PropertyGraph::accept() {
    // The properties of what was removed were kept in case that it came back.
    for (const Undo& undo : parts_->undo) {
        if (undo.what == Undo::What::RemovedVertex) parts_->vertex_properties.clear(undo.element);
        if (undo.what == Undo::What::RemovedEdge) parts_->edge_properties.clear(undo.element);
    }
    for (std::size_t v = parts_->old_vertices; v < vertex_capacity(); ++v) {
        if (!parts_->vertex_alive.test(v)) parts_->vertex_properties.clear(v);
    }
    for (std::size_t e = parts_->old_edges; e < edge_capacity(); ++e) {
        if (!parts_->edge_alive.test(e)) parts_->edge_properties.clear(e);
    }
    parts_->undo = {};
    parts_->everything_is_old();
}

void PropertyGraph::take_back() {
    Parts& p = *parts_;
    if (p.nothing_is_new()) return;
    ++p.version;
    // New edges and vertices go first: what is undone after that concerns old elements only.
    for (std::size_t e = edge_capacity(); e-- > p.old_edges;) {
        if (p.edge_alive.test(e)) p.hide(EdgeId{static_cast<std::uint32_t>(e)});
    }
    for (std::size_t v = vertex_capacity(); v-- > p.old_vertices;) {
        if (p.vertex_alive.test(v)) p.hide(VertexId{static_cast<std::uint32_t>(v)});
    }
    // Lists of members that wait to be tidied may name the ids that are given up here.
    if (vertex_capacity() > p.old_vertices) {
        for (std::uint32_t label = 0; label < p.members.size(); ++label) p.members_of(LabelId{label});
    }
    p.edge_properties.truncate(p.old_edges);
    p.vertex_properties.truncate(p.old_vertices);
    p.source.resize(p.old_edges);
    p.target.resize(p.old_edges);
    p.type.resize(p.old_edges);
    p.label_set_of.resize(p.old_vertices);
    while (!p.undo.empty()) p.undo_last();
    p.undo.shrink_to_fit();
    if (p.asked_for_before) p.asked_for = *std::exchange(p.asked_for_before, std::nullopt);
    p.forget_new_names();
}

bool PropertyGraph::Parts::nothing_is_new() const {
    return undo.empty() && old_vertices == label_set_of.size() && old_edges == type.size() &&
           old_labels == labels.size() && old_types == types.size() && old_keys == keys.size() &&
           !asked_for_before;
}

void PropertyGraph::Parts::everything_is_old() {
    old_vertices = label_set_of.size();
    old_edges = type.size();
    old_labels = labels.size();
    old_types = types.size();
    old_keys = keys.size();
    asked_for_before.reset();
}

void PropertyGraph::Parts::forget_new_names() {
    // Sets that hold new labels stay: no vertex has them, and they are right for the next labels with these
    // ids.
    const auto is_new = [this](const auto& index) {
        return index.first.first.value >= old_labels || index.first.second.value >= old_keys;
    };
    std::erase_if(indexes, is_new);
    std::erase_if(texts, is_new);
    std::erase_if(orders, is_new);
    while (members.size() > old_labels) members.pop_back();
    labels.truncate(old_labels);
    adjacency.resize(old_types);
    types.truncate(old_types);
    vertex_properties.truncate_keys(old_keys);
    edge_properties.truncate_keys(old_keys);
    keys.truncate(old_keys);
}

void PropertyGraph::Parts::undo_last() {
    const Undo last = std::move(undo.back());
    undo.pop_back();
    switch (last.what) {
        case Undo::What::VertexProperty:
            change_property(VertexId{last.element}, KeyId{last.detail}, last.before);
            break;
        case Undo::What::EdgeProperty:
            edge_properties.set(last.element, KeyId{last.detail}, last.before);
            break;
        case Undo::What::LabelSet:
            change_labels(VertexId{last.element}, last.detail);
            break;
        case Undo::What::RemovedVertex:
            show(VertexId{last.element});
            break;
        case Undo::What::RemovedEdge:
            show(EdgeId{last.element});
            break;
    }
}

// --- keeping lists and indexes up to date
// --------------------------------------------------------------------

std::uint32_t PropertyGraph::Parts::label_set(std::vector<LabelId> ascending) {
    const auto [known, is_new] =
        label_set_ids.try_emplace(std::move(ascending), static_cast<std::uint32_t>(label_sets.size()));
    if (is_new) label_sets.push_back(known->first);
    return known->second;
}

// It got or lost the label.
void PropertyGraph::Parts::touch(VertexId vertex, LabelId label) {
    for (auto& [of, looked_in] : texts) {
        if (of.first == label && looked_in.index) looked_in.index->touch(vertex);
    }
    for (auto& [of, order] : orders) {
        if (of.first == label) order.touch(vertex);
    }
}

void PropertyGraph::Parts::enlist(VertexId vertex, LabelId label) {
    LabelMembers& list = members[label.value];
    if (!list.vertices.empty() && !(list.vertices.back() < vertex)) list.untidy = true;
    list.vertices.push_back(vertex);
    for (auto& [of, index] : indexes) {
        if (of.first == label) index.insert(vertex, vertex_properties.get(vertex.value, of.second));
    }
    touch(vertex, label);
}

void PropertyGraph::Parts::delist(VertexId vertex, LabelId label) {
    LabelMembers& list = members[label.value];
    if (!list.untidy && list.vertices.back() == vertex)
        list.vertices.pop_back();
    else
        list.untidy = true;
    for (auto& [of, index] : indexes) {
        if (of.first == label) index.erase(vertex, vertex_properties.get(vertex.value, of.second));
    }
    touch(vertex, label);
}

void PropertyGraph::Parts::show(VertexId vertex) {
    ++version;
    vertex_alive.set(vertex.value);
    ++vertex_count;
    for (const LabelId label : labels_of(vertex)) enlist(vertex, label);
}

void PropertyGraph::Parts::hide(VertexId vertex) {
    ++version;
    vertex_alive.reset(vertex.value);
    --vertex_count;
    for (const LabelId label : labels_of(vertex)) delist(vertex, label);
}

void PropertyGraph::Parts::show(EdgeId edge) {
    ++version;
    edge_alive.set(edge.value);
    ++edge_count;
    const VertexId from = source[edge.value], to = target[edge.value];
    Adjacency& edges = adjacency[type[edge.value].value];
    edges.sources.add_edge(label_set_of[from.value], edges.out.row_size(from.value));
    edges.targets.add_edge(label_set_of[to.value], edges.in.row_size(to.value));
    edges.out.insert(from.value, {to, edge});
    edges.in.insert(to.value, {from, edge});
    ++edges.count;
}

void PropertyGraph::Parts::hide(EdgeId edge) {
    ++version;
    edge_alive.reset(edge.value);
    --edge_count;
    const VertexId from = source[edge.value], to = target[edge.value];
    Adjacency& edges = adjacency[type[edge.value].value];
    edges.sources.remove_edge(label_set_of[from.value], edges.out.row_size(from.value));
    edges.targets.remove_edge(label_set_of[to.value], edges.in.row_size(to.value));
    edges.out.erase(from.value, {to, edge});
    edges.in.erase(to.value, {from, edge});
    --edges.count;
}

void PropertyGraph::Parts::change_labels(VertexId vertex, std::uint32_t new_set) {
    ++version;
    const std::vector<LabelId>& before = labels_of(vertex);
    const std::vector<LabelId>& after = label_sets[new_set];
    const std::uint32_t old_set = std::exchange(label_set_of[vertex.value], new_set);
    for (Adjacency& edges : adjacency) {
        const std::size_t leaving = edges.out.row_size(vertex.value);
        const std::size_t entering = edges.in.row_size(vertex.value);
        edges.sources.remove_vertex(old_set, leaving);
        edges.sources.add_vertex(new_set, leaving);
        edges.targets.remove_vertex(old_set, entering);
        edges.targets.add_vertex(new_set, entering);
    }
    for (const LabelId label : before) {
        if (!std::binary_search(after.begin(), after.end(), label)) delist(vertex, label);
    }
    for (const LabelId label : after) {
        if (!std::binary_search(before.begin(), before.end(), label)) enlist(vertex, label);
    }
}

void PropertyGraph::Parts::change_property(VertexId vertex, KeyId key, const Value& value) {
    ++version;
    for (auto& [of, index] : indexes) {
        if (of.second != key) continue;
        const std::vector<LabelId>& its = labels_of(vertex);
        if (!std::binary_search(its.begin(), its.end(), of.first)) continue;
        index.erase(vertex, vertex_properties.get(vertex.value, key));
        index.insert(vertex, value);
    }
    const auto touch_if_listed = [&](auto& index, const std::pair<LabelId, KeyId>& of) {
        if (of.second != key) return;
        const std::vector<LabelId>& its = labels_of(vertex);
        if (std::binary_search(its.begin(), its.end(), of.first)) index.touch(vertex);
    };
    for (auto& [of, looked_in] : texts) {
        if (looked_in.index) touch_if_listed(*looked_in.index, of);
    }
    for (auto& [of, order] : orders) touch_if_listed(order, of);
    vertex_properties.set(vertex.value, key, value);
}

}  // namespace hearsay::graphs

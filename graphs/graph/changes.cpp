// Changing a property graph, and taking changes back.
#include <algorithm>
#include <iterator>
#include <new>

#include "graphs/graph/parts.hpp"
#include "graphs/graph/property_graph.hpp"

namespace hearsay::graphs {

// --- changes -----------------------------------------------------------------------------------------------

namespace {

// So that the next push_back cannot fail.
template <class T>
void make_room_for_one(std::vector<T>& list) {
    if (list.size() == list.capacity()) list.reserve(std::max<std::size_t>(8, 2 * list.size()));
}
// Likewise `set`, of a bit that is not set.
void make_room_for_bit(Bitmap& bits, std::size_t i) {
    bits.set(i);
    bits.reset(i);
}

std::vector<LabelId> sorted_labels(std::span<const LabelId> labels) {
    std::vector<LabelId> ascending(labels.begin(), labels.end());
    std::sort(ascending.begin(), ascending.end());
    ascending.erase(std::unique(ascending.begin(), ascending.end()), ascending.end());
    return ascending;
}

}  // namespace

VertexId PropertyGraph::add_vertex(std::span<const LabelId> labels, Properties properties) {
    HEARSAY_ASSERT(vertex_capacity() < VertexId::none().value);
    Parts& p = *parts_;
    const VertexId vertex{static_cast<std::uint32_t>(vertex_capacity())};
    std::vector<LabelId> set = sorted_labels(labels);
    HEARSAY_ASSERT(set.empty() || set.back().value < label_count());
    p.make_room_in_lists(set);
    make_room_for_bit(p.vertex_alive, vertex.value);
    make_room_for_one(p.label_set_of);
    const std::uint32_t set_id = p.label_set(std::move(set));
    try {
        for (const auto& [key, value] : properties) {
            HEARSAY_ASSERT(key.value < key_count());
            p.vertex_properties.set(vertex.value, key, value);
        }
    } catch (...) {
        p.vertex_properties.truncate(vertex.value);
        throw;
    }
    p.label_set_of.push_back(set_id);
    p.show(vertex);
    return vertex;
}

EdgeId PropertyGraph::add_edge(VertexId source, TypeId type, VertexId target, Properties properties) {
    HEARSAY_ASSERT(alive(source) && alive(target) && type.value < type_count());
    HEARSAY_ASSERT(edge_capacity() < EdgeId::none().value);
    Parts& p = *parts_;
    const EdgeId edge{static_cast<std::uint32_t>(edge_capacity())};
    p.make_room_in_rows(source, type, target);
    make_room_for_bit(p.edge_alive, edge.value);
    make_room_for_one(p.source);
    make_room_for_one(p.target);
    make_room_for_one(p.type);
    try {
        for (const auto& [key, value] : properties) {
            HEARSAY_ASSERT(key.value < key_count());
            p.edge_properties.set(edge.value, key, value);
        }
    } catch (...) {
        p.edge_properties.truncate(edge.value);
        throw;
    }
    p.source.push_back(source);
    p.target.push_back(target);
    p.type.push_back(type);
    p.show(edge);
    return edge;
}

void PropertyGraph::set_property(VertexId v, KeyId key, Value value) {
    HEARSAY_ASSERT(alive(v) && key.value < key_count());
    parts_->make_room_for_undo();
    Value before = property(v, key);
    parts_->change_property(v, key, value);
    if (parts_->is_old(v))
        parts_->undo.push_back({Undo::What::VertexProperty, v.value, key.value, std::move(before)});
}

void PropertyGraph::set_property(EdgeId e, KeyId key, Value value) {
    HEARSAY_ASSERT(alive(e) && key.value < key_count());
    parts_->make_room_for_undo();
    Value before = property(e, key);
    parts_->edge_properties.set(e.value, key, value);
    ++parts_->version;
    if (parts_->is_old(e))
        parts_->undo.push_back({Undo::What::EdgeProperty, e.value, key.value, std::move(before)});
}

void PropertyGraph::add_labels(VertexId v, std::span<const LabelId> labels) {
    HEARSAY_ASSERT(alive(v));
    for (const LabelId label : labels) HEARSAY_ASSERT(label.value < label_count());
    const std::vector<LabelId> wanted = sorted_labels(labels), there = parts_->labels_of(v);
    std::vector<LabelId> added, set;
    std::set_difference(wanted.begin(), wanted.end(), there.begin(), there.end(), std::back_inserter(added));
    if (added.empty()) return;
    std::merge(there.begin(), there.end(), added.begin(), added.end(), std::back_inserter(set));
    parts_->make_room_in_lists(added);
    parts_->set_labels(v, std::move(set));
}

void PropertyGraph::remove_labels(VertexId v, std::span<const LabelId> labels) {
    HEARSAY_ASSERT(alive(v));
    const std::vector<LabelId> unwanted = sorted_labels(labels), there = parts_->labels_of(v);
    std::vector<LabelId> left;
    std::set_difference(there.begin(), there.end(), unwanted.begin(), unwanted.end(),
                        std::back_inserter(left));
    if (left.size() != there.size()) parts_->set_labels(v, std::move(left));
}

void PropertyGraph::Parts::set_labels(VertexId vertex, std::vector<LabelId> ascending) {
    make_room_for_undo();
    const std::uint32_t before = label_set_of[vertex.value];
    change_labels(vertex, label_set(std::move(ascending)));
    if (is_old(vertex)) undo.push_back({Undo::What::LabelSet, vertex.value, before, {}});
}

void PropertyGraph::remove(EdgeId e) {
    HEARSAY_ASSERT(alive(e));
    parts_->make_room_for_undo();
    parts_->make_room_in_rows(source(e), type(e), target(e));
    parts_->hide(e);
    if (parts_->is_old(e)) parts_->undo.push_back({Undo::What::RemovedEdge, e.value, 0, {}});
}

void PropertyGraph::remove(VertexId v) {
    HEARSAY_ASSERT(alive(v) && out_degree(v) == 0 && in_degree(v) == 0);
    parts_->make_room_for_undo();
    parts_->hide(v);
    if (parts_->is_old(v)) parts_->undo.push_back({Undo::What::RemovedVertex, v.value, 0, {}});
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
        for (std::uint32_t label = 0; label < p.members.size(); ++label) {
            if (!p.members[label].lost) p.members_of(LabelId{label});
        }
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
    return undo.empty() && old_vertices == label_set_of.size() && old_edges == source.size() &&
           old_edges == target.size() && old_edges == type.size() && old_labels == labels.size() &&
           old_types == types.size() && old_keys == keys.size() && !asked_for_before;
}

void PropertyGraph::Parts::everything_is_old() {
    old_vertices = label_set_of.size();
    old_edges = type.size();
    old_labels = labels.size();
    old_types = types.size();
    old_keys = keys.size();
    asked_for_before.reset();
}

void PropertyGraph::Parts::forget_new_names() noexcept {
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

void PropertyGraph::Parts::undo_last() noexcept {
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

namespace {

// Does it to each index of a label and key in the map for which `concerned`; where there is no memory for
// that, the index goes, and is made anew when it is asked for.
template <class Index, class Concerned, class Do>
void keep_up(std::map<std::pair<LabelId, KeyId>, Index>& indexes, const Concerned& concerned,
             const Do& act) noexcept {
    for (auto at = indexes.begin(); at != indexes.end();) {
        const auto next = std::next(at);
        if (concerned(at->first)) {
            try {
                act(at->first, at->second);
            } catch (const std::bad_alloc&) {
                indexes.erase(at);
            }
        }
        at = next;
    }
}

// Likewise counts.
template <class Do>
void keep_up(EndCounts& counts, const Do& act) noexcept {
    try {
        act(counts);
    } catch (const std::bad_alloc&) {
        counts.forget();
    }
}

}  // namespace

std::uint32_t PropertyGraph::Parts::label_set(std::vector<LabelId> ascending) {
    if (const auto known = label_set_ids.find(ascending); known != label_set_ids.end()) return known->second;
    const auto id = static_cast<std::uint32_t>(label_sets.size());
    label_sets.push_back(ascending);
    try {
        label_set_ids.emplace(std::move(ascending), id);
    } catch (...) {
        label_sets.pop_back();
        throw;
    }
    return id;
}

void PropertyGraph::Parts::make_room_for_undo() {
    make_room_for_one(undo);
}

void PropertyGraph::Parts::make_room_in_lists(std::span<const LabelId> its_labels) {
    for (const LabelId label : its_labels) make_room_for_one(members[label.value].vertices);
}

void PropertyGraph::Parts::make_room_in_rows(VertexId from, TypeId of, VertexId to) {
    Adjacency& edges = edges_of(of);
    edges.out.make_room(from.value);
    edges.in.make_room(to.value);
}

// It got or lost the label.
void PropertyGraph::Parts::touch(VertexId vertex, LabelId label) noexcept {
    const auto of_label = [label](const auto& of) { return of.first == label; };
    keep_up(texts, of_label, [&](const auto&, LookedIn& looked_in) {
        if (looked_in.index) looked_in.index->touch(vertex);
    });
    keep_up(orders, of_label, [&](const auto&, OrderedValues& order) { order.touch(vertex); });
}

void PropertyGraph::Parts::enlist(VertexId vertex, LabelId label) noexcept {
    LabelMembers& list = members[label.value];
    if (!list.lost) {
        try {
            const bool in_order = list.vertices.empty() || list.vertices.back() < vertex;
            list.vertices.push_back(vertex);
            if (!in_order) list.untidy = true;
        } catch (const std::bad_alloc&) {
            list.lose();
        }
    }
    keep_up(
        indexes, [label](const auto& of) { return of.first == label; },
        [&](const auto& of, ValueIndex& index) {
            index.insert(vertex, vertex_properties.get(vertex.value, of.second));
        });
    touch(vertex, label);
}

void PropertyGraph::Parts::delist(VertexId vertex, LabelId label) noexcept {
    LabelMembers& list = members[label.value];
    if (!list.untidy && list.vertices.back() == vertex)
        list.vertices.pop_back();
    else
        list.untidy = true;
    keep_up(
        indexes, [label](const auto& of) { return of.first == label; },
        [&](const auto& of, ValueIndex& index) {
            index.erase(vertex, vertex_properties.get(vertex.value, of.second));
        });
    touch(vertex, label);
}

void PropertyGraph::Parts::show(VertexId vertex) noexcept {
    ++version;
    vertex_alive.set(vertex.value);
    ++vertex_count;
    for (const LabelId label : labels_of(vertex)) enlist(vertex, label);
}

void PropertyGraph::Parts::hide(VertexId vertex) noexcept {
    ++version;
    vertex_alive.reset(vertex.value);
    --vertex_count;
    for (const LabelId label : labels_of(vertex)) delist(vertex, label);
}

void PropertyGraph::Parts::show(EdgeId edge) noexcept {
    ++version;
    edge_alive.set(edge.value);
    ++edge_count;
    const VertexId from = source[edge.value], to = target[edge.value];
    Adjacency& edges = adjacency[type[edge.value].value];
    ++edges.count;
    if (adjacency_lost) return;
    keep_up(edges.sources, [&](EndCounts& ends) {
        ends.add_edge(label_set_of[from.value], edges.out.row_size(from.value));
    });
    keep_up(edges.targets,
            [&](EndCounts& ends) { ends.add_edge(label_set_of[to.value], edges.in.row_size(to.value)); });
    try {
        edges.out.insert(from.value, {to, edge});
        edges.in.insert(to.value, {from, edge});
    } catch (const std::bad_alloc&) {
        lose_adjacency();
    }
}

void PropertyGraph::Parts::hide(EdgeId edge) noexcept {
    ++version;
    edge_alive.reset(edge.value);
    --edge_count;
    const VertexId from = source[edge.value], to = target[edge.value];
    Adjacency& edges = adjacency[type[edge.value].value];
    --edges.count;
    if (adjacency_lost) return;
    keep_up(edges.sources, [&](EndCounts& ends) {
        ends.remove_edge(label_set_of[from.value], edges.out.row_size(from.value));
    });
    keep_up(edges.targets,
            [&](EndCounts& ends) { ends.remove_edge(label_set_of[to.value], edges.in.row_size(to.value)); });
    try {
        edges.out.erase(from.value, {to, edge});
        edges.in.erase(to.value, {from, edge});
    } catch (const std::bad_alloc&) {
        lose_adjacency();
    }
}

void PropertyGraph::Parts::change_labels(VertexId vertex, std::uint32_t new_set) noexcept {
    ++version;
    const std::vector<LabelId>& before = labels_of(vertex);
    const std::vector<LabelId>& after = label_sets[new_set];
    const std::uint32_t old_set = std::exchange(label_set_of[vertex.value], new_set);
    const auto move_counts = [&](EndCounts& ends, std::size_t edges) {
        keep_up(ends, [&](EndCounts& counts) {
            counts.remove_vertex(old_set, edges);
            counts.add_vertex(new_set, edges);
        });
    };
    for (Adjacency& edges : adjacency) {
        if (adjacency_lost) break;  // and the counts with it
        move_counts(edges.sources, edges.out.row_size(vertex.value));
        move_counts(edges.targets, edges.in.row_size(vertex.value));
    }
    auto was = before.begin(), is = after.begin();
    while (was != before.end() || is != after.end()) {
        if (is == after.end() || (was != before.end() && *was < *is))
            delist(vertex, *was++);
        else if (was == before.end() || *is < *was)
            enlist(vertex, *is++);
        else
            ++was, ++is;
    }
}

void PropertyGraph::Parts::change_property(VertexId vertex, KeyId key, const Value& value) {
    const Value before = vertex_properties.get(vertex.value, key);
    vertex_properties.set(vertex.value, key, value);
    ++version;
    const std::vector<LabelId>& its = labels_of(vertex);
    const auto concerned = [&](const auto& of) {
        return of.second == key && std::binary_search(its.begin(), its.end(), of.first);
    };
    keep_up(indexes, concerned, [&](const auto&, ValueIndex& index) {
        index.erase(vertex, before);
        index.insert(vertex, value);
    });
    keep_up(texts, concerned, [&](const auto&, LookedIn& looked_in) {
        if (looked_in.index) looked_in.index->touch(vertex);
    });
    keep_up(orders, concerned, [&](const auto&, OrderedValues& order) { order.touch(vertex); });
}

}  // namespace hearsay::graphs

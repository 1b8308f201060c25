// Reading a property graph.
#include "graphs/graph/property_graph.hpp"

#include <algorithm>

#include "graphs/graph/parts.hpp"

namespace hearsay::graphs {

PropertyGraph::PropertyGraph() : parts_(std::make_unique<Parts>()) {}
PropertyGraph::PropertyGraph(PropertyGraph&&) noexcept = default;
PropertyGraph& PropertyGraph::operator=(PropertyGraph&&) noexcept = default;
PropertyGraph::~PropertyGraph() = default;

LabelId PropertyGraph::label(std::string_view name) {
    Parts& p = *parts_;
    if (const LabelId known = p.labels.find(name); !known.is_none()) return known;
    p.members.emplace_back();
    try {
        const LabelId id = p.labels.intern(name);
        ++p.version;
        return id;
    } catch (...) {
        p.members.pop_back();
        throw;
    }
}
TypeId PropertyGraph::type(std::string_view name) {
    Parts& p = *parts_;
    if (const TypeId known = p.types.find(name); !known.is_none()) return known;
    p.adjacency.emplace_back();
    try {
        const TypeId id = p.types.intern(name);
        ++p.version;
        return id;
    } catch (...) {
        p.adjacency.pop_back();
        throw;
    }
}
KeyId PropertyGraph::key(std::string_view name) {
    const std::size_t before = parts_->keys.size();
    const KeyId id = parts_->keys.intern(name);
    if (parts_->keys.size() > before) ++parts_->version;
    return id;
}
LabelId PropertyGraph::find_label(std::string_view name) const {
    return parts_->labels.find(name);
}
TypeId PropertyGraph::find_type(std::string_view name) const {
    return parts_->types.find(name);
}
KeyId PropertyGraph::find_key(std::string_view name) const {
    return parts_->keys.find(name);
}
std::string_view PropertyGraph::name(LabelId id) const {
    return parts_->labels.name(id);
}
std::string_view PropertyGraph::name(TypeId id) const {
    return parts_->types.name(id);
}
std::string_view PropertyGraph::name(KeyId id) const {
    return parts_->keys.name(id);
}
std::size_t PropertyGraph::label_count() const {
    return parts_->labels.size();
}
std::size_t PropertyGraph::type_count() const {
    return parts_->types.size();
}
std::size_t PropertyGraph::key_count() const {
    return parts_->keys.size();
}

std::uint64_t PropertyGraph::version() const {
    return parts_->version;
}

std::size_t PropertyGraph::vertex_count() const {
    return parts_->vertex_count;
}
std::size_t PropertyGraph::edge_count() const {
    return parts_->edge_count;
}
std::size_t PropertyGraph::vertex_capacity() const {
    return parts_->label_set_of.size();
}
std::size_t PropertyGraph::edge_capacity() const {
    return parts_->type.size();
}
bool PropertyGraph::alive(VertexId v) const {
    return parts_->vertex_alive.test(v.value);
}
bool PropertyGraph::alive(EdgeId e) const {
    return parts_->edge_alive.test(e.value);
}

std::span<const LabelId> PropertyGraph::labels(VertexId v) const {
    HEARSAY_ASSERT(v.value < vertex_capacity());
    return parts_->labels_of(v);
}

bool PropertyGraph::has_label(VertexId v, LabelId label) const {
    const std::span<const LabelId> all = labels(v);
    return std::find(all.begin(), all.end(), label) != all.end();
}

std::span<const VertexId> PropertyGraph::vertices(LabelId label) const {
    if (label.value >= parts_->members.size()) return {};
    return parts_->members_of(label);
}

std::size_t PropertyGraph::edge_count(TypeId type) const {
    return type.value < parts_->adjacency.size() ? parts_->adjacency[type.value].count : 0;
}

TypeId PropertyGraph::type(EdgeId e) const {
    HEARSAY_ASSERT(e.value < edge_capacity());
    return parts_->type[e.value];
}
VertexId PropertyGraph::source(EdgeId e) const {
    HEARSAY_ASSERT(e.value < edge_capacity());
    return parts_->source[e.value];
}
VertexId PropertyGraph::target(EdgeId e) const {
    HEARSAY_ASSERT(e.value < edge_capacity());
    return parts_->target[e.value];
}

std::span<const Neighbour> PropertyGraph::out(VertexId v, TypeId type) const {
    if (type.value >= parts_->adjacency.size()) return {};
    return parts_->edges_of(type).out.row(v.value);
}

std::span<const Neighbour> PropertyGraph::in(VertexId v, TypeId type) const {
    if (type.value >= parts_->adjacency.size()) return {};
    return parts_->edges_of(type).in.row(v.value);
}

const EdgeRows& PropertyGraph::out_rows(TypeId type) const {
    HEARSAY_ASSERT(type.value < parts_->adjacency.size());
    return parts_->edges_of(type).out;
}

const EdgeRows& PropertyGraph::in_rows(TypeId type) const {
    HEARSAY_ASSERT(type.value < parts_->adjacency.size());
    return parts_->edges_of(type).in;
}

std::size_t PropertyGraph::out_degree(VertexId v) const {
    std::size_t degree = 0;
    if (parts_->adjacency_lost) parts_->link_lost_edges();
    for (const Adjacency& edges : parts_->adjacency) degree += edges.out.row_size(v.value);
    return degree;
}

std::size_t PropertyGraph::in_degree(VertexId v) const {
    std::size_t degree = 0;
    if (parts_->adjacency_lost) parts_->link_lost_edges();
    for (const Adjacency& edges : parts_->adjacency) degree += edges.in.row_size(v.value);
    return degree;
}

std::span<const std::uint32_t> PropertyGraph::label_sets() const {
    return parts_->label_set_of;
}
std::span<const LabelId> PropertyGraph::labels_of_set(std::uint32_t set) const {
    return parts_->label_sets[set];
}
std::size_t PropertyGraph::label_set_count() const {
    return parts_->label_sets.size();
}

const PropertyTable& PropertyGraph::vertex_properties() const {
    return parts_->vertex_properties;
}
const PropertyTable& PropertyGraph::edge_properties() const {
    return parts_->edge_properties;
}

Value PropertyGraph::property(VertexId v, KeyId key) const {
    return parts_->vertex_properties.get(v.value, key);
}
Value PropertyGraph::property(EdgeId e, KeyId key) const {
    return parts_->edge_properties.get(e.value, key);
}
Properties PropertyGraph::properties(VertexId v) const {
    return parts_->vertex_properties.all(v.value);
}
Properties PropertyGraph::properties(EdgeId e) const {
    return parts_->edge_properties.all(e.value);
}

void LabelMembers::lose() noexcept {
    vertices = {};
    lost = true;
    untidy = true;
}

void LabelMembers::tidy_up() noexcept {
    std::sort(vertices.begin(), vertices.end());
    vertices.erase(std::unique(vertices.begin(), vertices.end()), vertices.end());
}

const std::vector<VertexId>& PropertyGraph::Parts::members_of(LabelId label) const {
    LabelMembers& list = members[label.value];
    if (list.untidy.load(std::memory_order_acquire)) {
        const std::lock_guard guard(lazy);
        if (list.untidy.load(std::memory_order_relaxed)) {
            std::vector<VertexId>& all = list.vertices;
            const auto has_label = [&](VertexId v) {
                if (!vertex_alive.test(v.value)) return false;
                const std::vector<LabelId>& its = labels_of(v);
                return std::binary_search(its.begin(), its.end(), label);
            };
            if (list.lost) {
                std::vector<VertexId> found;
                for (std::uint32_t v = 0; v < label_set_of.size(); ++v)
                    if (has_label(VertexId{v})) found.push_back(VertexId{v});
                all = std::move(found);
                list.lost = false;
            } else {
                std::erase_if(all, [&](VertexId v) { return !has_label(v); });
                list.tidy_up();
            }
            list.untidy.store(false, std::memory_order_release);
        }
    }
    return list.vertices;
}

void PropertyGraph::Parts::link(EdgeRows Adjacency::*direction, const std::vector<VertexId>& near,
                                const std::vector<VertexId>& far) const {
    std::vector<EdgeRows*> rows;
    for (Adjacency& edges : adjacency) rows.push_back(&(edges.*direction));
    struct Range {
        std::uint32_t first = VertexId::none().value, last = 0;
    };
    std::vector<Range> ranges(rows.size());
    for_each_bit(edge_alive, [&](std::uint32_t e) {
        Range& range = ranges[type[e].value];
        range.first = std::min(range.first, near[e].value);
        range.last = std::max(range.last, near[e].value);
    });
    for (std::size_t of = 0; of < rows.size(); ++of)
        if (ranges[of].first <= ranges[of].last) rows[of]->expect_rows(ranges[of].first, ranges[of].last + 1);
    for_each_bit(edge_alive, [&](std::uint32_t e) { rows[type[e].value]->count(near[e].value); });
    for (EdgeRows* each : rows) each->begin_fill();
    for_each_bit(edge_alive, [&](std::uint32_t e) {
        rows[type[e].value]->fill(near[e].value, {far[e], EdgeId{e}});
    });
}

void PropertyGraph::Parts::link_lost_edges() const {
    const std::lock_guard guard(lazy);
    if (!adjacency_lost.load(std::memory_order_relaxed)) return;
    lose_adjacency();  // what an attempt that failed has left
    link(&Adjacency::out, source, target);
    link(&Adjacency::in, target, source);
    adjacency_lost.store(false, std::memory_order_release);
}

void PropertyGraph::Parts::lose_adjacency() const noexcept {
    for (Adjacency& edges : adjacency) {
        edges.out.clear();
        edges.in.clear();
        edges.sources.forget();
        edges.targets.forget();
    }
    adjacency_lost = true;
}

void PropertyGraph::Parts::lose_all_that_follows() noexcept {
    lose_adjacency();
    for (LabelMembers& list : members) list.lose();
    indexes.clear();
    texts.clear();
    orders.clear();
}

}  // namespace hearsay::graphs

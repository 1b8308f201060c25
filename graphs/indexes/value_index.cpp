#include "graphs/indexes/value_index.hpp"

#include <bit>

namespace hearsay::graphs {
namespace {

std::uint32_t short_hash(const Value& value) {
    const std::size_t whole = hash(value);
    return static_cast<std::uint32_t>(whole ^ (whole >> 32));
}

std::size_t slots_for(std::size_t groups) {
    return std::bit_ceil(std::max<std::size_t>(groups * 2, 64));
}

}  // namespace

ValueIndex ValueIndex::build(std::span<const VertexId> vertices,
                             const std::function<Value(VertexId)>& value_of, const Progress& progress) {
    constexpr std::size_t often = 256;
    ValueIndex built;
    const std::size_t slots = slots_for(vertices.size());
    progress(slots * sizeof(Slot) + vertices.size() * (sizeof(std::uint32_t) + sizeof(VertexId)));
    built.grow(vertices.size());
    std::vector<std::uint32_t> groups(vertices.size(), no_group);
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        if (i % often == 0) progress(often * sizeof(Value));
        const Value value = value_of(vertices[i]);
        if (!value.is_null()) groups[i] = built.group_of(value);
    }
    progress(built.keys_.size() * sizeof(std::uint64_t));
    built.members_.expect_rows(0, built.keys_.size());
    for (const std::uint32_t group : groups) {
        if (group != no_group) built.members_.count(group);
    }
    built.members_.begin_fill();
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        if (i % often == 0) progress(0);
        if (groups[i] != no_group) built.members_.fill(groups[i], vertices[i]);
    }
    built.distinct_ = built.keys_.size();
    return built;
}

void ValueIndex::insert(VertexId vertex, const Value& value) {
    if (value.is_null()) return;
    const std::uint32_t group = group_of(value);
    if (members_.row_size(group) == 0) ++distinct_;
    members_.insert(group, vertex);
}

void ValueIndex::erase(VertexId vertex, const Value& value) {
    if (value.is_null()) return;
    const std::uint32_t group = group_of(value);
    members_.erase(group, vertex);
    if (members_.row_size(group) == 0) --distinct_;
}

std::span<const VertexId> ValueIndex::find(const Value& value) const {
    if (value.is_null() || slots_.empty()) return {};
    const Slot& slot = slots_[slot_of(value, short_hash(value))];
    return slot.group == no_group ? std::span<const VertexId>() : members_.row(slot.group);
}

std::size_t ValueIndex::slot_of(const Value& value, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
        const Slot& at = slots_[slot];
        if (at.group == no_group || (at.hash == hash && equivalent(keys_[at.group], value))) return slot;
    }
}

std::uint32_t ValueIndex::group_of(const Value& value) {
    if (slots_.size() < (keys_.size() + 1) * 2) grow(keys_.size() * 2 + 32);
    const std::uint32_t hash = short_hash(value);
    Slot& slot = slots_[slot_of(value, hash)];
    if (slot.group == no_group) {
        slot = {hash, static_cast<std::uint32_t>(keys_.size())};
        keys_.push_back(value);
    }
    return slot.group;
}

void ValueIndex::grow(std::size_t groups) {
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_for(groups)));
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.group == no_group) continue;
        std::size_t free = slot.hash & mask;
        while (slots_[free].group != no_group) free = (free + 1) & mask;
        slots_[free] = slot;
    }
}

}  // namespace hearsay::graphs

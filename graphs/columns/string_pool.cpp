#include "graphs/columns/string_pool.hpp"

#include <array>
#include <functional>
#include <utility>

#include "graphs/error.hpp"

namespace hearsay::graphs {
namespace {

std::uint32_t short_hash(std::string_view text) {
    const std::size_t hash = std::hash<std::string_view>{}(text);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

// Would one more text leave less than half of the slots free?
bool is_full(std::size_t texts, std::size_t slots) {
    return (texts + 1) * 2 > slots;
}

}  // namespace

StringId StringPool::intern(std::string_view text) {
    const std::uint32_t hash = short_hash(text);
    if (!slots_.empty()) {
        const StringId known = slots_[slot_of(text, hash)].id;
        if (!known.is_none()) return known;
    }
    if (is_full(strings_.size(), slots_.size())) grow();
    return add(slot_of(text, hash), hash, arena_.add(text));
}

StringId StringPool::intern(const Value& text) {
    const std::uint32_t hash = short_hash(text.string());
    if (!slots_.empty()) {
        const StringId known = slots_[slot_of(text.string(), hash)].id;
        if (!known.is_none()) return known;
    }
    if (is_full(strings_.size(), slots_.size())) grow();
    return add(slot_of(text.string(), hash), hash, text);
}

StringId StringPool::find(std::string_view text) const {
    return slots_.empty() ? StringId::none() : slots_[slot_of(text, short_hash(text))].id;
}

void StringPool::intern(std::span<const std::string_view> texts, std::span<StringId> ids) {
    // Room for all of them, so that no slot moves.
    while (is_full(strings_.size() + texts.size(), slots_.size())) grow();
    std::array<std::uint32_t, 64> hashes;
    HEARSAY_ASSERT(texts.size() <= hashes.size() && texts.size() == ids.size());
    // The slots of a large pool are far from the processor: all are sent for before the first is looked at.
    for (std::size_t i = 0; i < texts.size(); ++i) {
        hashes[i] = short_hash(texts[i]);
        __builtin_prefetch(&slots_[hashes[i] & (slots_.size() - 1)]);
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::size_t slot = slot_of(texts[i], hashes[i]);
        ids[i] = slots_[slot].id.is_none() ? add(slot, hashes[i], arena_.add(texts[i])) : slots_[slot].id;
    }
}

std::size_t StringPool::slot_of(std::string_view text, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
        const Slot& at = slots_[slot];
        if (at.id.is_none()) return slot;
        if (at.hash == hash && strings_[at.id.value].string() == text) return slot;
    }
}

StringId StringPool::add(std::size_t slot, std::uint32_t hash, Value text) {
    HEARSAY_ASSERT(strings_.size() < StringId::none().value);
    const StringId id{static_cast<std::uint32_t>(strings_.size())};
    strings_.push_back(std::move(text));
    slots_[slot] = {hash, id};
    return id;
}

void StringPool::grow() {
    const std::vector<Slot> old =
        std::exchange(slots_, std::vector<Slot>(slots_.empty() ? 64 : slots_.size() * 2));
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.id.is_none()) continue;
        std::size_t free = slot.hash & mask;
        while (!slots_[free].id.is_none()) free = (free + 1) & mask;
        slots_[free] = slot;
    }
}

}  // namespace hearsay::graphs

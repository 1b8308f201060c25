// Gives keys their numbers, 0, 1, 2, ... in order of first appearance: a hash table in one array.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "engine/query/running/context.hpp"
#include "engine/query/running/large_pages.hpp"

namespace hearsay::engine {

// Mixes two words into one; every bit of the result depends on every bit of both. Source: wyhash by Wang Yi.
inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    __extension__ using Wide = unsigned __int128;
    const Wide product = Wide{a ^ 0xa0761d6478bd642fULL} * (b ^ 0xe7037ed1a0b428dbULL);
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

// Open addressing with linear probing. A slot has 32 bits of a key's hash and its number; the keys themselves
// stand with the owner, by number, so that the table is small, grows without looking at a key, and is freed
// at once.
class FlatTable {
  public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    std::size_t size() const { return size_; }  // numbers given
    std::size_t slots() const { return slots_.size(); }

    // The number of the key with this hash for which same(number) is true. If there is none it gets the
    // number size(), which the caller sees by that. REQUIRES: grow was called since full() became true.
    template <class Same>
    std::uint32_t find_or_add(std::uint32_t hash, const Same& same) {
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t at = place(hash);; at = (at + 1) & mask) {
            Slot& slot = slots_[at];
            if (slot.number == none) {
                slot = {hash, static_cast<std::uint32_t>(size_)};
                return static_cast<std::uint32_t>(size_++);
            }
            if (slot.hash == hash && same(slot.number)) return slot.number;
        }
    }

    // The number of the key, or none.
    template <class Same>
    std::uint32_t find(std::uint32_t hash, const Same& same) const {
        if (slots_.empty()) return none;
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t at = place(hash);; at = (at + 1) & mask) {
            const Slot& slot = slots_[at];
            if (slot.number == none || (slot.hash == hash && same(slot.number))) return slot.number;
        }
    }

    // Is there no room for one key more?
    bool full() const { return size_ >= most_; }
    // Makes room for at least one more. Throws QueryError at a limit, and the table is as before.
    void grow(const QueryContext& context);

    // For tables that are larger than the processor's caches: sends for the slot where the key belongs; the
    // number that stands there now, probably the key's, or none.
    void prefetch(std::uint32_t hash) const { __builtin_prefetch(&slots_[place(hash)]); }
    std::uint32_t likely(std::uint32_t hash) const { return slots_[place(hash)].number; }

  private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = none;
    };
    // By the high bits: a slot of a table twice as large comes out of one, in order.
    std::size_t place(std::uint32_t hash) const { return hash >> shift_; }

    std::vector<Slot, LargePages<Slot>> slots_;  // a power of two
    std::size_t size_ = 0;
    std::size_t most_ = 0;  // keys, before it grows
    unsigned shift_ = 32;   // 32 less the bits of a place
};

}  // namespace hearsay::engine

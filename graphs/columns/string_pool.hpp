// Every text that a property holds, once, in an arena. A text is a Value, so handing it out copies no
// characters.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "graphs/ids.hpp"
#include "graphs/values/text_arena.hpp"
#include "graphs/values/value.hpp"

namespace hearsay::graphs {

using StringId = Id<struct StringTag>;

// Texts are kept until the pool goes: a property that changes leaves its old text behind.
class StringPool {
  public:
    StringId intern(std::string_view text);
    StringId intern(const Value& text);  // REQUIRES: a String; the pool shares its content
    // Many at once, which is faster than one by one. REQUIRES: as many ids as texts, at most 64.
    void intern(std::span<const std::string_view> texts, std::span<StringId> ids);
    const Value& value(StringId id) const { return strings_[id.value]; }
    StringId find(std::string_view text) const;  // none() if it is not there
    std::string_view text(StringId id) const { return strings_[id.value].string(); }
    std::size_t size() const { return strings_.size(); }

  private:
    struct Slot {
        std::uint32_t hash = 0;
        StringId id;
    };
    // The slot that holds the text, or the free one where it belongs.
    std::size_t slot_of(std::string_view text, std::uint32_t hash) const;
    StringId add(std::size_t slot, std::uint32_t hash, Value text);
    void grow();

    TextArena arena_;
    std::vector<Value> strings_;
    std::vector<Slot> slots_;  // open addressing; a power of two, at most half full
};

}  // namespace hearsay::graphs

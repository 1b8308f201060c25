// Strong identifiers: a vertex is never mistaken for an edge, a label never for a key.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <limits>

namespace hearsay::graphs {

// A dense number with a tag that keeps it apart from other numbers. `none()` is no element.
template <class Tag>
struct Id {
    std::uint32_t value = std::numeric_limits<std::uint32_t>::max();

    static constexpr Id none() { return {}; }
    constexpr bool is_none() const { return value == std::numeric_limits<std::uint32_t>::max(); }
    constexpr auto operator<=>(const Id&) const = default;
};

using VertexId = Id<struct VertexTag>;
using EdgeId = Id<struct EdgeTag>;
using LabelId = Id<struct LabelTag>;  // of a vertex
using TypeId = Id<struct TypeTag>;    // of an edge
using KeyId = Id<struct KeyTag>;      // of a property

}  // namespace hearsay::graphs

template <class Tag>
struct std::hash<hearsay::graphs::Id<Tag>> {
    std::size_t operator()(hearsay::graphs::Id<Tag> id) const noexcept {
        return std::hash<std::uint32_t>{}(id.value);
    }
};

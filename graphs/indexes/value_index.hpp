// Vertices by the value of one of their properties.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "graphs/columns/rows.hpp"
#include "graphs/ids.hpp"
#include "graphs/progress.hpp"
#include "graphs/values/value.hpp"

namespace hearsay::graphs {

struct OwnKey {
    VertexId operator()(VertexId vertex) const { return vertex; }
};

// Values are told apart by `equivalent`; null is not kept.
class ValueIndex {
  public:
    // Of the vertices, which ascend, by what `value_of` says of each.
    static ValueIndex build(std::span<const VertexId> vertices,
                            const std::function<Value(VertexId)>& value_of, const Progress& progress);
    void insert(VertexId vertex, const Value& value);
    void erase(VertexId vertex, const Value& value);           // REQUIRES: it was inserted with this value
    std::span<const VertexId> find(const Value& value) const;  // ascending; valid until the next change
    std::size_t value_count() const { return distinct_; }      // those that some vertex has

  private:
    static constexpr std::uint32_t no_group = std::numeric_limits<std::uint32_t>::max();
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t group = no_group;
    };
    std::size_t slot_of(const Value& value, std::uint32_t hash) const;
    std::uint32_t group_of(const Value& value);  // made if there is none
    void grow(std::size_t groups);

    std::vector<Slot> slots_;  // open addressing; a power of two, at most half full
    std::vector<Value> keys_;  // group -> its value
    Rows<VertexId, OwnKey> members_;
    std::size_t distinct_ = 0;
};

}  // namespace hearsay::graphs

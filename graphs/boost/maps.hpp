// Boost property maps over a PropertyGraph. Valid until the graph changes.
#pragma once

#include <boost/property_map/property_map.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include "graphs/graph/property_graph.hpp"

namespace hearsay::graphs {

// The number of an alive element among those that are alive.
template <class ElementId>
class IndexMap {
  public:
    using key_type = ElementId;
    using value_type = std::size_t;
    using reference = std::size_t;
    using category = boost::readable_property_map_tag;

    IndexMap() = default;
    explicit IndexMap(const PropertyGraph& graph) {
        const bool of_vertices = std::is_same_v<ElementId, VertexId>;
        const std::size_t capacity = of_vertices ? graph.vertex_capacity() : graph.edge_capacity();
        if (capacity == (of_vertices ? graph.vertex_count() : graph.edge_count()))
            return;  // ids have no gaps
        auto numbers = std::make_shared<std::vector<std::uint32_t>>(capacity);
        std::uint32_t next = 0;
        for (std::uint32_t i = 0; i < capacity; ++i) {
            (*numbers)[i] = next;
            next += graph.alive(ElementId{i}) ? 1 : 0;
        }
        numbers_ = std::move(numbers);
    }
    friend std::size_t get(const IndexMap& map, ElementId id) {
        return map.numbers_ ? (*map.numbers_)[id.value] : id.value;
    }
    std::size_t operator[](ElementId id) const { return get(*this, id); }

  private:
    std::shared_ptr<const std::vector<std::uint32_t>> numbers_;
};

// A property by its key: null where an element has none.
template <class ElementId>
class ValueMap {
  public:
    using key_type = ElementId;
    using value_type = Value;
    using reference = Value;
    using category = boost::readable_property_map_tag;

    ValueMap(const PropertyGraph& graph, KeyId key) : graph_(&graph), key_(key) {}
    friend Value get(const ValueMap& map, ElementId id) { return map.graph_->property(id, map.key_); }
    Value operator[](ElementId id) const { return get(*this, id); }

  private:
    const PropertyGraph* graph_;
    KeyId key_;
};

// A property as a weight: `otherwise` where it is missing or no number.
template <class ElementId>
class NumberMap {
  public:
    using key_type = ElementId;
    using value_type = double;
    using reference = double;
    using category = boost::readable_property_map_tag;

    NumberMap(const PropertyGraph& graph, KeyId key, double otherwise)
        : graph_(&graph), key_(key), otherwise_(otherwise) {}
    friend double get(const NumberMap& map, ElementId id) {
        const Value value = map.graph_->property(id, map.key_);
        return value.is_number() ? value.number() : map.otherwise_;
    }
    double operator[](ElementId id) const { return get(*this, id); }

  private:
    const PropertyGraph* graph_;
    KeyId key_;
    double otherwise_;
};

}  // namespace hearsay::graphs

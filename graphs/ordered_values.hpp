// The values of one property of the vertices with one label, in order: who lies between two values.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "graphs/changed_vertices.hpp"
#include "graphs/progress.hpp"
#include "graphs/value.hpp"

namespace hearsay::graphs {

// The values that < <= > >= (`compare`) put above `low` and below `high`, where there are these.
struct ValueRange {
    struct Bound {
        Value value;
        bool included = false;
    };
    std::optional<Bound> low, high;

    bool contains(const Value& value) const;
};

// A sorted array of the values as they were when it was built; the vertices that have changed since are
// looked at one by one. When they have become many, the index is spent and is to be built anew.
//
// Several threads may read at once, as long as nobody changes it.
class OrderedValues {
  public:
    // The value of a vertex as it is now; null if it has none, is dead or has lost the label.
    using ValueOf = std::function<Value(VertexId)>;

    static OrderedValues build(std::span<const VertexId> members, const ValueOf& value_of,
                               const Progress& progress);

    // The vertex got or lost the label or another value.
    void touch(VertexId vertex) {
        if (!spent()) changed_.add(vertex);
    }
    bool spent() const { return changed_.size() > sorted_.size() / 8 + 1024; }
    // To be called by one thread before others read.
    void make_tidy() {
        if (!changed_.tidy()) changed_.make_tidy();
    }

    // Ascending by id. REQUIRES: tidy, not spent.
    std::vector<VertexId> find(const ValueRange& range, const ValueOf& value_of,
                               const Progress& progress) const;
    double estimate(const ValueRange& range) const;

  private:
    struct Entry {
        Value value;
        VertexId vertex;
    };
    // All that can be in the range, and little more.
    std::span<const Entry> around(const ValueRange& range) const;

    std::vector<Entry> sorted_;  // by `order`, then by vertex
    ChangedVertices changed_;
};

}  // namespace hearsay::graphs

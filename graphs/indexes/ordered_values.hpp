// The values of one property of the vertices with one label, in order: who lies between two values, and who
// comes first.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "graphs/indexes/changed_vertices.hpp"
#include "graphs/progress.hpp"
#include "graphs/values/value.hpp"

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

// All texts that begin with the prefix, and nothing else.
ValueRange texts_with_prefix(std::string_view prefix);

// A sorted array of the values as they were when it was built; the vertices that have changed since are
// looked at one by one. When they have become many, the index is spent and is to be built anew.
//
// Several threads may read at once, as long as nobody changes it.
class OrderedValues {
  public:
    // The value of a vertex as it is now, null if it has none; nothing if it is dead or has lost the label.
    using ValueOf = std::function<std::optional<Value>(VertexId)>;

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

    // All vertices with the label in the order of their values (`order`), those of one value ascending by id;
    // null, which those have that have no value, comes after all values. REQUIRES: tidy, not spent.
    class Walk;
    Walk in_order(bool descending, const ValueOf& value_of, const Progress& progress) const;

  private:
    struct Entry {
        Value value;
        VertexId vertex;
    };
    static bool before(const Entry& a, const Entry& b);  // by `order`, then by vertex
    // All that can be in the range, and little more.
    std::span<const Entry> around(const ValueRange& range) const;

    std::vector<Entry> sorted_;            // by `before`
    std::vector<VertexId> without_value_;  // ascending
    ChangedVertices changed_;
};

// Valid until the next change of the values that it is of.
class OrderedValues::Walk {
  public:
    Walk() = default;
    Walk(Walk&&) = default;
    Walk& operator=(Walk&&) = default;
    // Adds the next vertices to `to`, at most `most`: how many. None: there are no more.
    std::size_t give(std::size_t most, std::vector<VertexId>& to, const Progress& progress);

  private:
    friend class OrderedValues;
    // Vertices with one value, ascending: those as they were built, and those that have changed.
    struct Run {
        std::span<const Entry> built, changed;
        bool empty() const { return built.empty() && changed.empty(); }
    };
    Run next_run();
    void give_run(std::size_t most, std::vector<VertexId>& to, const Progress& progress);
    void give_without_value(std::size_t most, std::vector<VertexId>& to, const Progress& progress);

    const OrderedValues* values_ = nullptr;  // nullptr: no vertex
    bool descending_ = false;
    std::vector<Entry> changed_;             // as they are now, by `before`
    std::vector<VertexId> changed_without_;  // likewise, without a value
    std::span<const Entry> built_left_, changed_left_;
    Run run_;                                        // at which it is
    std::size_t without_ = 0, without_changed_ = 0;  // how many of these were given, or left out
};

}  // namespace hearsay::graphs

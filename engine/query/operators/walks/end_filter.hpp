// Compares the other end of an edge with what the row has, while the edges of many rows are read.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "engine/query/plan/end_comparison.hpp"
#include "graphs/columns/bitmap.hpp"
#include "graphs/graph/property_graph.hpp"

namespace hearsay::engine {

// What passes, of numbers: those from `least` to `least + width`, which may run over the greatest to 0.
struct Passing {
    std::uint64_t least = 0, width = 0;
    bool none = false;

    static Passing nothing() { return {0, 0, true}; }
    // What relates to `number` so.
    static Passing of(grammar::ComparisonOperator op, std::uint64_t number);
    bool operator()(std::uint64_t number) const { return number - least <= width; }
};

// Takes what it compares as numbers, so that neither the operator nor the type is asked for at an edge:
// integers, texts and nodes of which only equality is asked.
class EndFilter {
  public:
    EndFilter(EndComparison comparison, const Layout& input);

    // Can it be told of the rows of this batch? If not, for other types or where the keys are unknown, the
    // predicate must be evaluated. REQUIRES: the graph does not change, nor the batch, while ends are tested.
    bool begin_batch(const Batch& in, const graphs::PropertyGraph& graph);

    // f(numbers): numbers.of_end(vertex, number) sets the number of an end, or is false where it has none;
    // numbers.others[row] is what ends are compared with, numbers.passing(other) which pass then. Null passes
    // no comparison.
    template <class F>
    void with_numbers(const F& f) const {
        if (integers_[0].items != nullptr) {
            f(numbers(integers_[0], integers_[1]));
        } else if (texts_[0].items != nullptr) {
            f(numbers(texts_[0], texts_[1]));
        } else {
            f(numbers(Itself(), Itself()));
        }
    }

  private:
    static std::uint64_t number(std::int64_t integer) {
        return static_cast<std::uint64_t>(integer) ^ std::uint64_t{1} << 63;  // in order
    }
    static std::uint64_t number(graphs::StringId id) { return id.value; }

    template <class T>
    struct PropertyOf {
        std::span<const std::uint64_t> valid = {};  // a bit for each vertex that has it
        const T* items = nullptr;

        bool operator()(graphs::VertexId vertex, std::uint64_t& number) const {
            const std::size_t word = vertex.value / 64;
            if (word >= valid.size() || (valid[word] >> (vertex.value % 64) & 1U) == 0) return false;
            number = EndFilter::number(items[vertex.value]);
            return true;
        }
    };
    struct Itself {
        bool operator()(graphs::VertexId vertex, std::uint64_t& number) const {
            number = vertex.value;
            return !vertex.is_none();
        }
    };
    template <class Of>
    struct Numbers {
        Of of_end, of_other;
        const graphs::VertexId* others;  // by row
        grammar::ComparisonOperator op;

        Passing passing(graphs::VertexId other) const {
            std::uint64_t number = 0;
            return of_other(other, number) ? Passing::of(op, number) : Passing::nothing();
        }
    };

    template <class Of>
    Numbers<Of> numbers(const Of& of_end, const Of& of_other) const {
        return {of_end, of_other, others_->data(), comparison_.op};
    }

    EndComparison comparison_;
    std::size_t other_;  // column
    const std::vector<graphs::VertexId>* others_ = nullptr;
    PropertyOf<std::int64_t> integers_[2];  // of the end, of the other
    PropertyOf<graphs::StringId> texts_[2];
};

}  // namespace hearsay::engine

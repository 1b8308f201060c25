// What a running query can reach: the graph, the parameters, the limits, and a way to stop it.
#pragma once

#include <atomic>
#include <chrono>
#include <limits>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/query/running/effects.hpp"
#include "engine/query/running/heap.hpp"
#include "engine/query/running/limits.hpp"
#include "grammar/text/diagnostic.hpp"
#include "graphs/columns/string_pool.hpp"
#include "graphs/graph/property_graph.hpp"
#include "graphs/progress.hpp"

namespace hearsay::engine {

using Parameters = std::map<std::string, graphs::Value, std::less<>>;

// A query that cannot go on: thrown inside the engine only; `run_query` turns it into a Diagnostic.
class QueryError : public std::runtime_error {
  public:
    explicit QueryError(grammar::Diagnostic diagnostic)
        : std::runtime_error(diagnostic.message), diagnostic_(std::move(diagnostic)) {}
    const grammar::Diagnostic& diagnostic() const { return diagnostic_; }

  private:
    grammar::Diagnostic diagnostic_;
};

// How far a statement is from its limits. The clock and the count of memory begin with the object.
class Allowance {
  public:
    Allowance() = default;
    explicit Allowance(const Limits& limits);

    const Limits& limits() const { return limits_; }
    bool out_of_time() const;                         // to some 4 ms
    bool out_of_memory(std::size_t more = 0) const {  // with `more` bytes that are about to be taken
        const std::int64_t held = heap_bytes;
        if (held > most_held_) most_held_ = held;
        return held > most_allowed_ ||
               more > static_cast<std::size_t>(most_allowed_) - static_cast<std::size_t>(held);
    }
    std::size_t most_held() const;  // bytes beyond those at the beginning, as far as anybody looked

  private:
    Limits limits_;
    std::chrono::nanoseconds deadline_ = std::chrono::nanoseconds::max();  // of the steady clock
    std::int64_t held_before_ = heap_bytes;
    std::int64_t most_allowed_ = std::numeric_limits<std::int64_t>::max();
    mutable std::int64_t most_held_ = heap_bytes;
};

struct QueryContext {
    graphs::PropertyGraph& graph;
    const Parameters& parameters;
    std::string_view text;  // of the query
    const std::atomic<bool>* interrupt =
        nullptr;  // set from a signal handler (Ctrl-C): the query ends with an error
    grammar::Diagnostics* warnings = nullptr;
    Allowance allowance = {};
    Effects effects = {};  // what it has changed so far
    // What the clocks show to the whole statement.
    std::chrono::system_clock::time_point begun = std::chrono::system_clock::now();

    // Nodes that it has deleted while relationships still held them, and where: they go with the last of
    // these, which must be gone when the statement ends.
    std::map<graphs::VertexId, grammar::Span> held = {};

    bool timed = false;  // PROFILE: operators read the clock
    // The names of types that columns of texts hold.
    graphs::StringPool names = {};

    // Is it still in the graph, for a statement that may have deleted it?
    bool is_there(graphs::VertexId vertex) const {
        return graph.alive(vertex) && (held.empty() || !held.contains(vertex));
    }
    bool is_there(graphs::EdgeId edge) const { return graph.alive(edge); }
    bool is_there(const graphs::Value& element) const;  // REQUIRES: a node or a relationship

    // Whether `check` would throw, but for memory: for code that cannot be left by an exception.
    bool must_stop() const {
        return (interrupt != nullptr && interrupt->load(std::memory_order_relaxed)) ||
               allowance.out_of_time();
    }

    // Throws QueryError if the interrupt is set or a limit is passed. Operators call it, and every loop that
    // can be long: every few thousand easy steps, or each step that is not. It costs some 5 ns. Never while a
    // change of the graph is half done.
    void check() const;
    // Throws QueryError if `bytes` more would pass the memory limit. To be asked before anything large is
    // taken.
    void reserve(std::size_t bytes) const {
        if (allowance.out_of_memory(bytes)) fail_memory();
    }

    // Both, for what is done in graphs. Valid as long as the context.
    graphs::Progress progress() const {
        return [this](std::size_t bytes) {
            check();
            reserve(bytes);
        };
    }

    [[noreturn]] void fail_memory() const;
    [[noreturn]] void fail_rows() const;
};

// Makes room for one more, as push_back would, but asks first.
template <class T>
void make_room(std::vector<T>& list, const QueryContext& context) {
    if (list.size() < list.capacity()) return;
    const std::size_t grown = list.size() < 4 ? 8 : 2 * list.size();
    context.reserve(grown * sizeof(T));
    list.reserve(grown);
}

}  // namespace hearsay::engine

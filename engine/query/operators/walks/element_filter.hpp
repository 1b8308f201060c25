// What a predicate of a shortest path asks of every edge of it, or of every node:
// `all(r IN relationships(p) WHERE ...)`, `none(n IN nodes(p) WHERE ...)`. A search that asks it of each edge
// and node before it goes there tries no path in vain.
#pragma once

#include <functional>
#include <optional>
#include <unordered_map>

#include "engine/query/expressions/compiled_expression.hpp"
#include "engine/query/plan/plan.hpp"

namespace hearsay::engine {

class ElementFilter {
  public:
    // Of the predicate, if it is such a test; it may read the input's columns too. `compile`: makes an
    // expression ready over a layout.
    using Compile = std::function<Compiled(const grammar::Expression&, const Layout&)>;
    static std::optional<ElementFilter> of(const grammar::Expression& predicate, const ShortestPath& step,
                                           const Layout& input, const Compile& compile);

    bool of_nodes() const { return of_nodes_; }
    // What follows is about a row of the batch, which must stay as it is.
    void begin_row(const Batch& batch, std::size_t row);
    // Throws QueryError where the predicate does. The graph must stay as it is between two calls of
    // begin_row.
    bool passes(graphs::VertexId node, QueryContext& context) { return passes(node.value, node, context); }
    bool passes(graphs::EdgeId edge, QueryContext& context) { return passes(edge.value, edge, context); }

  private:
    bool passes(std::uint64_t id, graphs::Value element, QueryContext& context);

    bool of_nodes_ = false;
    bool wanted_ = true;  // all: each must be true; none: each must be false
    Compiled predicate_;  // over the input's columns and the element
    Batch row_;
    std::unordered_map<std::uint64_t, bool> known_;  // of this row
};

}  // namespace hearsay::engine

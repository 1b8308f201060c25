// The last argument of the procedures `graph.…`: a map that says which part of the graph they look at, and
// how.
#pragma once

#include <initializer_list>
#include <string_view>

#include "engine/query/running/context.hpp"
#include "graphs/boost/subgraph.hpp"

namespace hearsay::engine {

class GraphOptions {
  public:
    // `names`: the entries that there may be, beside `labels`, `types` and `direction`. Throws QueryError if
    // there is another one, or `options` is no map; null is an empty one.
    GraphOptions(const graphs::Value& options, std::initializer_list<std::string_view> names,
                 QueryContext& context);

    // Throw QueryError where an entry is not what it should be. A label or type that the graph does not have
    // is warned of. `otherwise` is taken where there is no entry. `direction`: 'out', 'in' or 'both'.
    graphs::Subgraph subgraph(graphs::Direction otherwise) const;
    bool both_ways(graphs::Direction otherwise) const {
        return direction(otherwise) == graphs::Direction::Both;
    }
    double number(std::string_view name, double otherwise, double least, double most) const;
    // The property that the option names; none() if the graph does not know it, which is warned of.
    graphs::KeyId key(std::string_view name) const;

  private:
    [[noreturn]] void refuse(std::string_view name, std::string_view wanted) const;
    std::string text(std::string_view name) const;           // "" if it is not there
    const graphs::Value* find(std::string_view name) const;  // nullptr if it is not there, or null
    std::vector<std::string> names_of(std::string_view name) const;
    graphs::Direction direction(graphs::Direction otherwise) const;
    void warn_unknown(std::string_view what, const std::string& name,
                      const std::vector<std::string>& known) const;

    graphs::Map options_;
    QueryContext& context_;
};

}  // namespace hearsay::engine

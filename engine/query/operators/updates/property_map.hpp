// The properties of a new element: {key: value, ...}, or an expression that gives a map ($properties).
#pragma once

#include <string>
#include <vector>

#include "engine/query/expressions/compiled_expression.hpp"

namespace hearsay::engine {

class PropertyMap {
  public:
    struct Entry {
        std::string key;
        Compiled value;
        grammar::Span span;
    };
    PropertyMap() = default;                           // none
    explicit PropertyMap(std::vector<Entry> entries);  // of two with the same key the last counts
    PropertyMap(Compiled whole, grammar::Span span);   // a map, or null for none

    // A column an entry, or one for the whole map.
    std::vector<Column> evaluate(const Batch& in, QueryContext& context) const;
    // The properties of a row of such columns, without nulls. Interns the keys. Throws QueryError if one
    // cannot be kept in the graph, or if `whole` is no map.
    graphs::Properties at(const std::vector<Column>& columns, std::size_t row,
                          graphs::PropertyGraph& graph) const;
    // The first entry that is null on this row, or nullptr.
    const Entry* null_entry(const std::vector<Column>& columns, std::size_t row) const;

  private:
    std::vector<Entry> entries_;
    Compiled whole_;
    grammar::Span span_;
};

}  // namespace hearsay::engine

// Makes the nodes and relationships of a pattern: what CREATE does for every row, and MERGE where it found
// nothing.
#pragma once

#include <deque>

#include "engine/query/operators/operator.hpp"
#include "engine/query/operators/updates/property_map.hpp"

namespace hearsay::engine {

class PatternCreator {
  public:
    // `given`: the columns of the rows. `properties`: of each node, then of each edge, over those columns.
    PatternCreator(const CreatePattern& step, const Layout& given, std::vector<PropertyMap> properties,
                   QueryContext& context);

    // The columns of every element's properties.
    using Values = std::vector<std::vector<Column>>;
    Values evaluate(const Batch& in) const;
    // Throws QueryError if a property is null: a pattern cannot be merged with one.
    void refuse_nulls(const Values& values, std::size_t row) const;

    // What was made: a column an element, in the order of the step.
    struct Made {
        std::vector<std::vector<graphs::VertexId>> nodes;
        std::vector<std::vector<graphs::EdgeId>> edges;
    };
    Made nothing_made() const;
    // Makes the pattern once, for a row, and adds it to `made`. Throws QueryError if an end of an edge is
    // null, deleted or no node, or if a property cannot be kept.
    void create(const Batch& in, std::size_t row, const Values& values, Made& made);

  private:
    struct End {
        bool is_new;
        std::size_t index;  // of a new node or of a column
    };
    graphs::VertexId vertex_of(const End& end, const Batch& in, std::size_t row, const Made& made,
                               const NewEdge& edge, const std::string& name) const;

    const CreatePattern& step_;
    const Layout& given_;
    std::vector<PropertyMap> properties_;
    QueryContext& context_;
    std::vector<std::pair<End, End>> ends_;  // of each edge
};

}  // namespace hearsay::engine

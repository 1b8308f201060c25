// From a checked tree to a plan, clause by clause, as it is written; the rules make it fast.
#pragma once

#include "engine/query/plan/plan.hpp"

namespace hearsay::engine {

// REQUIRES: `query` has been checked. `given` are the columns that the rows at the leaf have: none for a
// whole query, the variables around it for a subquery. The plan's columns are the result's.
Plan plan_query(const grammar::Query& query, const PlanContext& context, const Layout& given = {});

// The rows of `given` joined with the pattern's matches for which the filter, if any, is true.
Plan plan_pattern(const std::vector<grammar::PatternPart>& parts, const grammar::Expression* filter,
                  const Layout& given);

// The name of a column that an unaliased item gives: its text, letter for letter, or the variable's name.
std::string column_name(const grammar::ProjectionItem& item, std::string_view text);

// Makes up hidden variables that are not in a layout yet.
class HiddenNames {
  public:
    explicit HiddenNames(const Layout& taken);
    std::string next();

  private:
    std::size_t next_ = 0;
};

}  // namespace hearsay::engine

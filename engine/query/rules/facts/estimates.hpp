// How many rows to expect: rough numbers from the graph's counts, enough to choose between plans.
#pragma once

#include "engine/query/plan/plan.hpp"

namespace hearsay::engine {

// The value of a literal, or of a parameter that was given; nothing for any other expression.
std::optional<graphs::Value> known_value(const grammar::Expression& expression, const PlanContext& context);

// A predicate `variable.key = value`, either way round, whose value does not read the variable.
struct PropertyEquality {
    const grammar::Name* key;
    const grammar::Expression* value;
};
std::optional<PropertyEquality> property_equality(const grammar::Expression& predicate,
                                                  std::string_view variable);
// A predicate `variable.key CONTAINS part`, or STARTS WITH or ENDS WITH, whose part does not read the
// variable.
struct TextSearch {
    const grammar::Name* key;
    graphs::TextPredicate test;
    const grammar::Expression* part;
};
std::optional<TextSearch> text_search(const grammar::Expression& predicate, std::string_view variable);
// Are there so many vertices with the label that an index of the words in their texts pays?
bool indexes_texts(const grammar::Name& label, const grammar::Name& key, const PlanContext& context);
// A predicate `variable.key < value`, or <=, > or >=, either way round, whose value does not read the
// variable.
struct PropertyBound {
    const grammar::Name* key;
    const grammar::Expression* value;
    bool is_low, included;
};
std::optional<PropertyBound> property_bound(const grammar::Expression& predicate, std::string_view variable);
// A predicate `variable:Label`: its one label, or nullptr.
const grammar::Name* label_test(const grammar::Expression& predicate, std::string_view variable);

double vertices_with(const grammar::Name& label, const PlanContext& context);
double vertices_with(graphs::LabelId label, const PlanContext& context);
// Vertices with the label whose property equals the value.
double vertices_found(const grammar::Name& label, const PropertyEquality& equality,
                      const PlanContext& context);
double texts_found(const TextLookup& lookup, const PlanContext& context);
// Of a wider range than this part of the vertices, these are found faster by a look at all of them.
inline constexpr double widest_range = 0.25;
double vertices_between(const RangeLookup& lookup, const PlanContext& context);
// The name of the index of this kind that was asked for, or "".
std::string index_name(graphs::IndexKind kind, const grammar::Name& label, const grammar::Name& key,
                       const PlanContext& context);
// The part of the rows that a predicate lets through, 0 to 1. `label`: of the vertices that it is about, if
// it is known.
double selectivity(const grammar::Expression& predicate, const PlanContext& context,
                   graphs::LabelId label = graphs::LabelId::none());

}  // namespace hearsay::engine

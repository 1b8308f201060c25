// What makes a plan fast. Each rule takes a plan and says whether it changed it; rules.cpp lists them in
// order.
#pragma once

#include <span>
#include <string_view>

#include "engine/query/plan/plan.hpp"

namespace hearsay::engine {

struct Rule {
    std::string_view name;
    bool (*apply)(Plan& plan,
                  const PlanContext& context);  // REQUIRES: `plan` is a whole tree; true if it changed
};

// count(r) of what a pattern has bound: counts rows.
bool count_rows(Plan& plan, const PlanContext& context);
// Takes a WHERE into the pattern below it, cut at its ANDs.
bool move_filters_into_patterns(Plan& plan, const PlanContext& context);
// A path of at most so many relationships: bounds the walk of any length that is part of it.
bool bound_walks(Plan& plan, const PlanContext& context);
// Lays a pattern out as scans and expands, in the order in which the fewest edges are touched.
bool lay_out_patterns(Plan& plan, const PlanContext& context);
// Moves each predicate down to where its variables are bound.
bool push_filters_down(Plan& plan, const PlanContext& context);
// A label that is asked for right after every vertex was listed: lists the label's vertices instead.
bool scan_by_label(Plan& plan, const PlanContext& context);
// A property that must be equal to a known value, right after a label's vertices were listed: looks it up.
bool look_up_in_index(Plan& plan, const PlanContext& context);
// A label that every edge of the walk to a node has at this end: is not tested.
bool drop_implied_labels(Plan& plan, const PlanContext& context);
// A test for any edge of a kind at a vertex: looks whether their number is 0.
bool answer_exists_by_degree(Plan& plan, const PlanContext& context);
// Every vertex, listed to walk edges that all begin at vertices with one label: lists the label's vertices.
bool scan_by_implied_label(Plan& plan, const PlanContext& context);
// The number of all vertices, or edges, of a kind: known without looking.
bool count_from_statistics(Plan& plan, const PlanContext& context);
// Edges that are only counted: are not walked, but their number is looked up.
bool count_edges(Plan& plan, const PlanContext& context);
// A text that must contain, begin with or end with a known one, right after a label's vertices were listed:
// finds the vertices through the index of words, where they are many; those whose text begins with it through
// an index of values in order, where one was asked for and they are few.
bool look_up_in_text_index(Plan& plan, const PlanContext& context);
// A property that must lie above or below a known value, right after a label's vertices were listed, where an
// index of it was asked for and few vertices are expected.
bool look_up_range_in_index(Plan& plan, const PlanContext& context);
// A projection to the columns that are there already, in the same order.
bool drop_empty_projections(Plan& plan, const PlanContext& context);
// Sorting of which only the first rows are wanted.
bool sort_only_the_first(Plan& plan, const PlanContext& context);
// The first rows in the order of a property of a label's vertices, of which there is an index in this order:
// lists the vertices in it until there are enough rows, and sorts nothing. Where filters let through less
// than was estimated, more of them are listed. What is computed between, for rows behind the last one that is
// wanted, is not computed then, as with any LIMIT.
bool walk_in_order(Plan& plan, const PlanContext& context);
// Walks of which only the ends count, each once: a search that visits every vertex once instead.
bool reach_ends_once(Plan& plan, const PlanContext& context);
// A comparison of the end of an edge with what is bound already, right after the edges are walked: is made
// while they are.
bool compare_ends(Plan& plan, const PlanContext& context);
// Tests of the ends of a walk of any length, right after it: are told to the walk, which need not go where no
// such end can be reached.
bool guide_walks(Plan& plan, const PlanContext& context);
// Marks the columns that no step above reads (Plan::unread), which then need not be copied along. Comes
// behind every rule that changes what a step reads.
bool drop_unread_columns(Plan& plan, const PlanContext& context);
// Writes the estimated rows of every step, for EXPLAIN.
bool estimate_rows(Plan& plan, const PlanContext& context);

// The rules in the order in which they are applied, each once.
std::span<const Rule> all_rules();
void apply_rules(Plan& plan, const PlanContext& context);

}  // namespace hearsay::engine

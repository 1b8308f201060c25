// The row functions, a family a source file; catalogue/table.cpp says what each is called and does.
#pragma once

#include "engine/query/functions/function.hpp"

namespace hearsay::engine::builtins {

using graphs::Value;

// strings.cpp
std::int64_t count_characters(std::string_view text);  // code points
Value to_upper(const Arguments&);
Value to_lower(const Arguments&);
Value left(const Arguments&);
Value right(const Arguments&);
Value substring(const Arguments&);
Value trim(const Arguments&);
Value left_trim(const Arguments&);
Value right_trim(const Arguments&);
Value replace(const Arguments&);
Value split(const Arguments&);
Value reverse(const Arguments&);

// numbers.cpp
Value absolute(const Arguments&);
Value ceiling(const Arguments&);
Value floor_of(const Arguments&);
Value rounded(const Arguments&);
Value is_not_a_number(const Arguments&);
Value sign(const Arguments&);
Value random(const Arguments&);
Value euler(const Arguments&);
Value pi(const Arguments&);
Value exponential(const Arguments&);
Value natural_logarithm(const Arguments&);
Value decimal_logarithm(const Arguments&);
Value square_root(const Arguments&);
Value sine(const Arguments&);
Value cosine(const Arguments&);
Value tangent(const Arguments&);
Value cotangent(const Arguments&);
Value arc_sine(const Arguments&);
Value arc_cosine(const Arguments&);
Value arc_tangent(const Arguments&);
Value arc_tangent_2(const Arguments&);
Value to_degrees(const Arguments&);
Value to_radians(const Arguments&);
Value haversine(const Arguments&);

// lists.cpp
Value head(const Arguments&);
Value last(const Arguments&);
Value tail(const Arguments&);
Value range(const Arguments&);
Value size(const Arguments&);
std::optional<Column> sizes(const Column& things, const QueryContext&);  // of texts; else nullopt
Value is_empty(const Arguments&);

// elements.cpp
Value id(const Arguments&);
Value element_id(const Arguments&);
Value labels(const Arguments&);
Value properties(const Arguments&);
Value keys(const Arguments&);
Value start_node(const Arguments&);
Value end_node(const Arguments&);
Value nodes(const Arguments&);
Value relationships(const Arguments&);
Value length(const Arguments&);
// element_columns.cpp: the same of whole columns
std::optional<Column> ids(const Column& elements, const QueryContext&);
std::optional<Column> label_lists(const Column& nodes, const QueryContext&);
std::optional<Column> start_nodes(const Column& relationships, const QueryContext&);
std::optional<Column> end_nodes(const Column& relationships, const QueryContext&);
Compiled make_type(std::vector<Compiled> arguments, CallSite site);

// conversions.cpp
Value null_if(const Arguments&);
Value to_text(const Arguments&);
Value to_text_or_null(const Arguments&);
Value to_integer(const Arguments&);
Value to_integer_or_null(const Arguments&);
Value to_float(const Arguments&);
Value to_float_or_null(const Arguments&);
Value to_boolean(const Arguments&);
Value to_boolean_or_null(const Arguments&);

}  // namespace hearsay::engine::builtins

// Aggregation: many values become one, for each group of rows. Nulls are passed over.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/query/plan/plan.hpp"
#include "engine/query/running/batch.hpp"
#include "engine/query/running/context.hpp"
#include "engine/query/running/large_pages.hpp"

namespace hearsay::engine {

// Which group each row of a batch is of.
struct RowGroups {
    std::size_t rows = 0;
    std::span<const std::uint32_t> of_row = {};  // empty: all are of group 0
};

// f(row, group) for every row.
template <class F>
void for_each_row(const RowGroups& groups, const F& f) {
    if (groups.of_row.empty()) {
        for (std::size_t row = 0; row < groups.rows; ++row) f(row, std::size_t{0});
    } else {
        for (std::size_t row = 0; row < groups.rows; ++row) f(row, std::size_t{groups.of_row[row]});
    }
}

// One aggregation over all groups: what it knows of group g stands at place g of arrays, so that a batch is
// added in one loop, and a million groups are freed at once.
class GroupedAccumulator {
  public:
    virtual ~GroupedAccumulator() = default;
    // There are so many groups now: no fewer than before, and those that the rows of the next `add` name.
    virtual void expect(std::size_t groups) = 0;
    // The arguments, a column each. Throws QueryError where openCypher has a run-time error, and at a limit.
    virtual void add(const RowGroups& groups, const std::vector<Column>& arguments) = 0;
    // Of the groups [begin, end). To be asked once for each group, ascending, after the last row.
    virtual Column result(std::size_t begin, std::size_t end) = 0;
};

// `step`: a function's name as written, DISTINCT or not. `context` outlives the accumulator.
std::unique_ptr<GroupedAccumulator> make_grouped_accumulator(const Aggregation& step,
                                                             const QueryContext& context);

// --- for those who implement it

// Makes a flat array `size` long, and asks for the memory first.
template <class T>
using ByGroup = std::vector<T, LargePages<T>>;
template <class T, class Allocator>
void extend(std::vector<T, Allocator>& array, std::size_t size, const QueryContext& context, const T& fill = {}) {
    if (size > array.capacity()) {
        const std::size_t grown = std::max(size, 2 * array.size());
        context.reserve(grown * sizeof(T));
        array.reserve(grown);
    }
    array.resize(size, fill);
}

std::unique_ptr<GroupedAccumulator> make_count_rows(const QueryContext& context);
// Each row counts as often as the product of its arguments says.
std::unique_ptr<GroupedAccumulator> make_count_weights(grammar::Span span, const QueryContext& context);
std::unique_ptr<GroupedAccumulator> make_count_values(const QueryContext& context);
std::unique_ptr<GroupedAccumulator> make_sum(grammar::Span span, const QueryContext& context);
std::unique_ptr<GroupedAccumulator> make_average(grammar::Span span, const QueryContext& context);
std::unique_ptr<GroupedAccumulator> make_extreme(bool greatest, const QueryContext& context);
std::unique_ptr<GroupedAccumulator> make_collect(grammar::Span span, const QueryContext& context);
std::unique_ptr<GroupedAccumulator> make_deviation(bool sample, grammar::Span span,
                                                   const QueryContext& context);
std::unique_ptr<GroupedAccumulator> make_percentile(bool continuous, grammar::Span span,
                                                    const QueryContext& context);
// Lets each value of a group through once.
std::unique_ptr<GroupedAccumulator> make_distinct(std::unique_ptr<GroupedAccumulator> inner,
                                                  const QueryContext& context);

}  // namespace hearsay::engine

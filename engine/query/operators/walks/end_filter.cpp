#include "engine/query/operators/walks/end_filter.hpp"

#include <utility>

#include "engine/query/operators/operator.hpp"
#include "graphs/columns/column.hpp"

namespace hearsay::engine {

using grammar::ComparisonOperator;

Passing Passing::of(ComparisonOperator op, std::uint64_t number) {
    constexpr std::uint64_t greatest = std::numeric_limits<std::uint64_t>::max();
    switch (op) {
        case ComparisonOperator::Equal:
            return {number, 0};
        case ComparisonOperator::NotEqual:
            return {number + 1, greatest - 1};
        case ComparisonOperator::Less:
            return number == 0 ? nothing() : Passing{0, number - 1};
        case ComparisonOperator::LessEqual:
            return {0, number};
        case ComparisonOperator::Greater:
            return number == greatest ? nothing() : Passing{number + 1, greatest - (number + 1)};
        case ComparisonOperator::GreaterEqual:
            break;
    }
    return {number, greatest - number};
}

EndFilter::EndFilter(EndComparison comparison, const Layout& input)
    : comparison_(std::move(comparison)), other_(column_index(input, comparison_.other)) {}

bool EndFilter::begin_batch(const Batch& in, const graphs::PropertyGraph& graph) {
    others_ = in.columns[other_].as<graphs::VertexId>();
    if (others_ == nullptr) return false;
    if (!comparison_.end_key) return true;
    const auto& table = graph.vertex_properties();
    const graphs::Column* const columns[] = {table.find_column(graph.find_key(comparison_.end_key->text)),
                                             table.find_column(graph.find_key(comparison_.other_key->text))};
    const bool equality =
        comparison_.op == ComparisonOperator::Equal || comparison_.op == ComparisonOperator::NotEqual;
    std::size_t integers = 0, texts = 0;
    for (std::size_t i = 0; i < 2; ++i) {
        integers_[i] = {};
        texts_[i] = {};
        if (columns[i] == nullptr) continue;
        if (const auto* items = columns[i]->as<std::int64_t>()) {
            integers_[i] = {columns[i]->valid().words(), items->data()};
            ++integers;
        } else if (const auto* ids = columns[i]->as<graphs::StringId>(); ids != nullptr && equality) {
            texts_[i] = {columns[i]->valid().words(), ids->data()};
            ++texts;
        }
    }
    return integers == 2 || texts == 2;
}

}  // namespace hearsay::engine

#include "engine/query/aggregations/grouped_accumulator.hpp"
#include "engine/query/functions/function.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine {
namespace {

std::unique_ptr<GroupedAccumulator> make_plain(const Aggregation& step, const QueryContext& context) {
    const builtins::Function* function = builtins::Functions::standard().find(step.function);
    HEARSAY_ASSERT(function != nullptr && function->signature.aggregate);
    const std::string& name = function->signature.name;
    if (name == "count") {
        if (!step.weights.empty()) return make_count_weights(step.span, context);
        return step.arguments.empty() ? make_count_rows(context) : make_count_values(context);
    }
    if (name == "sum") return make_sum(step.span, context);
    if (name == "avg") return make_average(step.span, context);
    if (name == "min") return make_extreme(false, context);
    if (name == "max") return make_extreme(true, context);
    if (name == "collect") return make_collect(step.span, context);
    if (name == "stDev") return make_deviation(true, step.span, context);
    if (name == "stDevP") return make_deviation(false, step.span, context);
    if (name == "percentileCont") return make_percentile(true, step.span, context);
    HEARSAY_ASSERT(name == "percentileDisc");
    return make_percentile(false, step.span, context);
}

}  // namespace

std::unique_ptr<GroupedAccumulator> make_grouped_accumulator(const Aggregation& step,
                                                             const QueryContext& context) {
    auto plain = make_plain(step, context);
    return step.distinct ? make_distinct(std::move(plain), context) : std::move(plain);
}

}  // namespace hearsay::engine

// stDev, stDevP, percentileCont and percentileDisc.
#include <cmath>

#include "engine/query/aggregations/grouped_accumulator.hpp"
#include "engine/query/expressions/error.hpp"
#include "engine/query/expressions/evaluate.hpp"
#include "engine/query/running/pace.hpp"

namespace hearsay::engine {
namespace {

using expressions::fail;
using expressions::fail_type;
using graphs::List;
using graphs::Value;

// Welford's method: B. P. Welford, "Note on a method for calculating corrected sums of squares and products",
// 1962.
class Deviation final : public GroupedAccumulator {
  public:
    Deviation(bool sample, grammar::Span span, const QueryContext& context)
        : sample_(sample), span_(span), context_(context) {}

    void expect(std::size_t groups) override { extend(states_, groups, context_); }

    void add(const RowGroups& groups, const std::vector<Column>& arguments) override {
        expressions::Reader values(arguments[0]);
        for_each_row(groups, [&](std::size_t row, std::size_t group) {
            const Value& value = values[row];
            if (value.is_null()) return;
            if (!value.is_number()) fail_type(span_, "numbers", value);
            State& state = states_[group];
            state.count += 1;
            const double away = value.number() - state.mean;
            state.mean += away / state.count;
            state.squares += away * (value.number() - state.mean);
        });
    }

    Column result(std::size_t begin, std::size_t end) override {
        std::vector<Value> deviations;
        deviations.reserve(end - begin);
        for (std::size_t group = begin; group < end; ++group) {
            const State& state = states_[group];
            const double freedom = sample_ ? state.count - 1 : state.count;
            deviations.emplace_back(freedom <= 0 ? 0.0 : std::sqrt(state.squares / freedom));
        }
        return Column(std::move(deviations));
    }

  private:
    struct State {
        double count = 0, mean = 0, squares = 0;
    };

    bool sample_;
    grammar::Span span_;
    const QueryContext& context_;
    std::vector<State> states_;  // by group
};

class Percentile final : public GroupedAccumulator {
  public:
    Percentile(bool continuous, grammar::Span span, const QueryContext& context)
        : continuous_(continuous), span_(span), context_(context) {}

    void expect(std::size_t groups) override { extend(states_, groups, context_); }

    void add(const RowGroups& groups, const std::vector<Column>& arguments) override {
        expressions::Reader values(arguments[0]), percentiles(arguments[1]);
        for_each_row(groups, [&](std::size_t row, std::size_t group) {
            const Value &value = values[row], &percentile = percentiles[row];
            State& state = states_[group];
            if (!percentile.is_number()) fail_type(span_, "a percentile from 0 to 1", percentile);
            state.percentile = percentile.number();
            if (!(state.percentile >= 0.0 && state.percentile <= 1.0))
                fail(span_, "the percentile is not between 0 and 1", "ArgumentError", "NumberOutOfRange");
            if (value.is_null()) return;
            if (!value.is_number()) fail_type(span_, "numbers", value);
            make_room(state.numbers, context_);
            state.numbers.push_back(value);
        });
    }

    Column result(std::size_t begin, std::size_t end) override {
        std::vector<Value> results;
        results.reserve(end - begin);
        for (std::size_t group = begin; group < end; ++group) results.push_back(result_of(states_[group]));
        return Column(std::move(results));
    }

  private:
    struct State {
        double percentile = 0;  // as the last row has it
        List numbers;
    };

    Value result_of(State& state) const {
        List sorted = std::move(state.numbers);
        if (sorted.empty()) return {};
        std::size_t compared = 0;
        std::sort(sorted.begin(), sorted.end(), [&](const Value& a, const Value& b) {
            if (++compared % 8192 == 0) context_.check();
            return graphs::order(a, b) < 0;
        });
        const auto last = static_cast<double>(sorted.size() - 1);
        if (!continuous_) {
            const double rank = std::ceil(state.percentile * static_cast<double>(sorted.size())) - 1.0;
            return sorted[static_cast<std::size_t>(std::clamp(rank, 0.0, last))];
        }
        const double place = state.percentile * last, below = std::floor(place), part = place - below;
        const double low = sorted[static_cast<std::size_t>(below)].number();
        if (part == 0.0) return low;
        return low * (1.0 - part) + sorted[static_cast<std::size_t>(below) + 1].number() * part;
    }

    bool continuous_;
    grammar::Span span_;
    const QueryContext& context_;
    std::vector<State> states_;  // by group
};

}  // namespace

std::unique_ptr<GroupedAccumulator> make_deviation(bool sample, grammar::Span span,
                                                   const QueryContext& context) {
    return std::make_unique<Deviation>(sample, span, context);
}
std::unique_ptr<GroupedAccumulator> make_percentile(bool continuous, grammar::Span span,
                                                    const QueryContext& context) {
    return std::make_unique<Percentile>(continuous, span, context);
}

}  // namespace hearsay::engine

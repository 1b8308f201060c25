// Aggregation: many values become one. Nulls are passed over.
#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "engine/query/compiled_expression.hpp"
#include "engine/query/expressions/error.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine {
namespace {

using expressions::fail;
using expressions::fail_type;
using graphs::Kind;
using graphs::List;
using graphs::Value;

double number_of(const Value& value, grammar::Span span) {
    if (!value.is_number()) fail_type(span, "numbers", value);
    return value.number();
}

class Count final : public Accumulator {
  public:
    void add(const Value& value, const Value&) override { count_ += value.is_null() ? 0 : 1; }
    Value result() const override { return count_; }

  private:
    std::int64_t count_ = 0;
};

// An integer as long as only integers come.
class Sum final : public Accumulator {
  public:
    explicit Sum(grammar::Span span) : span_(span) {}
    void add(const Value& value, const Value&) override {
        if (value.is_null()) return;
        const double number = number_of(value, span_);
        if (value.kind() == Kind::Float) {
            whole_ = false;
        } else if (whole_ && __builtin_add_overflow(integers_, value.integer(), &integers_)) {
            fail(span_, "the sum does not fit into a 64-bit integer", "ArithmeticError", "IntegerOverflow");
        }
        floats_ += number;
    }
    Value result() const override { return whole_ ? Value(integers_) : Value(floats_); }

  private:
    grammar::Span span_;
    bool whole_ = true;
    std::int64_t integers_ = 0;
    double floats_ = 0;
};

class Average final : public Accumulator {
  public:
    explicit Average(grammar::Span span) : span_(span) {}
    void add(const Value& value, const Value&) override {
        if (value.is_null()) return;
        sum_ += number_of(value, span_);
        ++count_;
    }
    Value result() const override {
        return count_ == 0 ? Value() : Value(sum_ / static_cast<double>(count_));
    }

  private:
    grammar::Span span_;
    double sum_ = 0;
    std::int64_t count_ = 0;
};

class Extreme final : public Accumulator {
  public:
    explicit Extreme(bool greatest) : greatest_(greatest) {}
    void add(const Value& value, const Value&) override {
        if (value.is_null()) return;
        if (best_.is_null() ||
            (greatest_ ? graphs::order(value, best_) > 0 : graphs::order(value, best_) < 0))
            best_ = value;
    }
    Value result() const override { return best_; }

  private:
    bool greatest_;
    Value best_;
};

class Collect final : public Accumulator {
  public:
    Collect(grammar::Span span, const QueryContext& context) : span_(span), context_(context) {}
    void add(const Value& value, const Value&) override {
        if (value.is_null()) return;
        if (values_.size() == expressions::longest_list) expressions::fail_list_too_long(span_);
        make_room(values_, context_);
        values_.push_back(value);
    }
    Value result() const override {
        context_.reserve(values_.size() * sizeof(Value));
        return expressions::within_bounds(values_, span_);
    }

  private:
    grammar::Span span_;
    const QueryContext& context_;
    List values_;
};

// Welford's method: B. P. Welford, "Note on a method for calculating corrected sums of squares and products",
// 1962.
class Deviation final : public Accumulator {
  public:
    Deviation(bool sample, grammar::Span span) : sample_(sample), span_(span) {}
    void add(const Value& value, const Value&) override {
        if (value.is_null()) return;
        const double number = number_of(value, span_);
        count_ += 1;
        const double away = number - mean_;
        mean_ += away / count_;
        squares_ += away * (number - mean_);
    }
    Value result() const override {
        const double freedom = sample_ ? count_ - 1 : count_;
        return freedom <= 0 ? 0.0 : std::sqrt(squares_ / freedom);
    }

  private:
    bool sample_;
    grammar::Span span_;
    double count_ = 0, mean_ = 0, squares_ = 0;
};

class Percentile final : public Accumulator {
  public:
    Percentile(bool continuous, grammar::Span span, const QueryContext& context)
        : continuous_(continuous), span_(span), context_(context) {}
    void add(const Value& value, const Value& percentile) override {
        if (!percentile.is_number()) fail_type(span_, "a percentile from 0 to 1", percentile);
        percentile_ = percentile.number();
        if (!(percentile_ >= 0.0 && percentile_ <= 1.0)) {
            fail(span_, "the percentile is not between 0 and 1", "ArgumentError", "NumberOutOfRange");
        }
        if (value.is_null()) return;
        number_of(value, span_);
        make_room(values_, context_);
        values_.push_back(value);
    }
    Value result() const override {
        if (values_.empty()) return {};
        context_.reserve(values_.size() * sizeof(Value));
        List sorted = values_;
        std::size_t compared = 0;
        std::sort(sorted.begin(), sorted.end(), [&](const Value& a, const Value& b) {
            if (++compared % 8192 == 0) context_.check();
            return graphs::order(a, b) < 0;
        });
        const auto last = static_cast<double>(sorted.size() - 1);
        if (!continuous_) {
            const double rank = std::ceil(percentile_ * static_cast<double>(sorted.size())) - 1.0;
            return sorted[static_cast<std::size_t>(std::clamp(rank, 0.0, last))];
        }
        const double place = percentile_ * last, below = std::floor(place), part = place - below;
        const double low = sorted[static_cast<std::size_t>(below)].number();
        if (part == 0.0) return low;
        return low * (1.0 - part) + sorted[static_cast<std::size_t>(below) + 1].number() * part;
    }

  private:
    bool continuous_;
    grammar::Span span_;
    const QueryContext& context_;
    double percentile_ = 0;
    List values_;
};

// Lets each value through once.
class Distinct final : public Accumulator {
  public:
    explicit Distinct(std::unique_ptr<Accumulator> inner) : inner_(std::move(inner)) {}
    void add(const Value& value, const Value& second) override {
        if (!value.is_null() && !seen_.insert(value).second) return;
        inner_->add(value, second);
    }
    Value result() const override { return inner_->result(); }

  private:
    std::unique_ptr<Accumulator> inner_;
    std::unordered_set<Value, graphs::HashValue, graphs::Equivalent> seen_;
};

std::unique_ptr<Accumulator> make_plain(std::string_view name, grammar::Span span,
                                        const QueryContext& context) {
    if (name == "count") return std::make_unique<Count>();
    if (name == "sum") return std::make_unique<Sum>(span);
    if (name == "avg") return std::make_unique<Average>(span);
    if (name == "min") return std::make_unique<Extreme>(false);
    if (name == "max") return std::make_unique<Extreme>(true);
    if (name == "collect") return std::make_unique<Collect>(span, context);
    if (name == "stDev") return std::make_unique<Deviation>(true, span);
    if (name == "stDevP") return std::make_unique<Deviation>(false, span);
    if (name == "percentileCont") return std::make_unique<Percentile>(true, span, context);
    HEARSAY_ASSERT(name == "percentileDisc");
    return std::make_unique<Percentile>(false, span, context);
}

}  // namespace

std::unique_ptr<Accumulator> make_accumulator(std::string_view function_name, bool distinct,
                                              grammar::Span span, const QueryContext& context) {
    const FunctionSignature* signature = find_function(function_name);
    HEARSAY_ASSERT(signature && signature->aggregate);
    std::unique_ptr<Accumulator> accumulator = make_plain(signature->name, span, context);
    if (distinct) return std::make_unique<Distinct>(std::move(accumulator));
    return accumulator;
}

}  // namespace hearsay::engine

// sum and avg.
#include "engine/query/aggregations/grouped_accumulator.hpp"
#include "engine/query/expressions/error.hpp"
#include "engine/query/expressions/evaluate.hpp"

namespace hearsay::engine {
namespace {

using expressions::fail;
using expressions::fail_type;
using graphs::Kind;
using graphs::Value;

// An integer as long as only integers come.
class Sum final : public GroupedAccumulator {
  public:
    Sum(grammar::Span span, const QueryContext& context) : span_(span), context_(context) {}
    void expect(std::size_t groups) override {
        extend(integers_, groups, context_);
        if (has_floats_) expect_floats();
    }
    void add(const RowGroups& groups, const std::vector<Column>& arguments) override {
        const auto* integers = arguments[0].as<std::int64_t>();
        if (integers != nullptr && !has_floats_) {
            add_integers(groups, *integers);
            return;
        }
        expressions::Reader values(arguments[0]);
        for_each_row(groups, [&](std::size_t row, std::size_t group) {
            const Value& value = values[row];
            if (value.is_null()) return;
            if (!value.is_number()) fail_type(span_, "numbers", value);
            if (value.kind() == Kind::Integer && !is_float(group)) return add_integer(group, value.integer());
            make_float(group);
            floats_[group] += value.number();
        });
    }
    Column result(std::size_t begin, std::size_t end) override {
        if (!has_floats_) {
            const auto first = integers_.begin();
            return Column(std::vector<std::int64_t>(first + static_cast<std::ptrdiff_t>(begin),
                                                    first + static_cast<std::ptrdiff_t>(end)));
        }
        std::vector<Value> sums;
        sums.reserve(end - begin);
        for (std::size_t group = begin; group < end; ++group)
            sums.push_back(is_float(group) ? Value(floats_[group]) : Value(integers_[group]));
        return Column(std::move(sums));
    }

  private:
    void add_integers(const RowGroups& groups, const std::vector<std::int64_t>& integers) {
        if (groups.of_row.empty()) {
            std::int64_t sum = integers_[0];
            bool overflows = false;
            for (const std::int64_t integer : integers)
                overflows |= __builtin_add_overflow(sum, integer, &sum);
            if (overflows) fail_overflow();
            integers_[0] = sum;
        } else {
            for (std::size_t row = 0; row < groups.rows; ++row)
                add_integer(groups.of_row[row], integers[row]);
        }
    }
    void add_integer(std::size_t group, std::int64_t integer) {
        if (__builtin_add_overflow(integers_[group], integer, &integers_[group])) fail_overflow();
    }
    [[noreturn]] void fail_overflow() const {
        fail(span_, "the sum does not fit into a 64-bit integer", "ArithmeticError", "IntegerOverflow");
    }

    bool is_float(std::size_t group) const { return has_floats_ && is_float_[group] != 0; }
    void make_float(std::size_t group) {
        if (!has_floats_) {
            has_floats_ = true;
            expect_floats();
        }
        if (is_float_[group] != 0) return;
        is_float_[group] = 1;
        floats_[group] = static_cast<double>(integers_[group]);
    }
    void expect_floats() {
        extend(floats_, integers_.size(), context_);
        extend(is_float_, integers_.size(), context_);
    }

    grammar::Span span_;
    const QueryContext& context_;
    ByGroup<std::int64_t> integers_;  // by group
    bool has_floats_ = false;             // there is a group with a Float; until then the next two are empty
    ByGroup<double> floats_;          // of a group with a Float: all of its sum
    ByGroup<std::uint8_t> is_float_;
};

class Average final : public GroupedAccumulator {
  public:
    Average(grammar::Span span, const QueryContext& context) : span_(span), context_(context) {}
    void expect(std::size_t groups) override { extend(means_, groups, context_); }
    void add(const RowGroups& groups, const std::vector<Column>& arguments) override {
        if (const auto* integers = arguments[0].as<std::int64_t>()) {
            for_each_row(groups, [&](std::size_t row, std::size_t group) {
                means_[group].add(static_cast<double>((*integers)[row]));
            });
            return;
        }
        expressions::Reader values(arguments[0]);
        for_each_row(groups, [&](std::size_t row, std::size_t group) {
            const Value& value = values[row];
            if (value.is_null()) return;
            if (!value.is_number()) fail_type(span_, "numbers", value);
            means_[group].add(value.number());
        });
    }
    Column result(std::size_t begin, std::size_t end) override {
        std::vector<Value> averages;
        averages.reserve(end - begin);
        for (std::size_t group = begin; group < end; ++group) {
            const Mean& mean = means_[group];
            averages.push_back(mean.count == 0 ? Value() : Value(mean.sum / static_cast<double>(mean.count)));
        }
        return Column(std::move(averages));
    }

  private:
    struct Mean {
        double sum = 0;
        std::int64_t count = 0;
        void add(double number) {
            sum += number;
            ++count;
        }
    };

    grammar::Span span_;
    const QueryContext& context_;
    ByGroup<Mean> means_;  // by group
};

}  // namespace

std::unique_ptr<GroupedAccumulator> make_sum(grammar::Span span, const QueryContext& context) {
    return std::make_unique<Sum>(span, context);
}
std::unique_ptr<GroupedAccumulator> make_average(grammar::Span span, const QueryContext& context) {
    return std::make_unique<Average>(span, context);
}

}  // namespace hearsay::engine

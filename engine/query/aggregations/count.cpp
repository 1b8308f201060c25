// count(*) and count(x).
#include "engine/query/aggregations/grouped_accumulator.hpp"
#include "engine/query/expressions/error.hpp"

namespace hearsay::engine {
namespace {

using graphs::EdgeId;
using graphs::VertexId;

class Counts : public GroupedAccumulator {
  public:
    explicit Counts(const QueryContext& context) : context_(context) {}
    void expect(std::size_t groups) override { extend(counts_, groups, context_); }
    Column result(std::size_t begin, std::size_t end) override {
        const auto first = counts_.begin();
        return Column(std::vector<std::int64_t>(first + static_cast<std::ptrdiff_t>(begin),
                                                first + static_cast<std::ptrdiff_t>(end)));
    }

  protected:
    void count_rows(const RowGroups& groups) {
        if (groups.of_row.empty()) {
            counts_[0] += static_cast<std::int64_t>(groups.rows);
        } else {
            for (const std::uint32_t group : groups.of_row) ++counts_[group];
        }
    }

    const QueryContext& context_;
    ByGroup<std::int64_t> counts_;
};

class CountRows final : public Counts {
  public:
    using Counts::Counts;
    void add(const RowGroups& groups, const std::vector<Column>&) override { count_rows(groups); }
};

class CountValues final : public Counts {
  public:
    using Counts::Counts;
    void add(const RowGroups& groups, const std::vector<Column>& arguments) override {
        const Column& column = arguments[0];
        if (column.as<std::int64_t>() != nullptr || column.as<Dates>() != nullptr) return count_rows(groups);
        if (const auto* same = column.repeated()) {
            if (!same->is_null()) count_rows(groups);
        } else if (const auto* vertices = column.as<VertexId>()) {
            count(groups, *vertices, [](VertexId id) { return !id.is_none(); });
        } else if (const auto* edges = column.as<EdgeId>()) {
            count(groups, *edges, [](EdgeId id) { return !id.is_none(); });
        } else if (const auto* texts = column.as<Texts>()) {
            count(groups, texts->ids, [](graphs::StringId id) { return !id.is_none(); });
        } else if (const auto* truths = column.as<Truth>()) {
            count(groups, *truths, [](Truth truth) { return truth != Truth::Unknown; });
        } else {
            count(groups, *column.as<graphs::Value>(), [](const auto& value) { return !value.is_null(); });
        }
    }

  private:
    template <class Items, class F>
    void count(const RowGroups& groups, const Items& items, const F& is_there) {
        if (groups.of_row.empty()) {
            counts_[0] += std::count_if(items.begin(), items.end(), is_there);
        } else {
            for (std::size_t row = 0; row < groups.rows; ++row)
                counts_[groups.of_row[row]] += is_there(items[row]) ? 1 : 0;
        }
    }
};

class CountWeights final : public Counts {
  public:
    CountWeights(grammar::Span span, const QueryContext& context) : Counts(context), span_(span) {}
    void add(const RowGroups& groups, const std::vector<Column>& arguments) override {
        weights_.assign(groups.rows, 1);
        for (const Column& column : arguments) {
            if (const auto* integers = column.as<std::int64_t>()) {
                for (std::size_t row = 0; row < groups.rows; ++row) times(weights_[row], (*integers)[row]);
            } else {
                for (std::size_t row = 0; row < groups.rows; ++row)
                    times(weights_[row], column.at(row).integer());
            }
        }
        for_each_row(groups, [this](std::size_t row, std::size_t group) {
            if (__builtin_add_overflow(counts_[group], weights_[row], &counts_[group])) fail_overflow();
        });
    }

  private:
    void times(std::int64_t& weight, std::int64_t factor) const {
        if (__builtin_mul_overflow(weight, factor, &weight)) fail_overflow();
    }
    [[noreturn]] void fail_overflow() const {
        expressions::fail(span_, "the count does not fit into a 64-bit integer", "ArithmeticError",
                          "IntegerOverflow");
    }

    grammar::Span span_;
    std::vector<std::int64_t> weights_;  // of the batch
};

}  // namespace

std::unique_ptr<GroupedAccumulator> make_count_rows(const QueryContext& context) {
    return std::make_unique<CountRows>(context);
}
std::unique_ptr<GroupedAccumulator> make_count_values(const QueryContext& context) {
    return std::make_unique<CountValues>(context);
}
std::unique_ptr<GroupedAccumulator> make_count_weights(grammar::Span span, const QueryContext& context) {
    return std::make_unique<CountWeights>(span, context);
}

}  // namespace hearsay::engine

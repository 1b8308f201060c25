#include "engine/query/aggregations/grouped_accumulator.hpp"
#include "engine/query/expressions/error.hpp"
#include "engine/query/expressions/evaluate.hpp"
#include "engine/query/running/pace.hpp"

namespace hearsay::engine {
namespace {

using graphs::List;
using graphs::Value;

// Keeps the values of all groups in one column, as typed as they came, and sorts them by group at the end.
class Collect final : public GroupedAccumulator {
  public:
    Collect(grammar::Span span, const QueryContext& context) : span_(span), context_(context) {}

    void expect(std::size_t groups) override { extend(lengths_, groups, context_); }

    void add(const RowGroups& groups, const std::vector<Column>& arguments) override {
        const Column& column = arguments[0];
        std::vector<std::uint32_t> there;
        there.reserve(groups.rows);
        for_each_row(groups, [&](std::size_t row, std::size_t group) {
            if (column.is_null(row)) return;
            if (lengths_[group]++ == expressions::longest_list) expressions::fail_list_too_long(span_);
            there.push_back(static_cast<std::uint32_t>(row));
        });
        if (there.empty()) return;
        const std::size_t all = values_.size() + there.size();
        if (all > reserved_) {
            reserved_ = 2 * all;
            context_.reserve(reserved_ * (sizeof(Value) + sizeof(std::uint32_t)));
        }
        for (const std::uint32_t row : there)
            groups_.push_back(groups.of_row.empty() ? 0 : groups.of_row[row]);
        values_.append(there.size() == groups.rows ? column : column.pick(there));
    }

    Column result(std::size_t begin, std::size_t end) override {
        if (begin == 0) sort_by_group();
        std::vector<Value> lists;
        lists.reserve(end - begin);
        for (std::size_t group = begin; group < end; ++group) {
            const auto first = sorted_.begin() + static_cast<std::ptrdiff_t>(next_);
            const auto last = first + static_cast<std::ptrdiff_t>(lengths_[group]);
            context_.reserve(lengths_[group] * sizeof(Value));
            context_.check();
            next_ += lengths_[group];
            lists.push_back(expressions::within_bounds(
                List(std::make_move_iterator(first), std::make_move_iterator(last)), span_));
        }
        return Column(std::move(lists));
    }

  private:
    void sort_by_group() {
        std::vector<std::size_t> places(lengths_.size());
        std::size_t next = 0;
        for (std::size_t group = 0; group < places.size(); ++group) {
            places[group] = next;
            next += lengths_[group];
        }
        extend(sorted_, groups_.size(), context_);
        expressions::Reader values(values_);
        Pace pace(context_);
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            sorted_[places[groups_[i]]++] = values[i];
            pace.step();
        }
        values_ = {};
        groups_ = {};
    }

    grammar::Span span_;
    const QueryContext& context_;
    std::vector<std::size_t> lengths_;  // of the lists, by group
    Column values_;
    std::vector<std::uint32_t> groups_;  // of each value
    std::size_t reserved_ = 0;           // values
    std::vector<Value> sorted_;          // at the end
    std::size_t next_ = 0;               // of these, to be given
};

}  // namespace

std::unique_ptr<GroupedAccumulator> make_collect(grammar::Span span, const QueryContext& context) {
    return std::make_unique<Collect>(span, context);
}

}  // namespace hearsay::engine

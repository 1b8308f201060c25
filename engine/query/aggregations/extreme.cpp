// min and max.
#include <utility>

#include "engine/query/aggregations/grouped_accumulator.hpp"
#include "engine/query/expressions/evaluate.hpp"
#include "engine/query/running/pace.hpp"

namespace hearsay::engine {
namespace {

using graphs::Kind;
using graphs::StringId;
using graphs::Value;

// Values of one kind as numbers in the same order.
struct OfInteger {
    static constexpr Kind kind = Kind::Integer;
    static Value value(std::int64_t number) { return number; }
    static std::int64_t number(const Value& value) { return value.integer(); }
};
struct OfDate {
    static constexpr Kind kind = Kind::Date;
    static Value value(std::int64_t number) { return graphs::Date{number}; }
    static std::int64_t number(const Value& value) { return value.date().days; }
};

// Keeps texts by their ids as long as all are of one pool.
class Extreme final : public GroupedAccumulator {
  public:
    Extreme(bool greatest, const QueryContext& context) : greatest_(greatest), context_(context) {}

    void expect(std::size_t groups) override {
        groups_ = groups;
        if (texts_.pool != nullptr)
            extend(texts_.ids, groups, context_);
        else
            extend(best_, groups, context_);
    }

    void add(const RowGroups& groups, const std::vector<Column>& arguments) override {
        const auto* texts = arguments[0].as<Texts>();
        if (texts != nullptr && !has_values_ && (texts_.pool == nullptr || texts_.pool == texts->pool)) {
            add_texts(groups, *texts);
            return;
        }
        if (const Value* same = arguments[0].repeated(); same != nullptr && same->is_null()) return;
        box_texts();
        has_values_ = true;
        if (const auto* integers = arguments[0].as<std::int64_t>())
            add_numbers<OfInteger>(groups, *integers);
        else if (const auto* dates = arguments[0].as<Dates>())
            add_numbers<OfDate>(groups, dates->days);
        else
            add_values(groups, arguments[0]);
    }

    Column result(std::size_t begin, std::size_t end) override {
        const auto from = static_cast<std::ptrdiff_t>(begin), to = static_cast<std::ptrdiff_t>(end);
        if (texts_.pool != nullptr)
            return Column(Texts{texts_.pool, {texts_.ids.begin() + from, texts_.ids.begin() + to}});
        if (std::any_of(best_.begin() + from, best_.begin() + to,
                        [](const Value& value) { return value.kind() != Kind::Integer; }))
            return Column(std::vector<Value>(best_.begin() + from, best_.begin() + to));
        std::vector<std::int64_t> integers;
        integers.reserve(end - begin);
        for (std::size_t group = begin; group < end; ++group) integers.push_back(best_[group].integer());
        return Column(std::move(integers));
    }

  private:
    template <class T>
    bool is_better(const T& a, const T& b) const {
        return greatest_ ? b < a : a < b;
    }
    bool is_better(const Value& a, const Value& b) const {
        return greatest_ ? graphs::order(a, b) > 0 : graphs::order(a, b) < 0;
    }
    void offer(Value& best, const Value& value) const {
        if (best.is_null() || is_better(value, best)) best = value;
    }

    void add_texts(const RowGroups& groups, const Texts& texts) {
        if (texts_.pool == nullptr) {
            texts_.pool = texts.pool;
            best_ = {};
            extend(texts_.ids, groups_, context_);
        }
        Pace pace(context_);
        for_each_row(groups, [&](std::size_t row, std::size_t group) {
            const StringId id = texts.ids[row];
            StringId& best = texts_.ids[group];
            if (id.is_none() || id == best) return;
            const Value& value = texts.pool->value(id);
            pace.step(value);
            if (best.is_none() || is_better(value, texts.pool->value(best))) best = id;
        });
    }
    void box_texts() {
        if (texts_.pool == nullptr) return;
        const Column texts(std::exchange(texts_, {}));
        extend(best_, groups_, context_);
        for (std::size_t group = 0; group < groups_; ++group) best_[group] = texts.at(group);
    }

    template <class Of>
    void add_numbers(const RowGroups& groups, const std::vector<std::int64_t>& numbers) {
        if (groups.of_row.empty()) {
            if (numbers.empty()) return;
            offer(best_[0], Of::value(greatest_ ? *std::max_element(numbers.begin(), numbers.end())
                                                : *std::min_element(numbers.begin(), numbers.end())));
            return;
        }
        for (std::size_t row = 0; row < groups.rows; ++row) {
            Value& best = best_[groups.of_row[row]];
            if (best.kind() != Of::kind)
                offer(best, Of::value(numbers[row]));
            else if (is_better(numbers[row], Of::number(best)))
                best = Of::value(numbers[row]);
        }
    }
    void add_values(const RowGroups& groups, const Column& column) {
        expressions::Reader values(column);
        Pace pace(context_);
        for_each_row(groups, [&](std::size_t row, std::size_t group) {
            const Value& value = values[row];
            if (value.is_null()) return;
            pace.step(value);
            offer(best_[group], value);
        });
    }

    bool greatest_;
    const QueryContext& context_;
    std::size_t groups_ = 0;
    Texts texts_;              // by group; without a pool: nothing but nulls came, or `has_values_`
    std::vector<Value> best_;  // by group, unless there are texts
    bool has_values_ = false;
};

}  // namespace

std::unique_ptr<GroupedAccumulator> make_extreme(bool greatest, const QueryContext& context) {
    return std::make_unique<Extreme>(greatest, context);
}

}  // namespace hearsay::engine

// = <> < <= > >= and IN.
#include <cmath>

#include "engine/query/expressions/compare_typed.hpp"
#include "engine/query/expressions/error.hpp"
#include "engine/query/expressions/nodes.hpp"
#include "engine/query/running/flat_table.hpp"

namespace hearsay::engine::expressions {
namespace {

using grammar::ComparisonOperator;
using graphs::Kind;
using graphs::Value;

template <class T>
bool holds(ComparisonOperator op, const T& a, const T& b) {
    switch (op) {
        case ComparisonOperator::Equal:
            return a == b;
        case ComparisonOperator::NotEqual:
            return a != b;
        case ComparisonOperator::Less:
            return a < b;
        case ComparisonOperator::LessEqual:
            return a <= b;
        case ComparisonOperator::Greater:
            return a > b;
        case ComparisonOperator::GreaterEqual:
            return a >= b;
    }
    return false;
}

Truth relate(ComparisonOperator op, const Value& a, const Value& b) {
    const auto decided = [](bool truth) { return truth ? Truth::True : Truth::False; };
    if (a.kind() == b.kind()) {  // the frequent ones
        if (a.kind() == Kind::Integer) return decided(holds(op, a.integer(), b.integer()));
        if (a.kind() == Kind::String) return decided(holds(op, a.string(), b.string()));
        if (a.kind() == Kind::Date) return decided(holds(op, a.date(), b.date()));
        if (a.kind() == Kind::Float) return decided(holds(op, a.floating(), b.floating()));
    }
    if (a.is_null() || b.is_null()) return Truth::Unknown;
    if (op == ComparisonOperator::Equal || op == ComparisonOperator::NotEqual) {
        const Value same = graphs::equals(a, b);
        if (same.is_null()) return Truth::Unknown;
        return decided(same.boolean() == (op == ComparisonOperator::Equal));
    }
    const Value sign = graphs::compare(a, b);
    if (!sign.is_null()) return decided(holds<std::int64_t>(op, sign.integer(), 0));
    return a.is_number() && b.is_number() ? Truth::False
                                          : Truth::Unknown;  // NaN is in no order, but is a number
}

// a < b <= c is (a < b) AND (b <= c), and b is evaluated once.
class Comparison final : public CompiledExpression {
  public:
    Comparison(Compiled first, std::vector<std::pair<ComparisonOperator, Compiled>> rest)
        : first_(std::move(first)), rest_(std::move(rest)) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        if (rest_.size() == 1) {
            Operand left(*first_, in, context), right(*rest_.front().second, in, context);
            return compare(rest_.front().first, in, left, right);
        }
        std::vector<Truth> truths(in.rows, Truth::True);
        auto left = std::make_unique<Operand>(*first_, in, context);
        for (const auto& [op, expression] : rest_) {
            auto right = std::make_unique<Operand>(*expression, in, context);
            const std::vector<Truth> link = truths_of(compare(op, in, *left, *right), {});
            for (std::size_t row = 0; row < in.rows; ++row) {
                if (link[row] == Truth::False || (link[row] == Truth::Unknown && truths[row] == Truth::True))
                    truths[row] = link[row];
            }
            left = std::move(right);
        }
        return Column(std::move(truths));
    }

  private:
    static Column compare(ComparisonOperator op, const Batch& in, Operand& a, Operand& b) {
        if (auto typed = compare_typed(op, a.column(), b.column(), a.context())) return std::move(*typed);
        return for_each_truth(in, a, b, [op](const Value& x, const Value& y) { return relate(op, x, y); });
    }

    Compiled first_;
    std::vector<std::pair<ComparisonOperator, Compiled>> rest_;
};

Truth is_member(const Value& value, const graphs::List& list) {
    bool open = false;
    for (const Value& candidate : list) {
        const Truth truth = relate(ComparisonOperator::Equal, value, candidate);
        if (truth == Truth::True) return truth;
        open = open || truth == Truth::Unknown;
    }
    return open ? Truth::Unknown : Truth::False;
}

// A long list that all rows share, hashed. Only for values without parts: there `=` and `equivalent` agree,
// but for NaN, which equals nothing.
class HashedList {
    auto same_as(const Value& value) const {
        return [this, &value](std::uint32_t i) { return graphs::equivalent(*simple_[i], value); };
    }

  public:
    static constexpr std::size_t worth_while = 16;

    HashedList(const graphs::List& list, const QueryContext& context) : list_(list) {
        Pace pace(context);
        for (const Value& value : list) {
            pace.step(value);
            if (value.is_null())
                has_null_ = true;
            else if (is_simple(value))
                insert(value, context);
            else
                all_simple_ = false;
        }
    }
    Truth has(const Value& value) const {
        if (!all_simple_ || !is_simple(value)) return is_member(value, list_);
        const std::uint32_t found = table_.find(short_hash(value), same_as(value));
        if (found != FlatTable::none) return Truth::True;
        return has_null_ ? Truth::Unknown : Truth::False;
    }

  private:
    static bool is_simple(const Value& value) {
        switch (value.kind()) {
            case Kind::Float:
                return !std::isnan(value.floating());
            case Kind::Null:
            case Kind::List:
            case Kind::Map:
            case Kind::Path:
                return false;
            default:
                return true;
        }
    }

    static std::uint32_t short_hash(const Value& value) {
        return static_cast<std::uint32_t>(mix(0, graphs::hash(value)) >> 32);
    }
    void insert(const Value& value, const QueryContext& context) {
        if (table_.full()) table_.grow(context);
        if (table_.find_or_add(short_hash(value), same_as(value)) != simple_.size()) return;
        make_room(simple_, context);
        simple_.push_back(&value);
    }

    const graphs::List& list_;
    FlatTable table_;
    std::vector<const Value*> simple_;  // in the list, by their numbers
    bool has_null_ = false, all_simple_ = true;
};

class Membership final : public CompiledExpression {
  public:
    Membership(Compiled element, Compiled list, grammar::Span list_span)
        : element_(std::move(element)), list_(std::move(list)), list_span_(list_span) {}

    Column evaluate(const Batch& in, QueryContext& context) const override {
        Operand element(*element_, in, context), list(*list_, in, context);
        const Value* shared = list.repeated();
        if (shared && shared->kind() == Kind::List) {
            if (auto typed = member_typed(element.column(), shared->list())) return std::move(*typed);
        }
        if (shared && shared->kind() == Kind::List && shared->list().size() >= HashedList::worth_while &&
            in.rows >= HashedList::worth_while) {
            if (!hashed_ || &kept_.list() != &shared->list()) {
                hashed_.reset();
                kept_ = *shared;
                hashed_ = std::make_unique<HashedList>(kept_.list(), context);
            }
            return for_each_truth(in, element, [&](const Value& value) { return hashed_->has(value); });
        }
        return for_each_truth(in, element, list, [this](const Value& value, const Value& values) {
            if (values.is_null()) return Truth::Unknown;
            if (values.kind() != Kind::List) fail_type(list_span_, "a List after IN", values);
            return is_member(value, values.list());
        });
    }

  private:
    Compiled element_, list_;
    grammar::Span list_span_;
    // Of the last batch; mostly all batches share one list. A compiled expression is run by one thread.
    mutable Value kept_;
    mutable std::unique_ptr<HashedList> hashed_;
};

}  // namespace

Compiled make_comparison(Compiled first, std::vector<std::pair<ComparisonOperator, Compiled>> rest) {
    return std::make_unique<Comparison>(std::move(first), std::move(rest));
}
Compiled make_membership(Compiled element, Compiled list, grammar::Span list_span) {
    return std::make_unique<Membership>(std::move(element), std::move(list), list_span);
}

}  // namespace hearsay::engine::expressions

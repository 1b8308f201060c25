#include "engine/query/expressions/compare_typed.hpp"

#include <algorithm>
#include <functional>

#include "engine/query/running/pace.hpp"

namespace hearsay::engine::expressions {
namespace {

using grammar::ComparisonOperator;
using graphs::Kind;
using graphs::StringId;
using graphs::Value;

bool is_equality(ComparisonOperator op) {
    return op == ComparisonOperator::Equal || op == ComparisonOperator::NotEqual;
}

// f(relation), with the operator as a type of its own, so that a loop over rows does not ask which it is.
template <class F>
Column with_relation(ComparisonOperator op, F f) {
    switch (op) {
        case ComparisonOperator::Equal:
            return f(std::equal_to<>());
        case ComparisonOperator::NotEqual:
            return f(std::not_equal_to<>());
        case ComparisonOperator::Less:
            return f(std::less<>());
        case ComparisonOperator::LessEqual:
            return f(std::less_equal<>());
        case ComparisonOperator::Greater:
            return f(std::greater<>());
        case ComparisonOperator::GreaterEqual:
            break;
    }
    return f(std::greater_equal<>());
}

using Integers = std::vector<std::int64_t>;

Column compare(ComparisonOperator op, const Integers& a, const Integers& b) {
    return with_relation(op, [&](auto relation) {
        std::vector<Truth> truths(a.size());
        for (std::size_t row = 0; row < a.size(); ++row) truths[row] = truth_from(relation(a[row], b[row]));
        return Column(std::move(truths));
    });
}
Column compare(ComparisonOperator op, const Integers& a, std::int64_t b) {
    return with_relation(op, [&](auto relation) {
        std::vector<Truth> truths(a.size());
        for (std::size_t row = 0; row < a.size(); ++row) truths[row] = truth_from(relation(a[row], b));
        return Column(std::move(truths));
    });
}

// Equality of ids of which none() is null.
template <class Id>
Column equal_ids(ComparisonOperator op, const std::vector<Id>& a, const std::vector<Id>& b) {
    const bool equal = op == ComparisonOperator::Equal;
    std::vector<Truth> truths(a.size());
    for (std::size_t row = 0; row < a.size(); ++row) {
        const bool known = !a[row].is_none() && !b[row].is_none();
        truths[row] = known ? truth_from((a[row] == b[row]) == equal) : Truth::Unknown;
    }
    return Column(std::move(truths));
}

Column compare(ComparisonOperator op, const Texts& a, std::string_view b, const QueryContext& context) {
    if (is_equality(op)) {
        const StringId wanted = a.pool->find(b);  // none() where no text of the pool is `b`
        const Truth same = truth_from(op == ComparisonOperator::Equal);
        const Truth other = truth_from(op == ComparisonOperator::NotEqual);
        std::vector<Truth> truths(a.size());
        for (std::size_t row = 0; row < a.size(); ++row) {
            const StringId id = a.ids[row];
            truths[row] = id.is_none() ? Truth::Unknown : id == wanted ? same : other;
        }
        return Column(std::move(truths));
    }
    return with_relation(op, [&](auto relation) {
        std::vector<Truth> truths(a.size(), Truth::Unknown);
        Pace pace(context);
        for (std::size_t row = 0; row < a.size(); ++row) {
            if (a.ids[row].is_none()) continue;
            const std::string_view text = a.pool->text(a.ids[row]);
            truths[row] = truth_from(relation(text, b));
            pace.look_through(std::min(text.size(), b.size()));
        }
        return Column(std::move(truths));
    });
}

Column compare(ComparisonOperator op, const Texts& a, const Texts& b, const QueryContext& context) {
    if (is_equality(op) && a.pool == b.pool) return equal_ids(op, a.ids, b.ids);
    return with_relation(op, [&](auto relation) {
        std::vector<Truth> truths(a.size(), Truth::Unknown);
        Pace pace(context);
        for (std::size_t row = 0; row < a.size(); ++row) {
            if (a.ids[row].is_none() || b.ids[row].is_none()) continue;
            if (a.pool == b.pool && a.ids[row] == b.ids[row]) {
                truths[row] = truth_from(relation(0, 0));
                continue;
            }
            const std::string_view one = a.pool->text(a.ids[row]), other = b.pool->text(b.ids[row]);
            truths[row] = truth_from(relation(one, other));
            pace.look_through(std::min(one.size(), other.size()));
        }
        return Column(std::move(truths));
    });
}

std::optional<Column> compare_with(ComparisonOperator op, const Column& a, const Value& b,
                                   const QueryContext& context) {
    if (const auto* integers = a.as<std::int64_t>(); integers && b.kind() == Kind::Integer)
        return compare(op, *integers, b.integer());
    if (const auto* dates = a.as<Dates>(); dates && b.kind() == Kind::Date)
        return compare(op, dates->days, b.date().days);
    if (const auto* texts = a.as<Texts>(); texts && b.kind() == Kind::String)
        return compare(op, *texts, b.string(), context);
    return std::nullopt;
}

// Whether each of `items` is one of `wanted`; a list with a null says no to nothing.
template <class T, class IsNull>
Column members(const std::vector<T>& items, std::vector<T> wanted, bool list_has_null, IsNull is_null) {
    std::sort(wanted.begin(), wanted.end());
    const Truth otherwise = list_has_null ? Truth::Unknown : Truth::False;
    std::vector<Truth> truths(items.size());
    for (std::size_t row = 0; row < items.size(); ++row) {
        if (is_null(items[row]))
            truths[row] = Truth::Unknown;
        else
            truths[row] =
                std::binary_search(wanted.begin(), wanted.end(), items[row]) ? Truth::True : otherwise;
    }
    return Column(std::move(truths));
}

}  // namespace

ComparisonOperator mirrored(ComparisonOperator op) {
    switch (op) {
        case ComparisonOperator::Equal:
        case ComparisonOperator::NotEqual:
            return op;
        case ComparisonOperator::Less:
            return ComparisonOperator::Greater;
        case ComparisonOperator::LessEqual:
            return ComparisonOperator::GreaterEqual;
        case ComparisonOperator::Greater:
            return ComparisonOperator::Less;
        case ComparisonOperator::GreaterEqual:
            return ComparisonOperator::LessEqual;
    }
    return op;
}

std::optional<Column> member_typed(const Column& a, const graphs::List& list) {
    constexpr std::size_t longest_list = 64;  // it is looked through for every batch
    const auto* texts = a.as<Texts>();
    const auto* integers = a.as<std::int64_t>();
    if ((!texts && !integers) || list.empty() || list.size() > longest_list) return std::nullopt;
    bool has_null = false;
    Integers wanted;
    std::vector<StringId> wanted_ids;
    for (const Value& value : list) {
        if (value.is_null())
            has_null = true;
        else if (integers && value.kind() == Kind::Integer)
            wanted.push_back(value.integer());
        else if (integers && value.kind() == Kind::Float)
            return std::nullopt;  // it may equal an integer
        else if (texts && value.kind() == Kind::String)
            wanted_ids.push_back(texts->pool->find(value.string()));
    }
    if (integers) return members(*integers, std::move(wanted), has_null, [](std::int64_t) { return false; });
    return members(texts->ids, std::move(wanted_ids), has_null, [](StringId id) { return id.is_none(); });
}

std::optional<Column> compare_typed(ComparisonOperator op, const Column& a, const Column& b,
                                    const QueryContext& context) {
    if (const Value* same = b.repeated()) return compare_with(op, a, *same, context);
    if (const Value* same = a.repeated()) return compare_with(mirrored(op), b, *same, context);
    if (a.as<std::int64_t>() && b.as<std::int64_t>())
        return compare(op, *a.as<std::int64_t>(), *b.as<std::int64_t>());
    if (a.as<Dates>() && b.as<Dates>()) return compare(op, a.as<Dates>()->days, b.as<Dates>()->days);
    if (a.as<Texts>() && b.as<Texts>()) return compare(op, *a.as<Texts>(), *b.as<Texts>(), context);
    if (!is_equality(op)) return std::nullopt;  // ids are in no order
    if (a.as<graphs::VertexId>() && b.as<graphs::VertexId>())
        return equal_ids(op, *a.as<graphs::VertexId>(), *b.as<graphs::VertexId>());
    if (a.as<graphs::EdgeId>() && b.as<graphs::EdgeId>())
        return equal_ids(op, *a.as<graphs::EdgeId>(), *b.as<graphs::EdgeId>());
    return std::nullopt;
}

}  // namespace hearsay::engine::expressions

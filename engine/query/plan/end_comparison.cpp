#include "engine/query/plan/end_comparison.hpp"

#include <utility>

#include "engine/query/expressions/compare_typed.hpp"
#include "engine/query/plan/plan.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

// A variable, or a property of one.
struct Side {
    std::string variable;
    std::optional<Name> key;
};

std::optional<Side> side_of(const Expression& expression) {
    if (const auto* variable = std::get_if<Variable>(&expression.node)) return Side{variable->name, {}};
    const auto* lookup = std::get_if<PropertyLookup>(&expression.node);
    const auto* object = lookup != nullptr ? std::get_if<Variable>(&lookup->object->node) : nullptr;
    if (object == nullptr) return std::nullopt;
    return Side{object->name, lookup->key};
}

}  // namespace

std::optional<EndComparison> end_comparison(const Expression& predicate, const std::string& end,
                                            const Layout& input) {
    const auto* comparison = std::get_if<Comparison>(&predicate.node);
    if (comparison == nullptr || comparison->rest.size() != 1) return std::nullopt;
    ComparisonOperator op = comparison->rest[0].first;
    auto near = side_of(*comparison->first), far = side_of(comparison->rest[0].second);
    if (!near || !far || near->key.has_value() != far->key.has_value()) return std::nullopt;
    if (near->variable != end) {
        std::swap(near, far);
        op = expressions::mirrored(op);
    }
    if (near->variable != end || far->variable == end || !has_column(input, far->variable))
        return std::nullopt;
    const bool equality = op == ComparisonOperator::Equal || op == ComparisonOperator::NotEqual;
    if (!near->key && !equality) return std::nullopt;
    return EndComparison{std::move(near->variable), std::move(far->variable), std::move(near->key),
                         std::move(far->key), op};
}

}  // namespace hearsay::engine

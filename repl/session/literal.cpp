#include "repl/session/literal.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "engine/query/statement/run_query.hpp"
#include "grammar/parse.hpp"

namespace hearsay::repl {
namespace {

using namespace grammar;

bool is_constant(const Expression& expression) {
    return std::visit(
        [](const auto& node) {
            using T = std::decay_t<decltype(node)>;
            if constexpr (std::is_same_v<T, NullLiteral> || std::is_same_v<T, BooleanLiteral> ||
                          std::is_same_v<T, IntegerLiteral> || std::is_same_v<T, FloatLiteral> ||
                          std::is_same_v<T, StringLiteral>) {
                return true;
            } else if constexpr (std::is_same_v<T, ListLiteral>) {
                return std::all_of(node.items.begin(), node.items.end(), is_constant);
            } else if constexpr (std::is_same_v<T, MapLiteral>) {
                return std::all_of(node.entries.begin(), node.entries.end(),
                                   [](const auto& entry) { return is_constant(entry.second); });
            } else if constexpr (std::is_same_v<T, Unary>) {
                return (node.op == UnaryOperator::Minus || node.op == UnaryOperator::Plus) &&
                       is_constant(*node.operand);
            } else if constexpr (std::is_same_v<T, FunctionCall>) {
                return std::all_of(node.arguments.begin(), node.arguments.end(), is_constant);
            } else {
                return false;
            }
        },
        expression.node);
}

// RETURN and one constant, nothing more.
bool is_one_constant(const Statement& statement) {
    const auto* query = std::get_if<Query>(&statement.body);
    if (query == nullptr || query->parts.size() != 1 || query->parts[0].clauses.size() != 1) return false;
    const auto* clause = std::get_if<Return>(&query->parts[0].clauses[0].node);
    if (clause == nullptr) return false;
    const Projection& projection = clause->projection;
    return !projection.distinct && !projection.star && projection.items.size() == 1 &&
           projection.order.empty() && !projection.skip && !projection.limit && !projection.items[0].alias &&
           is_constant(projection.items[0].expression);
}

}  // namespace

std::optional<graphs::Value> literal(std::string_view text) {
    const std::string query = "RETURN " + std::string(text);
    const auto statement = parse(query);
    if (!statement || !is_one_constant(*statement)) return std::nullopt;
    graphs::PropertyGraph nothing;
    auto result = engine::run_query(nothing, query);
    if (!result || result->rows.size() != 1 || result->rows[0].size() != 1) return std::nullopt;
    return result->rows[0][0];
}

graphs::Value literal_or_text(std::string_view text) {
    if (auto value = literal(text)) return *value;
    return graphs::Value(text);
}

bool is_parameter_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return c == '_' || std::isalnum(static_cast<unsigned char>(c)) != 0 ||
               static_cast<unsigned char>(c) >= 0x80;
    });
}

std::optional<std::pair<std::string, std::string>> name_and_value(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    std::string_view name = text.substr(0, equals);
    if (!name.empty() && name.front() == '$') name.remove_prefix(1);
    if (!is_parameter_name(name)) return std::nullopt;
    return std::pair(std::string(name), std::string(text.substr(equals + 1)));
}

}  // namespace hearsay::repl

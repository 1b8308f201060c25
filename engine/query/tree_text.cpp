#include "engine/query/tree_text.hpp"

#include <fmt/format.h>

#include <cctype>
#include <cmath>

#include "engine/query/plan.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

// How tightly an expression binds; openCypher, loosest first.
enum Level {
    OrLevel,
    XorLevel,
    AndLevel,
    NotLevel,
    ComparisonLevel,
    PredicateLevel,
    SumLevel,
    ProductLevel,
    PowerLevel,
    SignLevel,
    PostfixLevel,
    AtomLevel
};

std::string text_of(const Query& query);

std::string quoted_string(std::string_view text) {
    std::string quoted = "'";
    for (char c : text) {
        switch (c) {
            case '\'':
                quoted += "\\'";
                break;
            case '\\':
                quoted += "\\\\";
                break;
            case '\n':
                quoted += "\\n";
                break;
            case '\r':
                quoted += "\\r";
                break;
            case '\t':
                quoted += "\\t";
                break;
            default:
                quoted += c;
        }
    }
    return quoted + "'";
}

struct BinaryText {
    std::string_view sign;
    Level level;
};

BinaryText text_of(BinaryOperator op) {
    switch (op) {
        case BinaryOperator::Or:
            return {" OR ", OrLevel};
        case BinaryOperator::Xor:
            return {" XOR ", XorLevel};
        case BinaryOperator::And:
            return {" AND ", AndLevel};
        case BinaryOperator::Add:
            return {" + ", SumLevel};
        case BinaryOperator::Subtract:
            return {" - ", SumLevel};
        case BinaryOperator::Multiply:
            return {" * ", ProductLevel};
        case BinaryOperator::Divide:
            return {" / ", ProductLevel};
        case BinaryOperator::Modulo:
            return {" % ", ProductLevel};
        case BinaryOperator::Power:
            return {" ^ ", PowerLevel};
        case BinaryOperator::In:
            return {" IN ", PredicateLevel};
        case BinaryOperator::StartsWith:
            return {" STARTS WITH ", PredicateLevel};
        case BinaryOperator::EndsWith:
            return {" ENDS WITH ", PredicateLevel};
        case BinaryOperator::Contains:
            return {" CONTAINS ", PredicateLevel};
        case BinaryOperator::Matches:
            return {" =~ ", PredicateLevel};
    }
    return {};
}

std::string_view text_of(ComparisonOperator op) {
    switch (op) {
        case ComparisonOperator::Equal:
            return " = ";
        case ComparisonOperator::NotEqual:
            return " <> ";
        case ComparisonOperator::Less:
            return " < ";
        case ComparisonOperator::LessEqual:
            return " <= ";
        case ComparisonOperator::Greater:
            return " > ";
        case ComparisonOperator::GreaterEqual:
            return " >= ";
    }
    return {};
}

std::string written(const Expression& expression, Level at_least);

std::string list_of(const std::vector<Expression>& items) {
    std::string text;
    for (const auto& item : items) {
        if (!text.empty()) text += ", ";
        text += written(item, OrLevel);
    }
    return text;
}

std::string labels_text(const std::vector<Name>& labels) {
    std::string text;
    for (const auto& label : labels) text += ":" + quoted_name(label.text);
    return text;
}

std::string text_of(const NodePattern& node) {
    std::string inside = node.variable ? quoted_name(node.variable->text) : "";
    inside += labels_text(node.labels);
    if (node.properties) inside += (inside.empty() ? "" : " ") + written(**node.properties, OrLevel);
    return "(" + inside + ")";
}

std::string text_of(const RelationshipPattern& relationship) {
    std::string inside = relationship.variable ? quoted_name(relationship.variable->text) : "";
    for (std::size_t i = 0; i < relationship.types.size(); ++i) {
        inside += (i == 0 ? ":" : "|") + quoted_name(relationship.types[i].text);
    }
    if (relationship.range) {
        const auto& [from, to] = *relationship.range;
        inside += "*";
        if (from && to && *from == *to) {
            inside += std::to_string(*from);
        } else if (from || to) {
            inside += (from ? std::to_string(*from) : "") + ".." + (to ? std::to_string(*to) : "");
        }
    }
    if (relationship.properties) {
        inside += (inside.empty() ? "" : " ") + written(**relationship.properties, OrLevel);
    }
    if (!inside.empty()) inside = "[" + inside + "]";
    return fmt::format("{}-{}-{}", relationship.direction == Direction::Left ? "<" : "", inside,
                       relationship.direction == Direction::Right ? ">" : "");
}

struct Writer {
    // Each gives the text and its level.
    using Text = std::pair<std::string, Level>;

    Text operator()(const NullLiteral&) const { return {"null", AtomLevel}; }
    Text operator()(const BooleanLiteral& node) const { return {node.value ? "true" : "false", AtomLevel}; }
    Text operator()(const IntegerLiteral& node) const {
        return {std::to_string(node.value), node.value < 0 ? SignLevel : AtomLevel};
    }
    Text operator()(const FloatLiteral& node) const {
        std::string text = fmt::format("{}", node.value);
        if (text.find_first_of(".en") == std::string::npos) text += ".0";
        return {text, std::signbit(node.value) ? SignLevel : AtomLevel};
    }
    Text operator()(const StringLiteral& node) const { return {quoted_string(node.value), AtomLevel}; }
    Text operator()(const ListLiteral& node) const { return {"[" + list_of(node.items) + "]", AtomLevel}; }
    Text operator()(const MapLiteral& node) const {
        std::string text;
        for (const auto& [key, value] : node.entries) {
            if (!text.empty()) text += ", ";
            text += quoted_name(key.text) + ": " + written(value, OrLevel);
        }
        return {"{" + text + "}", AtomLevel};
    }
    Text operator()(const Parameter& node) const { return {"$" + quoted_name(node.name), AtomLevel}; }
    Text operator()(const Variable& node) const { return {quoted_name(node.name), AtomLevel}; }
    Text operator()(const PropertyLookup& node) const {
        return {written(*node.object, PostfixLevel) + "." + quoted_name(node.key.text), PostfixLevel};
    }
    Text operator()(const Subscript& node) const {
        return {written(*node.object, PostfixLevel) + "[" + written(*node.index, OrLevel) + "]",
                PostfixLevel};
    }
    Text operator()(const Slice& node) const {
        return {written(*node.object, PostfixLevel) + "[" + (node.from ? written(**node.from, OrLevel) : "") +
                    ".." + (node.to ? written(**node.to, OrLevel) : "") + "]",
                PostfixLevel};
    }
    Text operator()(const HasLabels& node) const {
        return {written(*node.object, PostfixLevel) + labels_text(node.labels), PostfixLevel};
    }
    Text operator()(const Unary& node) const {
        switch (node.op) {
            case UnaryOperator::Not:
                return {"NOT " + written(*node.operand, NotLevel), NotLevel};
            case UnaryOperator::Plus:
                return {"+" + written(*node.operand, PostfixLevel), SignLevel};
            case UnaryOperator::Minus:
                return {"-" + written(*node.operand, PostfixLevel), SignLevel};
            case UnaryOperator::IsNull:
                return {written(*node.operand, SumLevel) + " IS NULL", PredicateLevel};
            case UnaryOperator::IsNotNull:
                return {written(*node.operand, SumLevel) + " IS NOT NULL", PredicateLevel};
        }
        return {};
    }
    Text operator()(const Binary& node) const {
        const auto [sign, level] = text_of(node.op);
        // Left-associative: the right side needs parentheses at the same level; predicates do not chain.
        const Level left = level == PredicateLevel ? SumLevel : level;
        return {fmt::format("{}{}{}", written(*node.left, left), sign,
                            written(*node.right, static_cast<Level>(level + 1))),
                level};
    }
    Text operator()(const Comparison& node) const {
        std::string text = written(*node.first, PredicateLevel);
        for (const auto& [op, side] : node.rest) {
            text += text_of(op);
            text += written(side, PredicateLevel);
        }
        return {text, ComparisonLevel};
    }
    Text operator()(const CountStar&) const { return {"count(*)", AtomLevel}; }
    Text operator()(const FunctionCall& node) const {
        return {node.name.text + "(" + (node.distinct ? "DISTINCT " : "") + list_of(node.arguments) + ")",
                AtomLevel};
    }
    Text operator()(const Case& node) const {
        std::string text = "CASE";
        if (node.subject) text += " " + written(**node.subject, OrLevel);
        for (const auto& [when, then] : node.alternatives) {
            text += " WHEN " + written(when, OrLevel) + " THEN " + written(then, OrLevel);
        }
        if (node.otherwise) text += " ELSE " + written(**node.otherwise, OrLevel);
        return {text + " END", AtomLevel};
    }
    Text operator()(const ListComprehension& node) const {
        std::string text = "[" + quoted_name(node.variable.text) + " IN " + written(*node.list, OrLevel);
        if (node.filter) text += " WHERE " + written(**node.filter, OrLevel);
        if (node.projection) text += " | " + written(**node.projection, OrLevel);
        return {text + "]", AtomLevel};
    }
    Text operator()(const PatternComprehension& node) const {
        std::string text = "[" + to_text(node.pattern);
        if (node.filter) text += " WHERE " + written(**node.filter, OrLevel);
        return {text + " | " + written(*node.projection, OrLevel) + "]", AtomLevel};
    }
    Text operator()(const Quantifier& node) const {
        constexpr std::string_view names[] = {"all", "any", "none", "single"};
        std::string text = fmt::format("{}({} IN {}", names[static_cast<int>(node.kind)],
                                       quoted_name(node.variable.text), written(*node.list, OrLevel));
        if (node.filter) text += " WHERE " + written(**node.filter, OrLevel);
        return {text + ")", AtomLevel};
    }
    Text operator()(const Reduce& node) const {
        return {fmt::format("reduce({} = {}, {} IN {} | {})", quoted_name(node.accumulator.text),
                            written(*node.initial, OrLevel), quoted_name(node.variable.text),
                            written(*node.list, OrLevel), written(*node.expression, OrLevel)),
                AtomLevel};
    }
    Text operator()(const PatternPredicate& node) const { return {to_text(node.pattern), AtomLevel}; }
    Text operator()(const ExistsSubquery& node) const {
        std::string text = "EXISTS { ";
        if (node.pattern) {
            for (std::size_t i = 0; i < node.pattern->parts.size(); ++i) {
                text += (i == 0 ? "" : ", ") + to_text(node.pattern->parts[i]);
            }
        }
        if (node.filter) text += " WHERE " + written(**node.filter, OrLevel);
        if (node.query) text += text_of(**node.query);
        return {text + " }", AtomLevel};
    }
};

std::string written(const Expression& expression, Level at_least) {
    auto [text, level] = std::visit(Writer{}, expression.node);
    return level < at_least ? "(" + text + ")" : text;
}

std::string text_of(const Projection& projection) {
    std::string text = projection.distinct ? " DISTINCT" : "";
    std::string between = " ";
    if (projection.star) {
        text += " *";
        between = ", ";
    }
    for (const auto& item : projection.items) {
        text += between + written(item.expression, OrLevel);
        if (item.alias) text += " AS " + quoted_name(item.alias->text);
        between = ", ";
    }
    between = " ORDER BY ";
    for (const auto& item : projection.order) {
        text += between + written(item.expression, OrLevel) + (item.descending ? " DESC" : "");
        between = ", ";
    }
    if (projection.skip) text += " SKIP " + written(*projection.skip, OrLevel);
    if (projection.limit) text += " LIMIT " + written(*projection.limit, OrLevel);
    return text;
}

// The reading clauses; a subquery has no others.
std::string text_of(const Clause& clause) {
    if (const auto* match = std::get_if<Match>(&clause.node)) {
        std::string text = match->optional ? "OPTIONAL MATCH " : "MATCH ";
        for (std::size_t i = 0; i < match->pattern.parts.size(); ++i) {
            text += (i == 0 ? "" : ", ") + to_text(match->pattern.parts[i]);
        }
        if (match->where) text += " WHERE " + written(*match->where, OrLevel);
        return text;
    }
    if (const auto* unwind = std::get_if<Unwind>(&clause.node)) {
        return "UNWIND " + written(unwind->list, OrLevel) + " AS " + quoted_name(unwind->variable.text);
    }
    if (const auto* with = std::get_if<With>(&clause.node)) {
        return "WITH" + text_of(with->projection) +
               (with->where ? " WHERE " + written(*with->where, OrLevel) : "");
    }
    if (const auto* returned = std::get_if<Return>(&clause.node))
        return "RETURN" + text_of(returned->projection);
    return fmt::format("/* clause at {} */", clause.span.begin);
}

std::string text_of(const Query& query) {
    std::string text;
    for (std::size_t i = 0; i < query.parts.size(); ++i) {
        if (i > 0) text += query.all[i - 1] ? " UNION ALL " : " UNION ";
        for (std::size_t j = 0; j < query.parts[i].clauses.size(); ++j) {
            if (j > 0) text += " ";
            text += text_of(query.parts[i].clauses[j]);
        }
    }
    return text;
}

}  // namespace

std::string quoted_name(std::string_view name) {
    if (is_hidden(name)) return "_" + std::string(name.substr(1));
    bool plain = !name.empty() && !std::isdigit(static_cast<unsigned char>(name[0]));
    for (char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        plain = plain && (std::isalnum(byte) || c == '_' || byte >= 0x80);
    }
    if (plain) return std::string(name);
    std::string quoted = "`";
    for (char c : name) {
        if (c == '`') quoted += '`';
        quoted += c;
    }
    return quoted + "`";
}

std::string to_text(const Expression& expression) {
    return written(expression, OrLevel);
}

std::string to_text(const PatternPart& part) {
    std::string text;
    for (std::size_t i = 0; i < part.nodes.size(); ++i) {
        if (i > 0) text += text_of(part.relationships[i - 1]);
        text += text_of(part.nodes[i]);
    }
    if (part.selector == PathSelector::Shortest) text = "shortestPath(" + text + ")";
    if (part.selector == PathSelector::AllShortest) text = "allShortestPaths(" + text + ")";
    return part.variable ? quoted_name(part.variable->text) + " = " + text : text;
}

bool same(const Expression& a, const Expression& b) {
    return a.node.index() == b.node.index() && to_text(a) == to_text(b);
}

}  // namespace hearsay::engine

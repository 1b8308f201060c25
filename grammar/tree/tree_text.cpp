#include "grammar/tree/tree_text.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cmath>

#include "grammar/text/keywords.hpp"
#include "grammar/tree/hidden_name.hpp"

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

bool is_plain(std::string_view name) {
    const auto size = static_cast<std::int64_t>(name.size());
    for (std::int64_t at = 0; at < size;) {
        const bool first = at == 0;
        UChar32 c;
        U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(name.data()), at, size, c);
        const bool connects = u_charType(c) == U_CONNECTOR_PUNCTUATION;
        if (!connects && !u_hasBinaryProperty(c, first ? UCHAR_ID_START : UCHAR_ID_CONTINUE)) return false;
    }
    return size > 0;
}

// [x IN list] is a comprehension, [(x IN list)] a list of one truth value.
bool begins_like_comprehension(std::string_view item) {
    std::size_t end = item.find(' ');
    if (item.starts_with("`")) {
        end = 1;
        while (end < item.size() && item.substr(end, 1) != "`") ++end;
        while (item.substr(end, 2) == "``") end = item.find('`', end + 2);
        end = end < item.size() ? end + 1 : item.size();
    }
    end = std::min(end, item.size());
    const std::string_view name = item.substr(0, end);
    return (name.starts_with("`") || is_plain(name)) && item.substr(end).starts_with(" IN ");
}

bool is_word(std::string_view text, std::string_view word) {
    return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                      [](char a, char b) { return (a | 0x20) == b; });
}

// $name, $0
std::string parameter_name(std::string_view name) {
    const bool number = !name.empty() && name.find_first_not_of("0123456789") == std::string_view::npos;
    return number ? std::string(name) : quoted_schema_name(name);
}

std::string list_of(const std::vector<Expression>& items) {
    std::string text;
    for (const auto& item : items) {
        if (!text.empty()) text += ", ";
        text += written(item, OrLevel);
    }
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
        inside += (i == 0 ? ":" : "|") + quoted_schema_name(relationship.types[i].text);
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
    Text operator()(const ListLiteral& node) const {
        std::string items = list_of(node.items);
        if (node.items.size() == 1 && begins_like_comprehension(items)) items = "(" + items + ")";
        return {"[" + items + "]", AtomLevel};
    }
    Text operator()(const MapLiteral& node) const {
        std::string text;
        for (const auto& [key, value] : node.entries) {
            if (!text.empty()) text += ", ";
            text += quoted_schema_name(key.text) + ": " + written(value, OrLevel);
        }
        return {"{" + text + "}", AtomLevel};
    }
    Text operator()(const MapProjection& node) const {
        std::string text = node.all ? ".*" : "";
        for (const auto& [key, value] : node.entries) {
            if (!text.empty()) text += ", ";
            const auto* lookup = std::get_if<PropertyLookup>(&value.node);
            if (lookup != nullptr && lookup->key.text == key.text && same(*lookup->object, *node.object))
                text += "." + quoted_schema_name(key.text);
            else
                text += quoted_schema_name(key.text) + ": " + written(value, OrLevel);
        }
        return {written(*node.object, AtomLevel) + " {" + text + "}", AtomLevel};
    }
    Text operator()(const Parameter& node) const { return {"$" + parameter_name(node.name), AtomLevel}; }
    Text operator()(const Variable& node) const { return {quoted_name(node.name), AtomLevel}; }
    Text operator()(const PropertyLookup& node) const {
        return {written(*node.object, PostfixLevel) + "." + quoted_schema_name(node.key.text), PostfixLevel};
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
        if (node.labels.empty()) return {"(" + written(*node.object, OrLevel) + ")", AtomLevel};  // a node
        // Nothing can follow labels but an operator: (a:A).b, (a:A):B
        return {written(*node.object, PostfixLevel) + labels_text(node.labels), SignLevel};
    }
    Text operator()(const Unary& node) const {
        switch (node.op) {
            case UnaryOperator::Not:
                return {"NOT " + written(*node.operand, NotLevel), NotLevel};
            case UnaryOperator::Plus:
                return {"+" + signed_operand(*node.operand), SignLevel};
            case UnaryOperator::Minus:
                return {"-" + signed_operand(*node.operand), SignLevel};
            case UnaryOperator::IsNull:
                return {written(*node.operand, SumLevel) + " IS NULL", PredicateLevel};
            case UnaryOperator::IsNotNull:
                return {written(*node.operand, SumLevel) + " IS NOT NULL", PredicateLevel};
        }
        return {};
    }
    // Labels in parentheses would look like a node where two minus signs and a bracket follow: (a:A) - -(-b).
    static std::string signed_operand(const Expression& operand) {
        const bool labels = std::holds_alternative<HasLabels>(operand.node);
        return written(operand, labels ? SignLevel : PostfixLevel);
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
        return {quoted_call(node.name.text) + "(" + (node.distinct ? "DISTINCT " : "") +
                    list_of(node.arguments) + ")",
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
    Text operator()(const Subquery& node) const {
        constexpr std::string_view words[] = {"EXISTS { ", "COUNT { ", "COLLECT { "};
        std::string text(words[static_cast<int>(node.kind)]);
        if (node.pattern) {
            for (std::size_t i = 0; i < node.pattern->parts.size(); ++i) {
                text += (i == 0 ? "" : ", ") + to_text(node.pattern->parts[i]);
            }
        }
        if (node.filter) text += " WHERE " + written(**node.filter, OrLevel);
        if (node.query) text += to_text(**node.query);
        return {text + " }", AtomLevel};
    }
};

std::string written(const Expression& expression, Level at_least) {
    auto [text, level] = std::visit(Writer{}, expression.node);
    return level < at_least ? "(" + text + ")" : text;
}

}  // namespace

std::string quoted_schema_name(std::string_view name) {
    if (is_hidden(name)) return "_" + std::string(name.substr(1));
    if (is_plain(name)) return std::string(name);
    std::string quoted = "`";
    for (char c : name) {
        if (c == '`') quoted += '`';
        quoted += c;
    }
    return quoted + "`";
}

std::string quoted_name(std::string_view name) {
    return is_reserved(name) ? "`" + std::string(name) + "`" : quoted_schema_name(name);
}

std::string quoted_call(std::string_view dotted) {
    const std::string_view first = dotted.substr(0, dotted.find('.'));
    const bool alone = first.size() == dotted.size();
    // Only exists is a reserved word and a function.
    std::string text = alone && is_word(first, "exists") ? std::string(first) : quoted_name(first);
    // `any`(x) is a call, any(x IN list) is not.
    for (const char* word :
         {"any", "none", "single", "reduce", "filter", "extract", "shortestpath", "allshortestpaths"})
        if (is_word(first, word)) text = "`" + text + "`";
    for (std::size_t at = first.size(); at < dotted.size();) {
        const std::size_t end = std::min(dotted.find('.', at + 1), dotted.size());
        text += "." + quoted_schema_name(dotted.substr(at + 1, end - at - 1));
        at = end;
    }
    return text;
}

std::string labels_text(const std::vector<Name>& labels) {
    std::string text;
    for (const auto& label : labels) text += ":" + quoted_schema_name(label.text);
    return text;
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

}  // namespace hearsay::engine

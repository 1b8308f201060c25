#include "tree_text.hpp"

#include <fmt/format.h>

#include "grammar/text/short_form.hpp"

namespace hearsay::grammar {

namespace {

std::string list(const std::vector<Expression>& items, const char* separator = " ") {
    std::string text;
    for (const Expression& item : items) text += (text.empty() ? "" : separator) + tree_text(item);
    return text;
}

std::string names(const std::vector<Name>& all, char before) {
    std::string text;
    for (const Name& name : all) text += before + name.text;
    return text;
}

std::string optional(const char* before, const std::optional<Box<Expression>>& expression) {
    return expression ? before + tree_text(**expression) : "";
}
std::string optional(const char* before, const std::optional<Expression>& expression) {
    return expression ? before + tree_text(*expression) : "";
}

std::string text_of(const NodePattern& node) {
    return "(" + (node.variable ? node.variable->text : "") + names(node.labels, ':') +
           optional(" ", node.properties) + ")";
}

std::string text_of(const RelationshipPattern& relationship) {
    std::string inner = relationship.variable ? relationship.variable->text : "";
    inner += names(relationship.types, ':');
    if (relationship.range) {
        inner += '*';
        if (relationship.range->from) inner += std::to_string(*relationship.range->from);
        inner += "..";
        if (relationship.range->to) inner += std::to_string(*relationship.range->to);
    }
    inner += optional(" ", relationship.properties);
    return (relationship.direction == Direction::Left ? "<-[" : "-[") + inner +
           (relationship.direction == Direction::Right ? "]->" : "]-");
}

std::string text_of(const PatternPart& part) {
    std::string text = part.variable ? part.variable->text + " = " : "";
    if (part.selector == PathSelector::Shortest) text += "shortest ";
    if (part.selector == PathSelector::AllShortest) text += "all-shortest ";
    for (std::size_t i = 0; i < part.nodes.size(); ++i) {
        if (i > 0) text += text_of(part.relationships[i - 1]);
        text += text_of(part.nodes[i]);
    }
    return text;
}

const char* symbol(BinaryOperator op) {
    static constexpr const char* symbols[] = {
        "or", "xor", "and", "+", "-", "*", "/", "%", "^", "in", "starts-with", "ends-with", "contains", "=~"};
    return symbols[static_cast<int>(op)];
}
const char* symbol(UnaryOperator op) {
    static constexpr const char* symbols[] = {"not", "+", "-", "is-null", "is-not-null"};
    return symbols[static_cast<int>(op)];
}
const char* symbol(ComparisonOperator op) {
    static constexpr const char* symbols[] = {"=", "<>", "<", "<=", ">", ">="};
    return symbols[static_cast<int>(op)];
}

struct ExpressionText {
    std::string operator()(const NullLiteral&) const { return "null"; }
    std::string operator()(const BooleanLiteral& e) const { return e.value ? "true" : "false"; }
    std::string operator()(const IntegerLiteral& e) const { return std::to_string(e.value); }
    std::string operator()(const FloatLiteral& e) const { return fmt::format("{:#}", e.value); }
    std::string operator()(const StringLiteral& e) const { return '"' + e.value + '"'; }
    std::string operator()(const ListLiteral& e) const { return "[" + list(e.items) + "]"; }
    std::string operator()(const MapLiteral& e) const {
        std::string text;
        for (const auto& [key, value] : e.entries)
            text += (text.empty() ? "" : " ") + key.text + ":" + tree_text(value);
        return "{" + text + "}";
    }
    std::string operator()(const Parameter& e) const { return "$" + e.name; }
    std::string operator()(const Variable& e) const { return e.name; }
    std::string operator()(const PropertyLookup& e) const {
        return "(." + e.key.text + " " + tree_text(*e.object) + ")";
    }
    std::string operator()(const Subscript& e) const {
        return "(at " + tree_text(*e.object) + " " + tree_text(*e.index) + ")";
    }
    std::string operator()(const Slice& e) const {
        return "(slice " + tree_text(*e.object) + optional(" from ", e.from) + optional(" to ", e.to) + ")";
    }
    std::string operator()(const HasLabels& e) const {
        return "(labels " + tree_text(*e.object) + " " + names(e.labels, ':') + ")";
    }
    std::string operator()(const Unary& e) const {
        return fmt::format("({} {})", symbol(e.op), tree_text(*e.operand));
    }
    std::string operator()(const Binary& e) const {
        return fmt::format("({} {} {})", symbol(e.op), tree_text(*e.left), tree_text(*e.right));
    }
    std::string operator()(const Comparison& e) const {
        std::string text = "(" + tree_text(*e.first);
        for (const auto& [op, right] : e.rest) text += fmt::format(" {} {}", symbol(op), tree_text(right));
        return text + ")";
    }
    std::string operator()(const CountStar&) const { return "(count *)"; }
    std::string operator()(const FunctionCall& e) const {
        return "(call " + e.name.text + (e.distinct ? " distinct" : "") + (e.arguments.empty() ? "" : " ") +
               list(e.arguments) + ")";
    }
    std::string operator()(const Case& e) const {
        std::string text = "(case" + optional(" ", e.subject);
        for (const auto& [when, then] : e.alternatives)
            text += fmt::format(" ({} => {})", tree_text(when), tree_text(then));
        return text + optional(" else ", e.otherwise) + ")";
    }
    std::string operator()(const ListComprehension& e) const {
        return "(each " + e.variable.text + " in " + tree_text(*e.list) + optional(" where ", e.filter) +
               optional(" give ", e.projection) + ")";
    }
    std::string operator()(const PatternComprehension& e) const {
        return "(each " + text_of(e.pattern) + optional(" where ", e.filter) + " give " +
               tree_text(*e.projection) + ")";
    }
    std::string operator()(const Quantifier& e) const {
        static constexpr const char* kinds[] = {"all", "any", "none", "single"};
        return fmt::format("({} {} in {}{})", kinds[static_cast<int>(e.kind)], e.variable.text,
                           tree_text(*e.list), optional(" where ", e.filter));
    }
    std::string operator()(const Reduce& e) const {
        return fmt::format("(reduce {} = {} each {} in {} give {})", e.accumulator.text,
                           tree_text(*e.initial), e.variable.text, tree_text(*e.list),
                           tree_text(*e.expression));
    }
    std::string operator()(const PatternPredicate& e) const { return "<" + text_of(e.pattern) + ">"; }
    std::string operator()(const MapProjection& e) const {
        std::string text = "(project " + tree_text(*e.object) + (e.all ? " .*" : "");
        for (const auto& [key, value] : e.entries) text += " " + key.text + ": " + tree_text(value);
        return text + ")";
    }
    std::string operator()(const Subquery& e) const {
        static constexpr const char* kinds[] = {"(exists ", "(count ", "(collect "};
        return kinds[static_cast<int>(e.kind)] +
               (e.query ? tree_text(**e.query) : tree_text(*e.pattern) + optional(" where ", e.filter)) + ")";
    }
};

std::string text_of(const Projection& p) {
    std::string items = p.star ? " *" : "";
    for (const ProjectionItem& item : p.items)
        items += (items.empty() ? " " : ", ") + tree_text(item.expression) +
                 (item.alias ? " as " + item.alias->text : "");
    std::string order;
    for (const SortItem& item : p.order)
        order += (order.empty() ? " order " : ", ") + tree_text(item.expression) +
                 (item.descending ? " descending" : "");
    return (p.distinct ? " distinct" : "") + items + order + optional(" skip ", p.skip) +
           optional(" limit ", p.limit);
}

std::string text_of(const std::vector<SetItem>& items) {
    struct Visitor {
        std::string operator()(const SetProperty& s) const {
            return "(." + s.key.text + " " + tree_text(s.object) + ") = " + tree_text(s.value);
        }
        std::string operator()(const SetVariable& s) const {
            return s.variable.text + (s.replace ? " = " : " += ") + tree_text(s.value);
        }
        std::string operator()(const SetLabels& s) const { return s.variable.text + names(s.labels, ':'); }
    };
    std::string text;
    for (const SetItem& item : items) text += (text.empty() ? " " : ", ") + std::visit(Visitor{}, item);
    return text;
}

std::string text_of(const Clause& clause);

struct ClauseText {
    std::string operator()(const Match& c) const {
        return (c.optional ? "optional match " : "match ") + tree_text(c.pattern) +
               optional(" where ", c.where);
    }
    std::string operator()(const Unwind& c) const {
        return "unwind " + tree_text(c.list) + " as " + c.variable.text;
    }
    std::string operator()(const With& c) const {
        return "with" + text_of(c.projection) + optional(" where ", c.where);
    }
    std::string operator()(const Return& c) const { return "return" + text_of(c.projection); }
    std::string operator()(const Call& c) const {
        std::string text = "call " + c.procedure.text;
        if (c.arguments) text += "(" + list(*c.arguments) + ")";
        if (c.yield_star) text += " yield *";
        for (std::size_t i = 0; i < c.yields.size(); ++i)
            text += (i == 0 ? " yield " : ", ") + c.yields[i].field.text +
                    (c.yields[i].alias ? " as " + c.yields[i].alias->text : "");
        return text + optional(" where ", c.where);
    }
    std::string operator()(const Create& c) const { return "create " + tree_text(c.pattern); }
    std::string operator()(const Set& c) const { return "set" + text_of(c.items); }
    std::string operator()(const Merge& c) const {
        return "merge " + text_of(c.pattern) +
               (c.on_create.empty() ? "" : " on create" + text_of(c.on_create)) +
               (c.on_match.empty() ? "" : " on match" + text_of(c.on_match));
    }
    std::string operator()(const Remove& c) const {
        std::string text = "remove";
        for (const auto& item : c.items) {
            text += text == "remove" ? " " : ", ";
            if (const auto* property = std::get_if<RemoveProperty>(&item)) {
                text += "(." + property->key.text + " " + tree_text(property->object) + ")";
            } else {
                const auto& removed = std::get<RemoveLabels>(item);
                text += removed.variable.text + names(removed.labels, ':');
            }
        }
        return text;
    }
    std::string operator()(const Delete& c) const {
        return (c.detach ? "detach delete " : "delete ") + list(c.expressions, ", ");
    }
    std::string operator()(const Foreach& c) const {
        std::string text = "foreach " + c.variable.text + " in " + tree_text(c.list) + " (";
        for (std::size_t i = 0; i < c.body.size(); ++i) text += (i == 0 ? "" : " ") + text_of(c.body[i]);
        return text + ")";
    }
};

std::string text_of(const Clause& clause) {
    return std::visit(ClauseText{}, clause.node);
}

// The words before the first slot are joined.
std::string text_of(const ShortForm& form) {
    std::string text;
    auto given = form.given.begin();
    for (std::string_view left = form.pattern; !left.empty();) {
        const ShortFormPart part = take_part(left);
        text += text.empty() ? "" : part.is_slot() || given != form.given.begin() ? " " : "-";
        if (part.is_slot()) {
            text += tree_text(*given++);
        } else {
            for (const char c : part.text) text += static_cast<char>(c - 'A' + 'a');
        }
    }
    return text;
}

struct IndexCommandText {
    std::string operator()(const CreateIndex& c) const {
        return std::string(c.kind == IndexKind::Text ? "create text index" : "create index") +
               (c.name ? " " + c.name->text : "") + (c.if_not_exists ? " if not exists" : "") + " for " +
               c.label.text + " on " + c.key.text;
    }
    std::string operator()(const DropIndex& c) const {
        return "drop index " + c.name.text + (c.if_exists ? " if exists" : "");
    }
    std::string operator()(const ShowIndexes& c) const {
        if (!c.kind) return "show indexes";
        return *c.kind == IndexKind::Text ? "show text indexes" : "show range indexes";
    }
};

}  // namespace

std::string tree_text(const Expression& expression) {
    return std::visit(ExpressionText{}, expression.node);
}

std::string tree_text(const Pattern& pattern) {
    std::string text;
    for (const PatternPart& part : pattern.parts) text += (text.empty() ? "" : ", ") + text_of(part);
    return text;
}

std::string tree_text(const Query& query) {
    std::string text;
    for (std::size_t i = 0; i < query.parts.size(); ++i) {
        if (i > 0) text += query.all[i - 1] ? " | union all | " : " | union | ";
        for (std::size_t j = 0; j < query.parts[i].clauses.size(); ++j)
            text += (j == 0 ? "" : " | ") + text_of(query.parts[i].clauses[j]);
    }
    return text;
}

std::string tree_text(const Statement& statement) {
    const char* prefix = statement.prefix == Prefix::Explain   ? "explain "
                         : statement.prefix == Prefix::Profile ? "profile "
                                                               : "";
    if (const auto* query = std::get_if<Query>(&statement.body)) return prefix + tree_text(*query);
    if (const auto* command = std::get_if<IndexCommand>(&statement.body))
        return prefix + std::visit(IndexCommandText{}, *command);
    return prefix + text_of(std::get<ShortForm>(statement.body));
}

}  // namespace hearsay::grammar

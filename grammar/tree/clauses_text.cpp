// Clauses, queries and the short forms as text.
#include "grammar/text/short_form.hpp"
#include "grammar/tree/tree_text.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

std::string text_of(const std::vector<Expression>& items) {
    std::string text;
    for (const auto& item : items) text += (text.empty() ? "" : ", ") + to_text(item);
    return text;
}

std::string text_of(const Pattern& pattern) {
    std::string text;
    for (const auto& part : pattern.parts) text += (text.empty() ? "" : ", ") + to_text(part);
    return text;
}

std::string after(const char* word, const std::optional<Expression>& expression) {
    return expression ? word + to_text(*expression) : "";
}

std::string text_of(const Projection& projection) {
    std::string text = projection.distinct ? " DISTINCT" : "";
    std::string between = " ";
    if (projection.star) {
        text += " *";
        between = ", ";
    }
    for (const auto& item : projection.items) {
        text += between + to_text(item.expression);
        if (item.alias) text += " AS " + quoted_name(item.alias->text);
        between = ", ";
    }
    between = " ORDER BY ";
    for (const auto& item : projection.order) {
        text += between + to_text(item.expression) + (item.descending ? " DESC" : "");
        between = ", ";
    }
    return text + after(" SKIP ", projection.skip) + after(" LIMIT ", projection.limit);
}

std::string text_of(const SetProperty& item) {
    return to_text(Expression{PropertyLookup{item.object, item.key}, {}}) + " = " + to_text(item.value);
}
std::string text_of(const SetVariable& item) {
    return quoted_name(item.variable.text) + (item.replace ? " = " : " += ") + to_text(item.value);
}
std::string text_of(const SetLabels& item) {
    return quoted_name(item.variable.text) + labels_text(item.labels);
}
std::string text_of(const RemoveProperty& item) {
    return to_text(Expression{PropertyLookup{item.object, item.key}, {}});
}
std::string text_of(const RemoveLabels& item) {
    return quoted_name(item.variable.text) + labels_text(item.labels);
}

template <class Item>
std::string items_text(const std::vector<Item>& items) {
    std::string text;
    for (const auto& item : items) {
        if (!text.empty()) text += ", ";
        text += std::visit([](const auto& each) { return text_of(each); }, item);
    }
    return text;
}

std::string text_of(const std::vector<Clause>& clauses);

struct ClauseText {
    std::string operator()(const Match& clause) const {
        return (clause.optional ? "OPTIONAL MATCH " : "MATCH ") + text_of(clause.pattern) +
               after(" WHERE ", clause.where);
    }
    std::string operator()(const Unwind& clause) const {
        return "UNWIND " + to_text(clause.list) + " AS " + quoted_name(clause.variable.text);
    }
    std::string operator()(const With& clause) const {
        return "WITH" + text_of(clause.projection) + after(" WHERE ", clause.where);
    }
    std::string operator()(const Return& clause) const { return "RETURN" + text_of(clause.projection); }
    std::string operator()(const Call& clause) const {
        std::string text = "CALL " + quoted_call(clause.procedure.text);
        if (clause.arguments) text += "(" + text_of(*clause.arguments) + ")";
        if (clause.yield_star) text += " YIELD *";
        std::string between = " YIELD ";
        for (const auto& item : clause.yields) {
            text += between + quoted_name(item.field.text);
            if (item.alias) text += " AS " + quoted_name(item.alias->text);
            between = ", ";
        }
        if (clause.where && clause.yields.empty() && !clause.yield_star) text += " YIELD -";
        return text + after(" WHERE ", clause.where);
    }
    std::string operator()(const Create& clause) const { return "CREATE " + text_of(clause.pattern); }
    std::string operator()(const Set& clause) const { return "SET " + items_text(clause.items); }
    std::string operator()(const Merge& clause) const {
        std::string text = "MERGE " + to_text(clause.pattern);
        if (!clause.on_create.empty()) text += " ON CREATE SET " + items_text(clause.on_create);
        if (!clause.on_match.empty()) text += " ON MATCH SET " + items_text(clause.on_match);
        return text;
    }
    std::string operator()(const Remove& clause) const { return "REMOVE " + items_text(clause.items); }
    std::string operator()(const Delete& clause) const {
        return (clause.detach ? "DETACH DELETE " : "DELETE ") + text_of(clause.expressions);
    }
    std::string operator()(const Foreach& clause) const {
        return "FOREACH (" + quoted_name(clause.variable.text) + " IN " + to_text(clause.list) + " | " +
               text_of(clause.body) + ")";
    }
};

std::string text_of(const std::vector<Clause>& clauses) {
    std::string text;
    for (const auto& clause : clauses)
        text += (text.empty() ? "" : " ") + std::visit(ClauseText{}, clause.node);
    return text;
}

std::string text_of(const ShortForm& form) {
    std::string text;
    auto given = form.given.begin();
    for (std::string_view left = form.pattern; !left.empty();) {
        const ShortFormPart part = take_part(left);
        text += text.empty() ? "" : " ";
        text += part.is_slot() ? to_text(*given++) : std::string(part.text);
    }
    return text;
}

struct IndexCommandText {
    std::string operator()(const CreateIndex& command) const {
        std::string text = command.kind == IndexKind::Text ? "CREATE TEXT INDEX" : "CREATE INDEX";
        if (command.name) text += " " + quoted_name(command.name->text);
        if (command.if_not_exists) text += " IF NOT EXISTS";
        return text + " FOR (n:" + quoted_schema_name(command.label.text) + ") ON (n." +
               quoted_schema_name(command.key.text) + ")";
    }
    std::string operator()(const DropIndex& command) const {
        return "DROP INDEX " + quoted_name(command.name.text) + (command.if_exists ? " IF EXISTS" : "");
    }
    std::string operator()(const ShowIndexes& command) const {
        if (!command.kind) return "SHOW INDEXES";
        return *command.kind == IndexKind::Text ? "SHOW TEXT INDEXES" : "SHOW RANGE INDEXES";
    }
};

}  // namespace

std::string to_text(const IndexCommand& command) {
    return std::visit(IndexCommandText{}, command);
}

std::string to_text(const Query& query) {
    std::string text;
    for (std::size_t i = 0; i < query.parts.size(); ++i) {
        if (i > 0) text += query.all[i - 1] ? " UNION ALL " : " UNION ";
        text += text_of(query.parts[i].clauses);
    }
    return text;
}

std::string to_text(const Statement& statement) {
    const char* prefix = statement.prefix == Prefix::Explain   ? "EXPLAIN "
                         : statement.prefix == Prefix::Profile ? "PROFILE "
                                                               : "";
    if (const auto* query = std::get_if<Query>(&statement.body)) return prefix + to_text(*query);
    if (const auto* command = std::get_if<IndexCommand>(&statement.body)) return prefix + to_text(*command);
    return prefix + text_of(std::get<ShortForm>(statement.body));
}

}  // namespace hearsay::engine

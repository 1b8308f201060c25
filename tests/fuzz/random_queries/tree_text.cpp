#include <algorithm>

#include "tests/fuzz/random_queries/tree.hpp"

namespace hearsay::random_queries {
namespace {

std::string join(const auto& items, const std::string& between, const auto& text_of) {
    std::string text;
    bool first = true;
    for (const auto& item : items) {
        if (!first) text += between;
        first = false;
        text += text_of(item);
    }
    return text;
}
std::string texts(const std::vector<Expression>& expressions) {
    return join(expressions, ", ", [](const Expression& each) { return to_text(each); });
}
std::string labels_text(const std::vector<std::string>& labels) {
    return join(labels, "", [](const std::string& label) { return ":" + label; });
}
std::string properties_text(const KeyValues& properties) {
    if (properties.empty()) return "";
    return " {" +
           join(properties, ", ", [](const auto& each) { return each.first + ": " + to_text(each.second); }) +
           "}";
}

std::string node_text(const NodePattern& node) {
    return "(" + node.name + labels_text(node.labels) + properties_text(node.properties) + ")";
}
std::string relationship_text(const RelationshipPattern& relationship) {
    std::string inside = relationship.name;
    if (!relationship.types.empty())
        inside += ":" + join(relationship.types, "|", [](const std::string& type) { return type; });
    if (relationship.is_walk) {
        inside += "*";
        const auto& least = relationship.least;
        const auto& most = relationship.most;
        if (least && most && *least == *most) {
            inside += std::to_string(*least);
        } else if (least || most) {
            inside += (least ? std::to_string(*least) : "") + ".." + (most ? std::to_string(*most) : "");
        }
    }
    inside += properties_text(relationship.properties);
    if (!inside.empty()) inside = "[" + inside + "]";
    return (relationship.way < 0 ? "<-" : "-") + inside + (relationship.way > 0 ? "->" : "-");
}
std::string path_text(const Path& path) {
    std::string text = node_text(path.nodes[0]);
    for (std::size_t i = 0; i < path.relationships.size(); ++i)
        text += relationship_text(path.relationships[i]) + node_text(path.nodes[i + 1]);
    if (path.of == Path::Of::Shortest) text = "shortestPath(" + text + ")";
    if (path.of == Path::Of::AllShortest) text = "allShortestPaths(" + text + ")";
    return path.name.empty() ? text : path.name + " = " + text;
}
std::string paths_text(const std::vector<Path>& paths) {
    return join(paths, ", ", path_text);
}

std::string case_text(const Expression& e) {
    const bool of_what = e.is == Is::CaseOf;
    std::string text = of_what ? "CASE " + to_text(e.parts[0]) : "CASE";
    for (std::size_t i = of_what ? 1 : 0; i + 1 < e.parts.size(); i += 2)
        text += " WHEN " + to_text(e.parts[i]) + " THEN " + to_text(e.parts[i + 1]);
    return text + " ELSE " + to_text(e.parts.back()) + " END";
}

std::string pattern_in_braces(const std::string& keyword, const Expression& e) {
    return keyword + " { " + paths_text(e.paths) + (e.parts.empty() ? "" : " WHERE " + to_text(e.parts[0])) +
           " }";
}

std::string changes_text(const std::vector<Change>& changes) {
    return join(changes, ", ", [](const Change& change) {
        switch (change.what) {
            case Change::What::Property:
                return change.name + "." + change.key + " = " + to_text(change.value);
            case Change::What::Labels:
                return change.name + labels_text(change.labels);
            case Change::What::AddMap:
                return change.name + " += " + to_text(change.value);
            case Change::What::ReplaceByMap:
                return change.name + " = " + to_text(change.value);
        }
        return std::string();
    });
}

std::string clause_text(const Clause& clause) {
    const std::string where = clause.where ? " WHERE " + to_text(*clause.where) : "";
    switch (clause.kind) {
        case Clause::Kind::Match:
            return "MATCH " + paths_text(clause.paths) + where;
        case Clause::Kind::OptionalMatch:
            return "OPTIONAL MATCH " + paths_text(clause.paths) + where;
        case Clause::Kind::Unwind:
            return "UNWIND " + to_text(clause.list) + " AS " + clause.variable;
        case Clause::Kind::With:
        case Clause::Kind::Return: {
            std::string text = clause.kind == Clause::Kind::With ? "WITH " : "RETURN ";
            if (clause.distinct) text += "DISTINCT ";
            if (clause.star) text += clause.items.empty() ? "*" : "*, ";
            text += join(clause.items, ", ", [](const Item& item) {
                const std::string what = to_text(item.what);
                return what == item.alias ? what : what + " AS " + item.alias;
            });
            if (!clause.order.empty()) {
                text += " ORDER BY " + join(clause.order, ", ", [](const SortKey& key) {
                            return to_text(key.by) + (key.descending ? " DESC" : "");
                        });
            }
            if (clause.skip) text += " SKIP " + std::to_string(*clause.skip);
            if (clause.limit) text += " LIMIT " + std::to_string(*clause.limit);
            return text + where;
        }
        case Clause::Kind::Create:
            return "CREATE " + paths_text(clause.paths);
        case Clause::Kind::Merge:
            return "MERGE " + paths_text(clause.paths) +
                   (clause.on_create.empty() ? "" : " ON CREATE SET " + changes_text(clause.on_create)) +
                   (clause.changes.empty() ? "" : " ON MATCH SET " + changes_text(clause.changes));
        case Clause::Kind::Set:
            return "SET " + changes_text(clause.changes);
        case Clause::Kind::Remove:
            return "REMOVE " + join(clause.changes, ", ", [](const Change& change) {
                       return change.name + (change.what == Change::What::Labels ? labels_text(change.labels)
                                                                                 : "." + change.key);
                   });
        case Clause::Kind::Delete:
            return (clause.detach ? "DETACH DELETE " : "DELETE ") + texts(clause.deleted);
        case Clause::Kind::ForEach:
            return "FOREACH (" + clause.variable + " IN " + to_text(clause.list) + " | " +
                   join(clause.body, " ", clause_text) + ")";
    }
    return "";
}

}  // namespace

std::string to_text(const Expression& e) {
    const auto part = [&](std::size_t i) { return to_text(e.parts[i]); };
    switch (e.is) {
        case Is::Literal:
            return literal(e.value);
        case Is::Parameter:
            return "$" + e.name;
        case Is::Variable:
            return e.name;
        case Is::Property:
            return part(0) + "." + e.name;
        case Is::Labelled:
            return "(" + part(0) + ":" + e.name + ")";
        case Is::Prefix:
            return "(" + e.name + " " + part(0) + ")";
        case Is::Infix:
            return "(" + part(0) + " " + e.name + " " + part(1) + ")";
        case Is::Postfix:
            return "(" + part(0) + " " + e.name + ")";
        case Is::ListOf:
            return "[" + texts(e.parts) + "]";
        case Is::MapOf: {
            std::string text;
            for (std::size_t i = 0; i < e.parts.size(); ++i)
                text += (i == 0 ? "" : ", ") + e.keys[i] + ": " + part(i);
            return "{" + text + "}";
        }
        case Is::Index:
            return part(0) + "[" + part(1) + "]";
        case Is::Slice:
            return part(0) + "[" + part(1) + ".." + part(2) + "]";
        case Is::Case:
        case Is::CaseOf:
            return case_text(e);
        case Is::Function:
            return e.name + "(" + texts(e.parts) + ")";
        case Is::Aggregate:
            return e.name + "(" + (e.distinct ? "DISTINCT " : "") + (e.parts.empty() ? "*" : texts(e.parts)) +
                   ")";
        case Is::Quantifier:
            return e.name + "(" + e.variable + " IN " + part(0) + " WHERE " + part(1) + ")";
        case Is::ListOfEach:
            return "[" + e.variable + " IN " + part(0) + " WHERE " + part(1) + " | " + part(2) + "]";
        case Is::Reduce:
            return "reduce(" + e.name + " = " + part(0) + ", " + e.variable + " IN " + part(1) + " | " +
                   part(2) + ")";
        case Is::Exists:
            return pattern_in_braces("EXISTS", e);
        case Is::Count:
            return pattern_in_braces("COUNT", e);
        case Is::ExistsQuery:
            return "EXISTS { " + to_text(*e.query) + " }";
        case Is::CountQuery:
            return "COUNT { " + to_text(*e.query) + " }";
        case Is::CollectQuery:
            return "COLLECT { " + to_text(*e.query) + " }";
        case Is::Fits:
            return paths_text(e.paths);
        case Is::PathsOfEach:
            return "[" + paths_text(e.paths) + " WHERE " + part(0) + " | " + part(1) + "]";
    }
    return "";
}

std::string to_text(const Query& query) {
    return join(query.parts, query.union_all ? " UNION ALL " : " UNION ",
                [](const std::vector<Clause>& part) { return join(part, " ", clause_text); });
}

namespace {

void visit_paths(std::vector<Path>& paths, const std::function<void(Expression&)>& each) {
    for (Path& path : paths) {
        for (auto& node : path.nodes) {
            for (auto& [key, value] : node.properties) visit(value, each);
        }
        for (auto& relationship : path.relationships) {
            for (auto& [key, value] : relationship.properties) visit(value, each);
        }
    }
}

void visit_clause(Clause& clause, const std::function<void(Expression&)>& each) {
    visit_paths(clause.paths, each);
    if (clause.where) visit(*clause.where, each);
    if (clause.kind == Clause::Kind::Unwind || clause.kind == Clause::Kind::ForEach) visit(clause.list, each);
    for (Item& item : clause.items) visit(item.what, each);
    for (SortKey& key : clause.order) visit(key.by, each);
    for (auto* changes : {&clause.changes, &clause.on_create}) {
        for (Change& change : *changes) visit(change.value, each);
    }
    for (Expression& expression : clause.deleted) visit(expression, each);
    for (Clause& inner : clause.body) visit_clause(inner, each);
}

}  // namespace

void visit(Expression& expression, const std::function<void(Expression&)>& each) {
    each(expression);
    for (Expression& part : expression.parts) visit(part, each);
    visit_paths(expression.paths, each);
    if (expression.query == nullptr) return;
    Query inner = *expression.query;  // trees share what stands in braces: nobody else sees the change
    visit(inner, each);
    expression.query = std::make_shared<const Query>(std::move(inner));
}

void visit(Query& query, const std::function<void(Expression&)>& each) {
    for (auto& part : query.parts) {
        for (Clause& clause : part) visit_clause(clause, each);
    }
}

bool changes_graph(const Query& query) {
    for (const auto& part : query.parts) {
        for (const Clause& clause : part) {
            if (clause.kind >= Clause::Kind::Create) return true;
        }
    }
    return false;
}

bool has_aggregate(const Expression& expression) {
    return expression.is == Is::Aggregate ||
           std::any_of(expression.parts.begin(), expression.parts.end(), has_aggregate);
}

}  // namespace hearsay::random_queries

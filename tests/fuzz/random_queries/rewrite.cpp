#include "tests/fuzz/random_queries/rewrite.hpp"

#include <algorithm>

#include "tests/fuzz/random_queries/oracle.hpp"

namespace hearsay::random_queries {
namespace {

bool matches(const Clause& clause) {
    return clause.kind == Clause::Kind::Match || clause.kind == Clause::Kind::OptionalMatch;
}
bool has_shortest(const Clause& clause) {
    return std::any_of(clause.paths.begin(), clause.paths.end(),
                       [](const Path& p) { return p.of != Path::Of::All; });
}

void reverse(Path& path) {
    const bool order_shows = !path.name.empty() ||
                             std::any_of(path.relationships.begin(), path.relationships.end(),
                                         [](const auto& each) { return each.is_walk && !each.name.empty(); });
    if (order_shows) return;
    std::reverse(path.nodes.begin(), path.nodes.end());
    std::reverse(path.relationships.begin(), path.relationships.end());
    for (auto& relationship : path.relationships) relationship.way = -relationship.way;
}

void require_too(Clause& clause, Expression condition) {
    clause.where = clause.where ? infix(*clause.where, "AND", std::move(condition)) : std::move(condition);
}

// (n:A {i: 1}) as n:A AND n.i = 1.
void ask_in_where(Clause& clause) {
    for (Path& path : clause.paths) {
        for (NodePattern& node : path.nodes) {
            if (node.name.empty()) continue;
            for (const auto& label : node.labels)
                require_too(clause, with_parts(Is::Labelled, label, {variable(node.name)}));
            for (const auto& [key, value] : node.properties)
                require_too(clause, infix(property(node.name, key), "=", value));
            node.labels.clear();
            node.properties.clear();
        }
    }
}

Expression always_true(const Clause& clause, Dice& dice) {
    const std::string& name = clause.paths[0].nodes[0].name;
    if (name.empty() || dice.chance(30)) return with_parts(Is::Prefix, "NOT", {literal_of(false)});
    return infix(with_parts(Is::Postfix, "IS NULL", {property(name, "i")}), "OR",
                 with_parts(Is::Postfix, "IS NOT NULL", {property(name, "i")}));
}

Clause with_star() {
    Clause made{Clause::Kind::With};
    made.star = true;
    return made;
}

bool binds(const Clause& clause) {
    return clause.kind == Clause::Kind::With || clause.kind == Clause::Kind::Unwind ||
           !names_of(clause.paths).empty();
}

std::vector<Clause> rewritten(std::vector<Clause> clauses, Dice& dice) {
    std::vector<Clause> made;
    bool bound = false;
    for (Clause& clause : clauses) {
        const bool reads = matches(clause);
        if (bound && dice.chance(20)) made.push_back(with_star());
        if (reads) {
            for (Path& path : clause.paths) {
                if (path.of == Path::Of::All && dice.chance(30)) reverse(path);
            }
            if (dice.chance(20)) ask_in_where(clause);
            if (dice.chance(20)) require_too(clause, always_true(clause, dice));
        }
        bound = bound || binds(clause);
        if (clause.kind != Clause::Kind::Match || has_shortest(clause)) {
            made.push_back(std::move(clause));
            continue;
        }
        // A node alone before its pattern.
        const auto& nodes = clause.paths[0].nodes;
        if (const std::string& name = nodes[dice.below(nodes.size())].name;
            !name.empty() && dice.chance(20)) {
            Clause alone{Clause::Kind::Match};
            alone.paths = {{"", Path::Of::All, {{name}}, {}}};
            made.push_back(std::move(alone));
        }
        // Two patterns that share no relationships.
        const auto& paths = clause.paths;
        if (paths.size() == 2 && dice.chance(50) &&
            (paths[0].relationships.empty() || paths[1].relationships.empty())) {
            Clause first{Clause::Kind::Match};
            first.paths = {paths[0]};
            made.push_back(std::move(first));
            clause.paths.erase(clause.paths.begin());
        }
        std::optional<Expression> later;
        if (clause.where && !names_of(clause.paths).empty() && dice.chance(20))
            std::swap(later, clause.where);
        made.push_back(std::move(clause));
        if (later) {
            made.push_back(with_star());
            made.back().where = std::move(later);
        }
    }
    return made;
}

}  // namespace

Query rewritten(Query query, Dice& dice) {
    for (auto& part : query.parts) part = rewritten(std::move(part), dice);
    visit(query, [&](Expression& e) {
        for (Path& path : e.paths) {
            if (dice.chance(30)) reverse(path);
        }
    });
    return query;
}

}  // namespace hearsay::random_queries

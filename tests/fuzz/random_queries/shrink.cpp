#include <algorithm>

#include "tests/fuzz/random_queries/trial.hpp"

namespace hearsay::random_queries {
namespace {

constexpr int most_attempts = 1500;

template <class T>
auto at(std::vector<T>& items, std::size_t i) {
    return items.begin() + static_cast<std::ptrdiff_t>(i);
}

// Every query that is this one with one thing less.
class Smaller {
  public:
    explicit Smaller(const Query& query) : query_(query) {}

    std::vector<Query> all() {
        for (std::size_t i = 0; query_.parts.size() > 1 && i < query_.parts.size(); ++i)
            without([&](Query& q) { q.parts.erase(at(q.parts, i)); });
        for (std::size_t p = 0; p < query_.parts.size(); ++p) {
            const std::size_t size = query_.parts[p].size();
            for (std::size_t i = 0; size > 1 && i < size; ++i)
                without([&](Query& q) { q.parts[p].erase(at(q.parts[p], i)); });
            for (std::size_t i = 0; i < size; ++i)
                of_clause(query_.parts[p][i], [p, i](Query& q) -> Clause& { return q.parts[p][i]; });
        }
        of_expressions();
        return std::move(made_);
    }

  private:
    void without(const std::function<void(Query&)>& change) {
        Query smaller = query_;
        change(smaller);
        made_.push_back(std::move(smaller));
    }

    void of_clause(const Clause& clause, const std::function<Clause&(Query&)>& find) {
        if (clause.where) without([&](Query& q) { find(q).where.reset(); });
        if (clause.limit) without([&](Query& q) { find(q).limit.reset(); });
        if (clause.skip) without([&](Query& q) { find(q).skip.reset(); });
        if (clause.distinct) without([&](Query& q) { find(q).distinct = false; });
        if (clause.kind == Clause::Kind::OptionalMatch)
            without([&](Query& q) { find(q).kind = Clause::Kind::Match; });
        const auto each_of = [&](auto member, std::size_t least) {
            const std::size_t size = (clause.*member).size();
            for (std::size_t i = 0; size > least && i < size; ++i)
                without([&](Query& q) { (find(q).*member).erase(at(find(q).*member, i)); });
        };
        each_of(&Clause::items, clause.star ? 0 : 1);
        each_of(&Clause::order, 0);
        each_of(&Clause::paths, 1);
        each_of(&Clause::changes, clause.kind == Clause::Kind::Merge ? 0 : 1);
        each_of(&Clause::on_create, 0);
        each_of(&Clause::deleted, 1);
        for (std::size_t i = 0; i < clause.paths.size(); ++i)
            of_path(clause.paths[i], [find, i](Query& q) -> Path& { return find(q).paths[i]; });
        for (std::size_t i = 0; i < clause.body.size(); ++i)
            of_clause(clause.body[i], [find, i](Query& q) -> Clause& { return find(q).body[i]; });
    }

    void of_path(const Path& path, const std::function<Path&(Query&)>& find) {
        if (!path.name.empty()) without([&](Query& q) { find(q).name = ""; });
        if (path.of == Path::Of::All && !path.relationships.empty()) {
            without([&](Query& q) { find(q).nodes.pop_back(), find(q).relationships.pop_back(); });
            without([&](Query& q) {
                find(q).nodes.erase(find(q).nodes.begin());
                find(q).relationships.erase(find(q).relationships.begin());
            });
        }
        for (std::size_t i = 0; i < path.nodes.size(); ++i) {
            const auto& node = path.nodes[i];
            if (!node.name.empty()) without([&](Query& q) { find(q).nodes[i].name = ""; });
            if (!node.labels.empty()) without([&](Query& q) { find(q).nodes[i].labels.pop_back(); });
            if (!node.properties.empty()) without([&](Query& q) { find(q).nodes[i].properties.pop_back(); });
        }
        for (std::size_t i = 0; i < path.relationships.size(); ++i) {
            const auto& each = path.relationships[i];
            const auto change = [&](const std::function<void(RelationshipPattern&)>& make_smaller) {
                without([&](Query& q) { make_smaller(find(q).relationships[i]); });
            };
            if (!each.name.empty()) change([](auto& r) { r.name = ""; });
            if (!each.types.empty()) change([](auto& r) { r.types.pop_back(); });
            if (!each.properties.empty()) change([](auto& r) { r.properties.pop_back(); });
            if (each.is_walk && path.of == Path::Of::All) change([](auto& r) { r.is_walk = false; });
            if (each.is_walk && each.least) change([](auto& r) { r.least.reset(); });
            if (each.is_walk && each.most) change([](auto& r) { r.most.reset(); });
            if (each.way < 0) change([](auto& r) { r.way = 1; });
        }
    }

    // Each expression as one of its parts, or as something plain.
    void of_expressions() {
        std::size_t count = 0;
        Query copy = query_;
        visit(copy, [&](Expression&) { ++count; });
        for (std::size_t i = 0; i < count; ++i) {
            const auto change = [&](const std::function<bool(Expression&)>& make_smaller) {
                Query smaller = query_;
                std::size_t at = 0;
                bool done = false;
                visit(smaller, [&](Expression& e) {
                    if (at++ == i) done = make_smaller(e);
                });
                if (done) made_.push_back(std::move(smaller));
            };
            for (std::size_t part = 0; part < 4; ++part) {
                change([part](Expression& e) {
                    if (part >= e.parts.size()) return false;
                    const Expression inner = e.parts[part];
                    e = inner;
                    return true;
                });
            }
            for (const Value& plain : {Value(true), Value(1)}) {
                change([&](Expression& e) {
                    if (e.is == Is::Literal || e.is == Is::Variable) return false;
                    e = literal_of(plain);
                    return true;
                });
            }
            change([](Expression& e) {
                if (e.is != Is::Parameter) return false;
                e.is = Is::Literal;
                return true;
            });
        }
        // Patterns within expressions.
        count = 0;
        visit(copy, [&](Expression& e) { count += e.paths.size(); });
        for (std::size_t i = 0; i < count; ++i) {
            const auto find = [i](Query& q) -> Path& {
                Path* found = nullptr;
                std::size_t at = 0;
                visit(q, [&](Expression& e) {
                    for (Path& path : e.paths) {
                        if (at++ == i) found = &path;
                    }
                });
                return *found;
            };
            of_path(find(copy), find);
        }
    }

    const Query& query_;
    std::vector<Query> made_;
};

std::vector<Trial> smaller_graphs(const Trial& trial) {
    std::vector<Trial> made;
    const auto without = [&](const auto& change) {
        Trial smaller = trial;
        change(smaller.graph);
        made.push_back(std::move(smaller));
    };
    for (std::size_t i = 0; i < trial.graph.nodes.size(); ++i) {
        if (trial.graph.nodes[i].deleted) continue;
        without([&](Graph& graph) {
            graph.nodes[i].deleted = true;
            for (Edge& edge : graph.edges) edge.deleted = edge.deleted || edge.from == i || edge.to == i;
        });
    }
    for (std::size_t i = 0; i < trial.graph.edges.size(); ++i) {
        if (!trial.graph.edges[i].deleted) without([&](Graph& graph) { graph.edges[i].deleted = true; });
    }
    for (std::size_t i = 0; i < trial.graph.nodes.size(); ++i) {
        if (trial.graph.nodes[i].deleted) continue;
        for (const auto& label : trial.graph.nodes[i].labels)
            without([&](Graph& graph) { graph.nodes[i].labels.erase(label); });
        for (const auto& [key, value] : trial.graph.nodes[i].properties)
            without([&](Graph& graph) { graph.nodes[i].properties.erase(key); });
    }
    for (std::size_t i = 0; i < trial.graph.edges.size(); ++i) {
        if (trial.graph.edges[i].deleted) continue;
        for (const auto& [key, value] : trial.graph.edges[i].properties)
            without([&](Graph& graph) { graph.edges[i].properties.erase(key); });
    }
    return made;
}

std::vector<Trial> smaller(const Trial& trial) {
    std::vector<Trial> made;
    for (std::size_t i = 0; i < trial.before.size(); ++i) {
        made.push_back(trial);
        made.back().before.erase(made.back().before.begin() + static_cast<std::ptrdiff_t>(i));
    }
    if (trial.cached) (made.emplace_back(trial), made.back().cached = false);
    if (trial.indexed) (made.emplace_back(trial), made.back().indexed = false);
    if (!trial.rule_left_out.empty()) (made.emplace_back(trial), made.back().rule_left_out = "");
    if (to_text(trial.query) != to_text(trial.meant)) {
        made.emplace_back(trial), made.back().query = trial.meant;
        made.emplace_back(trial), made.back().meant = trial.query;
        return made;
    }
    for (Query& query : Smaller(trial.query).all()) {
        made.push_back(trial);
        made.back().query = query;
        made.back().meant = std::move(query);
    }
    for (Trial& each : smaller_graphs(trial)) made.push_back(std::move(each));
    return made;
}

// An error counts as the same if it begins with the same words: what is made smaller must not fail otherwise.
std::string refusal_of(const Finding& finding) {
    if (finding.verdict != Verdict::Refused) return "";
    const std::size_t begin = finding.got.find("error: ");
    return begin == std::string::npos ? finding.got : finding.got.substr(begin, 24);
}

}  // namespace

Trial shrunken(Trial trial, const Finding& finding) {
    const auto is_as_found = [&](const Trial& each) {
        const Finding found = run_apart(each);
        return found.verdict == finding.verdict && refusal_of(found) == refusal_of(finding);
    };
    // The graph as the statements left it, without them.
    Trial alone = trial;
    alone.before.clear();
    for (const Query& each : trial.before) {
        if (const auto expected = expect(alone.graph, each)) alone.graph = expected->graph;
    }
    if (is_as_found(alone)) trial = std::move(alone);
    int attempts = 0;
    for (bool again = true; again;) {
        again = false;
        for (Trial& each : smaller(trial)) {
            if (++attempts > most_attempts) return trial;
            if (!is_as_found(each)) continue;
            trial = std::move(each);
            again = true;
            break;
        }
    }
    return trial;
}

}  // namespace hearsay::random_queries

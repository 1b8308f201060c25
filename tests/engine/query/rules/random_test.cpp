// Random patterns over random small graphs: what the program answers, with every rule and with each left out,
// against all matches found by trying every edge for every relationship.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "engine/query/rules/rules.hpp"
#include "engine/query/statement/run_query.hpp"
#include "graphs/values/value.hpp"

using namespace hearsay;
using namespace hearsay::engine;
using graphs::EdgeId;
using graphs::Value;
using graphs::VertexId;

namespace {

const std::vector<std::string> labels{"A", "B", "C"}, types{"R", "S", "T"};

// A chain of nodes; one node may come twice.
struct Pattern {
    struct Node {
        std::string name;
        std::string label;  // or empty
    };
    struct Relationship {
        std::vector<std::string> types;
        int way = 0;  // 1: ->, -1: <-, 0: either
    };
    std::vector<Node> nodes;
    std::vector<Relationship> relationships;
    bool compares = false;  // WHERE the first node's x is less than the last one's

    std::string text() const {
        std::string text;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (i > 0) {
                const auto& [names, way] = relationships[i - 1];
                const std::string inside =
                    names.empty() ? "" : ":" + fmt::format("{}", fmt::join(names, "|"));
                text += fmt::format("{}-[r{}{}]-{}", way < 0 ? "<" : "", i - 1, inside, way > 0 ? ">" : "");
            }
            text += fmt::format("({}{}{})", nodes[i].name, nodes[i].label.empty() ? "" : ":", nodes[i].label);
        }
        if (compares) text += fmt::format(" WHERE {}.x < {}.x", nodes.front().name, nodes.back().name);
        return text;
    }
};

class Trial {
  public:
    explicit Trial(unsigned seed) : random_(seed) {
        for (const auto& label : labels) graph_.label(label);
        for (const auto& type : types) graph_.type(type);
        const auto x = graph_.key("x");
        const std::size_t vertices = 3 + below(4);
        for (std::size_t i = 0; i < vertices; ++i) {
            std::vector<graphs::LabelId> its;
            for (const auto& label : labels) {
                if (below(2) == 0) its.push_back(graph_.find_label(label));
            }
            std::sort(its.begin(), its.end());
            graph_.add_vertex(its, {{x, Value(static_cast<int>(below(3)))}});
        }
        // Some types only lead to vertices with one label.
        const std::size_t edges = below(11);
        for (std::size_t i = 0; i < edges; ++i) {
            const std::size_t type = below(types.size());
            const VertexId from = vertex(), to = type == 0 ? with_label() : vertex();
            if (!to.is_none()) graph_.add_edge(from, graph_.find_type(types[type]), to);
        }
        graph_.accept();
    }

    void run() {
        for (int i = 0; i < 25; ++i) {
            const Pattern pattern = any_pattern();
            match(pattern);
            const std::string first = pattern.nodes.front().name, last = pattern.nodes.back().name;
            const std::string middle = pattern.nodes[pattern.nodes.size() / 2].name;
            const auto node = [&](std::size_t index) {
                return [this, index](const Match& m) { return x_of(m.nodes[index]); };
            };
            const std::size_t end = pattern.nodes.size() - 1, half = pattern.nodes.size() / 2;
            compare(pattern, fmt::format("{}.x AS k, count(*) AS n", first), counted(node(0)));
            compare(pattern, fmt::format("{}.x AS k, count(*) AS n", last), counted(node(end)));
            compare(pattern, fmt::format("{}.x AS k, count(*) AS n", middle), counted(node(half)));
            compare(pattern, fmt::format("DISTINCT {}.x AS k", middle), distinct(node(half)));
            compare(pattern, fmt::format("{}.x AS k, min({}.x) AS n", first, last),
                    least(node(0), node(end)));
            compare(pattern, "count(*) AS n", {fmt::format("{}", matches_.size())});
            if (end > 0) compare(pattern, "count(r0) AS n", {fmt::format("{}", matches_.size())});
            compare(pattern, fmt::format("{}.x AS k, {}.x AS n", first, last), rows(node(0), node(end)));
        }
    }

  private:
    struct Match {
        std::vector<VertexId> nodes;
        std::vector<EdgeId> edges;
    };
    using Lines = std::vector<std::string>;

    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }
    VertexId vertex() { return VertexId{static_cast<std::uint32_t>(below(graph_.vertex_count()))}; }
    VertexId with_label() {
        const auto members = graph_.vertices(graph_.find_label(labels[0]));
        return members.empty() ? VertexId::none() : members[below(members.size())];
    }
    std::string x_of(VertexId v) {
        return fmt::format("{}", graph_.property(v, graph_.find_key("x")).integer());
    }

    Pattern any_pattern() {
        Pattern pattern;
        const std::size_t relationships = below(4);
        for (std::size_t i = 0; i <= relationships; ++i) {
            if (i > 0) {
                Pattern::Relationship relationship{{}, static_cast<int>(below(3)) - 1};
                for (const auto& type : types) {
                    if (below(2) == 0) relationship.types.push_back(type);
                }
                pattern.relationships.push_back(relationship);
            }
            // Sometimes back to the first node.
            const bool back = i > 0 && below(8) == 0;
            pattern.nodes.push_back(
                {back ? "v0" : fmt::format("v{}", i), !back && below(2) == 0 ? labels[below(2)] : ""});
        }
        pattern.compares = relationships > 0 && below(4) == 0;
        return pattern;
    }

    void match(const Pattern& pattern) {
        matches_.clear();
        for (std::uint32_t v = 0; v < graph_.vertex_count(); ++v) {
            Match match;
            match.nodes.push_back(VertexId{v});
            if (fits(pattern, match)) extend(pattern, match);
        }
    }
    // Does the last node fit?
    bool fits(const Pattern& pattern, const Match& match) {
        const std::size_t last = match.nodes.size() - 1;
        const auto& [name, label] = pattern.nodes[last];
        if (!label.empty() && !graph_.has_label(match.nodes[last], graph_.find_label(label))) return false;
        for (std::size_t i = 0; i < last; ++i) {
            if (pattern.nodes[i].name == name && match.nodes[i] != match.nodes[last]) return false;
        }
        return true;
    }
    void extend(const Pattern& pattern, const Match& match) {
        const std::size_t at = match.edges.size();
        if (at == pattern.relationships.size()) {
            if (!pattern.compares || x_of(match.nodes.front()) < x_of(match.nodes.back()))
                matches_.push_back(match);
            return;
        }
        const auto& [names, way] = pattern.relationships[at];
        for (std::uint32_t e = 0; e < graph_.edge_count(); ++e) {
            const EdgeId edge{e};
            if (std::count(match.edges.begin(), match.edges.end(), edge) > 0) continue;
            const std::string type(graph_.name(graph_.type(edge)));
            if (!names.empty() && std::count(names.begin(), names.end(), type) == 0) continue;
            std::set<VertexId> ends;  // a loop gives its one end once
            if (way >= 0 && graph_.source(edge) == match.nodes.back()) ends.insert(graph_.target(edge));
            if (way <= 0 && graph_.target(edge) == match.nodes.back()) ends.insert(graph_.source(edge));
            for (const VertexId end : ends) {
                Match longer = match;
                longer.edges.push_back(edge);
                longer.nodes.push_back(end);
                if (fits(pattern, longer)) extend(pattern, longer);
            }
        }
    }

    template <class Key>
    Lines counted(const Key& key) {
        std::map<std::string, std::size_t> groups;
        for (const auto& each : matches_) ++groups[key(each)];
        Lines lines;
        for (const auto& [name, count] : groups) lines.push_back(fmt::format("{} {}", name, count));
        return lines;
    }
    template <class Key>
    Lines distinct(const Key& key) {
        std::set<std::string> groups;
        for (const auto& each : matches_) groups.insert(key(each));
        return {groups.begin(), groups.end()};
    }
    template <class Key, class Of>
    Lines least(const Key& key, const Of& of) {
        std::map<std::string, std::string> groups;
        for (const auto& each : matches_) {
            const auto [group, is_new] = groups.try_emplace(key(each), of(each));
            group->second = std::min(group->second, of(each));
        }
        Lines lines;
        for (const auto& [name, value] : groups) lines.push_back(fmt::format("{} {}", name, value));
        return lines;
    }
    template <class Key, class Of>
    Lines rows(const Key& key, const Of& of) {
        Lines lines;
        for (const auto& each : matches_) lines.push_back(fmt::format("{} {}", key(each), of(each)));
        return lines;
    }

    void compare(const Pattern& pattern, const std::string& returned, Lines wanted) {
        std::sort(wanted.begin(), wanted.end());
        const std::string text = "MATCH " + pattern.text() + " RETURN " + returned;
        std::vector<std::string> left_out{""};  // no rule, and any one
        if (const auto name = all_rules()[below(all_rules().size())].name; name != "lay out patterns")
            left_out.emplace_back(name);
        for (const auto& rule : left_out) {
            QueryOptions options;
            options.rules_left_out.insert(rule);
            INFO("without the rule: " << rule);
            INFO(text);
            const auto result = run_query(graph_, text, options);
            REQUIRE(result);
            Lines found;
            for (const auto& row : result->rows) {
                std::string line;
                for (const Value& value : row)
                    line += (line.empty() ? "" : " ") + fmt::format("{}", value.integer());
                found.push_back(line);
            }
            std::sort(found.begin(), found.end());
            REQUIRE(found == wanted);
        }
    }

    std::mt19937 random_;
    graphs::PropertyGraph graph_;
    std::vector<Match> matches_;
};

}  // namespace

TEST_CASE("with each rule and without it, patterns match what trying everything finds", "[rules][random]") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        INFO("seed " << seed);
        Trial(seed).run();
    }
}

#include "tests/fuzz/random_queries/ask_engine.hpp"

#include <sys/time.h>

#include "engine/query/rules/rules.hpp"
#include "engine/query/statement/run_query.hpp"

namespace hearsay::random_queries {
namespace {

constexpr int most_seconds = 20;  // for a statement over a handful of nodes: more is a hang

Value to_oracle(const graphs::Value& value) {
    switch (value.kind()) {
        case graphs::Kind::Null:
            return {};
        case graphs::Kind::Boolean:
            return value.boolean();
        case graphs::Kind::Integer:
            return value.integer();
        case graphs::Kind::Float:
            return value.floating();
        case graphs::Kind::String:
            return std::string(value.string());
        case graphs::Kind::List: {
            List list;
            for (const auto& each : value.list()) list.push_back(to_oracle(each));
            return list;
        }
        case graphs::Kind::Map: {
            Map map;
            for (const auto& [key, each] : value.map()) map[key] = to_oracle(each);
            return map;
        }
        case graphs::Kind::Vertex:
            return NodeRef{value.vertex().value};
        case graphs::Kind::Edge:
            return EdgeRef{value.edge().value};
        case graphs::Kind::Path: {
            PathRef path;
            for (const auto vertex : value.path().vertices) path.nodes.push_back(vertex.value);
            for (const auto edge : value.path().edges) path.edges.push_back(edge.value);
            return path;
        }
        default:
            return "a value of another kind";
    }
}

graphs::Value to_engine(const Value& value) {
    if (const auto* b = value.as<bool>()) return *b;
    if (const auto* i = value.as<std::int64_t>()) return *i;
    if (const auto* d = value.as<double>()) return *d;
    if (const auto* s = value.as<std::string>()) return *s;
    if (const auto* l = value.as<List>()) {
        graphs::List list;
        for (const Value& each : *l) list.push_back(to_engine(each));
        return list;
    }
    return {};
}

// SIGPROF ends the process after so many seconds of its processor's time; 0: it does not.
void end_after(int seconds) {
    itimerval timer{};
    timer.it_value.tv_sec = seconds;
    setitimer(ITIMER_PROF, &timer, nullptr);
}

template <class Id>
Map properties_of(const graphs::PropertyGraph& graph, Id id) {
    Map map;
    for (const auto& [key, value] : graph.properties(id))
        map[std::string(graph.name(key))] = to_oracle(value);
    return map;
}

}  // namespace

Answer ask(graphs::PropertyGraph& graph, const std::string& text,
           const std::map<std::string, Value>& parameters, engine::StatementCache* cache,
           const std::string& rule_left_out) {
    engine::QueryOptions options;
    for (const auto& [name, value] : parameters) options.parameters[name] = to_engine(value);
    options.cache = cache;
    if (!rule_left_out.empty()) options.rules_left_out.insert(rule_left_out);
    end_after(most_seconds);
    const auto result = engine::run_query(graph, text, options);
    end_after(0);
    Answer answer;
    if (!result) {
        for (const auto& each : result.error()) {
            if (each.severity == grammar::Severity::Error && answer.refusal.empty())
                answer.refusal = each.message;
            answer.text += grammar::render(each, text, "query") + "\n";
        }
        return answer;
    }
    answer.columns = result->columns;
    for (const auto& row : result->rows) {
        answer.rows.emplace_back();
        for (const auto& value : row) answer.rows.back().push_back(to_oracle(value));
    }
    return answer;
}

Graph read_out(const graphs::PropertyGraph& graph) {
    Graph out;
    for (std::uint32_t i = 0; i < graph.vertex_capacity(); ++i) {
        Node node;
        const graphs::VertexId id{i};
        node.deleted = !graph.alive(id);
        if (!node.deleted) {
            for (const auto label : graph.labels(id)) node.labels.insert(std::string(graph.name(label)));
            node.properties = properties_of(graph, id);
        }
        out.nodes.push_back(std::move(node));
    }
    for (std::uint32_t i = 0; i < graph.edge_capacity(); ++i) {
        Edge edge;
        const graphs::EdgeId id{i};
        edge.deleted = !graph.alive(id);
        if (!edge.deleted) {
            edge.from = graph.source(id).value;
            edge.to = graph.target(id).value;
            edge.type = graph.name(graph.type(id));
            edge.properties = properties_of(graph, id);
        }
        out.edges.push_back(std::move(edge));
    }
    return out;
}

std::string rule_to_leave_out(std::size_t number) {
    const auto rules = engine::all_rules();
    const std::string name(rules[number % rules.size()].name);
    return name == "lay out patterns" ? "" : name;  // every plan needs this one
}

}  // namespace hearsay::random_queries

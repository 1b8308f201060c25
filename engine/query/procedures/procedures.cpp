#include "engine/query/procedures/procedures.hpp"

#include <algorithm>

#include "engine/query/procedures/graph_procedures.hpp"

namespace hearsay::engine {

namespace {

std::string fields(const std::vector<Procedure::Field>& list) {
    std::string text;
    for (const auto& field : list) {
        text +=
            (text.empty() ? "" : ", ") + field.name + (field.optional ? " = null" : "") + " :: " + field.type;
    }
    return "(" + text + ")";
}

// The names that the graph knows and uses, ascending.
template <class Find, class Used>
std::vector<graphs::List> used_names(const graphs::PropertyGraph& graph, std::size_t count, Find id,
                                     Used used) {
    std::map<std::string, bool> names;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (used(id(i))) names[std::string(graph.name(id(i)))] = true;
    }
    std::vector<graphs::List> rows;
    for (const auto& [name, _] : names) rows.push_back({graphs::Value(name)});
    return rows;
}

Procedures make_standard() {
    Procedures procedures;
    procedures.add({"db.labels",
                    "The labels that some node carries.",
                    {},
                    {{"label", "STRING"}},
                    [](QueryContext& context, const graphs::List&) {
                        const auto& graph = context.graph;
                        return used_names(
                            graph, graph.label_count(), [](std::uint32_t i) { return graphs::LabelId{i}; },
                            [&graph](graphs::LabelId id) { return !graph.vertices(id).empty(); });
                    }});
    procedures.add({"db.relationshipTypes",
                    "The types that some relationship has.",
                    {},
                    {{"relationshipType", "STRING"}},
                    [](QueryContext& context, const graphs::List&) {
                        const auto& graph = context.graph;
                        return used_names(
                            graph, graph.type_count(), [](std::uint32_t i) { return graphs::TypeId{i}; },
                            [&graph](graphs::TypeId id) { return graph.edge_count(id) > 0; });
                    }});
    procedures.add({"db.propertyKeys",
                    "The names of properties that the graph knows.",
                    {},
                    {{"propertyKey", "STRING"}},
                    [](QueryContext& context, const graphs::List&) {
                        const auto& graph = context.graph;
                        return used_names(
                            graph, graph.key_count(), [](std::uint32_t i) { return graphs::KeyId{i}; },
                            [](graphs::KeyId) { return true; });
                    }});
    add_graph_procedures(procedures);
    return procedures;
}

}  // namespace

std::string Procedure::signature() const {
    return name + fields(arguments) + " :: " + fields(results);
}

std::size_t Procedure::required_arguments() const {
    return static_cast<std::size_t>(std::count_if(arguments.begin(), arguments.end(),
                                                  [](const Field& field) { return !field.optional; }));
}

void Procedures::add(Procedure procedure) {
    std::string name = procedure.name;
    procedures_.insert_or_assign(std::move(name), std::move(procedure));
}

const Procedure* Procedures::find(std::string_view name) const {
    const auto found = procedures_.find(name);
    return found == procedures_.end() ? nullptr : &found->second;
}

std::vector<std::string> Procedures::names() const {
    std::vector<std::string> names;
    for (const auto& [name, _] : procedures_) names.push_back(name);
    return names;
}

const Procedures& Procedures::standard() {
    static const Procedures procedures = make_standard();
    return procedures;
}

}  // namespace hearsay::engine

#include "engine/query/procedures/graph_options.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/query/expressions/error.hpp"
#include "grammar/text/diagnostic.hpp"

namespace hearsay::engine {

using graphs::Direction;
using graphs::Kind;
using graphs::PropertyGraph;
using graphs::Value;

namespace {

template <class NameId>
std::vector<std::string> all_names(const PropertyGraph& graph, std::size_t count) {
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < count; ++i) names.emplace_back(graph.name(NameId{i}));
    return names;
}

}  // namespace

GraphOptions::GraphOptions(const Value& options, std::initializer_list<std::string_view> names,
                           QueryContext& context)
    : context_(context) {
    if (options.is_null()) return;
    if (options.kind() != Kind::Map) expressions::fail_type({}, "a Map of options", options);
    options_ = options.map();
    std::vector<std::string> allowed{"labels", "types", "direction"};
    for (const auto name : names) allowed.emplace_back(name);
    for (const auto& [name, _] : options_) {
        if (std::find(allowed.begin(), allowed.end(), name) != allowed.end()) continue;
        expressions::fail({}, fmt::format("there is no option `{}`", name), "ArgumentError",
                          "InvalidArgumentValue", grammar::did_you_mean(name, allowed));
    }
}

graphs::Subgraph GraphOptions::subgraph(Direction otherwise) const {
    const PropertyGraph& graph = context_.graph;
    std::optional<std::vector<graphs::LabelId>> labels;
    if (find("labels") != nullptr) {
        labels.emplace();
        for (const std::string& name : names_of("labels")) {
            const auto label = graph.find_label(name);
            if (label.is_none())
                warn_unknown("label", name, all_names<graphs::LabelId>(graph, graph.label_count()));
            else
                labels->push_back(label);
        }
    }
    std::optional<std::vector<graphs::TypeId>> types;
    if (find("types") != nullptr) {
        types.emplace();
        for (const std::string& name : names_of("types")) {
            const auto type = graph.find_type(name);
            if (type.is_none())
                warn_unknown("relationship type", name, all_names<graphs::TypeId>(graph, graph.type_count()));
            else if (std::find(types->begin(), types->end(), type) == types->end())
                types->push_back(type);
        }
    }
    context_.reserve(graph.vertex_capacity() * 2 * sizeof(std::uint32_t));
    return {graph, labels, types, direction(otherwise)};
}

double GraphOptions::number(std::string_view name, double otherwise, double least, double most) const {
    const Value* value = find(name);
    if (value == nullptr) return otherwise;
    const bool fits = value->is_number() && value->number() >= least && value->number() <= most;
    if (!fits) refuse(name, fmt::format("a number from {} to {}", least, most));
    return value->number();
}

std::string GraphOptions::text(std::string_view name) const {
    const Value* value = find(name);
    if (value == nullptr) return {};
    if (value->kind() != Kind::String) refuse(name, "a String");
    return std::string(value->string());
}

graphs::KeyId GraphOptions::key(std::string_view name) const {
    if (find(name) == nullptr) return graphs::KeyId::none();
    const std::string text = this->text(name);
    const PropertyGraph& graph = context_.graph;
    const auto key = graph.find_key(text);
    if (key.is_none()) warn_unknown("property", text, all_names<graphs::KeyId>(graph, graph.key_count()));
    return key;
}

void GraphOptions::refuse(std::string_view name, std::string_view wanted) const {
    expressions::fail({}, fmt::format("the option `{}` takes {}", name, wanted), "ArgumentError",
                      "InvalidArgumentValue");
}

const Value* GraphOptions::find(std::string_view name) const {
    const auto found = options_.find(name);
    return found == options_.end() || found->second.is_null() ? nullptr : &found->second;
}

std::vector<std::string> GraphOptions::names_of(std::string_view name) const {
    const Value& value = *find(name);
    std::vector<std::string> names;
    if (value.kind() == Kind::String) return {std::string(value.string())};
    if (value.kind() != Kind::List) refuse(name, "a name or a List of names");
    for (const Value& item : value.list()) {
        if (item.kind() != Kind::String) refuse(name, "a name or a List of names");
        names.emplace_back(item.string());
    }
    return names;
}

Direction GraphOptions::direction(Direction otherwise) const {
    if (find("direction") == nullptr) return otherwise;
    const std::string text = this->text("direction");
    if (text == "out") return Direction::Out;
    if (text == "in") return Direction::In;
    if (text == "both") return Direction::Both;
    refuse("direction", "'out', 'in' or 'both'");
}

void GraphOptions::warn_unknown(std::string_view what, const std::string& name,
                                const std::vector<std::string>& known) const {
    if (context_.warnings == nullptr) return;
    const std::string message = fmt::format("nothing in the graph has the {} `{}`", what, name);
    const bool said = std::any_of(context_.warnings->begin(), context_.warnings->end(),
                                  [&message](const auto& each) { return each.message == message; });
    if (said) return;
    context_.warnings->push_back({grammar::Severity::Warning,
                                  {0, context_.text.size()},
                                  message,
                                  grammar::did_you_mean(name, known),
                                  "",
                                  ""});
}

}  // namespace hearsay::engine

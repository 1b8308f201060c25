#include "engine/claims/unknown_party.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "engine/claims/name_index.hpp"
#include "engine/claims/name_matcher.hpp"
#include "engine/schema/schema.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

std::vector<std::string> all_names(const graphs::PropertyGraph& graph) {
    std::vector<std::string> names;
    for (const std::string_view name : schema::parties) {
        const graphs::LabelId label = graph.find_label(name);
        if (label.is_none()) continue;
        for (graphs::VertexId vertex : graph.vertices(label))
            for (std::string& one : names_of(vertex, graph)) names.push_back(std::move(one));
    }
    return names;
}

// People are asked for by surname, so that a misspelt one is compared with the words of names, too.
std::string nearest_party(const std::string& asked, const std::vector<std::string>& names) {
    if (std::string whole = nearest(asked, names); !whole.empty()) return whole;
    std::vector<std::string> words;
    for (const std::string& name : names) {
        std::size_t begin = 0;
        while (begin < name.size()) {
            const std::size_t end = std::min(name.find(' ', begin), name.size());
            if (end - begin >= 4) words.push_back(name.substr(begin, end - begin));
            begin = end + 1;
        }
    }
    return nearest(asked, words);
}

std::optional<std::string> text_of(const Expression& name, const Parameters& parameters) {
    if (const auto* literal = std::get_if<StringLiteral>(&name.node)) return literal->value;
    const auto* parameter = std::get_if<Parameter>(&name.node);
    if (parameter == nullptr) return std::nullopt;
    const auto given = parameters.find(parameter->name);
    if (given == parameters.end() || given->second.kind() != graphs::Kind::String) return std::nullopt;
    return std::string(given->second.string());
}

}  // namespace

Diagnostics unknown_parties(const std::vector<Expression>& asked, const graphs::PropertyGraph& graph,
                            const Parameters& parameters) {
    Diagnostics found;
    if (asked.empty()) return found;
    const std::vector<std::string> names = all_names(graph);
    if (names.empty()) return found;
    for (const Expression& each : asked) {
        const std::optional<std::string> text = text_of(each, parameters);
        if (!text) continue;
        NameMatcher matcher(*text);
        if (std::any_of(names.begin(), names.end(), [&](const auto& name) { return matcher.matches(name); }))
            continue;
        const std::string near = nearest_party(*text, names);
        found.push_back({Severity::Warning, each.span,
                         fmt::format("nobody in the graph goes by the name `{}`", *text),
                         near.empty() ? "" : fmt::format("did you mean `{}`?", near), "", ""});
    }
    return found;
}

}  // namespace hearsay::engine

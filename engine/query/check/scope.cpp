#include "engine/query/check/scope.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace hearsay::engine {

using namespace grammar;

const Scope::Entry* Scope::find(std::string_view name) const {
    const auto found = last_.find(std::string(name));
    return found == last_.end() ? nullptr : &entries_[found->second];
}

void Scope::declare(std::string name, StaticType type) {
    last_[name] = entries_.size();
    entries_.push_back({std::move(name), type});
}

std::vector<std::string> Scope::names() const {
    std::vector<std::string> names;
    for (const auto& entry : entries_) names.push_back(entry.name);
    return names;
}

void CheckState::error(Span span, std::string message, std::string_view detail, std::string suggestion,
                       std::string_view type) {
    // One complaint a place is enough: what is checked twice (a sorted column) is wrong once.
    const bool said = std::any_of(found.begin(), found.end(), [&](const Diagnostic& other) {
        return other.severity == Severity::Error && other.span.begin == span.begin &&
               other.span.end == span.end;
    });
    if (said) return;
    found.push_back({Severity::Error, span, std::move(message), std::move(suggestion), std::string(type),
                     std::string(detail)});
    if (count(Severity::Error) >= most) throw EnoughErrors();
}

std::size_t CheckState::count(Severity severity) const {
    return static_cast<std::size_t>(std::count_if(
        found.begin(), found.end(), [&](const auto& each) { return each.severity == severity; }));
}

std::size_t CheckState::error_count() const {
    return static_cast<std::size_t>(std::count_if(
        found.begin(), found.end(), [](const auto& each) { return each.severity == Severity::Error; }));
}

void CheckState::unknown(std::string_view what, const Name& name, const std::vector<std::string>& known) {
    if (context.graph.vertex_count() == 0 || count(Severity::Warning) >= most) return;
    std::string message = fmt::format("nothing in the graph has the {} `{}`", what, name.text);
    const bool said =
        std::any_of(found.begin(), found.end(), [&](const auto& each) { return each.message == message; });
    if (said) return;
    found.push_back(
        {Severity::Warning, name.span, std::move(message), did_you_mean(name.text, known), "", ""});
}

void CheckState::check_label(const Name& label) {
    const auto& graph = context.graph;
    if (!graph.find_label(label.text).is_none() || made_labels.contains(label.text)) return;
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < graph.label_count(); ++i)
        names.emplace_back(graph.name(graphs::LabelId{i}));
    unknown("label", label, names);
}

void CheckState::check_type(const Name& type) {
    const auto& graph = context.graph;
    if (!graph.find_type(type.text).is_none() || made_types.contains(type.text)) return;
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < graph.type_count(); ++i) names.emplace_back(graph.name(graphs::TypeId{i}));
    unknown("relationship type", type, names);
}

void CheckState::check_key(const Name& key) {
    const auto& graph = context.graph;
    if (!graph.find_key(key.text).is_none() || made_keys.contains(key.text) || makes_any_key) return;
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < graph.key_count(); ++i) names.emplace_back(graph.name(graphs::KeyId{i}));
    unknown("property", key, names);
}

}  // namespace hearsay::engine

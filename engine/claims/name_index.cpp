#include "engine/claims/name_index.hpp"

#include <algorithm>

#include "engine/schema/schema.hpp"
#include "engine/words/romanisation.hpp"

namespace hearsay::engine {
namespace {

using graphs::Kind;
using graphs::Value;
using graphs::VertexId;

std::string key_of(std::string_view name) {
    std::string key = romanisation_key(name);
    for (std::string_view article : {"the ", "a ", "an "}) {
        if (key.starts_with(article)) return key.substr(article.size());
    }
    return key;
}

}  // namespace

std::vector<std::string> names_of(VertexId vertex, const graphs::PropertyGraph& graph) {
    std::vector<std::string> names;
    const graphs::KeyId name_key = graph.find_key(schema::key::name),
                        aliases_key = graph.find_key(schema::key::aliases);
    if (!name_key.is_none()) {
        const Value name = graph.property(vertex, name_key);
        if (name.kind() == Kind::String) names.emplace_back(name.string());
    }
    if (!aliases_key.is_none()) {
        const Value aliases = graph.property(vertex, aliases_key);
        if (aliases.kind() == Kind::String) names.emplace_back(aliases.string());  // as somebody may write it
        if (aliases.kind() == Kind::List) {
            for (const Value& alias : aliases.list()) {
                if (alias.kind() == Kind::String) names.emplace_back(alias.string());
            }
        }
    }
    return names;
}

NameIndex::NameIndex(const graphs::PropertyGraph& graph) {
    for (const std::string_view name : schema::parties) {
        const graphs::LabelId label = graph.find_label(name);
        if (label.is_none()) continue;
        for (VertexId vertex : graph.vertices(label)) {
            for (const std::string& one : names_of(vertex, graph)) add(one, vertex);
        }
    }
    for (auto& [key, vertices] : vertices_) {  // a vertex may have several labels, and names that share a key
        std::sort(vertices.begin(), vertices.end());
        vertices.erase(std::unique(vertices.begin(), vertices.end()), vertices.end());
    }
}

void NameIndex::add(std::string_view name, VertexId vertex) {
    std::string key = key_of(name);
    if (key.empty()) return;
    longest_ = std::max(longest_, static_cast<std::size_t>(std::count(key.begin(), key.end(), ' ')) + 1);
    vertices_[std::move(key)].push_back(vertex);
}

const std::vector<VertexId>& NameIndex::find(std::string_view name) const {
    static const std::vector<VertexId> none;
    const auto found = vertices_.find(key_of(name));
    return found == vertices_.end() ? none : found->second;
}

}  // namespace hearsay::engine

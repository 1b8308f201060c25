#include "repl/prompt/vocabulary.hpp"

#include <algorithm>
#include <cctype>

#include "engine/claims/language.hpp"
#include "engine/schema/schema.hpp"
#include "repl/output/cypher_text.hpp"

namespace hearsay::repl {
namespace {

using graphs::PropertyGraph;

bool begins_with(std::string_view text, std::string_view begin) {
    return text.size() >= begin.size() &&
           std::equal(begin.begin(), begin.end(), text.begin(), [](char a, char b) {
               return std::tolower(static_cast<unsigned char>(a)) ==
                      std::tolower(static_cast<unsigned char>(b));
           });
}

// Names of the parties and, where they say more, their aliases.
std::vector<std::string> parties(const PropertyGraph& graph, std::string_view begin, std::size_t most) {
    std::vector<std::string> found;
    const graphs::KeyId name = graph.find_key(engine::schema::key::name);
    if (name.is_none()) return found;
    for (const std::string_view label_name : engine::schema::parties) {
        const graphs::LabelId label = graph.find_label(label_name);
        if (label.is_none()) continue;
        for (graphs::VertexId vertex : graph.vertices(label)) {
            const graphs::Value value = graph.property(vertex, name);
            if (value.kind() != graphs::Kind::String || !begins_with(value.string(), begin)) continue;
            found.emplace_back(value.string());
            if (found.size() == most) return found;
        }
    }
    return found;
}

}  // namespace

Vocabulary vocabulary_of(Session& session) {
    const PropertyGraph& graph = session.file().graph();
    Vocabulary words;
    // Names stay known when the last that had them is gone.
    for (std::uint32_t i = 0; i < graph.label_count(); ++i)
        if (!graph.vertices(graphs::LabelId{i}).empty())
            words.labels.push_back(quote_name(graph.name(graphs::LabelId{i})));
    for (std::uint32_t i = 0; i < graph.type_count(); ++i)
        if (graph.edge_count(graphs::TypeId{i}) > 0)
            words.types.push_back(quote_name(graph.name(graphs::TypeId{i})));
    for (std::uint32_t i = 0; i < graph.key_count(); ++i)
        words.keys.push_back(quote_name(graph.name(graphs::KeyId{i})));
    for (const auto& [parameter, value] : session.settings().parameters)
        words.parameters.push_back(parameter);
    words.functions = engine::claims_language().functions.names();
    words.parties = [&graph](std::string_view begin, std::size_t most) {
        return parties(graph, begin, most);
    };
    words.files = files_that_begin;
    return words;
}

}  // namespace hearsay::repl

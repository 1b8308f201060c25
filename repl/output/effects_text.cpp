#include "repl/output/effects_text.hpp"

#include "repl/output/table.hpp"

namespace hearsay::repl {

std::string effects_text(const engine::Effects& effects) {
    std::string text;
    const auto add = [&text](std::size_t count, const char* one, const char* many, const char* done) {
        if (count == 0) return;
        if (!text.empty()) text += ", ";
        text += count_of(count, one, many) + " " + done;
    };
    add(effects.nodes_created, "node", "nodes", "created");
    add(effects.nodes_deleted, "node", "nodes", "deleted");
    add(effects.relationships_created, "relationship", "relationships", "created");
    add(effects.relationships_deleted, "relationship", "relationships", "deleted");
    add(effects.properties_set, "property", "properties", "set");
    add(effects.labels_added, "label", "labels", "added");
    add(effects.labels_removed, "label", "labels", "removed");
    add(effects.indexes_added, "index", "indexes", "added");
    add(effects.indexes_removed, "index", "indexes", "removed");
    return text.empty() ? "no changes" : text;
}

}  // namespace hearsay::repl

#include "repl/commands/check_command.hpp"

#include <fmt/format.h>

#include <new>

#include "engine/articles/loading/check_claims.hpp"
#include "graphs/file/check_file.hpp"
#include "graphs/file/store.hpp"
#include "repl/output/table.hpp"
#include "repl/output/terminal/text_width.hpp"
#include "repl/session/graph_name.hpp"
#include "repl/session/messages.hpp"

namespace hearsay::repl {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_faults = 50;

std::string size_text(const graphs::PropertyGraph& graph) {
    return count_of(graph.vertex_count(), "node", "nodes") + ", " +
           count_of(graph.edge_count(), "relationship", "relationships");
}

void complain_about(const std::vector<graphs::Error>& faults, std::size_t all) {
    for (std::size_t i = 0; i < std::min(faults.size(), most_faults); ++i) complain(faults[i]);
    const std::size_t said = std::min(faults.size(), most_faults);
    if (all > said) complain(fmt::format("and {} more", all - said));
}

bool write_new(const graphs::PropertyGraph& graph, const fs::path& file) {
    auto store = graphs::Store::not_yet_there(file);
    const auto begun = store.begin_writing();
    if (!begun) return complain(begun.error()), false;
    if (store.graph().vertex_count() > 0) {  // somebody has made one meanwhile
        complain(graphs::Error{file.string(), "is there already"});
        return false;
    }
    copy_graph(graph, store.graph());
    const auto written = store.commit();
    if (!written) complain(written.error());
    return written.has_value();
}

std::string lost_text(const graphs::CheckedFile& checked) {
    if (checked.lost_vertices == 0 && checked.lost_edges == 0) return "";
    return ", without " + count_of(checked.lost_vertices, "node", "nodes") + " and " +
           count_of(checked.lost_edges, "relationship", "relationships") + " that are lost";
}

}  // namespace

bool check_graph(const fs::path& file, const std::optional<std::string>& rescue, Sink& out) {
    if (is_no_graph(file)) return complain(graphs::Error{file.string(), no_such_graph(file)}), false;
    std::error_code ignored;
    if (rescue && fs::symlink_status(*rescue, ignored).type() != fs::file_type::not_found)
        return complain(graphs::Error{*rescue, "is there already; --rescue makes a new file"}), false;
    try {
        const auto checked = graphs::check_file(file);
        if (!checked) return complain(checked.error()), false;
        complain_about(checked->faults, checked->faults.size());
        const engine::CheckedClaims claims = engine::check_claims(checked->graph);
        complain_about(claims.faults, claims.broken);

        const bool whole = checked->faults.empty();
        std::string text = harmless(file.string()) + ": " + size_text(checked->graph);
        if (claims.articles + claims.statements > 0)
            text += ", among them " + count_of(claims.articles, "article", "articles") + " and " +
                    count_of(claims.statements, "statement", "statements");
        text += whole ? ": the file is whole\n" : " can be read" + lost_text(*checked) + "\n";
        if (claims.broken > 0)
            text += count_of(claims.broken, "statement or its edge does", "statements or their edges do") +
                    " not lead back to the sentence: changed by hand?\n";
        out.write(text);
        if (!rescue) {
            if (!whole)
                out.write("`hearsay check " + harmless(file.string()) +
                          " --rescue NEW` writes what can be read into a new graph\n");
            return whole;
        }
        if (!write_new(checked->graph, *rescue)) return false;
        out.write(harmless(*rescue) + ": " + size_text(checked->graph) + " rescued\n");
        return whole;
    } catch (const std::bad_alloc&) {
        complain(graphs::Error{file.string(), "cannot be checked: there is not enough memory"});
        return false;
    }
}

}  // namespace hearsay::repl

#include "repl/check_command.hpp"

#include <fmt/format.h>

#include "graphs/check_file.hpp"
#include "repl/graph_file.hpp"
#include "repl/messages.hpp"
#include "repl/output/table.hpp"
#include "repl/output/text_width.hpp"

namespace hearsay::repl {

bool check_graph(const std::filesystem::path& file, Sink& out) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored) && !ignored)
        return complain(graphs::Error{file.string(), no_such_graph(file)}), false;
    const auto checked = graphs::check_file(file);
    if (!checked) return complain(checked.error()), false;
    for (const graphs::Error& fault : checked->faults) complain(fault);
    if (!checked->faults.empty()) return false;
    out.write(fmt::format("{}: {}, {}: nothing is wrong\n", harmless(file.string()),
                          count_of(checked->graph.vertex_count(), "node", "nodes"),
                          count_of(checked->graph.edge_count(), "relationship", "relationships")));
    return true;
}

}  // namespace hearsay::repl

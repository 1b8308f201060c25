#include "repl/commands/csv_commands.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <new>

#include "graphs/csv/export_csv.hpp"
#include "graphs/csv/names_of_files.hpp"
#include "repl/output/table.hpp"
#include "repl/output/terminal/interrupt.hpp"
#include "repl/output/terminal/terminal.hpp"
#include "repl/output/terminal/text_width.hpp"
#include "repl/session/limit_watch.hpp"
#include "repl/session/messages.hpp"

namespace hearsay::repl {
namespace {

namespace csv = graphs::csv;

std::string size_text(std::uint64_t nodes, std::uint64_t relationships) {
    return count_of(nodes, "node", "nodes") + ", " + count_of(relationships, "relationship", "relationships");
}

void complain_about(const csv::Imported& imported) {
    const bool colour = describe_terminal(STDERR_FILENO).colour;
    for (const csv::BadRow& row : imported.bad) {
        const std::string place = row.line == 0 ? row.file : fmt::format("{}:{}", row.file, row.line);
        if (place.empty())
            complain(row.reason, colour);
        else
            complain(graphs::Error{place, row.reason}, colour);
    }
    if (imported.bad_rows > imported.bad.size())
        complain(fmt::format("and {} more bad rows", imported.bad_rows - imported.bad.size()), colour);
}

}  // namespace

tl::expected<csv::Import, std::string> files_to_import(const Invocation& asked) {
    csv::Import files;
    if (asked.folder) {
        auto contents = csv::read_contents(*asked.folder);
        if (!contents) return tl::unexpected(contents.error().place + " " + contents.error().reason);
        files = std::move(*contents);
    }
    for (const std::string& text : asked.nodes) {
        auto file = csv::node_file_from(text);
        if (!file) return tl::unexpected(fmt::format("--nodes {} {}", text, file.error().reason));
        files.nodes.push_back(std::move(*file));
    }
    for (const std::string& text : asked.edges) {
        auto file = csv::edge_file_from(text);
        if (!file) return tl::unexpected(fmt::format("--edges {} {}", text, file.error().reason));
        files.edges.push_back(std::move(*file));
    }
    files.skip_bad = asked.skip_bad;
    files.delimiter = asked.delimiter;
    return files;
}

bool import_into(GraphFile& file, csv::Import files, const engine::Limits& limits, Sink& out) {
    const auto begin = std::chrono::steady_clock::now();
    LimitWatch watch(limits);
    // What was ended by a limit or by Ctrl-C is not said in the words of what noticed it.
    const auto ended = [&watch] {
        const auto why = watch.ended();
        if (why) complain("nothing was imported: " + *why);
        return why.has_value();
    };
    files.interrupt = &interrupted();
    auto store = file.writable(files.interrupt);
    if (!store) return ended() || (complain(store.error()), true), false;
    try {
        const csv::Outcome outcome = csv::import_csv((*store)->graph(), files);
        if (!outcome.done && ended()) return false;
        complain_about(outcome.imported);
        if (!outcome.done) {
            complain("nothing was imported");
            return false;
        }
        if (const auto written = (*store)->commit(); !written)
            return ended() || (complain(written.error()), true), false;
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        out.write(size_text(outcome.imported.vertices, outcome.imported.edges));
        if (outcome.imported.bad_rows > 0)
            out.write(", " + count_of(outcome.imported.bad_rows, "bad row", "bad rows") + " left out");
        if (isatty(STDOUT_FILENO) == 1) out.write(fmt::format(", {:.2f} s", took.count()));
        out.write("\n");
        return true;
    } catch (const std::bad_alloc&) {
        (*store)->roll_back();
        complain("nothing was imported: there is not enough memory");
        return false;
    }
}

bool export_tables(const graphs::PropertyGraph& graph, const std::filesystem::path& folder,
                   const engine::Limits& limits, Sink& out) {
    LimitWatch watch(limits);
    const auto exported = csv::export_csv(graph, folder, &interrupted());
    if (!exported) {
        const auto why = watch.ended();
        return why ? complain("nothing was exported: " + *why) : complain(exported.error()), false;
    }
    out.write(size_text(exported->vertices, exported->edges) + ", " +
              count_of(exported->files, "file", "files") + "\n");
    return true;
}

}  // namespace hearsay::repl

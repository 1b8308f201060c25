// Pictures of what a query returns.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "engine/query/statement/run_query.hpp"
#include "graphs/pictures/picture.hpp"

namespace hearsay::repl {

std::optional<graphs::PictureFormat> picture_format_from(
    std::string_view name);  // "dot", "svg", "png"; without case
// From the file's ending: .dot, .gv, .svg, .png. nullopt: it says nothing.
std::optional<graphs::PictureFormat> picture_format_of(const std::filesystem::path& file);

// The nodes, relationships and paths in the rows, also those inside lists and maps.
graphs::Selection selection_of(const engine::QueryResult& result);

// Parties and what they claim and deny: at most `most` claims and denials, so that the picture can be read.
// Denials come first, each with the claims of the same statement; then every party in turn gives one claim.
struct Overview {
    graphs::Selection selection;
    std::size_t shown = 0;  // claims and denials in it
    std::size_t all = 0;    // in the graph
};
Overview overview(const graphs::PropertyGraph& graph, std::size_t most);
inline constexpr std::size_t overview_edges = 40;

struct PictureRequest {
    std::string file;                             // empty: the bytes are only given back (`picture`)
    std::optional<graphs::PictureFormat> format;  // without it, from the file's ending
    std::string query;                            // empty: the overview
    engine::Limits limits;                        // of the query
};
struct PictureFailure {
    std::string message;               // "picture.svg: ..."; empty where the diagnostics say it all
    grammar::Diagnostics diagnostics;  // of the query
};
struct Picture {
    std::string bytes;
    std::string note;  // what the user should know: "shows 40 of 212 claims and denials"; may be empty
};
tl::expected<Picture, PictureFailure> picture(graphs::PropertyGraph& graph,
                                              const engine::Parameters& parameters,
                                              const PictureRequest& request);
// Draws and writes the file; gives the note.
tl::expected<std::string, PictureFailure> export_picture(graphs::PropertyGraph& graph,
                                                         const engine::Parameters& parameters,
                                                         const PictureRequest& request);

// Writes the bytes to a file; one that could not be written whole is removed.
graphs::Result<void> write_file(const std::filesystem::path& file, std::string_view bytes);

}  // namespace hearsay::repl

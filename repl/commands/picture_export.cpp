#include "repl/commands/picture_export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <system_error>

#include "engine/claims/language.hpp"
#include "engine/schema/picture_style.hpp"
#include "engine/schema/schema.hpp"
#include "repl/output/sink.hpp"
#include "repl/output/terminal/interrupt.hpp"
#include "repl/session/limit_watch.hpp"

namespace hearsay::repl {
namespace {

using graphs::EdgeId;
using graphs::Kind;
using graphs::PropertyGraph;
using graphs::Selection;
using graphs::Value;
using graphs::VertexId;

void collect(const Value& value, Selection& selection) {
    switch (value.kind()) {
        case Kind::Vertex:
            selection.vertices.push_back(value.vertex());
            return;
        case Kind::Edge:
            selection.edges.push_back(value.edge());
            return;
        case Kind::Path:
            for (VertexId v : value.path().vertices) selection.vertices.push_back(v);
            for (EdgeId e : value.path().edges) selection.edges.push_back(e);
            return;
        case Kind::List:
            for (const Value& item : value.list()) collect(item, selection);
            return;
        case Kind::Map:
            for (const auto& entry : value.map()) collect(entry.second, selection);
            return;
        case Kind::Null:
        case Kind::Boolean:
        case Kind::Integer:
        case Kind::Float:
        case Kind::String:
        case Kind::Date:
        case Kind::LocalTime:
        case Kind::Time:
        case Kind::LocalDateTime:
        case Kind::DateTime:
        case Kind::Duration:
            return;
    }
}

std::vector<EdgeId> edges_of(const PropertyGraph& graph, std::string_view type_name) {
    std::vector<EdgeId> edges;
    const graphs::TypeId type = graph.find_type(type_name);
    if (type.is_none()) return edges;
    for (std::uint32_t e = 0; e < graph.edge_capacity(); ++e) {
        stop_point();
        if (graph.alive(EdgeId{e}) && graph.type(EdgeId{e}) == type) edges.push_back(EdgeId{e});
    }
    return edges;
}

}  // namespace

std::optional<graphs::PictureFormat> picture_format_from(std::string_view name) {
    std::string lower(name);
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (lower == "dot" || lower == "gv") return graphs::PictureFormat::Dot;
    if (lower == "svg") return graphs::PictureFormat::Svg;
    if (lower == "png") return graphs::PictureFormat::Png;
    return std::nullopt;
}

std::optional<graphs::PictureFormat> picture_format_of(const std::filesystem::path& file) {
    const std::string ending = file.extension().string();
    return ending.empty() ? std::nullopt : picture_format_from(ending.substr(1));
}

Selection selection_of(const engine::QueryResult& result) {
    Selection selection;
    for (const graphs::List& row : result.rows)
        for (const Value& value : row) collect(value, selection);
    return selection;
}

Overview overview(const PropertyGraph& graph, std::size_t most) {
    const std::vector<EdgeId> denials = edges_of(graph, engine::schema::type::denies),
                              claims = edges_of(graph, engine::schema::type::claims);
    Overview view;
    view.all = denials.size() + claims.size();
    std::set<EdgeId> taken;
    const auto take = [&](EdgeId edge) {
        if (taken.size() < most) taken.insert(edge);
    };
    std::map<VertexId, std::vector<EdgeId>> claims_about;  // statement -> who claims it
    std::map<VertexId, std::vector<EdgeId>> claims_by;     // party -> what it claims
    for (EdgeId claim : claims) {
        stop_point();
        claims_about[graph.target(claim)].push_back(claim);
        claims_by[graph.source(claim)].push_back(claim);
    }
    for (EdgeId denial : denials) {
        take(denial);
        if (const auto about = claims_about.find(graph.target(denial)); about != claims_about.end())
            for (EdgeId claim : about->second) take(claim);
    }
    std::vector<const std::vector<EdgeId>*> parties;
    for (const auto& [party, its_claims] : claims_by) parties.push_back(&its_claims);
    std::stable_sort(parties.begin(), parties.end(),
                     [](const auto* a, const auto* b) { return a->size() > b->size(); });
    for (std::size_t round = 0; taken.size() < std::min(most, view.all); ++round) {
        bool any = false;
        for (const auto* its_claims : parties)
            if (round < its_claims->size()) {
                take((*its_claims)[round]);
                any = true;
            }
        if (!any) break;
    }
    view.selection.edges.assign(taken.begin(), taken.end());
    view.shown = taken.size();
    return view;
}

tl::expected<Picture, PictureFailure> picture(PropertyGraph& graph, const engine::Parameters& parameters,
                                              const PictureRequest& request) {
    const auto failed = [](std::string message) {
        return tl::unexpected(PictureFailure{std::move(message), {}});
    };
    // Of the layout; a query looks at its limits itself.
    LimitWatch watch({request.limits.time, std::nullopt, std::nullopt});
    const auto format = request.format ? request.format : picture_format_of(request.file);
    if (!format)
        return failed((request.file.empty() ? "no format" : request.file + ": its ending says no format") +
                      "; it is one of dot, svg, png");
    Selection selection;
    Picture drawn;
    if (request.query.empty()) {
        Overview view;
        try {
            const StopScope scope;
            view = overview(graph, overview_edges);
        } catch (const Stopped&) {
            return failed(watch.ended().value_or(LimitWatch::by_interrupt));
        }
        if (view.all == 0) return failed("the graph holds no claims and no denials yet");
        selection = std::move(view.selection);
        if (view.shown < view.all)
            drawn.note = fmt::format("the picture shows {} of {} claims and denials; a query picks others",
                                     view.shown, view.all);
    } else {
        interrupted() = false;
        auto result = engine::run_query(
            graph, request.query, {parameters, &interrupted(), &engine::claims_language(), request.limits});
        if (!result && interrupted()) return failed(watch.ended().value_or(LimitWatch::by_interrupt));
        if (!result) return tl::unexpected(PictureFailure{"", result.error()});
        if (!graph.changes().empty()) {
            graph.take_back();
            return failed("the query changes the graph, and a picture only shows it; nothing was changed");
        }
        if (result->rows.empty()) return failed("the query returns no rows, so there is nothing to draw");
        selection = selection_of(*result);
        if (selection.vertices.empty() && selection.edges.empty())
            return failed(
                "the query returns no nodes, relationships or paths to draw; return them whole: "
                "MATCH p = (a:Actor)-[:CLAIMS]->(s:Statement) RETURN p");
    }
    auto bytes = graphs::draw(graph, selection, engine::claim_styles(), *format, &interrupted());
    if (!bytes) {
        if (const auto why = watch.ended()) return failed("the picture was not drawn: " + *why);
        const graphs::Error& error = bytes.error();
        return failed(error.place.empty() ? error.reason : error.place + ": " + error.reason);
    }
    drawn.bytes = std::move(*bytes);
    return drawn;
}

tl::expected<std::string, PictureFailure> export_picture(PropertyGraph& graph,
                                                         const engine::Parameters& parameters,
                                                         const PictureRequest& request) {
    auto drawn = picture(graph, parameters, request);
    if (!drawn) return tl::unexpected(drawn.error());
    const auto written = write_file(request.file, drawn->bytes);
    if (!written)
        return tl::unexpected(PictureFailure{written.error().place + ": " + written.error().reason, {}});
    return drawn->note;
}

graphs::Result<void> write_file(const std::filesystem::path& file, std::string_view bytes) {
    std::error_code error;
    if (std::filesystem::is_directory(file, error)) return graphs::fail(file.string(), "is a folder");
    auto sink = FileSink::create(file);
    if (!sink) return tl::unexpected(sink.error());
    sink->write(bytes);
    auto written = sink->flush();
    if (!written && std::filesystem::is_regular_file(file, error)) std::filesystem::remove(file, error);
    return written;
}

}  // namespace hearsay::repl

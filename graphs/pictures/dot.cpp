#include "graphs/pictures/dot.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphviz.hpp>
#include <locale>
#include <map>
#include <set>
#include <sstream>
#include <unordered_map>

#include "graphs/pictures/text.hpp"

namespace hearsay::graphs {
namespace {

constexpr std::string_view fonts = R"("DejaVu Sans,Helvetica,Arial,sans-serif")";
constexpr std::size_t tooltip_bytes = 2000;
constexpr std::size_t edge_columns = 18;
// Beyond this many edges their words would cover one another.
constexpr std::size_t most_edges_with_words = 80;

struct DrawnVertex {
    VertexId id;
    const VertexStyle* style = nullptr;
};
struct DrawnEdge {
    EdgeId id;
    const EdgeStyle* style = nullptr;
};
// Indexed from 0, as write_graphviz wants it.
using Drawing = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, DrawnVertex, DrawnEdge>;

std::string in_quotes(std::string_view escaped) {
    return '"' + std::string(escaped) + '"';
}

// Lines as one DOT string; `end` is \n (centred) or \l (to the left).
std::string joined(const std::vector<std::string>& lines, std::string_view end) {
    std::string all;
    for (const std::string& line : lines) {
        if (!all.empty() && end == "\\n") all += end;
        all += dot_escaped(line);
        if (end == "\\l") all += end;
    }
    return all;
}

class Picture {
  public:
    Picture(const PropertyGraph& graph, const Selection& selection, const Styles& styles)
        : graph_(graph), styles_(styles) {
        std::unordered_map<VertexId, Drawing::vertex_descriptor> places;
        for (const VertexId v : selection.vertices) {
            places[v] = boost::add_vertex(DrawnVertex{v, &style_of(v)}, drawing_);
        }
        for (const EdgeId e : selection.edges) {
            boost::add_edge(places.at(graph.source(e)), places.at(graph.target(e)),
                            DrawnEdge{e, &style_of(e)}, drawing_);
        }
        words_on_edges_ = selection.edges.size() <= most_edges_with_words;
    }

    std::string dot(int dots_per_inch) const {
        std::ostringstream out;
        out.imbue(std::locale::classic());  // a decimal point, wherever the program runs
        boost::write_graphviz(
            out, drawing_,
            [this](std::ostream& o, Drawing::vertex_descriptor v) { write_vertex(o, drawing_[v]); },
            [this](std::ostream& o, const Drawing::edge_descriptor& e) { write_edge(o, drawing_[e]); },
            [this, dots_per_inch](std::ostream& o) { write_frame(o, dots_per_inch); });
        return out.str();
    }

  private:
    const VertexStyle& style_of(VertexId v) const {
        for (const VertexStyle& style : styles_.vertices) {
            const LabelId label = graph_.find_label(style.label);
            if (!label.is_none() && graph_.has_label(v, label)) return style;
        }
        return styles_.other_vertex;
    }
    const EdgeStyle& style_of(EdgeId e) const {
        for (const EdgeStyle& style : styles_.edges) {
            if (style.type == graph_.name(graph_.type(e))) return style;
        }
        return styles_.other_edge;
    }

    // A property as clean text; empty if there is none.
    template <class ElementId>
    std::string text(ElementId id, std::string_view key) const {
        const Value value = graph_.property(id, graph_.find_key(key));
        switch (value.kind()) {
            case Kind::String:
                return clean_text(value.string());
            case Kind::Integer:
                return std::to_string(value.integer());
            default:
                return value.is_temporal() ? temporal_text(value) : std::string();
        }
    }
    template <class ElementId>
    std::string first_text(ElementId id, std::span<const std::string_view> keys) const {
        for (const std::string_view key : keys) {
            if (std::string found = text(id, key); !found.empty()) return found;
        }
        return {};
    }

    void write_vertex(std::ostream& out, const DrawnVertex& vertex) const {
        const std::string main = first_text(vertex.id, vertex.style->text);
        std::vector<std::string> lines = wrap_text(main, vertex.style->columns, vertex.style->lines);
        std::string more;  // a second, shorter piece of text
        for (const std::string_view key : vertex.style->more) {
            if (const std::string one = text(vertex.id, key); !one.empty())
                more += (more.empty() ? "" : ", ") + one;
        }
        for (std::string& line : wrap_text(more, vertex.style->columns, 2)) lines.push_back(std::move(line));
        if (lines.empty()) lines.push_back(std::to_string(vertex.id.value));

        std::string label = joined(lines, vertex.style->is_prose ? "\\l" : "\\n");
        std::string tooltip = main + (more.empty() ? "" : " (" + more + ")");
        if (vertex.style->label.empty()) {
            // Nothing but its name tells what it is.
            for (const LabelId l : graph_.labels(vertex.id)) {
                label += "\\n:" + dot_escaped(cut_text(clean_text(graph_.name(l)), 60));
            }
        }
        out << '[' << vertex.style->attributes << ", label=" << in_quotes(label)
            << ", tooltip=" << in_quotes(dot_escaped(cut_text(tooltip, tooltip_bytes))) << ']';
    }

    void write_edge(std::ostream& out, const DrawnEdge& edge) const {
        const std::string type = clean_text(graph_.name(graph_.type(edge.id)));
        const std::string said = text(edge.id, styles_.edge_words);
        out << '[' << edge.style->attributes;
        if (words_on_edges_) {
            std::string words = edge.style->shows_words ? said : std::string();
            if (edge.style->type.empty()) words = type;
            if (!words.empty())
                out << ", label=" << in_quotes(joined(wrap_text(words, edge_columns, 2), "\\n"));
        }
        const std::string source = text(edge.id, styles_.edge_source);
        std::string tooltip = type;
        if (!source.empty() || !said.empty()) tooltip += ": " + source + (source.empty() ? "" : " ") + said;
        const std::string escaped = in_quotes(dot_escaped(cut_text(tooltip, tooltip_bytes)));
        out << ", tooltip=" << escaped << ", labeltooltip=" << escaped << ']';
    }

    void write_frame(std::ostream& out, int dots_per_inch) const {
        // The more edges, the more room between the columns: lines stay apart.
        const double ranksep = std::min(0.9 + static_cast<double>(boost::num_edges(drawing_)) / 100, 4.0);
        out << "graph [rankdir=LR, charset=\"UTF-8\", bgcolor=white, nodesep=0.22, pad=0.3, ranksep="
            << ranksep
            << ","
               " tooltip=\" \"";
        if (dots_per_inch > 0) out << ", dpi=" << dots_per_inch;
        out << "];\n"
               "node [style=filled, fontname="
            << fonts
            << ", fontsize=11, fontcolor=\"#1A1A1A\", penwidth=1.2, margin=\"0.12,0.07\", height=0.3];\n"
               "edge [fontname="
            << fonts << ", fontsize=9];\n";
        write_legend(out);
    }

    // The labels and types that occur, each drawn as in the picture: a picture in small, where an edge joins
    // the labels that it joins most often.
    void write_legend(std::ostream& out) const {
        out << "subgraph cluster_legend {\n"
               "graph [label=\"Legend\", labeljust=l, style=\"rounded,filled\", color=\"#CCCCCC\", "
               "fillcolor=\"#FAFAFA\","
            << " fontname=" << fonts << ", fontsize=10, fontcolor=\"#555555\", margin=10];\n";
        for (const VertexStyle& style : styles_.vertices) {
            if (occurs(style)) {
                out << "legend_" << style.label << " [" << style.attributes << ", label=\"" << style.label
                    << "\", fontsize=9, height=0.25, tooltip=\"Legend\"];\n";
            }
        }
        std::set<Ends> taken;
        for (const EdgeStyle& style : styles_.edges) {
            const auto [from, to] = usual_ends(style, taken);
            if (from == nullptr) continue;
            taken.insert({from, to});
            out << "legend_" << from->label << " -> legend_" << to->label << " [" << style.attributes
                << ", label=\"" << style.meaning << "\", tooltip=\"Legend\"];\n";
        }
        out << "}\n";
    }

    bool occurs(const VertexStyle& style) const {
        const auto [v, end] = boost::vertices(drawing_);
        return std::any_of(v, end, [&](auto drawn) { return drawing_[drawn].style == &style; });
    }

    using Ends = std::pair<const VertexStyle*, const VertexStyle*>;

    // The labels that edges of this style join most often, if possible others than those that are taken:
    // lines between the same two would lie on one another. Null if there are no such edges.
    Ends usual_ends(const EdgeStyle& style, const std::set<Ends>& taken) const {
        std::map<Ends, std::size_t> counts;
        for (auto [e, end] = boost::edges(drawing_); e != end; ++e) {
            if (drawing_[*e].style != &style) continue;
            const Ends ends(drawing_[source(*e, drawing_)].style, drawing_[target(*e, drawing_)].style);
            if (!ends.first->label.empty() && !ends.second->label.empty()) ++counts[ends];
        }
        const auto most = std::max_element(counts.begin(), counts.end(), [&](const auto& a, const auto& b) {
            return std::pair(taken.count(a.first) == 0, a.second) <
                   std::pair(taken.count(b.first) == 0, b.second);
        });
        return most == counts.end() ? Ends() : most->first;
    }

    const PropertyGraph& graph_;
    const Styles& styles_;
    Drawing drawing_;
    bool words_on_edges_ = true;
};

}  // namespace

std::string write_dot(const PropertyGraph& graph, const Selection& selection, const Styles& styles,
                      int dots_per_inch) {
    return Picture(graph, selection, styles).dot(dots_per_inch);
}

}  // namespace hearsay::graphs

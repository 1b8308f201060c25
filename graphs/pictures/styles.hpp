// How each kind of vertex and edge is drawn. Whoever draws knows what the graph is about and says so; graphs
// knows no kind.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace hearsay::graphs {

struct VertexStyle {
    std::string_view label;                  // the vertex's label, in letters; empty: of none that is listed
    std::string_view attributes;             // DOT: shape and colours
    std::size_t columns, lines;              // how much text it takes
    std::span<const std::string_view> text;  // the first of these properties that says something
    std::span<const std::string_view> more;  // all of these that do, shorter and below
    bool is_prose = false;                   // lines begin at the left, instead of being centred
};

struct EdgeStyle {
    std::string_view type;        // the edge's type; empty: of none that is listed
    std::string_view meaning;     // in the legend
    std::string_view attributes;  // DOT: line, arrow and colours
    bool shows_words;             // whether `edge_words` stand at the edge
};

// What the spans name outlives the styles.
struct Styles {
    // In the order of the legend. Where a vertex has several labels, the first that is listed says how it
    // looks.
    std::span<const VertexStyle> vertices;
    std::span<const EdgeStyle> edges;
    VertexStyle other_vertex;  // of labels that are not listed
    EdgeStyle other_edge;
    std::string_view edge_words;   // the property of an edge with the words that say so
    std::string_view edge_source;  // and with the words for who says it, for the tooltip
};

}  // namespace hearsay::graphs

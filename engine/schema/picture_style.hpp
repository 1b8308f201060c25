// How each kind of vertex and edge looks. Colours: Okabe and Ito, "Color Universal Design" (2008), told apart
// by colour-blind readers as well; each difference of colour is one of shape or line, too.
#pragma once

#include <span>
#include <string_view>

namespace hearsay::graphs {

struct VertexStyle {
    std::string_view label;       // the vertex's label: "Article"
    std::string_view attributes;  // DOT: shape and colours
    std::size_t columns, lines;   // how much text it takes
};

struct EdgeStyle {
    std::string_view type;        // the edge's type: "CLAIMS"
    std::string_view meaning;     // in the legend: "claims"
    std::string_view attributes;  // DOT: line, arrow and colours
    bool shows_cue;               // whether the words that say so stand at the edge
};

// In the order of the legend. Where a vertex has several labels, the first that is listed says how it looks.
std::span<const VertexStyle> vertex_styles();
std::span<const EdgeStyle> edge_styles();
const VertexStyle& other_vertex();  // of labels that are not listed
const EdgeStyle& other_edge();

}  // namespace hearsay::graphs

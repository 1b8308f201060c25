#include "engine/schema/picture_style.hpp"

#include <array>

namespace hearsay::graphs {
namespace {

constexpr std::array vertices = {
    VertexStyle{"Article", R"(shape=note, fillcolor="#FFF8DC", color="#8A7500")", 30, 4},
    VertexStyle{"Outlet", R"(shape=tab, fillcolor="#F3E3EC", color="#A8487F")", 24, 3},
    VertexStyle{"Actor", R"(shape=ellipse, fillcolor="#DCEBF7", color="#0072B2")", 22, 3},
    VertexStyle{"Organisation", R"(shape=octagon, fillcolor="#FDEBC8", color="#B97700", margin="0.02,0.02")",
                22, 3},
    VertexStyle{"Place", R"(shape=cds, fillcolor="#D9F1E8", color="#00795A", margin="0.12,0.08")", 22, 3},
    VertexStyle{"Statement", R"(shape=box, style="filled,rounded", fillcolor="#FFFFFF", color="#555555")", 40,
                8},
};

constexpr std::array edges = {
    EdgeStyle{"CLAIMS", "claims", R"(color="#0072B2", fontcolor="#0072B2", penwidth=1.8, arrowhead=normal)",
              true},
    EdgeStyle{
        "DENIES", "denies",
        R"(color="#D55E00", fontcolor="#B04E00", penwidth=2, style=dashed, arrowhead=tee, arrowsize=1.3)",
        true},
    EdgeStyle{"ATTRIBUTES", "passes on",
              R"(color="#8C8C8C", fontcolor="#6E6E6E", penwidth=0.9, arrowhead=vee, arrowsize=0.7)", false},
    EdgeStyle{"MENTIONS", "mentions",
              R"(color="#9E9E9E", fontcolor="#8C8C8C", penwidth=0.8, style=dotted, arrowhead=none)", false},
    EdgeStyle{"PUBLISHED", "published",
              R"(color="#A8487F", fontcolor="#A8487F", penwidth=0.9, arrowhead=odot, arrowsize=0.7)", false},
};

constexpr VertexStyle other_vertex_style{"", R"(shape=box, fillcolor="#F2F2F2", color="#555555")", 30, 4};
constexpr EdgeStyle other_edge_style{"", "", R"(color="#444444", fontcolor="#444444", arrowhead=normal)",
                                     false};

}  // namespace

std::span<const VertexStyle> vertex_styles() {
    return vertices;
}
std::span<const EdgeStyle> edge_styles() {
    return edges;
}
const VertexStyle& other_vertex() {
    return other_vertex_style;
}
const EdgeStyle& other_edge() {
    return other_edge_style;
}

}  // namespace hearsay::graphs

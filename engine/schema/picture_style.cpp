#include "engine/schema/picture_style.hpp"

#include <array>

#include "engine/schema/schema.hpp"

namespace hearsay::engine {
namespace {

using graphs::EdgeStyle;
using graphs::VertexStyle;

// What a vertex goes by, whatever it is.
constexpr std::array by_name{schema::key::name, schema::key::title, schema::key::file, schema::key::id,
                             schema::key::text};
constexpr std::array by_text{schema::key::text, schema::key::id};
constexpr std::array where_and_when{schema::key::outlet, schema::key::published};
constexpr std::array role{schema::key::role};

constexpr std::array vertices = {
    VertexStyle{schema::label::article, R"(shape=note, fillcolor="#FFF8DC", color="#8A7500")", 30, 4, by_name,
                where_and_when},
    VertexStyle{
        schema::label::outlet, R"(shape=tab, fillcolor="#F3E3EC", color="#A8487F")", 24, 3, by_name, {}},
    VertexStyle{schema::label::actor, R"(shape=ellipse, fillcolor="#DCEBF7", color="#0072B2")", 22, 3,
                by_name, role},
    VertexStyle{schema::label::organisation,
                R"(shape=octagon, fillcolor="#FDEBC8", color="#B97700", margin="0.02,0.02")",
                22,
                3,
                by_name,
                {}},
    VertexStyle{schema::label::place,
                R"(shape=cds, fillcolor="#D9F1E8", color="#00795A", margin="0.12,0.08")",
                22,
                3,
                by_name,
                {}},
    VertexStyle{schema::label::statement,
                R"(shape=box, style="filled,rounded", fillcolor="#FFFFFF", color="#555555")",
                40,
                8,
                by_text,
                {},
                true},
};

constexpr std::array edges = {
    EdgeStyle{schema::type::claims, "claims",
              R"(color="#0072B2", fontcolor="#0072B2", penwidth=1.8, arrowhead=normal)", true},
    EdgeStyle{
        schema::type::denies, "denies",
        R"(color="#D55E00", fontcolor="#B04E00", penwidth=2, style=dashed, arrowhead=tee, arrowsize=1.3)",
        true},
    EdgeStyle{schema::type::attributes, "passes on",
              R"(color="#8C8C8C", fontcolor="#6E6E6E", penwidth=0.9, arrowhead=vee, arrowsize=0.7)", false},
    EdgeStyle{schema::type::mentions, "mentions",
              R"(color="#9E9E9E", fontcolor="#8C8C8C", penwidth=0.8, style=dotted, arrowhead=none)", false},
    EdgeStyle{schema::type::published, "published",
              R"(color="#A8487F", fontcolor="#A8487F", penwidth=0.9, arrowhead=odot, arrowsize=0.7)", false},
};

constexpr graphs::Styles styles{
    vertices,
    edges,
    {"", R"(shape=box, fillcolor="#F2F2F2", color="#555555")", 30, 4, by_name, {}},
    {"", "", R"(color="#444444", fontcolor="#444444", arrowhead=normal)", false},
    schema::cue.words,
    schema::source.words};

}  // namespace

const graphs::Styles& claim_styles() {
    return styles;
}

}  // namespace hearsay::engine

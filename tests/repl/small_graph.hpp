// A little graph of invented people for the tests of the output.
#pragma once

#include "graphs/graph/property_graph.hpp"

namespace hearsay::repl::test {

// (0:Actor {name: 'Mara Voss', role: 'harbour master'}) -[0:CLAIMS {cue: 'said'}]-> (1:Statement {text: 'The
// bridge holds.'}) (2:Organisation {name: 'Harbour Union'}) -[1:DENIES {cue: 'denied'}]-> (1)
inline graphs::PropertyGraph small_graph() {
    graphs::PropertyGraph graph;
    const auto actor = graph.label("Actor"), statement = graph.label("Statement"),
               group = graph.label("Organisation");
    const auto name = graph.key("name"), role = graph.key("role"), text = graph.key("text"),
               cue = graph.key("cue");
    const auto mara = graph.add_vertex(std::vector{actor}, {{name, "Mara Voss"}, {role, "harbour master"}});
    const auto bridge = graph.add_vertex(std::vector{statement}, {{text, "The bridge holds."}});
    const auto harbour = graph.add_vertex(std::vector{group}, {{name, "Harbour Union"}});
    graph.add_edge(mara, graph.type("CLAIMS"), bridge, {{cue, "said"}});
    graph.add_edge(harbour, graph.type("DENIES"), bridge, {{cue, "denied"}});
    return graph;
}

}  // namespace hearsay::repl::test

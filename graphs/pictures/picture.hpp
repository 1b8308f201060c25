// A part of the graph as a picture: written through Boost.Graph as DOT, rendered by Graphviz.
#pragma once

#include <atomic>
#include <span>
#include <string>

#include "graphs/error.hpp"
#include "graphs/graph/property_graph.hpp"
#include "graphs/pictures/styles.hpp"

namespace hearsay::graphs {

enum class PictureFormat { Dot, Svg, Png };

// The vertices and edges to draw. Edges whose ends are not listed bring their ends along. Order and
// repetition do not matter.
struct Selection {
    std::vector<VertexId> vertices;
    std::vector<EdgeId> edges;
};

// Gives the file's bytes. A shape and colour a label and type, as `styles` says, texts wrapped, a legend. Any
// text is drawn safely (quotes, backslashes, newlines, `<`, emoji, 10,000 characters). Errors: an empty
// selection; Graphviz cannot render it; `interrupt` was set.
Result<std::string> draw(const PropertyGraph& graph, const Selection& selection, const Styles& styles,
                         PictureFormat format, const std::atomic<bool>* interrupt = nullptr);

}  // namespace hearsay::graphs

#include "graphs/pictures/picture.hpp"

#include <algorithm>

#include "graphs/pictures/dot.hpp"
#include "graphs/pictures/render.hpp"

namespace hearsay::graphs {
namespace {

// Graphviz's layout takes minutes beyond this, and nobody could read the picture.
constexpr std::size_t most_elements = 3000;
constexpr int png_dots_per_inch = 110;

template <class ElementId>
void tidy(const PropertyGraph& graph, std::vector<ElementId>& ids) {
    std::erase_if(ids, [&](ElementId id) { return !graph.alive(id); });
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

}  // namespace

Result<std::string> draw(const PropertyGraph& graph, const Selection& selection, const Styles& styles,
                         PictureFormat format, const std::atomic<bool>* interrupt) {
    Selection whole = selection;
    tidy(graph, whole.edges);
    for (const EdgeId e : whole.edges) {
        whole.vertices.push_back(graph.source(e));
        whole.vertices.push_back(graph.target(e));
    }
    tidy(graph, whole.vertices);
    if (whole.vertices.empty()) return fail("picture", "is empty: nothing was chosen");
    if (format == PictureFormat::Dot) return write_dot(graph, whole, styles, 0);
    const std::size_t elements = whole.vertices.size() + whole.edges.size();
    if (elements > most_elements) {
        return fail("picture", "is too large to be laid out: " + std::to_string(elements) +
                                   " vertices and edges, of " + std::to_string(most_elements) + " at most");
    }
    if (format == PictureFormat::Png)
        return render_dot(write_dot(graph, whole, styles, png_dots_per_inch), "png", interrupt);
    return render_dot(write_dot(graph, whole, styles, 0), "svg", interrupt);
}

}  // namespace hearsay::graphs

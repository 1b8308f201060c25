#include "graphs/pictures/render.hpp"

#include <graphviz/gvc.h>

#include <chrono>
#include <initializer_list>
#include <optional>
#include <utility>

#include "graphs/pictures/run_apart.hpp"

namespace hearsay::graphs {
namespace {

// How a picture is laid out, and how long that may take.
struct Layout {
    const char* engine;
    std::initializer_list<std::pair<const char*, const char*>> attributes;
    std::optional<std::chrono::seconds> patience;
};

// Layers show best who says what about what. Their time grows with every rank that an edge crosses, past all
// bounds where edges run in circles: 54 nodes each joined to each take more than ten minutes. Forces take
// some 0.05 s for these, and 10 s for the most that is ever laid out.
const Layout layouts[] = {
    {"dot", {}, std::chrono::seconds(4)},
    {"sfdp", {{"splines", "line"}, {"overlap", "prism"}}, std::nullopt},
};

constexpr char drawn = '+', failed = '-';  // the first byte of what the drawing process gives

// What Graphviz complained about; its callback carries no data of its own.
std::string complaints;

int keep_complaint(char* text) {
    complaints += text;
    return 0;
}

std::string first_line(std::string text) {
    if (text.empty()) text = "no reason given";
    const std::size_t end = text.find('\n');
    return text.substr(0, end);
}

// Nothing of Graphviz is freed: the process ends with it.
std::string lay_out(const std::string& dot, const char* format, const Layout& layout) {
    agseterrf(keep_complaint);
    GVC_t* const context = gvContext();
    Agraph_t* graph = context == nullptr ? nullptr : agmemread(dot.c_str());
    if (graph == nullptr) return failed + first_line(complaints);
    for (const auto& [name, value] : layout.attributes) {
        agattr(graph, AGRAPH, const_cast<char*>(name), const_cast<char*>(""));
        agset(graph, const_cast<char*>(name), const_cast<char*>(value));
    }
    char* bytes = nullptr;
    unsigned size = 0;
    if (gvLayout(context, graph, layout.engine) != 0 ||
        gvRenderData(context, graph, format, &bytes, &size) != 0 || bytes == nullptr)
        return failed + first_line(complaints);
    return drawn + std::string(bytes, size);
}

}  // namespace

Result<std::string> render_dot(const std::string& dot, const char* format,
                               const std::atomic<bool>* interrupt) {
    for (const Layout& layout : layouts) {
        auto result = run_apart([&] { return lay_out(dot, format, layout); }, layout.patience, interrupt);
        if (!result) return fail("picture", "cannot be drawn: " + result.error().reason);
        if (!*result) continue;
        std::string& bytes = **result;
        if (bytes.empty() || bytes.front() != drawn)
            return fail("picture", "cannot be drawn by Graphviz: " + bytes.substr(bytes.empty() ? 0 : 1));
        bytes.erase(0, 1);
        return std::move(bytes);
    }
    return fail("picture", "cannot be drawn");
}

}  // namespace hearsay::graphs

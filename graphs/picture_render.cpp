#include "graphs/picture_render.hpp"

#include <graphviz/gvc.h>

#include <mutex>

#if defined(__SANITIZE_ADDRESS__)
// Graphviz, Pango and Fontconfig keep caches that they never free: no leaks of ours.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libgvc\nleak:libgvplugin\nleak:libpango\nleak:libcairo\nleak:libfontconfig\nleak:libglib\n";
}
extern "C" const char* __lsan_default_options() {
    return "print_suppressions=0";
}
#endif

namespace hearsay::graphs {
namespace {

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

// One for all pictures, never freed: Graphviz 2.42's text plugin keeps pointers to a context's fonts when the
// context is gone.
GVC_t* the_context() {
    static GVC_t* const context = gvContext();
    return context;
}

}  // namespace

Result<std::string> render_dot(const std::string& dot, const char* format) {
    static std::mutex one_at_a_time;
    const std::lock_guard guard(one_at_a_time);
    complaints.clear();
    agseterrf(keep_complaint);
    const auto failed = [] {
        return fail("picture", "cannot be drawn by Graphviz: " + first_line(complaints));
    };

    GVC_t* const context = the_context();
    if (context == nullptr) return failed();
    Agraph_t* graph = agmemread(dot.c_str());
    if (graph == nullptr) return failed();
    Result<std::string> picture = tl::unexpected(Error{});
    if (gvLayout(context, graph, "dot") != 0) {
        picture = failed();
    } else {
        char* bytes = nullptr;
        unsigned size = 0;
        if (gvRenderData(context, graph, format, &bytes, &size) != 0 || bytes == nullptr)
            picture = failed();
        else
            picture = std::string(bytes, size);
        if (bytes != nullptr) gvFreeRenderData(bytes);
        gvFreeLayout(context, graph);
    }
    agclose(graph);
    return picture;
}

}  // namespace hearsay::graphs

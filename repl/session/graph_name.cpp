#include "repl/session/graph_name.hpp"

#include <system_error>
#include <vector>

#include "grammar/text/diagnostic.hpp"

namespace hearsay::repl {

namespace fs = std::filesystem;

bool is_no_graph(const fs::path& file) {
    std::error_code ignored;
    const bool empty = fs::is_regular_file(file, ignored) && fs::file_size(file, ignored) == 0;
    return empty || (!fs::exists(file, ignored) && !ignored);
}

std::string no_such_graph(const fs::path& file) {
    const std::string makes_one = "`hearsay load " + file.string() + " PATH...` makes ";
    std::error_code ignored;
    if (fs::exists(file, ignored)) return "is an empty file, and no graph yet; " + makes_one + "it one";
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    std::error_code error;
    if (!fs::is_directory(folder, error)) return "there is no such graph, and no folder " + folder.string();
    std::vector<std::string> names;
    for (const auto& entry :
         fs::directory_iterator(folder, fs::directory_options::skip_permission_denied, error))
        if (entry.is_regular_file(error)) names.push_back(entry.path().filename().string());
    const std::string near = grammar::nearest(file.filename().string(), names);
    if (near.empty()) return "there is no such graph; " + makes_one + "one";
    const fs::path meant = file.has_parent_path() ? folder / near : fs::path(near);
    return "there is no such graph; did you mean " + meant.string() + "?";
}

graphs::Result<GraphFile> open_graph(const fs::path& file) {
    if (is_no_graph(file)) return graphs::fail(file.string(), no_such_graph(file));
    return GraphFile::open(file);
}

}  // namespace hearsay::repl

#include "repl/graph_file.hpp"

#include <system_error>
#include <vector>

#include "grammar/diagnostic.hpp"

namespace hearsay::repl {

namespace fs = std::filesystem;

GraphFile GraphFile::in_memory() {
    return {graphs::Store::in_memory(), std::nullopt, false};
}

graphs::Result<GraphFile> GraphFile::open(const fs::path& file) {
    std::error_code ignored;
    if (!fs::exists(file, ignored) && !ignored) return graphs::fail(file.string(), no_such_graph(file));
    auto store = graphs::Store::open(file, graphs::Store::Access::ReadOnly);
    if (!store) return tl::unexpected(store.error());
    return GraphFile(std::move(*store), file, false);
}

graphs::Result<GraphFile> GraphFile::open_or_new(const fs::path& file) {
    std::error_code ignored;
    if (fs::exists(file, ignored) || ignored) return open(file);
    return GraphFile(graphs::Store::in_memory(), file, true);
}

graphs::Result<graphs::Store*> GraphFile::writable() {
    if (file_ && !write_) {
        auto store = graphs::Store::open(*file_, graphs::Store::Access::ReadWrite);
        if (!store) return tl::unexpected(store.error());
        store_ = std::move(*store);
        write_ = true;
        new_ = false;
    }
    return &store_;
}

std::string no_such_graph(const fs::path& file) {
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    std::error_code error;
    if (!fs::is_directory(folder, error)) return "there is no such graph, and no folder " + folder.string();
    std::vector<std::string> names;
    for (const auto& entry :
         fs::directory_iterator(folder, fs::directory_options::skip_permission_denied, error))
        if (entry.is_regular_file(error)) names.push_back(entry.path().filename().string());
    const std::string near = grammar::nearest(file.filename().string(), names);
    if (near.empty()) return "there is no such graph; `hearsay load " + file.string() + " PATH...` makes one";
    const fs::path meant = file.has_parent_path() ? folder / near : fs::path(near);
    return "there is no such graph; did you mean " + meant.string() + "?";
}

}  // namespace hearsay::repl

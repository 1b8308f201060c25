#include "graphs/file/shared_store.hpp"

#include <system_error>
#include <vector>

#include "grammar/text/diagnostic.hpp"

namespace hearsay::repl {

namespace fs = std::filesystem;

GraphFile GraphFile::in_memory() {
    return GraphFile(graphs::Store::in_memory());
}

graphs::Result<GraphFile> GraphFile::open(const fs::path& file) {
    std::error_code ignored;
    const bool empty = fs::is_regular_file(file, ignored) && fs::file_size(file, ignored) == 0;
    if (empty || (!fs::exists(file, ignored) && !ignored))
        return graphs::fail(file.string(), no_such_graph(file));
    auto store = graphs::Store::open(file, graphs::Store::Access::ReadOnly);
    if (!store) return tl::unexpected(store.error());
    return GraphFile(std::move(*store));
}

graphs::Result<GraphFile> GraphFile::open_or_new(const fs::path& file) {
    auto store = graphs::Store::open_or_new(file);
    if (!store) return tl::unexpected(store.error());
    return GraphFile(std::move(*store));
}

graphs::Result<bool> GraphFile::run(const std::function<bool()>& statement,
                                    const std::atomic<bool>* interrupt) {
    try {
        return try_to_run(statement, interrupt);
    } catch (...) {  // there is no memory for it
        store_.roll_back();
        store_.end_writing();
        throw;
    }
}

graphs::Result<bool> GraphFile::try_to_run(const std::function<bool()>& statement,
                                           const std::atomic<bool>* interrupt) {
    const auto fresh = store_.refresh();
    if (fresh) warned_.clear();
    if (!fresh && warned_ != fresh.error().reason) {
        warning_ = fresh.error();
        warned_ = fresh.error().reason;
    }
    if (!statement()) return false;
    if (graph().changes().empty()) {
        store_.roll_back();  // names that it brought up and nothing bears
        return true;
    }
    const auto same = store_.begin_writing(interrupt);
    if (!same) return tl::unexpected(same.error());
    const bool fine = *same || statement();
    if (interrupt != nullptr && *interrupt && store_.is_in_memory()) {
        store_.roll_back();
        return graphs::fail(name(), "interrupted");
    }
    graphs::Result<void> written;
    if (fine) written = store_.commit();
    store_.end_writing();
    if (!written) return tl::unexpected(written.error());
    return fine;
}

graphs::Result<graphs::Store*> GraphFile::writable(const std::atomic<bool>* interrupt) {
    const auto begun = store_.begin_writing(interrupt);
    if (!begun) return tl::unexpected(begun.error());
    return &store_;
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

}  // namespace hearsay::repl

#include "graphs/file/shared_store.hpp"

namespace hearsay::repl {

namespace fs = std::filesystem;

GraphFile GraphFile::in_memory() {
    return GraphFile(graphs::Store::in_memory());
}

graphs::Result<GraphFile> GraphFile::open(const fs::path& file) {
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

}  // namespace hearsay::repl

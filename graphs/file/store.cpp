#include "graphs/file/store.hpp"

#include <new>
#include <optional>

#include "graphs/file/graph_file.hpp"

namespace hearsay::graphs {
namespace {

// For a statement's commit: those of others are done in far less, unless one is loading articles.
constexpr std::chrono::milliseconds patience_for_statements{5'000};

}  // namespace

struct Store::Parts {
    ~Parts() { release(); }

    // Reads all of an opened file; on an error the graph stays as it was.
    Result<void> read(GraphFile& opened) {
        PropertyGraph fresh;
        Result<void> read;
        try {
            read = opened.read(fresh);
        } catch (const std::bad_alloc&) {
            read = fail(name(), "cannot be read: there is not enough memory");
        }
        if (!read) return read;
        graph = std::move(fresh);
        remember(opened);
        return {};
    }

    void remember(const GraphFile& now) {
        commits = now.commit_count();
        renumbered = now.renumbered();
        try {
            state = now.state();
        } catch (const std::bad_alloc&) {
            state.reset();  // it is read anew before it is used
        }
    }

    // Lets others write.
    void release() {
        if (!file) return;
        const bool unused = is_new && file->remove_unused();  // made for a commit that failed
        file->close();
        file.reset();
        if (unused) state.reset();
        is_new = unused;
    }

    std::string name() const { return in_memory ? "memory" : path.string(); }

    PropertyGraph graph;
    bool in_memory = true;
    std::filesystem::path path;
    bool is_new = false;            // the file does not exist yet
    std::optional<GraphFile> file;  // open for writing
    // When the graph was read, or written last.
    std::int64_t commits = 0;
    bool renumbered = false;
    std::optional<FileState> state;
    bool changed_anyway = false;
};

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::filesystem::path& file, Access access) {
    auto parts = std::make_unique<Parts>();
    parts->in_memory = false;
    parts->path = file;
    const bool writes = access == Access::ReadWrite;
    GraphFile::Options options;
    options.access = writes ? GraphFile::Access::Create : GraphFile::Access::Read;
    Result<GraphFile> opened = GraphFile::open(file, options);
    if (!opened) return tl::unexpected(opened.error());
    const Result<void> read = parts->read(*opened);
    if (read && writes)
        parts->file = std::move(*opened);
    else
        opened->close();  // nothing more is to be read: nobody holds the file any longer
    if (!read) return tl::unexpected(read.error());
    return Store(std::move(parts));
}

Store Store::not_yet_there(const std::filesystem::path& file) {
    auto parts = std::make_unique<Parts>();
    parts->in_memory = false;
    parts->path = file;
    parts->is_new = true;
    return Store(std::move(parts));
}

Result<Store> Store::open_or_new(const std::filesystem::path& file) {
    const auto empty = [&file] {
        std::error_code error;
        return std::filesystem::is_regular_file(file, error) &&
               std::filesystem::file_size(file, error) == 0 && !error;
    };
    std::error_code error;
    if (empty() || (!std::filesystem::exists(file, error) && !error)) return not_yet_there(file);
    Result<Store> opened = open(file, Access::ReadOnly);
    // Somebody who filled an empty file was killed, and the opening has put it right.
    if (!opened && empty()) return not_yet_there(file);
    return opened;
}

Store Store::in_memory() {
    return Store(std::make_unique<Parts>());
}

const PropertyGraph& Store::graph() const {
    return parts_->graph;
}
PropertyGraph& Store::graph() {
    return parts_->graph;
}

Result<bool> Store::refresh() {
    Parts& p = *parts_;
    if (p.in_memory || p.file) return false;
    const std::optional<FileState> now = state_of(p.path);
    if (now == p.state || (p.is_new && now && now->size == 0)) return false;
    Result<GraphFile> opened = GraphFile::open(p.path, {});
    if (!opened) return tl::unexpected(opened.error());
    const Result<void> read = p.read(*opened);
    opened->close();
    if (!read) return tl::unexpected(read.error());
    p.is_new = false;
    return true;
}

Result<bool> Store::begin_writing(const std::atomic<bool>* interrupt) {
    Parts& p = *parts_;
    p.changed_anyway = false;
    if (p.in_memory || p.file) return true;
    const GraphFile::Options options{p.is_new ? GraphFile::Access::Create : GraphFile::Access::Write,
                                     patience_for_statements, interrupt};
    Result<GraphFile> opened = GraphFile::open(p.path, options);
    if (!opened) {
        p.graph.take_back();
        return tl::unexpected(opened.error());
    }
    const bool same = opened->continues(p.commits, p.state, p.renumbered);
    if (same) p.remember(*opened);
    Result<void> read;
    if (!same) read = p.read(*opened);
    p.file = std::move(*opened);
    if (!read) {
        p.graph.take_back();
        p.release();
        return tl::unexpected(read.error());
    }
    return same;
}

void Store::end_writing() {
    parts_->release();
}

Result<void> Store::commit() {
    Parts& p = *parts_;
    const PropertyGraph::Changes changes = p.graph.changes();
    if (changes.empty()) return {};
    Result<void> written;
    auto outcome = GraphFile::Outcome::AsItWas;
    if (p.file) {
        written = p.file->write(p.graph, changes);
        if (!written) outcome = p.file->outcome();
        p.remember(*p.file);
        if (outcome == GraphFile::Outcome::Unknown) p.state.reset();  // the next one looks into it again
    } else if (!p.in_memory) {
        written = fail(name(), "was opened for reading only");
    }
    if (written || outcome == GraphFile::Outcome::Written)
        p.graph.accept();
    else
        p.graph.take_back();
    p.changed_anyway = outcome != GraphFile::Outcome::AsItWas;
    return written;
}

void Store::roll_back() {
    parts_->graph.take_back();
}

bool Store::changed_anyway() const {
    return parts_->changed_anyway;
}
bool Store::read_only() const {
    return !parts_->in_memory && !parts_->file;
}
bool Store::is_in_memory() const {
    return parts_->in_memory;
}
bool Store::is_there() const {
    return !parts_->is_new;
}
std::string Store::name() const {
    return parts_->name();
}

}  // namespace hearsay::graphs

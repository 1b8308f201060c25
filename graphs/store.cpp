#include "graphs/store.hpp"

#include <new>
#include <optional>

#include "graphs/graph_file.hpp"

namespace hearsay::graphs {

struct Store::Parts {
    ~Parts() {
        if (file) file->close();
    }
    PropertyGraph graph;
    std::optional<GraphFile> file;  // none: in memory, or opened for reading only
    std::string name;
    bool read_only = false;
};

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::filesystem::path& file, Access access) {
    auto parts = std::make_unique<Parts>();
    parts->name = file.string();
    parts->read_only = access == Access::ReadOnly;
    Result<GraphFile> opened = GraphFile::open(file, parts->read_only);
    if (!opened) return tl::unexpected(opened.error());
    Result<void> read;
    try {
        read = opened->read(parts->graph);
    } catch (const std::bad_alloc&) {
        read = fail(parts->name, "cannot be read: there is not enough memory");
    }
    if (!read || parts->read_only) {
        opened->close();  // all is read: nothing holds the file any longer
        if (!read) return tl::unexpected(read.error());
    } else {
        parts->file = std::move(*opened);
    }
    return Store(std::move(parts));
}

Store Store::in_memory() {
    auto parts = std::make_unique<Parts>();
    parts->name = "memory";
    return Store(std::move(parts));
}

const PropertyGraph& Store::graph() const {
    return parts_->graph;
}
PropertyGraph& Store::graph() {
    return parts_->graph;
}

Result<void> Store::commit() {
    const PropertyGraph::Changes changes = parts_->graph.changes();
    if (changes.empty()) return {};
    Result<void> written;
    if (parts_->read_only)
        written = fail(parts_->name, "was opened for reading only");
    else if (parts_->file)
        written = parts_->file->write(parts_->graph, changes);
    if (written)
        parts_->graph.accept();
    else
        parts_->graph.take_back();
    return written;
}

void Store::roll_back() {
    parts_->graph.take_back();
}

bool Store::read_only() const {
    return parts_->read_only;
}
std::string Store::name() const {
    return parts_->name;
}

}  // namespace hearsay::graphs

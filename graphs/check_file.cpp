#include "graphs/check_file.hpp"

#include "graphs/graph_file.hpp"

namespace hearsay::graphs {

Result<CheckedFile> check_file(const std::filesystem::path& file) {
    Result<GraphFile> opened = GraphFile::open(file, {});
    if (!opened) return tl::unexpected(opened.error());
    CheckedFile checked;
    checked.faults = opened->check_tables();
    if (const Result<void> read = opened->read(checked.graph); !read) {
        checked.graph = PropertyGraph();
        checked.faults.push_back(read.error());
    }
    opened->close();
    return checked;
}

}  // namespace hearsay::graphs

// Bytes as a CSV file: imported, or refused with reasons; what is imported and written out comes back the
// same.
#include <sys/mman.h>
#include <unistd.h>

#include <filesystem>
#include <set>
#include <string>

#include "graphs/csv/cells/literal_cells.hpp"
#include "graphs/csv/import/import_csv.hpp"
#include "tests/fuzz/target.hpp"

using namespace hearsay;
using namespace hearsay::graphs;
using fuzz::require;

namespace {

// A file that has no place in any folder, gone with this.
class MemoryFile {
  public:
    explicit MemoryFile(std::string_view bytes) : descriptor_(::memfd_create("csv", 0)) {
        require(descriptor_ >= 0, "a file in memory can be made");
        while (!bytes.empty()) {
            const ssize_t wrote = ::write(descriptor_, bytes.data(), bytes.size());
            require(wrote > 0, "a file in memory can be written");
            bytes.remove_prefix(static_cast<std::size_t>(wrote));
        }
    }
    ~MemoryFile() { ::close(descriptor_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

  private:
    int descriptor_;
};

std::multiset<std::string> values_of(const PropertyGraph& graph) {
    std::multiset<std::string> all;
    for (std::uint32_t v = 0; v < graph.vertex_count(); ++v) {
        std::string text;
        for (const auto& [key, value] : graph.properties(VertexId{v}))
            text += std::string(graph.name(key)) + "=" + csv::literal_text(value) + ";";
        all.insert(text);
    }
    return all;
}

}  // namespace

// The first byte says whether bad rows are left out, and what stands between fields; the rest is the file.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1) return 0;
    const MemoryFile file(fuzz::text_of(data + 1, size - 1));
    csv::Import files;
    files.nodes.push_back({{"N"}, file.path()});
    files.edges.push_back({"T", {}, {"N"}, file.path()});
    files.skip_bad = (data[0] & 1) != 0;
    files.delimiter = (data[0] & 2) != 0 ? ';' : ',';
    for (const bool with_edges : {true, false}) {
        if (!with_edges) files.edges.clear();
        PropertyGraph graph;
        const csv::Outcome outcome = csv::import_csv(graph, files);
        const csv::Imported& imported = outcome.imported;
        require(outcome.done || (graph.vertex_count() == 0 && !imported.bad.empty()),
                "all or nothing, with a reason");
        require(!outcome.done || graph.vertex_count() == imported.vertices, "the vertices are there");
        require(imported.bad.size() <= imported.bad_rows, "bad rows are counted");
        for (const auto& [key, value] :
             graph.vertex_count() > 0 ? graph.properties(VertexId{0}) : Properties()) {
            const auto again = csv::read_literal(csv::literal_text(value));
            require(again && equivalent(*again, value), "a value is read as it is written",
                    csv::literal_text(value));
        }
        // Read twice, it is the same graph; taken back, it is none.
        PropertyGraph second;
        require(csv::import_csv(second, files).done == outcome.done, "a second time is as the first");
        require(values_of(second) == values_of(graph), "what is read twice is the same");
        graph.take_back();
        require(graph.vertex_count() == 0, "an import can be taken back");
    }
    return 0;
}

// The bytes of a graph's file: read, or refused as damaged; what is read is written again the same.
#include "graphs/file/chunks/bytes.hpp"
#include "graphs/file/chunks/chunk.hpp"
#include "graphs/graph/bulk_fill.hpp"
#include "tests/fuzz/fuzz_graph.hpp"
#include "tests/fuzz/target.hpp"

using namespace hearsay;
using namespace hearsay::graphs;
using fuzz::require;

namespace {

std::string with_checksum(std::string_view body, std::uint32_t chunk) {
    ByteWriter out;
    out.word(checksum(body, chunk));
    return out.bytes() + std::string(body);
}

// A graph of one chunk of each; false if the bytes are damaged.
bool read(std::string_view vertices, std::string_view edges, PropertyGraph& graph) {
    for (int i = 0; i < 16; ++i) {
        const std::string name = "n" + std::to_string(i);
        graph.label(name);
        graph.type(name);
        graph.key(name);
    }
    BulkFill fill(graph);
    fill.expect(chunk_size, chunk_size);
    if (!decode_vertices(vertices, 0, fill)) return false;
    if (!edges.empty() && !decode_edges(edges, 0, fill)) return false;
    fill.link_edges();
    return fill.finish();
}

}  // namespace

// The first two bytes say how long the vertices are, the lower one first; the rest are the edges.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::string_view bytes = fuzz::text_of(data + 2, size - 2);
    const std::size_t cut = std::min(data[0] + std::size_t{256} * data[1], bytes.size());
    PropertyGraph graph;
    const std::string edges = cut < bytes.size() ? with_checksum(bytes.substr(cut), 0) : "";
    if (!read(with_checksum(bytes.substr(0, cut), 0), edges, graph)) return 0;
    fuzz::check_graph(graph);
    PropertyGraph again;
    const std::string vertices_again = encode_vertices(graph, 0);
    if (vertices_again.empty()) return 0;
    require(read(vertices_again, encode_edges(graph, 0), again), "what is written can be read");
    require(fuzz::fingerprint(again) == fuzz::fingerprint(graph), "what is read again is the same");
    return 0;
}

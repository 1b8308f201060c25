// 64 vertices or edges with consecutive ids as bytes: what one row of a graph's file holds. Layout:
// graphs/file/FORMAT.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "graphs/graph/bulk_fill.hpp"
#include "graphs/graph/property_graph.hpp"

namespace hearsay::graphs {

inline constexpr std::uint32_t chunk_size = 64;

// Chunk i holds the ids 64 * i to 64 * i + 63. Empty if none of them is alive.
std::string encode_vertices(const PropertyGraph& graph, std::uint32_t chunk);
std::string encode_edges(const PropertyGraph& graph, std::uint32_t chunk);

// Add what was encoded to the graph. False if the bytes are damaged: the graph is then of no use.
bool decode_vertices(std::string_view bytes, std::uint32_t chunk, BulkFill& fill);
bool decode_edges(std::string_view bytes, std::uint32_t chunk, BulkFill& fill);

}  // namespace hearsay::graphs

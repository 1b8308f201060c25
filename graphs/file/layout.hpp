// What stands in the SQLite file of a graph: the tables, their numbers and the checksum.
// graphs/file/FORMAT.md says it in full.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>

#include "graphs/graph/property_graph.hpp"

namespace hearsay::graphs::layout {

inline constexpr std::int64_t application_id = 1213415769;  // "HSAY"
inline constexpr std::int64_t newest_format = 3;
// A file without indexes is one of this format.
inline constexpr std::int64_t format_without_indexes = 2;
enum NameKind { label_names = 0, type_names = 1, key_names = 2 };

inline constexpr std::size_t page_bytes = 8192;
std::string set_page_size();  // as a pragma
extern const char* const schema;
extern const char* const schema_of_indexes;
std::string set_format(std::int64_t format);  // as a pragma

// The least format that says all of the graph.
std::int64_t format_of(const PropertyGraph& graph);

// The numbers in the row of `graph`, in order.
using Counts = std::array<std::uint64_t, 5>;
enum CountOf { vertices, edges, vertex_capacity, edge_capacity, commits };
// The capacities are one past the highest ids that are alive. REQUIRES: no id is from these ends on.
Counts counts_of(const PropertyGraph& graph, std::size_t vertex_end, std::size_t edge_end,
                 std::int64_t commit_count);

// Over the counts, every name and every index.
std::int64_t checksum_of(const PropertyGraph& graph, const Counts& counts);

// Long enough for a commit of another program, or for its readers to be done.
inline constexpr std::chrono::milliseconds patience_for_commit{10'000};

}  // namespace hearsay::graphs::layout

// An index that a user has asked for.
#pragma once

#include <cstdint>
#include <string>

namespace hearsay::graphs {

// Range: of values, equal or in order. Text: of what texts contain. The numbers stand in files
// (graphs/file/FORMAT.md): a new kind comes last.
enum class IndexKind : std::uint8_t { Range, Text };

struct IndexDefinition {
    std::string name;  // each index has its own
    IndexKind kind = IndexKind::Range;
    std::string label, key;  // of the vertices, of their property; the graph need not know these names yet

    bool operator==(const IndexDefinition&) const = default;
};

}  // namespace hearsay::graphs

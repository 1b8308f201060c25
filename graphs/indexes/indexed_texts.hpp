// The texts of one property of the vertices with one label, found by what they contain; kept up to date.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/indexes/changed_vertices.hpp"
#include "graphs/indexes/text_index.hpp"

namespace hearsay::graphs {

// An index of the texts as they were when it was built; the vertices that have changed since are looked at
// one by one. When they have become many, the index is spent and is to be built anew.
//
// Several threads may read at once, as long as nobody changes it.
class IndexedTexts {
  public:
    // The text of a vertex as it is now; none if it has none, is dead or has lost the label.
    using TextOf = std::function<std::optional<std::string_view>(VertexId)>;

    // `members`: the vertices with the label, ascending.
    static IndexedTexts build(std::span<const VertexId> members, const TextOf& text_of,
                              const Progress& progress);

    // The vertex got or lost the label or another text.
    void touch(VertexId vertex) {
        if (!spent()) changed_.add(vertex);
    }
    bool spent() const { return changed_.size() > indexed_.size() / 8 + 1024; }
    // To be called by one thread before others read.
    void make_tidy() {
        if (!changed_.tidy()) changed_.make_tidy();
    }

    // Ascending. REQUIRES: tidy, not spent.
    std::vector<VertexId> find(TextPredicate test, std::string_view part, const TextOf& text_of,
                               const Progress& progress) const;
    double estimate(TextPredicate test, std::string_view part) const {
        return index_.estimate(test, part) + static_cast<double>(changed_.size()) / 10;
    }

  private:
    std::string sample(const TextOf& text_of) const;

    TextIndex index_;
    std::vector<VertexId> indexed_;  // whose texts these are, ascending
    ChangedVertices changed_;
};

}  // namespace hearsay::graphs

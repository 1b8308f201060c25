// The vertices that have changed since an index was built: it is told of each, and asks the graph about them.
#pragma once

#include <algorithm>
#include <vector>

#include "graphs/columns/bitmap.hpp"
#include "graphs/ids.hpp"

namespace hearsay::graphs {

// Several threads may read at once, as long as nobody calls `add` or `tidy`.
class ChangedVertices {
  public:
    void add(VertexId vertex) {
        if (bits_.test(vertex.value)) return;
        bits_.set(vertex.value);
        untidy_ = untidy_ || (!all_.empty() && !(all_.back() < vertex));
        all_.push_back(vertex);
    }
    bool contains(VertexId vertex) const { return bits_.test(vertex.value); }
    std::size_t size() const { return all_.size(); }
    // Ascending. REQUIRES: tidy.
    const std::vector<VertexId>& all() const { return all_; }
    bool tidy() const { return !untidy_; }
    void make_tidy() {
        std::sort(all_.begin(), all_.end());
        untidy_ = false;
    }

  private:
    Bitmap bits_;
    std::vector<VertexId> all_;
    bool untidy_ = false;
};

}  // namespace hearsay::graphs

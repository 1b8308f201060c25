// A tagger at the end of the network: two products that score each word's tags, and a CRF that chooses.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/articles/network/layers/crf.hpp"
#include "engine/articles/network/layers/transformer.hpp"

namespace hearsay::engine {

class Tagger {
  public:
    Tagger(TensorReader& from, const std::string& name, std::size_t width, std::size_t tags);

    std::size_t tags() const { return tags_; }
    const Crf& crf() const { return crf_; }
    // [words][tags], from each word's row.
    std::vector<float> score(const Rows& words, LayerMemory& memory) const;

  private:
    std::size_t tags_;
    Matrix up_;
    std::span<const float> weight_, bias_;
    Crf crf_;
};

// Tags of spans: 0 is outside, 2k - 1 begins a span of kind k, 2k goes on with it.
struct TaggedSpan {
    std::size_t first = 0, last = 0;  // [first, last)
    std::size_t kind = 0;
};
std::vector<TaggedSpan> spans_of(std::span<const std::uint8_t> tags);

}  // namespace hearsay::engine

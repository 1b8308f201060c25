// The part of the network that reads a cue's paragraph once more with the cue marked in it, and tags the
// words of its source and content.
#pragma once

#include <span>
#include <vector>

#include "engine/articles/network/layers/tagger.hpp"

namespace hearsay::engine {

struct WordSpan {
    std::size_t first = 0, last = 0;  // [first, last)
    auto operator<=>(const WordSpan&) const = default;
};

// A cue and the words around it that are read for it; both count the rows given to ArgumentReader::score.
struct CueWindow {
    WordSpan cue, window;
};

class ArgumentReader {
  public:
    static constexpr std::size_t source = 1, content = 2;  // TaggedSpan::kind
    static constexpr std::size_t tags = 5;

    ArgumentReader(TensorReader& from, std::size_t width, std::size_t heads);
    // Scores [words of the window][tags] for each cue.
    std::vector<std::vector<float>> score(const Rows& words, std::span<const CueWindow> cues,
                                          LayerMemory& memory) const;
    const Crf& crf() const { return tagger_.crf(); }

  private:
    void mark(const Rows& words, std::span<const CueWindow> cues, Rows& rows, LayerMemory& memory) const;

    Matrix value_;
    Norm norm_;
    std::span<const float> near_, inside_;
    std::span<const std::uint8_t> buckets_;
    std::vector<TransformerLayer> layers_;
    Tagger tagger_;
};

}  // namespace hearsay::engine

// A linear-chain conditional random field: which tags follow which.
//   Lafferty, McCallum, Pereira: Conditional random fields (2001).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/articles/network/weights/weights.hpp"

namespace hearsay::engine {

class Crf {
  public:
    Crf(TensorReader& from, const std::string& name, std::size_t tags);

    // The best tags for scores [words][tags]; of equal ones the first.
    std::vector<std::uint8_t> decode(std::span<const float> scores) const;

    struct Certainty {
        std::vector<double> words;  // each word's probability to have its tag, 0 to 1
        double log_path = 0;        // logarithm of the probability of all the tags together
    };
    Certainty certainty(std::span<const float> scores, std::span<const std::uint8_t> tags) const;

  private:
    std::size_t tags_;
    std::span<const float> move_, start_, stop_;
    std::vector<double> move_weights_, stop_weights_;  // e^score; a forbidden move's is zero
};

}  // namespace hearsay::engine

// Stands in the network's place: marks sources, cues, contents and names where a hash says so, so that every
// combination of them reaches the rules that read on.
#pragma once

#include <cstdint>

#include "engine/articles/text/annotator.hpp"

namespace hearsay::fuzz {

// What it marks is of the shape that the network gives: cues in order, each with at least one piece of
// content near it, pieces in order, names that do not overlap. The same seed and text give the same readings.
// Needs zones and tokens.
class HashedReadings final : public engine::Annotator {
  public:
    explicit HashedReadings(std::uint64_t seed) : seed_(seed) {}
    std::string_view name() const override { return "hashed readings"; }
    void annotate(engine::Document& document,
                  const graphs::Progress& progress = graphs::no_progress) const override;

  private:
    std::uint64_t seed_;
};

}  // namespace hearsay::fuzz

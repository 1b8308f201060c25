// The annotators in the order in which they run.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/articles/annotator.hpp"

namespace hearsay::engine {

class Pipeline {
  public:
    // zones, tokens, sentences, quotations, names, attributions, descriptions, coreference, stance.
    static Pipeline standard();
    void annotate(Document& document) const;
    std::span<const std::unique_ptr<Annotator>> annotators() const { return annotators_; }

  private:
    std::vector<std::unique_ptr<Annotator>> annotators_;
};

}  // namespace hearsay::engine

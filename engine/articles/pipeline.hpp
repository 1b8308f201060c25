// The annotators in the order in which they run.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/articles/text/annotator.hpp"

namespace hearsay::engine {

class Network;  // network/network_annotator.hpp

class Pipeline {
  public:
    // zones, metadata, tokens, sentences, quotations, network, names, attributions, coreference. Without a
    // network nothing reads with one.
    static Pipeline standard(std::shared_ptr<const Network> network = nullptr);
    // The same with another annotator in the network's place, which fills Document::readings.
    static Pipeline reading_with(std::unique_ptr<Annotator> reader);
    // `progress` may throw to end the reading; the document is then good for nothing.
    void annotate(Document& document, const graphs::Progress& progress = graphs::no_progress) const;
    std::span<const std::unique_ptr<Annotator>> annotators() const { return annotators_; }

  private:
    std::vector<std::unique_ptr<Annotator>> annotators_;
};

}  // namespace hearsay::engine

// One step of the reading: it adds its layer of spans to a document and leaves the text alone.
#pragma once

#include <string_view>

#include "engine/articles/text/document.hpp"
#include "graphs/progress.hpp"

namespace hearsay::engine {

class Annotator {
  public:
    virtual ~Annotator() = default;
    virtual std::string_view name() const = 0;  // "sentences", "names", ...: for messages and timings
    // Deterministic; const, so that one annotator serves several threads. Long loops call `progress`, which
    // may throw to end them; the document is then good for nothing. REQUIRES: the layers that its header
    // names are there.
    virtual void annotate(Document& document,
                          const graphs::Progress& progress = graphs::no_progress) const = 0;
};

}  // namespace hearsay::engine

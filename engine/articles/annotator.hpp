// One step of the reading: it adds its layer of spans to a document and leaves the text alone.
#pragma once

#include <string_view>

#include "engine/articles/document.hpp"

namespace hearsay::engine {

class Annotator {
  public:
    virtual ~Annotator() = default;
    virtual std::string_view name() const = 0;  // "sentences", "names", ...: for messages and timings
    // Deterministic; const, so that one annotator serves several threads. REQUIRES: the layers that its header names are there.
    virtual void annotate(Document& document) const = 0;
};

}  // namespace hearsay::engine

// Title, outlet, author and date of publication, where the text itself shows them.
#pragma once

#include <memory>

#include "engine/articles/text/annotator.hpp"

namespace hearsay::engine {

// Fills what is empty of Document::title, outlet, author and published. Needs zones. What the text does not
// show stays empty.
std::unique_ptr<Annotator> make_metadata_annotator();

}  // namespace hearsay::engine

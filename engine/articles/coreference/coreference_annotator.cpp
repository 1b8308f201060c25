#include "engine/articles/coreference/coreference_annotator.hpp"

#include "engine/articles/coreference/name_chains.hpp"
#include "engine/articles/coreference/source_resolver.hpp"

namespace hearsay::engine {

void CoreferenceAnnotator::annotate(Document& document) const {
    chain_names(document);
    SourceResolver(document).run();
}

}  // namespace hearsay::engine

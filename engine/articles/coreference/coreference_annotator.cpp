#include "engine/articles/coreference/coreference_annotator.hpp"

#include "engine/articles/coreference/chains/name_chains.hpp"
#include "engine/articles/coreference/sources/resolver.hpp"

namespace hearsay::engine {

void CoreferenceAnnotator::annotate(Document& document, const graphs::Progress& progress) const {
    chain_names(document, progress);
    SourceResolver(document).run(progress);
}

}  // namespace hearsay::engine

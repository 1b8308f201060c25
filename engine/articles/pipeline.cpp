#include "engine/articles/pipeline.hpp"

#include <utility>

#include "engine/articles/attribution/attributions.hpp"
#include "engine/articles/coreference/coreference_annotator.hpp"
#include "engine/articles/metadata/metadata.hpp"
#include "engine/articles/names/names_annotator.hpp"
#include "engine/articles/network/network_annotator.hpp"
#include "engine/articles/text/quotations.hpp"
#include "engine/articles/text/sentences.hpp"
#include "engine/articles/text/tokens.hpp"
#include "engine/articles/zones/zones.hpp"

namespace hearsay::engine {

Pipeline Pipeline::standard(std::shared_ptr<const Network> network) {
    return reading_with(network ? std::make_unique<NetworkAnnotator>(std::move(network)) : nullptr);
}

Pipeline Pipeline::reading_with(std::unique_ptr<Annotator> reader) {
    Pipeline pipeline;
    auto& steps = pipeline.annotators_;
    steps.push_back(make_zone_annotator());
    steps.push_back(make_metadata_annotator());
    steps.push_back(std::make_unique<TokenAnnotator>());
    steps.push_back(std::make_unique<SentenceAnnotator>());
    steps.push_back(std::make_unique<QuotationAnnotator>());
    if (reader != nullptr) steps.push_back(std::move(reader));
    steps.push_back(std::make_unique<NamesAnnotator>());
    steps.push_back(std::make_unique<AttributionAnnotator>());
    steps.push_back(std::make_unique<CoreferenceAnnotator>());
    return pipeline;
}

void Pipeline::annotate(Document& document, const graphs::Progress& progress) const {
    for (const auto& annotator : annotators_) {
        progress(0);
        annotator->annotate(document, progress);
    }
}

}  // namespace hearsay::engine

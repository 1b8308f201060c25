// How the graph of claims is drawn. Colours: Okabe and Ito, "Color Universal Design" (2008), told apart by
// colour-blind readers as well; each difference of colour is one of shape or line, too.
#pragma once

#include "graphs/pictures/styles.hpp"

namespace hearsay::engine {

// Claims and denials told apart, statements wrapped; other labels and types as plain boxes and lines.
const graphs::Styles& claim_styles();

}  // namespace hearsay::engine

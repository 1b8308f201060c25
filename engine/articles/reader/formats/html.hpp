// An HTML page to a document.
#pragma once

#include <cstddef>
#include <string_view>

#include "engine/articles/text/document.hpp"
#include "graphs/error.hpp"
#include "graphs/progress.hpp"

namespace hearsay::engine {

// `html` is UTF-8. The text is what a reader of the article sees: of the largest <article> (else <main>, else
// the body), without scripts, styles, navigation, forms, buttons and boxes at the side; blocks end in line
// breaks, paragraphs in a blank line. Title, author, date, outlet and url come from JSON-LD (NewsArticle and
// its kin), the meta elements (og:, article:, author, date), <title>, <h1>, <time> and <link rel=canonical>,
// in this order. Zones that the markup names (h1, h2.., figcaption) are set and leave the rest uncovered.
// Broken markup is read as browsers read it; a page without visible text gives an empty text. Errors: an
// element with more than `most_attributes`, or markup that unfolds without bound. Throws what `progress`
// throws.
graphs::Result<Document> read_html(std::string_view html,
                                   const graphs::Progress& progress = graphs::no_progress);

// Gumbo compares each attribute of an element with those before it.
inline constexpr std::size_t most_attributes = 2'000;

// Whether elements stand within each other more than `deepest_nesting` times over. No article's page comes
// near; the time that Gumbo takes grows with the square of the depth, so such a page is not to be read.
inline constexpr std::size_t deepest_nesting = 20'000;
bool nested_too_deeply(std::string_view html);

}  // namespace hearsay::engine

// From a statement back to the sentences that it rests on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graphs/graph/property_graph.hpp"

namespace hearsay::engine {

// UTF-8 bytes, [begin, end).
struct TextSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// One edge to the statement (CLAIMS, DENIES or ATTRIBUTES) and the place in an article that it was read from.
struct Evidence {
    std::string stance;  // "claims", "denies", "passes on"
    std::string who;     // the party's name; an article's title
    graphs::VertexId article = graphs::VertexId::none();
    std::string title, outlet, file;  // of the article, as far as known
    graphs::Value published;          // a date, or null
    // The sentence, or the few, that hold source, cue and content; empty if the article is not in the graph.
    std::string sentence;
    TextSpan place;  // of the sentence in the article's text
    // Offsets into `sentence`, ascending; they cut out exactly the words. Several where the words are not in
    // one piece.
    std::vector<TextSpan> source, cue, content;
};

// Everything that the statement with this `id` rests on, ordered by article and place. What an article passes
// on of somebody else is left out where that somebody is named. Empty if there is no such statement.
std::vector<Evidence> trace(const graphs::PropertyGraph& graph, const graphs::Value& id);

// The sentence, or sentences, around a part of a text: from its begin back and from its end on, to the end of
// a sentence or line. Knows the commonest abbreviations. REQUIRES: the part lies in the text.
TextSpan sentences_around(std::string_view text, TextSpan part);

}  // namespace hearsay::engine

// Reads a text as far as its names, for the tests of names, coreference and the graph.
#pragma once

#include <string>

#include "engine/articles/coreference/coreference_annotator.hpp"
#include "engine/articles/names/names_annotator.hpp"
#include "engine/articles/quotations.hpp"
#include "engine/articles/sentences.hpp"
#include "engine/articles/tokens.hpp"

namespace hearsay::engine {

inline Document read_names(const std::string& text) {
    Document document;
    document.id = "test";
    document.text = text;
    TokenAnnotator().annotate(document);
    SentenceAnnotator().annotate(document);
    QuotationAnnotator().annotate(document);
    NamesAnnotator().annotate(document);
    return document;
}

// The span of the words, looked for from byte `from`.
inline Span find(const Document& document, const std::string& words, std::size_t from = 0) {
    const std::size_t at = document.text.find(words, from);
    return at == std::string::npos ? Span{} : Span{at, at + words.size()};
}

// An attribution of which only source, cue and content are known yet.
inline Attribution attribution(const Document& document, const std::string& source, const std::string& cue,
                               const std::string& content) {
    Attribution out;
    const std::size_t at = document.text.find(content);
    // The source that stands nearest to the content's sentence is meant: the texts here have each source
    // once.
    if (!source.empty()) out.source = {find(document, source)};
    if (!cue.empty()) out.cue = {find(document, cue)};
    out.content = {{at, at + content.size()}};
    return out;
}

}  // namespace hearsay::engine

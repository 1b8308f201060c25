// Reads a text as far as its names, for the tests of names, coreference and the graph.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/articles/coreference/coreference_annotator.hpp"
#include "engine/articles/names/names_annotator.hpp"
#include "engine/articles/text/quotations.hpp"
#include "engine/articles/text/sentences.hpp"
#include "engine/articles/text/tokens.hpp"

namespace hearsay::engine {

// The tags that a network would give the names of these tests, wherever they stand: the longest one counts.
inline std::vector<NameTag> invented_names(const std::string& text) {
    static const std::vector<std::pair<std::string, NameClass>> known = {
        {"Federal Tide Service", NameClass::Organisation},
        {"Lund Water Board", NameClass::Organisation},
        {"Velk Rescue Corps", NameClass::Organisation},
        {"Velk Tide Agency", NameClass::Organisation},
        {"Velk Battalion", NameClass::Organisation},
        {"Lund Legion", NameClass::Organisation},
        {"FTS", NameClass::Organisation},
        {"Kremlin", NameClass::Organisation},
        {"Tarvos Elm Orrin", NameClass::Person},
        {"Hassan Abu Lund", NameClass::Person},
        {"William Orrin Jr.", NameClass::Person},
        {"William Orrin", NameClass::Person},
        {"Helen de Lund", NameClass::Person},
        {"Pavel Orrin", NameClass::Person},
        {"Bill Orrin", NameClass::Person},
        {"Pavel Lund", NameClass::Person},
        {"De Lund", NameClass::Person},
        {"Helen Lund", NameClass::Person},
        {"Abu Lund", NameClass::Person},
        {"Tarvos", NameClass::Person},
        {"Orrin", NameClass::Person},
        {"Lund", NameClass::Person},
        {"Norway", NameClass::Place},
        {"Oslo", NameClass::Place},
        {"Orvik", NameClass::Place}};
    std::vector<NameTag> tags;
    for (std::size_t at = 0; at < text.size();) {
        const auto found = std::find_if(known.begin(), known.end(), [&](const auto& name) {
            return text.compare(at, name.first.size(), name.first) == 0;
        });
        if (found != known.end()) tags.push_back({{at, at + found->first.size()}, found->second});
        at += found == known.end() ? 1 : found->first.size();
    }
    return tags;
}

inline Document read_names(const std::string& text) {
    Document document;
    document.id = "test";
    document.text = text;
    document.name_tags = invented_names(text);
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

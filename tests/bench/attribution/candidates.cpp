// candidates ARTICLES.jsonl: the relations that the rules find, one article a line, each with the rule that
// found it (lemma, kind of verb, frame). For measuring rules; see measure_rules.sh.
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "engine/articles/attribution/cues.hpp"
#include "engine/articles/attribution/selection.hpp"
#include "engine/articles/quotations.hpp"
#include "engine/articles/sentences.hpp"
#include "engine/articles/tokens.hpp"

using namespace hearsay::engine;

namespace {

nlohmann::json spans(const Words& words, const std::vector<Range>& ranges) {
    nlohmann::json out = nlohmann::json::array();
    for (const Range& r : ranges) out.push_back({words[r.begin].span.begin, words[r.end - 1].span.end});
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: candidates ARTICLES.jsonl\n";
        return 2;
    }
    std::ifstream in(argv[1]);
    for (std::string line; std::getline(in, line);) {
        const nlohmann::json article = nlohmann::json::parse(line);
        Document document;
        document.text = article.at("text");
        TokenAnnotator().annotate(document);
        SentenceAnnotator().annotate(document);
        QuotationAnnotator().annotate(document);
        const Words words(document);
        const Phrases phrases(words);
        nlohmann::json relations = nlohmann::json::array();
        for (const Candidate& found : select(phrases, find_candidates(phrases))) {
            relations.push_back(
                {{"source", spans(words, found.source)},
                 {"cue", spans(words, {found.cue})},
                 {"content", spans(words, found.content)},
                 {"lemma", std::string(found.lemma)},
                 {"kind", std::string(1, found.verb == nullptr ? '-' : letter_of(found.verb->kind))},
                 {"frame", std::string(1, static_cast<char>(found.frame))},
                 {"form", static_cast<int>(found.form)}});
        }
        std::cout << nlohmann::json{{"id", article.at("id")},
                                    {"text", document.text},
                                    {"attributions", relations}}
                         .dump()
                  << "\n";
    }
}

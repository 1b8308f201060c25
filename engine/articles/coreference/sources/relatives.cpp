// The antecedents of relative pronouns: "Lena Orr, the mayor of Velk, | who said", "voters | who said".
#include "engine/articles/coreference/sources/resolver.hpp"

#include <algorithm>

#include "engine/articles/coreference/sources/nouns.hpp"

namespace hearsay::engine {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// A noun phrase does not go back beyond these.
bool is_boundary(const NameWord& word) {
    return word.mark || is_speech_verb(word.lower) ||
           is_one_of(word.lower,
                     {"is",      "was",   "are",  "were", "be",    "has",   "have", "had",  "that",  "who",
                      "and",     "or",    "but",  "if",   "when",  "while", "as",   "by",   "from",  "to",
                      "could",   "would", "will", "may",  "might", "can",   "did",  "does", "among", "than",
                      "because", "said",  "not",  "it",   "he",    "she",   "they", "we",   "i"});
}

bool is_determiner(const NameWord& word) {
    return word.number ||
           is_one_of(word.lower,
                     {"the", "a",     "an",   "his",   "her",     "its",  "their", "some",  "many", "several",
                      "two", "three", "four", "other", "another", "most", "all",   "those", "any",  "our"});
}

// From the determiner of the noun on; from the noun itself where it has none, since verbs look like
// adjectives.
std::size_t phrase_begin(const WordList& words, std::size_t noun) {
    for (std::size_t begin = noun; begin > 0 && noun - begin < 5;) {
        const NameWord& before = words[--begin];
        if (is_boundary(before) || before.possessive ||
            is_one_of(before.lower, {"of", "in", "for", "at", "with", "on", "about"}))
            break;
        if (is_determiner(before)) return begin;
    }
    return noun;
}

}  // namespace

SourceResolver::Chains SourceResolver::relative(const SourceHead& head, std::size_t number) {
    if (document_.sentences.empty()) return {};
    constexpr std::size_t reach = 14;  // words back to the antecedent's noun
    const Sentence& sentence = document_.sentences[sentence_at(head.span.begin)];
    constexpr std::size_t far = 1000;  // bytes; a sentence may be without end
    const std::size_t begin_at =
        std::max(sentence.span.begin, head.span.begin - std::min(head.span.begin, far));
    const WordList words = words_of(document_, Span{begin_at, head.span.begin});
    const auto name_at = [&](const NameWord& word) -> const Mention* {
        const auto found =
            std::upper_bound(document_.mentions.begin(), document_.mentions.end(), word.span.begin,
                             [](std::size_t at, const Mention& m) { return at < m.span.begin; });
        if (found == document_.mentions.begin() || !std::prev(found)->span.contains(word.span))
            return nullptr;
        return std::prev(found)->chain == Mention::npos ? nullptr : &*std::prev(found);
    };
    const bool who = head.noun == "who";
    const auto fits = [&](const Mention& name) {
        const PartyKind kind = document_.chain_kinds[name.chain];
        return who ? kind != PartyKind::Place : kind != PartyKind::Person;
    };
    std::size_t commas = 0;
    for (std::size_t i = words.size(); i-- > 0 && words.size() - i <= reach;) {
        const NameWord& word = words[i];
        if (word.mark) {
            if (word.text != "," || ++commas > 2) {
                if (i + 1 < words.size()) break;  // "Lena Orr -- | who said"
            }
            continue;
        }
        if (i + 1 < words.size() && !words[i + 1].mark && is_boundary(word)) {
            // Beyond a verb only the sentence's own subject could be meant.
            if (!is_one_of(word.lower, {"and", "or", "from", "by", "to"})) break;
        }
        if (const Mention* name = name_at(word)) {
            // "the mayor of Velk, who": the mayor.
            if (fits(*name) && !word.possessive) return {name->chain};
            continue;
        }
        const bool last_of_its_phrase =
            i + 1 == words.size() || words[i + 1].mark || is_boundary(words[i + 1]) ||
            is_one_of(words[i + 1].lower, {"of", "in", "for", "at", "with", "on"});
        const std::string noun = singular(word.lower);
        if (!last_of_its_phrase || word.capital || !can_speak(noun)) continue;
        if (!who && !is_body_like(noun) && noun == word.lower) continue;
        const std::size_t begin = phrase_begin(words, i);
        const std::vector<SourceHead> heads =
            read_source(document_, Span{words[begin].span.begin, words[words.size() - 1].span.end});
        if (heads.empty() || heads.front().kind == SourceHead::Kind::Pronoun) return {};
        return resolve(heads.front(), number);
    }
    return {};
}

}  // namespace hearsay::engine

#include "engine/articles/attribution/stance.hpp"

#include <algorithm>
#include <initializer_list>
#include <unordered_set>

namespace hearsay::engine {
namespace {

using C = WordClass;
using Set = std::unordered_set<std::string_view>;

bool denies(std::string_view lemma) {
    static const Set set = {"deny",    "reject",    "dismiss",  "refute", "rebut",  "dispute",
                            "disavow", "repudiate", "disclaim", "rebuff", "debunk", "contradict"};
    return set.contains(lemma);
}

// Words for what is not true, as in "called the claims false".
bool is_untrue(std::string_view word) {
    static const Set set = {
        "false",       "untrue",       "baseless",   "unfounded",  "groundless",      "fake",
        "lie",         "lies",         "propaganda", "nonsense",   "rubbish",         "fabricated",
        "fabrication", "bogus",        "fiction",    "hoax",       "misinformation",  "disinformation",
        "absurd",      "ridiculous",   "inaccurate", "wrong",      "unsubstantiated", "slander",
        "slanderous",  "fantasy",      "falsehood",  "falsehoods", "libel",           "invention",
        "ludicrous",   "preposterous", "incorrect",  "smear",      "smears",          "debunked"};
    return set.contains(word);
}

// Verbs whose negation says what somebody does not know or want, not that something is untrue.
bool is_of_mind(std::string_view word) {
    static const Set set = {"know",    "think",    "believe", "want",     "need",   "see",     "understand",
                            "care",    "remember", "recall",  "expect",   "like",   "feel",    "agree",
                            "comment", "say",      "sure",    "clear",    "verify", "seem",    "worry",
                            "mind",    "hope",     "going",   "get",      "let",    "respond", "allow",
                            "afraid",  "happy",    "ready",   "surprised"};
    return set.contains(word);
}

bool any(const Words& words, const Range& range, bool (*test)(std::string_view)) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if (test(words[i].lower)) return true;
    }
    return false;
}

// "there was no breakthrough", "there have been no talks"
bool says_there_is_none(const Words& words, std::size_t i, std::size_t end) {
    if (words.kind(i) != C::There) return false;
    std::size_t k = i + 1;
    while (k < end && is_auxiliary(words[k].lower)) ++k;
    if (k == i + 1 || !words.is(k, "no") || k >= end) return false;
    for (const std::string_view idiom :
         {"doubt", "question", "way", "reason", "need", "point", "place", "guarantee"}) {
        if (words.is(k + 1, idiom)) return false;
    }
    return true;
}

// Whether the content's first clause, or a later one after "but", says that something is not so.
bool says_not(const Phrases& phrases, const Range& content) {
    const Words& words = phrases.words();
    std::size_t begin = content.begin;
    while (begin < content.end &&
           (words[begin].kind == C::Quote || words.is(begin, "that") || words.is(begin, ",")))
        ++begin;
    for (std::size_t i = begin; i < content.end; ++i) {
        if (says_there_is_none(words, i, content.end)) return true;
    }
    std::size_t verbs = 0;
    for (std::size_t i = begin; i < content.end; ++i) {
        const Word& word = words[i];
        if (word.lower == "." || word.lower == ";" || word.kind == C::Wh || word.lower == "if" ||
            word.lower == "because")
            break;
        if ((word.lower == "no") &&
            (words.is(i + 1, "plans") || words.is(i + 1, "plan") || words.is(i + 1, "intention")) &&
            words.is(i + 2, "to")) {
            return true;
        }
        if (is_finite(word.kind) || (is_auxiliary(word.lower) && is_verb(word.kind))) ++verbs;
        if (verbs > 1 && word.lower != "not" && word.lower != "n't" && word.lower != "never") {
            // A second clause counts only after "but".
            if (is_finite(word.kind) && !is_auxiliary(words[i - 1].lower)) {
                bool but = false;
                for (std::size_t k = begin; k < i; ++k) but = but || words.is(k, "but");
                if (!but) break;
            }
        }
        if ((word.lower == "not" || word.lower == "n't" || word.lower == "never") && i > begin) {
            const std::string_view auxiliary = words[i - 1].lower;
            const bool plain = auxiliary == "did" || auxiliary == "has" || auxiliary == "have" ||
                               auxiliary == "had" || auxiliary == "was" || auxiliary == "were" ||
                               auxiliary == "is" || auxiliary == "are" || auxiliary == "does" ||
                               auxiliary == "do" || auxiliary == "'ve" || auxiliary == "'s";
            if (!plain && word.lower != "never") continue;
            if (word.lower == "never" && auxiliary == "will") continue;
            std::size_t next = i + 1;
            while (next < content.end && words.kind(next) == C::Adverb) ++next;
            if (next < content.end && (words.is(next, "only") || is_of_mind(words[next].lower))) return false;
            if (words.is(i + 1, "only") || words.is(i + 1, "just")) return false;
            return true;
        }
    }
    return false;
}

}  // namespace

Stance stance_of(const Phrases& phrases, const Candidate& candidate) {
    const Words& words = phrases.words();
    if (denies(candidate.lemma)) return candidate.negated ? Stance::Claim : Stance::Denial;
    if (candidate.verb == nullptr && candidate.lemma != "according") return Stance::Claim;
    if ((candidate.lemma == "call" || candidate.lemma == "describe" || candidate.lemma == "label" ||
         candidate.lemma == "brand" || candidate.lemma == "denounce" || candidate.lemma == "characterize" ||
         candidate.lemma == "slam") &&
        !candidate.negated) {
        for (const Range& r : candidate.content) {
            if (any(words, r, is_untrue)) return Stance::Denial;
        }
        return Stance::Claim;
    }
    switch (candidate.frame) {
        case Frame::Quotation:
        case Frame::Before:
        case Frame::That:
        case Frame::Clause:
        case Frame::PassiveThat:
        case Frame::To:
            break;
        default:
            return Stance::Claim;
    }
    if (candidate.verb != nullptr && candidate.verb->kind != CueKind::Speech) return Stance::Claim;
    if (candidate.negated || candidate.content.empty()) return Stance::Claim;
    return says_not(phrases, candidate.content.front()) ? Stance::Denial : Stance::Claim;
}

SpeechForm form_of(const Phrases& phrases, const Candidate& candidate) {
    const Words& words = phrases.words();
    bool all = true;
    bool some = false;
    for (const Range& r : candidate.content) {
        std::size_t end = r.end;
        while (end > r.begin && words[end - 1].kind == C::Mark) --end;
        bool quoted = end > r.begin + 1 && words[r.begin].opens;
        for (std::size_t i = r.begin; i < end; ++i) {
            const bool within = words[i].quotation != Word::npos || words[i].kind == C::Quote;
            some = some || words[i].quotation != Word::npos;
            quoted = quoted && (within || words[i].kind == C::Mark);
        }
        all = all && quoted;
    }
    return all && some ? SpeechForm::Direct : some ? SpeechForm::Mixed : SpeechForm::Indirect;
}

}  // namespace hearsay::engine

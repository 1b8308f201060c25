#include "engine/articles/attribution/stance.hpp"

#include <algorithm>
#include <initializer_list>
#include <unordered_set>

#include "engine/articles/attribution/force.hpp"

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

// Verbs whose negation keeps something back: "did not give a date", "has not received the papers".
bool is_of_telling(std::string_view word) {
    static const Set set = {"give",        "given",     "provide",  "provided",  "name",      "named",
                            "specify",     "specified", "identify", "elaborate", "disclose",  "release",
                            "released",    "mention",   "explain",  "offer",     "detail",    "describe",
                            "confirm",     "confirmed", "receive",  "received",  "decide",    "decided",
                            "hear",        "heard",     "seen",     "known",     "determine", "determined",
                            "informed",    "told",      "yet",      "able",      "find",      "found",
                            "immediately", "reach",     "reached",  "speak",     "saw",       "gotten",
                            "go",          "make",      "trust",    "work",      "mean",      "matter"};
    return set.contains(word);
}

// What somebody is not, said as an answer to an accusation: "was not involved", "is not behind".
bool is_of_guilt(std::string_view word) {
    static const Set set = {"involved", "responsible", "behind",    "guilty",    "true",
                            "linked",   "connected",   "party",     "part",      "to",
                            "under",    "at",          "complicit", "present",   "there",
                            "related",  "in",          "from",      "affiliated"};
    return set.contains(word);
}

// Participles that are said of a state of mind or a worth: "is not satisfied", "was not qualified".
bool is_of_state(std::string_view word) {
    static const Set set = {"satisfied", "qualified",  "concerned", "worried",  "convinced", "interested",
                            "prepared",  "surprised",  "expected",  "supposed", "allowed",   "asked",
                            "finished",  "done",       "used",      "scared",   "excited",   "pleased",
                            "limited",   "guaranteed", "needed",    "required", "available", "needing",
                            "looking",   "trying",     "getting",   "talking",  "saying",    "asking",
                            "seeing",    "enough"};
    return set.contains(word);
}

// "there was no leak", "there have been no talks"; not "there was no comment".
bool says_there_is_none(const Words& words, std::size_t i, std::size_t end) {
    if (words.kind(i) != C::There) return false;
    std::size_t k = i + 1;
    while (k < end && is_auxiliary(words[k].lower)) ++k;
    if (k == i + 1 || !words.is(k, "no") || k >= end) return false;
    static const Set idioms = {
        "doubt",     "question",     "way",        "reason",      "need",      "point",      "place",
        "guarantee", "comment",      "word",       "date",        "details",   "deadline",   "information",
        "time",      "hope",         "choice",     "alternative", "immediate", "one",        "substitute",
        "excuse",    "room",         "money",      "better",      "longer",    "other",      "feasible",
        "easy",      "clear",        "indication", "excuses",     "excuse",    "difference", "correlation",
        "sign",      "confirmation", "data",       "update",      "timetable"};
    return k + 1 >= end || !idioms.contains(words[k + 1].lower);
}

// Whether the "not" or "never" at i says that something did not happen or is not the case.
bool is_denied_at(const Words& words, std::size_t i, std::size_t end) {
    const std::string_view auxiliary = words[i - 1].lower;
    std::size_t next = i + 1;
    while (next < end && (words.kind(next) == C::Adverb || words.is(next, "been")) &&
           !is_of_telling(words[next].lower))
        ++next;
    if (next >= end) return true;
    const std::string_view verb = words[next].lower;
    if (words.is(i + 1, "only") || words.is(i + 1, "just") || verb == "only" || is_of_mind(verb) ||
        is_of_telling(verb))
        return false;
    if (words[i].lower == "never") {
        static const Set modals = {"will", "would", "should", "can", "could", "must", "may", "might", "'ll"};
        return !modals.contains(auxiliary);
    }
    static const Set doing = {"did", "does", "do", "has", "have", "had", "'ve"};
    if (doing.contains(auxiliary)) {
        // "did not have numbers" lacks something; "did not have any role" rejects it.
        if (verb == "have" || verb == "possess")
            return words.is(next + 1, "any") || words.is(next + 1, "anything") || words.is(next + 1, "a");
        return true;
    }
    static const Set being = {"was", "were", "is", "are", "'s", "'re"};
    if (!being.contains(auxiliary)) return false;
    if (is_of_guilt(verb)) return true;
    if (is_of_state(verb)) return false;
    const C kind = words.kind(next);
    if (kind == C::Participle || kind == C::Past || kind == C::Gerund) return true;
    const bool past = auxiliary == "was" || auxiliary == "were";
    return past && (verb == "a" || verb == "an" || verb == "the" || verb == "our" || verb == "their");
}

// The subject of the "not" at i: before the auxiliaries and adverbs, after the last comma.
Range subject_of(const Words& words, std::size_t begin, std::size_t i) {
    while (i > begin && (is_auxiliary(words[i - 1].lower) || words.kind(i - 1) == C::Adverb)) --i;
    for (std::size_t k = begin; k < i; ++k)
        if (words.is(k, ",")) begin = k + 1;
    return {begin, i};
}

bool is_named_in(const Words& words, const std::vector<Range>& source, const Range& subject) {
    for (const Range& r : source)
        for (std::size_t i = r.begin; i < r.end; ++i)
            for (std::size_t k = subject.begin; k < subject.end; ++k)
                if (words.kind(i) == C::Name && words[i].lower == words[k].lower) return true;
    return false;
}

// Whether the negated clause is about the speaker's own side, so that it answers an accusation: "we did not
// fire", "its planes had not struck", "Tarn has not meddled". That somebody else did not do something is as a
// rule a reproach: "voters do not know", "Orr has not replied", said by others.
bool is_of_own_side(const Words& words, const Range& subject, const std::vector<Range>& source) {
    static const Set own = {"i",  "we",  "our", "ours", "my",   "he",    "she",
                            "it", "its", "his", "her",  "they", "their", "there"};
    static const Set other = {"you",   "your",   "that",  "this", "these", "those", "who",      "which",
                              "one",   "people", "while", "as",   "when",  "since", "although", "though",
                              "after", "many",   "some",  "most", "what",  "if"};
    if (subject.empty()) return true;
    for (std::size_t i = subject.begin; i < subject.end; ++i)
        if (other.contains(words[i].lower)) return false;
    for (std::size_t i = subject.begin; i < subject.end; ++i)
        if (own.contains(words[i].lower)) return true;
    const Span span{words[subject.begin].span.begin, words[subject.end - 1].span.end};
    for (const Mention& mention : words.document().mentions)
        if (mention.kind == PartyKind::Person && span.overlaps(mention.span))
            return is_named_in(words, source, subject);
    // "the army", "Tarn"; not "Tarnish voters".
    return words.is(subject.begin, "the") || words.kind(subject.end - 1) == C::Name;
}

// "the reports are false", "that is a complete lie"
bool calls_untrue(const Words& words, std::size_t i, std::size_t end) {
    static const Set opinion = {"wrong", "absurd", "ridiculous", "ludicrous", "preposterous", "fantasy"};
    if (words.kind(i) == C::Quote || !is_be(words[i].lower)) return false;
    for (std::size_t k = i + 1; k < end && k < i + 4; ++k) {
        if (is_negation(words[k].lower)) return false;
        if (is_untrue(words[k].lower)) return !opinion.contains(words[k].lower);
    }
    return false;
}

// "we deny it", "I categorically reject the claims"
bool is_performed(const Words& words, std::size_t i, std::size_t end) {
    static const Set performative = {"deny", "reject", "refute", "dispute", "dismiss"};
    if (!words.is(i, "we") && !words.is(i, "i")) return false;
    std::size_t k = i + 1;
    while (k < end && words.kind(k) == C::Adverb) ++k;
    return k < end && performative.contains(words[k].lower);
}

// Whether the content's first clause, or a later one after "but", says that something is not so.
bool says_not(const Phrases& phrases, const Candidate& candidate) {
    const Words& words = phrases.words();
    const Range& content = candidate.content.front();
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
        if (verbs < 2 && (calls_untrue(words, i, content.end) || is_performed(words, i, content.end)))
            return true;
        const bool negation = word.lower == "not" || word.lower == "n't" || word.lower == "never";
        if (is_finite(word.kind) || (is_auxiliary(word.lower) && is_verb(word.kind))) ++verbs;
        if (verbs > 1 && !negation) {
            // A second clause counts only after "but".
            if (is_finite(word.kind) && !is_auxiliary(words[i - 1].lower)) {
                bool but = false;
                for (std::size_t k = begin; k < i; ++k) but = but || words.is(k, "but");
                if (!but) break;
            }
        }
        if (negation && i > begin && (word.lower == "never" || is_auxiliary(words[i - 1].lower)))
            return is_denied_at(words, i, content.end) &&
                   is_of_own_side(words, subject_of(words, begin, i), candidate.source);
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
    if (passes_negation_on(candidate)) return Stance::Denial;
    if (candidate.verb != nullptr && candidate.verb->kind != CueKind::Speech) return Stance::Claim;
    if (candidate.negated || candidate.content.empty()) return Stance::Claim;
    return says_not(phrases, candidate) ? Stance::Denial : Stance::Claim;
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

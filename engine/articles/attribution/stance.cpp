#include "engine/articles/attribution/stance.hpp"

#include <algorithm>
#include <unordered_set>

#include "engine/articles/attribution/force.hpp"
#include "engine/articles/text/characters.hpp"

namespace hearsay::engine {
namespace {

using Set = std::unordered_set<std::string_view>;

// Words for what is not true, as in "called the claims false".
bool is_untrue(std::string_view word) {
    static const Set set = {
        "false",       "untrue",       "baseless",   "unfounded",  "groundless",      "fake",
        "lie",         "lies",         "propaganda", "nonsense",   "rubbish",         "fabricated",
        "fabrication", "bogus",        "fiction",    "hoax",       "misinformation",  "disinformation",
        "absurd",      "ridiculous",   "inaccurate", "wrong",      "unsubstantiated", "slander",
        "slanderous",  "fantasy",      "falsehood",  "falsehoods", "libel",           "invention",
        "ludicrous",   "preposterous", "misleading", "incorrect",  "smear",           "smears",
        "debunked"};
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

// By its ending, or one of the commonest without.
bool is_participle(std::string_view word) {
    static const Set others = {"shot",    "hit",  "sent",  "made", "paid", "struck", "hurt",
                               "lost",    "sold", "built", "held", "met",  "left",   "kept",
                               "brought", "put",  "cut",   "set",  "won",  "caught"};
    for (const std::string_view tail : {"ed", "en", "ing", "wn"})
        if (word.size() > 4 && word.ends_with(tail)) return true;
    return others.contains(word);
}

// What somebody is not, said as an answer to an accusation: "was not involved", "is not behind".
bool is_of_guilt(const Words& words, std::size_t i, std::size_t end) {
    static const Set set = {"involved",  "responsible", "behind",    "guilty",  "true",      "linked",
                            "connected", "party",       "complicit", "related", "affiliated"};
    while (++i < end &&
           (is_adverb(words[i].lower) || words.is_one_of(i, {"been", "a", "in", "any", "way"}))) {
    }
    return i < end && set.contains(words[i].lower);
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

// "there was no leak", "there is no truth in it"; not "there was no comment", "there is no way".
bool says_there_is_none(const Words& words, std::size_t i, std::size_t end) {
    if (!words.is(i, "there")) return false;
    std::size_t k = i + 1;
    while (k < end && is_auxiliary(words[k].lower)) ++k;
    if (k == i + 1 || !words.is(k, "no") || k + 1 >= end) return false;
    if (words.is_one_of(k - 1, {"is", "are", "'s"}))
        return words.has({k + 1, std::min(end, k + 4)},
                         {"evidence", "truth", "basis", "proof", "connection", "link", "collusion", "threat",
                          "plan", "plans", "intention", "grounds", "foundation"});
    static const Set idioms = {
        "doubt",     "question",     "way",        "reason",      "need",      "point",      "place",
        "guarantee", "comment",      "word",       "date",        "details",   "deadline",   "information",
        "time",      "hope",         "choice",     "alternative", "immediate", "one",        "substitute",
        "excuse",    "room",         "money",      "better",      "longer",    "other",      "feasible",
        "easy",      "clear",        "indication", "excuses",     "reports",   "difference", "correlation",
        "sign",      "confirmation", "data",       "update",      "timetable", "casualties", "injuries",
        "damage",    "victims"};
    return !idioms.contains(words[k + 1].lower);
}

// Whether the "not" or "never" at i says that something did not happen or is not the case.
bool is_denied_at(const Words& words, std::size_t i, std::size_t end) {
    const std::string_view auxiliary = words[i > 1 && words[i - 1].mark ? i - 2 : i - 1].lower;
    std::size_t next = i + 1;
    while (next < end && (is_adverb(words[next].lower) || words.is(next, "been") || words[next].mark) &&
           !is_of_telling(words[next].lower))
        ++next;
    if (next >= end ||
        words.has({next, std::min(end, next + 5)}, {"yet", "much", "enough", "until", "more", "too", "as"}))
        return false;
    const std::string_view verb = words[next].lower;
    if (words.is(i + 1, "only") || words.is(i + 1, "just") || verb == "only" || is_of_mind(verb) ||
        is_of_telling(verb))
        return false;
    if (words[i].lower == "never") {
        static const Set modals = {"will", "would", "should", "can", "could", "must", "may", "might", "'ll"};
        return !modals.contains(auxiliary) && verb != "to";
    }
    // What somebody does not do as a rule answers no accusation.
    static const Set doing = {"did", "has", "have", "had", "'ve"};
    if (doing.contains(auxiliary)) {
        // "did not have numbers" lacks something; "did not have any role" rejects it.
        if (verb == "have" || verb == "possess")
            return words.is(next + 1, "any") || words.is(next + 1, "anything") || words.is(next + 1, "a");
        return true;
    }
    static const Set being = {"was", "were", "is", "are", "'s", "'re"};
    if (!being.contains(auxiliary)) return false;
    if (is_of_guilt(words, i, end)) return true;
    const bool past = auxiliary == "was" || auxiliary == "were";
    if (is_of_state(verb)) return false;
    if (is_participle(verb)) return past;
    return past && (verb == "a" || verb == "an" || verb == "the" || verb == "our" || verb == "their");
}

// The subject of the "not" at i: before the auxiliaries and adverbs, after the last comma.
Range subject_of(const Words& words, std::size_t begin, std::size_t i) {
    while (i > begin && (is_auxiliary(words[i - 1].lower) || is_adverb(words[i - 1].lower))) --i;
    for (std::size_t k = begin; k < i; ++k)
        if (words.is(k, ",")) begin = k + 1;
    return {begin, i};
}

bool is_named_in(const Words& words, const std::vector<Range>& source, const Range& subject) {
    for (const Range& r : source)
        for (std::size_t i = r.begin; i < r.end; ++i)
            for (std::size_t k = subject.begin; k < subject.end; ++k)
                if (begins_upper(words[i].text) && words[i].text == words[k].text) return true;
    return false;
}

// Whether the negated clause is about the speaker's own side, so that it answers an accusation: "we did not
// fire", "its planes had not struck", "Tarn has not meddled". That somebody else did not do something is as a
// rule a reproach: "voters do not know", "Orr has not replied", said by others. In quoted words "he" and
// "they" are somebody else.
bool is_of_own_side(const Words& words, const Range& subject, const std::vector<Range>& source) {
    static const Set first = {"i", "we", "our", "ours", "my"};
    static const Set third = {"he", "she", "it", "its", "his", "her", "they", "their"};
    static const Set other = {"you",   "your",   "that",  "this", "these", "those", "who",      "which",
                              "one",   "people", "while", "as",   "when",  "since", "although", "though",
                              "after", "many",   "some",  "most", "what",  "if"};
    if (subject.empty()) return false;
    for (std::size_t i = subject.begin; i < subject.end; ++i)
        if (other.contains(words[i].lower)) return false;
    for (std::size_t i = subject.begin; i < subject.end; ++i) {
        if (first.contains(words[i].lower)) return true;
        if (third.contains(words[i].lower)) return words[i].quotation == Word::npos;
    }
    const Span span{words[subject.begin].span.begin, words[subject.end - 1].span.end};
    for (const Mention& mention : words.document().mentions)
        if (mention.kind == PartyKind::Person && span.overlaps(mention.span))
            return is_named_in(words, source, subject);
    // "Tarn"; not "the harvest", "Tarnish voters".
    return begins_upper(words[subject.end - 1].text);
}

// "the reports are false", "that is a complete lie"
bool calls_untrue(const Words& words, std::size_t i, std::size_t end) {
    static const Set opinion = {"wrong", "absurd", "ridiculous", "ludicrous", "preposterous", "fantasy"};
    if (!is_be(words[i].lower)) return false;
    // "it 's false", but not "the mill 's false floor"
    if (words.is_one_of(i, {"'s", "’s"}) && i > 0 &&
        !words.is_one_of(i - 1, {"it", "that", "this", "he", "she"}))
        return false;
    for (std::size_t k = i + 1; k < end && k < i + 4; ++k) {
        if (is_negation(words[k].lower)) return false;
        if (!is_untrue(words[k].lower)) continue;
        // "is false", but not "is a false choice"
        const bool before_noun = words.is_one_of(k, {"false", "fake", "bogus"}) && k + 1 < end &&
                                 !words[k + 1].mark && !words.is_one_of(k + 1, {"and", "or", "but"});
        return !before_noun && !opinion.contains(words[k].lower);
    }
    return false;
}

// "we deny it", "I categorically reject the claims"
bool is_performed(const Words& words, std::size_t i, std::size_t end) {
    static const Set performative = {"deny", "reject", "refute", "dispute", "dismiss"};
    if (!words.is(i, "we") && !words.is(i, "i")) return false;
    std::size_t k = i + 1;
    while (k < end && is_adverb(words[k].lower)) ++k;
    return k < end && performative.contains(words[k].lower);
}

// Whether the content's first clause, or a later one after "but", says that something is not so.
bool says_not(const Words& words, const CueReading& cue) {
    const Range& content = cue.content.front();
    std::size_t begin = content.begin;
    while (begin < content.end && (words[begin].mark || words.is(begin, "that"))) ++begin;
    for (std::size_t i = begin; i < content.end; ++i)
        if (says_there_is_none(words, i, content.end)) return true;
    std::size_t auxiliaries = 0;
    bool but = false;
    for (std::size_t i = begin; i < content.end; ++i) {
        const std::string_view low = words[i].lower;
        if (low == "." || low == ";" || low == "?" || words.is_one_of(i, {"maybe", "perhaps"}) ||
            (i > begin && words.is_one_of(i, {"if", "because", "who", "which", "what", "why", "how", "when",
                                              "where", "whether", "although", "though", "while", "unless"})))
            break;
        but = but || low == "but";
        if (low == "no" && words.is_one_of(i + 1, {"plans", "plan", "intention"}) &&
            words.is_one_of(i + 2, {"to", "of"}))
            return true;
        if (auxiliaries < 2 && (calls_untrue(words, i, content.end) || is_performed(words, i, content.end)))
            return true;
        const bool negation = is_negation(low) && low != "cannot";
        if (negation && i > begin && (low == "never" || is_auxiliary(words[i - 1].lower)))
            return is_denied_at(words, i, content.end) &&
                   (is_of_guilt(words, i, content.end) ||
                    is_of_own_side(words, subject_of(words, begin, i), cue.source));
        const bool finite = is_auxiliary(low) && !is_auxiliary(words[i - 1].lower);
        // A second clause counts only after "but".
        if (finite && !is_negation(words[i + 1 < words.size() ? i + 1 : i].lower) && ++auxiliaries > 1 &&
            !but)
            break;
    }
    return false;
}

// Cues that say of something that it is false, where the content has a word for that.
bool names(const Words& words, const CueReading& cue) {
    if (cue.complement == Complement::Phrase && !words.is(cue.words.end - 1, "as")) return false;
    return cue.is({"call", "describe", "label", "brand", "dub", "denounce", "characterize", "characterise",
                   "portray", "slam", "blast", "condemn", "decry", "deride", "ridicule", "mock", "criticize",
                   "criticise", "assail"});
}

// "little doubt", "no doubt"
bool is_doubt_idiom(const Words& words, const CueReading& cue) {
    return cue.is({"doubt"}) && words.has(cue.words, {"little", "no"});
}

// "brushed off", "shrugged aside", "pushed back on"
bool waves_away(const Words& words, const CueReading& cue) {
    const Range rest{cue.head + 1, cue.words.end};
    if (cue.is({"brush", "shrug", "laugh", "wave"})) return words.has(rest, {"off", "aside", "away"});
    return cue.is({"push"}) && words.has(rest, {"back"});
}

}  // namespace

StanceReading stance_of(const Words& words, const CueReading& cue) {
    if (rejects(words, cue)) return {Stance::Denial};
    if ((cue.does(CueAct::Denial) && !is_doubt_idiom(words, cue)) || waves_away(words, cue))
        return {cue.negated || cue.is_governed_by(CueAct::Refusal) ? Stance::Claim : Stance::Denial};
    if (cue.negated) return {};
    if (names(words, cue)) {
        for (const Range& piece : cue.content)
            for (std::size_t i = piece.begin; i < piece.end; ++i)
                if (is_untrue(words[i].lower)) return {Stance::Denial};
        return {};
    }
    if (words.has(cue.words, {"no"}) && words.has(cue.words, {"plans", "plan", "intention"}))
        return {Stance::Denial};
    // What is admitted or shouted in chorus answers no accusation.
    const bool speaks =
        cue.verb == nullptr ||
        (cue.does(CueAct::Speech) && !cue.is({"acknowledge", "admit", "chant", "concede", "recall"}));
    if (!speaks || cue.complement != Complement::Sentence) return {};
    if (!says_not(words, cue)) return {};
    return {Stance::Denial, true};
}

SpeechForm form_of(const Words& words, const CueReading& cue) {
    bool all = true;
    bool some = false;
    for (const Range& r : cue.content) {
        for (std::size_t i = r.begin; i < r.end; ++i) {
            if (words[i].mark) continue;
            const bool quoted = words[i].quotation != Word::npos;
            some = some || quoted;
            all = all && quoted;
        }
    }
    return all && some ? SpeechForm::Direct : some ? SpeechForm::Mixed : SpeechForm::Indirect;
}

}  // namespace hearsay::engine

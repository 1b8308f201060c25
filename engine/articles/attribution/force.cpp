#include "engine/articles/attribution/force.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace hearsay::engine {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool has_kin(const Words& words, const Range& range, std::initializer_list<std::string_view> list) {
    for (std::size_t i = range.begin; i < range.end; ++i)
        if (is_one_of(words[i].lower, list)) return true;
    return false;
}

// Verbs whose infinitive says what somebody does not do: "declined to say", "failed to confirm".
bool is_refusal(std::string_view word) {
    return is_one_of(word, {"decline", "declined", "declines", "declining", "refuse", "refused", "refuses",
                            "refusing", "fail", "failed", "fails", "failing", "reluctant", "unable",
                            "unwilling", "hesitated", "stopped"});
}

// "without saying", "declined to say", "stopped short of calling"
bool is_held_back(const Words& words, const Candidate& candidate) {
    const std::size_t begin = candidate.cue.begin;
    if (begin == 0) return false;
    if (words.is(begin - 1, "without") || words.is(begin - 1, "not")) return true;
    if (begin > 1 && words.is(begin - 1, "to") && is_refusal(words[begin - 2].lower)) return true;
    return begin > 2 && words.is(begin - 1, "of") && words.is(begin - 2, "short");
}

// "could say", "should admit": what might be said, by way of example.
bool is_hypothetical(const Words& words, const Candidate& candidate) {
    if (!candidate.modal) return false;
    return has_kin(words, {candidate.cue.begin, candidate.head}, {"should", "could", "may", "might"});
}

// A phrase that only points at a thing: "posted videos of the raid".
bool is_exhibit(const Words& words, const Range& content) {
    const std::size_t end = std::min(content.end, content.begin + 4);
    return has_kin(words, {content.begin, end},
                   {"video", "videos", "photo", "photos", "photograph", "photographs", "picture", "pictures",
                    "image", "images", "footage", "clip", "clips", "link", "links", "screenshot", "map"});
}

bool is_reference(const Words& words, const Candidate& candidate) {
    const std::string_view lemma = candidate.lemma;
    switch (candidate.frame) {
        case Frame::To:
            return is_one_of(lemma, {"refer", "allude", "point"});
        case Frame::About:
            return is_one_of(lemma, {"talk", "ask", "speculate"});
        case Frame::Object:
            if (is_one_of(lemma, {"cite", "discuss", "mention", "reference", "invoke", "outline", "recite",
                                  "quote", "summarize", "chronicle", "retweet", "list", "name", "nominate",
                                  "authorize", "unveil"}))
                return true;
            return is_one_of(lemma, {"post", "tweet", "offer", "report", "reveal", "show"}) &&
                   is_exhibit(words, candidate.content.front());
        case Frame::Question:
            return is_one_of(lemma, {"discuss", "outline", "evaluate", "document"});
        default:
            return false;
    }
}

bool is_wish(const Candidate& candidate) {
    const std::string_view lemma = candidate.lemma;
    if (is_one_of(lemma, {"seek", "want", "hope", "intend", "plan", "like", "push", "resolve", "prefer"}))
        return true;
    const bool deed = candidate.frame == Frame::Infinitive || candidate.frame == Frame::Gerund;
    return deed && is_one_of(lemma, {"decide", "consider", "mull", "favor", "favour"});
}

bool is_question(const Candidate& candidate) {
    if (is_one_of(candidate.lemma, {"ask", "wonder", "query"}))
        return candidate.frame == Frame::Question || candidate.frame == Frame::Object;
    return candidate.lemma == "question" && candidate.frame == Frame::Question;
}

}  // namespace

bool passes_negation_on(const Candidate& candidate) {
    const bool clause = candidate.frame == Frame::That || candidate.frame == Frame::Clause;
    return candidate.negated && !candidate.modal && clause &&
           is_one_of(candidate.lemma, {"believe", "think", "expect", "feel", "imagine"});
}

Force force_of(const Phrases& phrases, const Candidate& candidate) {
    if (candidate.verb == nullptr || candidate.content.empty()) return Force::Asserted;
    const Words& words = phrases.words();
    const bool refuses =
        (candidate.lemma == "decline" || candidate.lemma == "refuse") && candidate.frame != Frame::Quotation;
    if (refuses || is_held_back(words, candidate) || is_hypothetical(words, candidate))
        return Force::Withheld;
    if (candidate.negated && !passes_negation_on(candidate)) return Force::Withheld;
    if (is_reference(words, candidate)) return Force::Referred;
    if (is_question(candidate)) return Force::Asked;
    if (is_wish(candidate)) return Force::Wanted;
    return Force::Asserted;
}

}  // namespace hearsay::engine

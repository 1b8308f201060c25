#include "engine/articles/attribution/force.hpp"

#include <algorithm>

namespace hearsay::engine {
namespace {

// A phrase that only points at a thing: "posted videos of the raid".
bool is_exhibit(const Words& words, const Range& content) {
    return words.has(
        {content.begin, std::min(content.end, content.begin + 4)},
        {"video", "videos", "photo", "photos", "photograph", "photographs", "picture", "pictures", "image",
         "images", "footage", "clip", "clips", "link", "links", "screenshot", "map"});
}

bool is_quoted(const Words& words, const CueReading& cue) {
    return std::any_of(cue.content.begin(), cue.content.end(), [&](const Range& piece) {
        return !piece.empty() && words[piece.begin].quotation != Word::npos;
    });
}

bool is_reference(const Words& words, const CueReading& cue) {
    if (is_quoted(words, cue)) return false;
    const Range& content = cue.content.front();
    if (cue.does(CueAct::Reference)) return content.begin > cue.head && !words.is(content.begin, "that");
    if (cue.is({"point"})) return words.is(cue.words.end - 1, "to");
    if (cue.is({"talk", "speculate"})) return cue.complement == Complement::Phrase;
    return cue.is({"post", "tweet", "offer", "report", "reveal", "show"}) && is_exhibit(words, content);
}

// A clause, as far as closed classes of words show it: "that ...", a quotation, or an auxiliary.
bool is_sentence(const Words& words, const CueReading& cue) {
    if (is_quoted(words, cue)) return true;
    const Range& content = cue.content.front();
    // What stands before its cue is a sentence on its own: "the dam held, he thundered".
    if (content.begin < cue.words.begin || words.is(content.begin, "that")) return true;
    for (std::size_t i = content.begin; i < std::min(content.end, content.begin + 12); ++i) {
        if (words.is_one_of(i, {"which", "who", "whose", "where"})) return false;
        if (is_auxiliary(words[i].lower) && !words.is_one_of(i, {"'s", "being", "having", "get", "got"}))
            return true;
    }
    return false;
}

// Deeds and the like, where no listed verb says that somebody speaks: "targeted | the town", "weighed in on |
// the vote". Their objects are nothing that can be claimed.
bool is_deed(const Words& words, const CueReading& cue) {
    if (cue.verb != nullptr || words.has(cue.words, {"according"}) || words[cue.head].mark) return false;
    return !is_sentence(words, cue);
}

// "identifying | themselves as the river guard"
bool names_itself(const Words& words, const CueReading& cue) {
    return words.is_one_of(cue.content.front().begin,
                           {"itself", "themselves", "himself", "herself", "themself"});
}

// "blamed it | on the miller", where only whom is left of the content.
bool names_only_whom(const Words& words, const CueReading& cue) {
    const Range& content = cue.content.front();
    return cue.is({"blame"}) && cue.content.size() == 1 && content.begin >= cue.words.end &&
           words.is(content.begin, "on");
}

bool is_wish(const Words& words, const CueReading& cue) {
    if (cue.is({"push"}) && words.has({cue.head, cue.words.end}, {"back"})) return false;
    // "tried to show" shows all the same.
    if (cue.is_governed_by(CueAct::Wish))
        return cue.governor->lemma != "try" && cue.governor->lemma != "attempt";
    if (cue.does(CueAct::Wish)) return true;
    return cue.complement == Complement::Infinitive &&
           cue.is({"decide", "consider", "mull", "favor", "favour"});
}

bool is_question(const Words& words, const CueReading& cue) {
    if (!cue.does(CueAct::Question)) return false;
    const Range& last = cue.content.back();
    return cue.complement == Complement::Question || words.is(cue.words.end - 1, "about") ||
           words.has({last.end > last.begin + 2 ? last.end - 2 : last.begin, last.end}, {"?"});
}

// "refused | to comment", "declined to comment on"
bool is_refused(const CueReading& cue) {
    return cue.is_governed_by(CueAct::Refusal) ||
           (cue.does(CueAct::Refusal) && cue.complement != Complement::Sentence);
}

// What is refused, where the cue is the refusal alone: "refused | to confirm".
std::string_view refused(const Words& words, const CueReading& cue) {
    if (cue.is_governed_by(CueAct::Refusal)) return cue.verb->lemma;
    const std::size_t begin = cue.content.front().begin;
    return begin + 1 < words.size() && words.is(begin, "to") ? words[begin + 1].lower : std::string_view();
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

bool rejects(const Words& words, const CueReading& cue) {
    if (cue.governor != nullptr ? cue.governor->lemma == "refuse" : cue.is({"refuse"}))
        return is_one_of(refused(words, cue), {"accept", "acknowledge", "admit", "believe", "concede",
                                               "confirm", "recognise", "recognize"});
    if (!cue.negated || cue.hypothetical || cue.nominal) return false;
    if (cue.is({"believe", "think", "feel", "imagine"}))
        return !cue.modal && cue.complement == Complement::Sentence;
    return cue.is({"accept", "agree", "support", "recognise", "recognize", "approve"});
}

Force force_of(const Words& words, const CueReading& cue) {
    if (cue.hypothetical) return Force::Withheld;
    if (!rejects(words, cue) && (cue.negated || is_refused(cue))) return Force::Withheld;
    if (cue.does(CueAct::Appearance)) return Force::Withheld;
    if (is_reference(words, cue) || is_deed(words, cue) || names_itself(words, cue) ||
        names_only_whom(words, cue))
        return Force::Referred;
    if (is_question(words, cue)) return Force::Asked;
    if (is_wish(words, cue)) return Force::Wanted;
    return Force::Asserted;
}

}  // namespace hearsay::engine

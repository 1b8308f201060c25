#include "engine/articles/attribution/selection.hpp"

#include <algorithm>
#include <initializer_list>

namespace hearsay::engine {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool speech_frame(Frame frame) {
    return frame == Frame::Before || frame == Frame::That || frame == Frame::Clause ||
           frame == Frame::Quotation;
}

bool stands_alone(const Words& words, const Candidate& c) {
    if (c.verb == nullptr) return true;
    const bool active =
        c.form == CueForm::Finite || c.form == CueForm::Participial || c.form == CueForm::Infinitive;
    if (c.source.empty() && active && c.verb->kind != CueKind::Appearance &&
        !(c.frame == Frame::Question && c.lemma == "ask")) {
        return false;
    }
    if (c.form == CueForm::Infinitive) {
        switch (c.frame) {
            case Frame::Object:
            case Frame::Clause:
            case Frame::Question:
            case Frame::ObjectClause:
            case Frame::For:
            case Frame::Gerund:
            case Frame::Adjective:
                return false;
            default:
                break;
        }
    }
    if (!c.source.empty() && words.is(c.source.front().begin, "that") && c.source.front().size() == 1)
        return speech_frame(c.frame);
    // "two reported attacks": a number and a participle, no source and cue.
    if (c.source.size() == 1 && c.source.front().size() == 1 && c.frame != Frame::Before &&
        words.kind(c.source.front().begin) == WordClass::Number && c.source.front().end == c.cue.begin) {
        return false;
    }
    if (c.modal && (c.lemma == "see" || c.lemma == "find" || c.lemma == "support")) return false;
    if (c.negated && is_one_of(c.lemma, {"support", "believe", "see", "respond", "call", "seem"}))
        return false;
    return true;
}

// Inside what somebody else says, believes or asks.
bool stands_inside(const Candidate& c) {
    if (c.verb == nullptr) return c.lemma == "according";
    if (c.form != CueForm::Finite || c.modal) return false;
    if (is_one_of(c.lemma, {"accuse", "blame", "deny", "reject", "claim"})) return true;
    return c.verb->kind == CueKind::Speech && speech_frame(c.frame);
}

}  // namespace

std::vector<Candidate> select(const Phrases& phrases, std::vector<Candidate> candidates) {
    const Words& words = phrases.words();
    std::erase_if(candidates, [&](const Candidate& c) { return !stands_alone(words, c); });
    // Candidates stand in order; those that far apart are not inside each other's contents.
    constexpr std::size_t reach = 64;
    std::vector<Candidate> out;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const Candidate& c = candidates[i];
        bool inside = false;
        for (std::size_t k = i < reach ? 0 : i - reach; k < std::min(candidates.size(), i + reach); ++k) {
            if (k == i) continue;
            for (const Range& r : candidates[k].content)
                inside = inside || (r.begin <= c.cue.begin && c.cue.end <= r.end);
        }
        if (inside && (c.modal || c.negated || !stands_inside(c))) continue;
        out.push_back(c);
    }
    return out;
}

}  // namespace hearsay::engine

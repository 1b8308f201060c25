#include "engine/articles/attribution/verb_cues.hpp"

#include <algorithm>

#include "engine/articles/attribution/sources.hpp"

namespace hearsay::engine {
namespace {

using C = WordClass;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

bool takes_hearer(std::string_view lemma) {
    return is_one_of(lemma, {"tell", "assure", "remind", "inform", "warn", "ask", "convince", "persuade",
                             "advise", "caution", "notify", "reassure", "promise", "show", "email", "text"});
}

std::vector<Candidate> VerbCues::run() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
        if (words_[i].sentence == Word::npos) continue;
        if (is_verb(words_[i].kind) && words_[i].kind != C::Modal) verb(i);
    }
    return std::move(out_);
}

Range VerbCues::bounds(std::size_t i) const {
    Range out = phrases_.sentence(i);
    const std::size_t q = words_[i].quotation;
    if (q != Word::npos) {
        while (out.begin < i && words_[out.begin].quotation != q && !inside(out.begin, q)) ++out.begin;
        while (out.end > i + 1 && !inside(out.end - 1, q)) --out.end;
    }
    return out;
}

bool VerbCues::inside(std::size_t word, std::size_t quotation) const {
    const Span& span = words_.document().quotations[quotation].inside;
    return span.contains(words_[word].span);
}

void VerbCues::verb(std::size_t head) {
    const CueVerb* entry = cue_verb(words_[head].lower);
    if (entry == nullptr) return;
    // "was quoted as saying": the cue is the quoting.
    if (words_.is(head, "saying") && head > 0 && words_.is(head - 1, "as")) return;
    // A verb right before another one is a noun: "media reports suggested".
    if (words_.kind(head) == C::Present && head + 1 < words_.size() && words_.kind(head + 1) == C::Past &&
        !is_auxiliary(words_[head + 1].lower) && words_[head].lower.back() == 's' &&
        !words_.titled(words_[head].sentence)) {
        return;
    }
    Candidate found;
    found.verb = entry;
    found.lemma = entry->lemma;
    found.head = head;
    found.quoted = words_[head].quotation != Word::npos;
    const Range reach = bounds(head);
    std::size_t group = group_begin(phrases_, head, reach.begin);
    bool passive = false;
    bool have = false;
    for (std::size_t k = group; k < head; ++k) {
        const std::string_view low = words_[k].lower;
        found.negated = found.negated || is_negation(low);
        found.modal = found.modal || words_.kind(k) == C::Modal;
        have = have || is_have(low);
        if (is_be(low) || low == "'s" || low == "get" || low == "got") passive = true;
        if (low == "been") passive = true;
    }
    const C kind = words_.kind(head);
    const bool participle = kind == C::Participle || kind == C::Past;
    passive = passive && participle && !(have && group + 1 == head);
    if (kind == C::Participle && group == head && !passive && is_reduced(head, reach)) {
        // A reduced passive: "a plan announced by Orr".
        found.form = CueForm::Passive;
        passive = true;
    } else if (passive) {
        found.form = CueForm::Passive;
    } else if (kind == C::Gerund && !has_be(group, head)) {
        found.form = CueForm::Participial;
    } else if (kind == C::Base && group > reach.begin && words_.kind(group - 1) == C::To) {
        found.form = CueForm::Infinitive;
    }
    found.cue = {group, head + 1};
    // "went on to say", "continued to insist": the whole chain is the cue.
    if (found.form == CueForm::Infinitive) chain(found, reach);

    if (passive) {
        passive_frames(found, reach);
    } else {
        active_frames(found, reach);
    }
}

bool VerbCues::is_reduced(std::size_t head, const Range& reach) const {
    const std::size_t next = head + 1;
    if (next >= reach.end || words_.is(next, "by")) return true;
    if (words_.is(next, "that") || words_[next].opens || words_.is(next, ":")) return false;
    const Range object = phrases_.noun_phrase(next);
    if (!object.empty() && object.begin == next && !phrases_.is_time(object)) return false;
    for (std::size_t k = reach.begin; k < reach.end; ++k) {
        if (is_finite(words_.kind(k))) return true;
    }
    return false;
}

bool VerbCues::has_be(std::size_t group, std::size_t head) const {
    for (std::size_t k = group; k < head; ++k) {
        if (is_be(words_[k].lower) || words_.is(k, "'s")) return true;
    }
    return false;
}

void VerbCues::chain(Candidate& found, const Range& reach) const {
    const std::size_t to = found.cue.begin - 1;
    if (to <= reach.begin) return;
    std::size_t v = to - 1;
    if (words_.is(v, "on") && v > reach.begin) --v;
    if (!is_verb(words_.kind(v))) return;
    if (is_one_of(words_[v].lower,
                  {"went", "go", "goes", "going", "continued", "continues", "continue", "came", "began"})) {
        found.cue.begin = group_begin(phrases_, v, reach.begin);
        found.form = CueForm::Finite;
        for (std::size_t k = found.cue.begin; k < v; ++k)
            found.negated = found.negated || is_negation(words_[k].lower);
    }
}

Range VerbCues::subject(const Candidate& found, const Range& reach) const {
    const std::size_t head = found.cue.begin < found.head ? std::min(found.head, found.head) : found.head;
    return subject_before(phrases_, found.cue.begin, head, reach.begin);
}

void VerbCues::emit(Candidate found, Frame frame, Range source, std::vector<Range> content) {
    if (found.negated && found.modal &&
        is_one_of(found.lemma, {"verify", "confirm", "determine", "find", "identify"}))
        return;
    if (found.quoted) return;  // words that somebody says are content, not ours to take apart
    if (found.verb->kind == CueKind::Appearance &&
        (frame == Frame::Infinitive || frame == Frame::Adjective)) {
        // "Orr seems to win": nobody's word, and Orr is part of it.
        content.insert(content.begin(), source);
        source = {};
    }
    if (!found.verb->takes(frame)) return;
    found.frame = frame;
    found.source.clear();
    if (!source.empty()) found.source.push_back(source);
    found.content.clear();
    for (const Range& r : content) {
        if (!r.empty()) found.content.push_back(r);
    }
    if (found.content.empty()) return;
    out_.push_back(std::move(found));
}

std::size_t VerbCues::skip_adjuncts(std::size_t i, const Range& reach) const {
    for (int n = 0; n < 4 && i < reach.end; ++n) {
        const std::size_t end = phrases_.adjunct_end(i, reach.end);
        if (end == i) break;
        i = end;
    }
    return i;
}

}  // namespace hearsay::engine

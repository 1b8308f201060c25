#include "engine/articles/attribution/verb_cues.hpp"

#include <algorithm>
#include <optional>

#include "engine/articles/attribution/contents.hpp"
#include "engine/articles/attribution/sources.hpp"
#include "engine/articles/characters.hpp"

namespace hearsay::engine {
namespace {

using C = WordClass;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool stops(const Words& words, std::size_t i) {
    return is_one_of(words[i].lower, {".", ";", "?", "!", ")", "--", "]"}) || words[i].text == "—";
}

std::optional<Frame> preposition_frame(std::string_view low) {
    if (low == "for") return Frame::For;
    if (low == "of") return Frame::Of;
    if (low == "on" || low == "upon") return Frame::On;
    if (low == "about") return Frame::About;
    if (low == "against") return Frame::Against;
    if (low == "to") return Frame::To;
    if (low == "with") return Frame::With;
    if (low == "as") return Frame::As;
    if (low == "at") return Frame::At;
    if (low == "in") return Frame::In;
    return std::nullopt;
}

}  // namespace

void VerbCues::active_frames(const Candidate& found, const Range& reach) {
    std::size_t i = found.head + 1;
    if (i < reach.end && words_.kind(i) == C::Particle) ++i;
    const Range source = subject(found, reach);
    // Inverted: `...," said Orr`, `said Orr: "..."`
    if (found.form == CueForm::Finite && source_is_missing(found, reach) && inverted(found, reach)) return;

    if (i < reach.end && words_.is(i, "that") == false && takes_hearer(found.lemma)) {
        const Range hearer = phrases_.noun_phrase(i);
        if (!hearer.empty() && hearer.begin == i) {
            const std::size_t end = phrases_.long_noun_phrase(i, reach.end).end;
            if (found.lemma != "show" && (end >= reach.end || !words_.is(end, "to")) &&
                content_frames(found, source, end, reach, true))
                return;
            if (found.lemma != "show" && content_frames(found, source, hearer.end, reach, true)) return;
        }
    }
    if ((found.lemma == "quote" || found.lemma == "cite") && quoted_as_saying(found, i, reach)) return;
    if (content_frames(found, source, i, reach, false)) return;
    object_frames(found, source, i, reach);
}

bool VerbCues::quoted_as_saying(const Candidate& found, std::size_t i, const Range& reach) {
    const Range base = phrases_.noun_phrase(i);
    if (base.empty() || base.begin != i) return false;
    for (std::size_t k = base.end; k + 1 < reach.end && k < base.end + 14; ++k) {
        if (!words_.is(k, "as") || !(words_.is(k + 1, "saying") || words_.is(k + 1, "telling"))) continue;
        Range speaker = phrases_.long_noun_phrase(i, k);
        const std::size_t next = k + 2;
        Candidate copy = found;
        copy.inverted = true;
        const Range speech = quotation_after(phrases_, next);
        if (!speech.empty()) {
            emit(copy, Frame::Quotation, speaker, {speech});
        } else if (next < reach.end && !stops(words_, next) && !words_.is(next, ",")) {
            emit(copy, Frame::Quotation, speaker, {content_after(phrases_, next, Frame::That, reach)});
        } else {
            const Range subject_range = subject(found, reach);
            return !subject_range.empty() && closing(copy, speaker, subject_range.begin, next, {next, next});
        }
        return true;
    }
    return false;
}

bool VerbCues::content_frames(const Candidate& found, const Range& source, std::size_t i, const Range& reach,
                              bool heard) {
    const std::size_t direct = i;
    if (!heard && after_speech(found, source)) {
        const std::size_t after = skip_adjuncts(i, reach);
        if (before_frame(found, source, after, quotation_after(phrases_, after))) return true;
    }
    for (int round = 0; round < 6; ++round) {
        const Range next = quotation_after(phrases_, i);
        if (!next.empty() && next.begin < phrases_.sentence(found.head).end + 2 &&
            words_[found.head].quotation == Word::npos) {
            const bool marked = next.begin > i && (words_.is(i, ",") || words_.is(i, ":"));
            const bool stopped = next.begin > i && words_.is(i, ".");
            if (marked || (next.begin == i && begins_speech(next))) {
                // After "he said," a quotation may go on that began before it.
                const bool goes_on =
                    next.begin + 1 < words_.size() && !begins_upper(words_[next.begin + 1].text);
                const bool after_quotation =
                    !source.empty() && source.begin > 0 && words_[source.begin - 1].closes;
                if (marked && words_.is(i, ",") && (goes_on || after_quotation) &&
                    before_frame(found, source, i, next))
                    return true;
                Range content = content_after(phrases_, next.begin, Frame::Quotation,
                                              {reach.begin, std::max(reach.end, next.end)});
                content.end =
                    through_open_paragraphs(phrases_, {content.begin, std::max(content.end, next.end)});
                emit(found, Frame::Quotation, source, {content});
                return true;
            }
            if (stopped && before_frame(found, source, i, next)) return true;
        }
        if (i >= reach.end || stops(words_, i) || words_.is(i, ",")) {
            if (i < reach.end && words_.is(i, ",") && round == 0 && i + 1 < reach.end) {
                // "said, in a rare moment of candour, that"
                const std::size_t far = skip_adjuncts(i + 1, reach);
                if (far > i + 1 && words_.is(far, ",") &&
                    (words_.is(far + 1, "that") || words_[std::min(far + 1, words_.size() - 1)].opens)) {
                    i = far + 1;
                    continue;
                }
            }
            const std::size_t after = i;
            if (before_frame(found, source, after, {after, after})) return true;
            return false;
        }
        if (words_.is(i, ":") && i + 1 >= phrases_.sentence(found.head).end && !found.quoted) {
            emit(found, Frame::Quotation, source, {paragraph_after(phrases_, i + 1)});
            return true;
        }
        if (words_.is(i, ":") && i + 1 < reach.end) {
            emit(found, Frame::Quotation, source, {content_from(i + 1, Frame::Quotation, reach, source)});
            return true;
        }
        if (is_complementizer(i, reach)) {
            Range content = content_from(i, Frame::That, reach, source);
            emit(found, Frame::That, source, {content});
            return true;
        }
        const C kind = words_.kind(i);
        if (words_.is(i, "whether") ||
            (words_.is(i, "if") && (found.lemma == "ask" || found.lemma == "wonder" ||
                                    found.lemma == "know" || found.lemma == "question")) ||
            (kind == C::Wh && !words_.is(i, "that") && !words_.is(i, "when") && !words_.is(i, "who")) ||
            ((words_.is(i, "when") || words_.is(i, "who")) && i == direct)) {
            emit(found, Frame::Question, source, {content_from(i, Frame::Question, reach, source)});
            return true;
        }
        if (kind == C::To && i + 1 < reach.end &&
            (words_.kind(i + 1) == C::Base ||
             (words_.kind(i + 1) == C::Adverb && words_.kind(i + 2) == C::Base))) {
            emit(found, heard ? Frame::ObjectClause : Frame::Infinitive, source,
                 {content_from(heard ? direct : i, Frame::Infinitive, reach, source)});
            return true;
        }
        const bool adjunct = phrases_.adjunct_end(i, reach.end) > i;
        if (!adjunct || words_.kind(i) != C::Preposition) {
            const bool heading = words_.titled(words_[found.head].sentence) &&
                                 found.verb->kind == CueKind::Speech && !found.verb->takes(Frame::Object) &&
                                 !phrases_.noun_phrase(i).empty();
            if ((heading || phrases_.clause_at(i, reach.end)) && !is_adverbial_time(i, reach)) {
                Range content = content_from(i, Frame::Clause, reach, source);
                emit(found, Frame::Clause, source, {content});
                return true;
            }
        }
        if (i == direct && !heard) {
            if (const auto frame = preposition_frame(words_[i].lower)) {
                if (found.verb->takes(*frame)) return false;
            }
        }
        const std::size_t end = phrases_.adjunct_end(i, reach.end);
        if (end == i) return false;
        i = end;
    }
    return false;
}

Range VerbCues::content_from(std::size_t i, Frame frame, Range reach, const Range& subject) const {
    bool subordinate = false;
    // "Calling it dead, Orr left": the subject ends what stands before it.
    if (subject.begin > i && subject.begin < reach.end) reach.end = subject.begin;
    if (!subject.empty() && subject.begin > reach.begin) {
        std::size_t k = subject.begin;
        while (k > reach.begin + 1 && words_.kind(k - 1) == C::Adverb) --k;
        subordinate = is_one_of(words_[k - 1].lower,
                                {"if", "while", "although", "though", "when", "as", "because", "after",
                                 "since", "before", "whether", "once", "until", "unless"});
    }
    return content_after(phrases_, i, frame, reach, subordinate);
}

bool VerbCues::is_complementizer(std::size_t i, const Range& reach) const {
    if (!words_.is(i, "that") || i + 1 >= reach.end) return false;
    if (words_.kind(i) == C::Complementizer) return true;
    return words_.kind(i) != C::Determiner || words_.kind(i + 1) == C::Determiner ||
           words_.kind(i + 1) == C::Pronoun || words_.kind(i + 1) == C::Name ||
           words_.kind(i + 1) == C::Possessive;
}

bool VerbCues::is_adverbial_time(std::size_t i, const Range& reach) const {
    const Range phrase = phrases_.noun_phrase(i);
    if (!phrases_.is_time(phrase)) return false;
    const std::size_t end = phrases_.long_noun_phrase(i, reach.end).end;
    return !(end < reach.end && (is_finite(words_.kind(end)) || words_.is(end, "'s")));
}

bool VerbCues::begins_speech(const Range& quotation) const {
    return quotation.size() >= 6 || words_.is(quotation.end - 2, ".");
}

void VerbCues::object_frames(const Candidate& found, const Range& source, std::size_t i, const Range& reach) {
    if (i >= reach.end) return;
    std::size_t k = i;
    while (k < reach.end && words_.kind(k) == C::Adverb) ++k;
    if (k >= reach.end) return;
    const C kind = words_.kind(k);
    Candidate copy = found;
    if (const auto frame = preposition_frame(words_[k].lower); frame && kind != C::Adverb) {
        copy.cue.end = k + 1;
        emit(copy, *frame, source, {content_from(k + 1, *frame, reach, source)});
        return;
    }
    if (i > found.head + 1) copy.cue.end = i;
    if (kind == C::Pronoun && words_[k].lower.find("sel") != std::string_view::npos)
        return;  // "calling itself"
    const Range phrase = phrases_.noun_phrase(k);
    if (!phrase.empty() && phrase.begin == k && !phrases_.is_time(phrase)) {
        const std::size_t end = phrases_.long_noun_phrase(k, reach.end).end;
        Frame frame = Frame::Object;
        for (const std::size_t e : {phrase.end, end}) {
            if (e + 1 < reach.end && words_.kind(e) == C::To && words_.kind(e + 1) == C::Base)
                frame = Frame::ObjectClause;
        }
        emit(copy, frame, source, {content_from(k, frame, reach, source)});
        return;
    }
    if (kind == C::Gerund) {
        emit(copy, Frame::Gerund, source, {content_from(k, Frame::Gerund, reach, source)});
        return;
    }
    if (kind == C::Adjective || kind == C::Participle) {
        emit(copy, Frame::Adjective, source, {content_from(k, Frame::Adjective, reach, source)});
        return;
    }
    if (words_[k].opens) {
        emit(copy, Frame::Object, source, {content_from(k, Frame::Object, reach, source)});
    }
}

void VerbCues::passive_frames(const Candidate& found, const Range& reach) {
    std::size_t i = found.head + 1;
    const Range subject_range = subject(found, reach);
    if (found.lemma == "quote" && words_.is(i, "as") && words_.is(i + 1, "saying")) {
        Candidate copy = found;
        copy.cue.end = i + 2;
        const std::size_t next = skip_adjuncts(i + 2, reach);
        const Range speech = quotation_after(phrases_, i + 2);
        if (!speech.empty()) {
            emit(copy, Frame::Quotation, subject_range, {speech});
        } else if (next < reach.end && !stops(words_, next) && !words_.is(next, ",")) {
            emit(copy, Frame::Quotation, subject_range, {content_after(phrases_, next, Frame::That, reach)});
        } else if (!subject_range.empty()) {
            closing(copy, subject_range, subject_range.begin, next, {next, next});
        }
        return;
    }
    const bool it = subject_range.size() == 1 && words_.is(subject_range.begin, "it");
    if (i >= reach.end) {
        emit(found, Frame::Passive, {}, {subject_range});
        return;
    }
    if (words_.kind(i) == C::To && i + 1 < reach.end &&
        (words_.kind(i + 1) == C::Base || words_.kind(i + 1) == C::Adverb)) {
        emit(found, Frame::PassiveInfinitive, {},
             {subject_range, content_from(i, Frame::Infinitive, reach, subject_range)});
        return;
    }
    std::size_t k = i;
    if (it || found.lemma != "say") k = skip_adjuncts(i, reach);
    if (it && is_complementizer(k, reach)) {
        emit(found, Frame::PassiveThat, {}, {content_from(k, Frame::That, reach, subject_range)});
        return;
    }
    // "was claimed by two groups", also behind an adjunct.
    for (std::size_t b = i; b < std::min(k + 1, reach.end); ++b) {
        if (!words_.is(b, "by") || words_.kind(b) != C::Preposition) continue;
        const Range agent = source_after(phrases_, b + 1, reach.end);
        if (agent.empty() || phrases_.is_time(phrases_.noun_phrase(b + 1))) break;
        Candidate copy = found;
        copy.inverted = true;
        if (b == i) copy.cue.end = b + 1;
        emit(copy, Frame::PassiveBy, agent, {subject_range});
        return;
    }
    emit(found, Frame::Passive, {}, {subject_range, content_from(i, Frame::Object, reach, subject_range)});
}

}  // namespace hearsay::engine

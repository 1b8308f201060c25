#include "engine/articles/attribution/verb_cues.hpp"

#include <algorithm>

#include "engine/articles/attribution/contents.hpp"
#include "engine/articles/attribution/sources.hpp"

namespace hearsay::engine {
namespace {

using C = WordClass;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

bool VerbCues::source_is_missing(const Candidate& found, const Range& reach) const {
    if (found.cue.begin == reach.begin) return true;
    const Word& before = words_[found.cue.begin - 1];
    return before.lower == "," || before.closes || before.lower == "?" || before.text == "—" ||
           before.lower == "--" || (before.kind == C::Quote);
}

bool VerbCues::after_speech(const Candidate& found, const Range& source) const {
    if (source.empty() || source.begin < 2 || found.form != CueForm::Finite || source.end > found.cue.begin)
        return false;
    if (!words_[source.begin - 1].closes) return false;
    return is_one_of(words_[source.begin - 2].lower, {",", "?", "!", "--"}) ||
           words_[source.begin - 2].text == "—";
}

bool VerbCues::before_frame(const Candidate& found, const Range& source, std::size_t after,
                            const Range& next) {
    if (source.empty() || found.form == CueForm::Infinitive) return false;
    if (found.form == CueForm::Participial) return false;
    // "..., a claim police have denied"
    Range who = source;
    if (who.size() > 2 && words_.is(who.begin, "a") &&
        is_one_of(words_[who.begin + 1].lower,
                  {"claim", "charge", "suggestion", "notion", "version", "report"})) {
        who.begin += 2;
    }
    return closing(found, who, source.begin, after, next);
}

bool VerbCues::closing(const Candidate& found, const Range& source, std::size_t edge, std::size_t after,
                       const Range& next) {
    const Range sentence = phrases_.sentence(found.head);
    if (edge <= sentence.begin) return false;
    const Word& mark = words_[edge - 1];
    const bool quote = mark.closes;
    const bool comma = mark.lower == "," || mark.text == "—" || mark.lower == "--";
    if (!quote && !comma) return false;
    if (!quote && edge < sentence.begin + 3) return false;
    if (!quote && (found.verb->kind == CueKind::Intention || found.verb->kind == CueKind::Appearance))
        return false;
    const Range reach = bounds(found.head);
    Range content = content_before(phrases_, edge, quote ? sentence : reach);
    if (content.empty()) return false;
    if (!quote) {
        const std::size_t begin = content.begin;
        const bool splits = after + 1 < reach.end && words_.is(after, ",") && after == found.head + 1;
        if (phrases_.finite_verb(begin, content.end) == content.end &&
            !words_.titled(words_[found.head].sentence)) {
            // "The plan, he said, is dead"; "Overall, he said, it is dead"
            if (!splits || phrases_.finite_verb(after + 1, reach.end) == reach.end) return false;
            std::vector<Range> halves;
            const bool holds_noun = !phrases_.noun_phrase(content.end - 1).empty();
            if (holds_noun) halves.push_back(content);
            halves.push_back(content_from(after + 1, Frame::Clause, reach, source));
            emit(found, Frame::Before, source, halves);
            return true;
        }
        const WordClass first = words_.kind(begin);
        if ((first == C::Preposition || first == C::Wh) &&
            is_one_of(words_[begin].lower, {"as", "after", "while", "although", "though", "before", "since",
                                            "when", "if", "because"})) {
            // A clause of its own, unless the main clause stands between it and the cue.
            std::size_t pause = begin;
            while (pause < content.end && !words_.is(pause, ",")) ++pause;
            if (pause >= content.end || !phrases_.clause_at(pause + 1, content.end)) return false;
        }
    }
    std::vector<Range> pieces{content};
    Range more = next;
    if (more.empty() && quote) more = quotation_after(phrases_, sentence.end);
    if (!more.empty() && !(words_.is(more.begin - 1, ",")) && has_own_cue(more)) more.end = more.begin;
    if (!more.empty()) {
        more.end = through_open_paragraphs(phrases_, more);
        pieces.push_back(more);
    } else if (!quote && after + 1 < reach.end && words_.is(after, ",") && resumes(after + 1)) {
        pieces.push_back(content_from(after + 1, Frame::Clause, reach, source));
    }
    emit(found, Frame::Before, source, pieces);
    return true;
}

bool VerbCues::resumes(std::size_t i) const {
    const C kind = words_.kind(i);
    return kind != C::Gerund && kind != C::Wh && kind != C::Conjunction && kind != C::Preposition &&
           kind != C::Participle;
}

bool VerbCues::has_own_cue(const Range& quotation) const {
    if (quotation.end >= words_.size() || quotation.end < 2) return false;
    if (!words_[quotation.end - 1].closes || words_.is(quotation.end - 2, ".")) return false;
    return closing_cue(phrases_, quotation.end, phrases_.sentence(quotation.end).end);
}

bool VerbCues::inverted(const Candidate& found, const Range& reach) {
    if (found.verb->kind != CueKind::Speech || takes_hearer(found.lemma)) return false;
    const std::size_t i = found.head + 1;
    const Range base = phrases_.noun_phrase(i);
    const Range sentence = phrases_.sentence(found.head);
    if (base.empty() || base.begin != i || phrases_.is_time(base) ||
        words_[i].quotation != words_[found.head].quotation)
        return false;
    const Range source = source_after(phrases_, i, sentence.end);
    if (source.end < sentence.end && is_finite(words_.kind(source.end))) return false;
    Candidate copy = found;
    copy.inverted = true;
    const std::size_t after = skip_adjuncts(source.end, sentence);
    if (found.cue.begin == reach.begin) {
        if (after < sentence.end && (words_.is(after, ":") || words_.is(after, ","))) {
            emit(copy, Frame::Quotation, source,
                 {content_after(phrases_, after + 1, Frame::Quotation, sentence)});
            return true;
        }
        return false;
    }
    const Range next = quotation_after(phrases_, after);
    return closing(copy, source, found.cue.begin, after, next);
}

}  // namespace hearsay::engine

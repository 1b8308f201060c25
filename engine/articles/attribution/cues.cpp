#include "engine/articles/attribution/cues.hpp"

#include <algorithm>

#include "engine/articles/attribution/contents.hpp"
#include "engine/articles/attribution/phrase_cues.hpp"
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

// Verbs whose object is the hearer: "told reporters that".
bool takes_hearer(std::string_view lemma) {
    return is_one_of(lemma, {"tell", "assure", "remind", "inform", "warn", "ask", "convince", "persuade",
                             "advise", "caution", "notify", "reassure", "promise", "show", "email", "text"});
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

class Finder {
  public:
    explicit Finder(const Phrases& phrases) : phrases_(phrases), words_(phrases.words()) {}

    std::vector<Candidate> run() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (words_[i].sentence == Word::npos) continue;
            if (is_verb(words_[i].kind) && words_[i].kind != C::Modal) verb(i);
        }
        return std::move(out_);
    }

  private:
    // The stretch that a cue at word i can reach: its sentence, or the quotation around it within that.
    Range bounds(std::size_t i) const {
        Range out = phrases_.sentence(i);
        const std::size_t q = words_[i].quotation;
        if (q != Word::npos) {
            while (out.begin < i && words_[out.begin].quotation != q && !inside(out.begin, q)) ++out.begin;
            while (out.end > i + 1 && !inside(out.end - 1, q)) --out.end;
        }
        return out;
    }
    bool inside(std::size_t word, std::size_t quotation) const {
        const Span& span = words_.document().quotations[quotation].inside;
        return span.contains(words_[word].span);
    }

    void verb(std::size_t head) {
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

    // Whether a participle without auxiliary is a passive one rather than a past tense taken for one: it has
    // no object, and its sentence another finite verb.
    bool is_reduced(std::size_t head, const Range& reach) const {
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

    bool has_be(std::size_t group, std::size_t head) const {
        for (std::size_t k = group; k < head; ++k) {
            if (is_be(words_[k].lower) || words_.is(k, "'s")) return true;
        }
        return false;
    }

    void chain(Candidate& found, const Range& reach) const {
        const std::size_t to = found.cue.begin - 1;
        if (to <= reach.begin) return;
        std::size_t v = to - 1;
        if (words_.is(v, "on") && v > reach.begin) --v;
        if (!is_verb(words_.kind(v))) return;
        if (is_one_of(words_[v].lower, {"went", "go", "goes", "going", "continued", "continues", "continue",
                                        "came", "began"})) {
            found.cue.begin = group_begin(phrases_, v, reach.begin);
            found.form = CueForm::Finite;
            for (std::size_t k = found.cue.begin; k < v; ++k)
                found.negated = found.negated || is_negation(words_[k].lower);
        }
    }

    Range subject(const Candidate& found, const Range& reach) const {
        const std::size_t head = found.cue.begin < found.head ? std::min(found.head, found.head) : found.head;
        return subject_before(phrases_, found.cue.begin, head, reach.begin);
    }

    void emit(Candidate found, Frame frame, Range source, std::vector<Range> content) {
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

    // Adjuncts between the cue and its content: "said | in a statement on Tuesday | that".
    std::size_t skip_adjuncts(std::size_t i, const Range& reach) const {
        for (int n = 0; n < 4 && i < reach.end; ++n) {
            const std::size_t end = phrases_.adjunct_end(i, reach.end);
            if (end == i) break;
            i = end;
        }
        return i;
    }

    void active_frames(const Candidate& found, const Range& reach) {
        std::size_t i = found.head + 1;
        if (i < reach.end && words_.kind(i) == C::Particle) ++i;
        const Range source = subject(found, reach);
        // Inverted: `...," said Orr`, `said Orr: "..."`
        if (found.form == CueForm::Finite && source_is_missing(found, reach) && inverted(found, reach))
            return;

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

    // "the agency quoted Orr as saying": Orr is the source.
    bool quoted_as_saying(const Candidate& found, std::size_t i, const Range& reach) {
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
                return !subject_range.empty() &&
                       closing(copy, speaker, subject_range.begin, next, {next, next});
            }
            return true;
        }
        return false;
    }

    bool source_is_missing(const Candidate& found, const Range& reach) const {
        if (found.cue.begin == reach.begin) return true;
        const Word& before = words_[found.cue.begin - 1];
        return before.lower == "," || before.closes || before.lower == "?" || before.text == "—" ||
               before.lower == "--" || (before.kind == C::Quote);
    }

    // Content that begins at word i, or behind adjuncts that begin there. True if something was emitted.
    bool content_frames(const Candidate& found, const Range& source, std::size_t i, const Range& reach,
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
                                     found.verb->kind == CueKind::Speech &&
                                     !found.verb->takes(Frame::Object) && !phrases_.noun_phrase(i).empty();
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

    // Whether a quotation that ends in a comma, question or exclamation mark closes right before the source.
    bool after_speech(const Candidate& found, const Range& source) const {
        if (source.empty() || source.begin < 2 || found.form != CueForm::Finite ||
            source.end > found.cue.begin)
            return false;
        if (!words_[source.begin - 1].closes) return false;
        return is_one_of(words_[source.begin - 2].lower, {",", "?", "!", "--"}) ||
               words_[source.begin - 2].text == "—";
    }

    // Content from word i on, for a cue whose subject is `subject`.
    Range content_from(std::size_t i, Frame frame, Range reach, const Range& subject) const {
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

    bool is_complementizer(std::size_t i, const Range& reach) const {
        if (!words_.is(i, "that") || i + 1 >= reach.end) return false;
        if (words_.kind(i) == C::Complementizer) return true;
        return words_.kind(i) != C::Determiner || words_.kind(i + 1) == C::Determiner ||
               words_.kind(i + 1) == C::Pronoun || words_.kind(i + 1) == C::Name ||
               words_.kind(i + 1) == C::Possessive;
    }

    // A quotation that is more than a word or two.
    bool begins_speech(const Range& quotation) const {
        return quotation.size() >= 6 || words_.is(quotation.end - 2, ".");
    }

    // `...," he said` and `..., he said, ...`. `after` is the word behind the cue and its adjuncts, `next` a
    // quotation that follows there, or nothing.
    bool before_frame(const Candidate& found, const Range& source, std::size_t after, const Range& next) {
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

    bool closing(const Candidate& found, const Range& source, std::size_t edge, std::size_t after,
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
                is_one_of(words_[begin].lower, {"as", "after", "while", "although", "though", "before",
                                                "since", "when", "if", "because"})) {
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

    // "on Monday", but not "each year of school costs"
    bool is_adverbial_time(std::size_t i, const Range& reach) const {
        const Range phrase = phrases_.noun_phrase(i);
        if (!phrases_.is_time(phrase)) return false;
        const std::size_t end = phrases_.long_noun_phrase(i, reach.end).end;
        return !(end < reach.end && (is_finite(words_.kind(end)) || words_.is(end, "'s")));
    }

    // Whether the words after "..., he said," go on with what is said rather than with the telling.
    bool resumes(std::size_t i) const {
        const C kind = words_.kind(i);
        return kind != C::Gerund && kind != C::Wh && kind != C::Conjunction && kind != C::Preposition &&
               kind != C::Participle;
    }

    // Whether a cue stands right behind the quotation: `"And we sleep," she added`.
    bool has_own_cue(const Range& quotation) const {
        if (quotation.end >= words_.size() || quotation.end < 2) return false;
        if (!words_[quotation.end - 1].closes || words_.is(quotation.end - 2, ".")) return false;
        return closing_cue(phrases_, quotation.end, phrases_.sentence(quotation.end).end);
    }

    // "said Orr" after a quotation or a comma.
    bool inverted(const Candidate& found, const Range& reach) {
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

    void object_frames(const Candidate& found, const Range& source, std::size_t i, const Range& reach) {
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

    void passive_frames(const Candidate& found, const Range& reach) {
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
                emit(copy, Frame::Quotation, subject_range,
                     {content_after(phrases_, next, Frame::That, reach)});
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
        emit(found, Frame::Passive, {},
             {subject_range, content_from(i, Frame::Object, reach, subject_range)});
    }

    const Phrases& phrases_;
    const Words& words_;
    std::vector<Candidate> out_;
};

}  // namespace

std::vector<Candidate> find_candidates(const Phrases& phrases) {
    std::vector<Candidate> out = Finder(phrases).run();
    find_phrase_cues(phrases, out);
    std::stable_sort(out.begin(), out.end(),
                     [](const Candidate& a, const Candidate& b) { return a.head < b.head; });
    return out;
}

}  // namespace hearsay::engine

#include "engine/articles/attribution/contents.hpp"

#include <algorithm>

namespace hearsay::engine {
namespace {

using C = WordClass;

// The innermost closed or open quotation whose opening mark is word `i`; nullptr if it is no such mark.
const Quotation* opened_by(const Words& words, std::size_t i) {
    if (i >= words.size() || !words[i].opens) return nullptr;
    return &words.document().quotations[words[i].marks];
}

// Word after the quotation's last.
std::size_t end_of(const Words& words, const Quotation& quotation) {
    return words.at_byte(quotation.span.end);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

bool closing_cue(const Phrases& phrases, std::size_t i, std::size_t limit) {
    const Words& words = phrases.words();
    if (words.is(i, "according")) return true;
    const CueVerb* inverted = cue_verb(words[i].lower);
    if (inverted != nullptr && is_finite(words.kind(i)) && inverted->kind == CueKind::Speech) {
        const Range next = phrases.noun_phrase(i + 1);
        return !next.empty() && next.begin == i + 1;
    }
    const Range subject = phrases.long_noun_phrase(i, limit);
    if (subject.empty()) return false;
    std::size_t k = subject.end;
    while (k < limit && (words.kind(k) == C::Adverb || is_auxiliary(words[k].lower))) ++k;
    if (k >= limit) return false;
    const CueVerb* verb = cue_verb(words[k].lower);
    if (verb == nullptr || verb->kind != CueKind::Speech ||
        !(is_finite(words.kind(k)) || words.kind(k) == C::Participle))
        return false;
    std::size_t end = k + 1;
    for (int n = 0; n < 3; ++n) end = std::max(end, phrases.adjunct_end(end, limit));
    return end >= limit || words.is(end, ".") || words.is(end, ",") || words.is(end, ";");
}

namespace {

// Walks from the content's beginning to where it ends.
class EndFinder {
  public:
    EndFinder(const Phrases& phrases, Frame frame, const Range& bounds, bool subordinate)
        : phrases_(phrases),
          words_(phrases.words()),
          bounds_(bounds),
          frame_(frame),
          clausal_(frame == Frame::That || frame == Frame::Clause || frame == Frame::Question ||
                   frame == Frame::Quotation || frame == Frame::PassiveThat),
          subordinate_(subordinate) {}

    std::size_t find(std::size_t begin) const {
        int brackets = 0;
        std::size_t i = begin;
        while (i < bounds_.end) {
            const Word& word = words_[i];
            if (const Quotation* quotation = opened_by(words_, i)) {
                const std::size_t end = end_of(words_, *quotation);
                if (end > i) {
                    i = end;
                    if (i >= bounds_.end) break;
                    // A quotation that ends its sentence ends the content.
                    if (words_[i - 1].closes && is_one_of(words_[i - 2].lower, {".", "!", "?"})) break;
                    if (words_[i - 1].closes && words_.is(i - 2, ",") && ends_after_comma(i)) break;
                    continue;
                }
            }
            if (word.lower == "(") ++brackets;
            if (word.lower == ")" && brackets-- == 0) break;
            if (brackets == 0 && i > begin) {
                if (word.lower == ";" || (word.lower == "according" && words_.is(i + 1, "to"))) break;
                if (!clausal_ && word.lower == ":") break;
                if (is_dash(i) && i + 1 < bounds_.end &&
                    is_one_of(words_[i + 1].lower, {"but", "and", "though", "although"}))
                    break;
                if (frame_ == Frame::Object &&
                    is_one_of(word.lower, {"after", "before", "during", "amid", "when", "while"}))
                    break;
                if (word.lower == "," && i + 1 < bounds_.end && ends_after_comma(i + 1)) break;
                if (!clausal_ && (word.lower == "and" || word.lower == "but") && coordinate_verb(i + 1))
                    break;
                if (clausal_ && (word.lower == "and" || word.lower == "but") && coordinate_cue(i + 1)) break;
                if (clausal_ && i > begin + 2 &&
                    is_one_of(word.lower, {"as", "while", "after", "before", "when"}) && cue_clause(i + 1)) {
                    break;
                }
            }
            ++i;
        }
        while (i > begin &&
               (is_one_of(words_[i - 1].lower, {".", ",", ";", "--", ":"}) || words_[i - 1].text == "—"))
            --i;
        return i;
    }

  private:
    bool is_dash(std::size_t i) const {
        return is_one_of(words_[i].lower, {"-", "--"}) || words_[i].text == "—" || words_[i].text == "–";
    }

    std::size_t past_adverbs(std::size_t i) const {
        while (i < bounds_.end && words_.kind(i) == C::Adverb) ++i;
        return i;
    }

    // Whether the content ends before the comma that stands before word `next`.
    bool ends_after_comma(std::size_t next) const {
        if (closing_cue(phrases_, next, bounds_.end)) return true;
        const CueVerb* cue = cue_verb(words_[next].lower);
        const C kind = words_.kind(next);
        if (kind == C::Gerund && cue != nullptr && cue->kind == CueKind::Speech)
            return true;  // ", adding that"
        if (is_one_of(words_[next].lower, {"but", "while", "though", "although", "whereas"})) {
            if (phrases_.clause_at(next + 1, bounds_.end)) return true;
            if (words_.is(next, "but") && coordinate_verb(next + 1)) return true;
        }
        if (words_.is(next, "and") || words_.is(next, "or")) {
            if (coordinate_verb(next + 1)) return true;
            if (!clausal_ && phrases_.clause_at(next + 1, bounds_.end)) return true;
            const Range subject = phrases_.long_noun_phrase(past_adverbs(next + 1), bounds_.end);
            if (!subject.empty()) {
                std::size_t v = subject.end;
                while (v < bounds_.end && (words_.kind(v) == C::Adverb || is_auxiliary(words_[v].lower))) ++v;
                const CueVerb* verb = v < bounds_.end ? cue_verb(words_[v].lower) : nullptr;
                if (verb != nullptr && verb->kind == CueKind::Speech) return true;
            }
        }
        if (frame_ == Frame::Object || frame_ == Frame::Gerund) {
            if (words_.is(next, "which") || words_.is(next, "who") || is_finite(kind)) return true;
        }
        if (subordinate_) {
            // "while he said it would hold, it fell"
            const Range subject = phrases_.long_noun_phrase(next, bounds_.end);
            if (!subject.empty() && subject.begin == next) {
                const std::size_t v = past_adverbs(subject.end);
                if (v < bounds_.end && is_finite(words_.kind(v))) return true;
            }
        }
        return false;
    }

    // "and | left": a verb that shares the cue's subject.
    bool coordinate_verb(std::size_t i) const {
        i = past_adverbs(i);
        if (i < bounds_.end && words_.kind(i) == C::Participle && cue_verb(words_[i].lower) != nullptr &&
            frame_ != Frame::Infinitive) {
            return true;
        }
        return i < bounds_.end && is_finite(words_.kind(i)) &&
               (frame_ != Frame::Infinitive || words_.kind(i) != C::Present);
    }

    // "as | two groups claimed": a clause with a cue of its own.
    bool cue_clause(std::size_t i) const {
        const Range subject = phrases_.noun_phrase(i);
        if (subject.empty() || subject.begin != i || words_.kind(i) == C::Pronoun) return false;
        const std::size_t verb = phrases_.finite_verb(i, bounds_.end);
        if (verb >= bounds_.end) return false;
        const CueVerb* cue = cue_verb(words_[verb].lower);
        return cue != nullptr && cue->kind == CueKind::Speech && words_.kind(verb) != C::Modal;
    }

    // "and | announced": a further cue of the same subject.
    bool coordinate_cue(std::size_t i) const {
        i = past_adverbs(i);
        if (i >= bounds_.end || !(words_.kind(i) == C::Past || words_.kind(i) == C::Present)) return false;
        const CueVerb* verb = cue_verb(words_[i].lower);
        return verb != nullptr && verb->kind == CueKind::Speech;
    }

    const Phrases& phrases_;
    const Words& words_;
    Range bounds_;
    Frame frame_;
    bool clausal_;
    bool subordinate_;
};

}  // namespace

Range content_after(const Phrases& phrases, std::size_t begin, Frame frame, Range bounds, bool subordinate) {
    return {begin, EndFinder(phrases, frame, bounds, subordinate).find(begin)};
}

namespace {

// Where a quotation begins that paragraph after paragraph opens anew without closing, the last time at word
// `begin`.
std::size_t back_through_open_paragraphs(const Words& words, std::size_t begin) {
    const auto& quotations = words.document().quotations;
    while (begin > 0 && words[begin].opens && words[begin - 1].quotation != Word::npos) {
        const Quotation& open = quotations[words[begin - 1].quotation];
        if (open.closed || open.span.end != words[begin - 1].span.end) break;
        begin = words.at_byte(open.span.begin);
    }
    return begin;
}

}  // namespace

Range content_before(const Phrases& phrases, std::size_t end, Range bounds) {
    const Words& words = phrases.words();
    std::size_t begin = bounds.begin;
    std::size_t last = end;
    while (last > begin && words.is(last - 1, ",")) --last;
    if (last > 0 && words[last - 1].closes) {
        // From the quotation's opening mark, or from the sentence's beginning if words stand before the mark.
        const Quotation& q = words.document().quotations[words[last - 1].marks];
        const std::size_t open = words.at_byte(q.span.begin);
        const Range sentence = phrases.sentence(open);
        begin = open;
        if (open > sentence.begin && open >= bounds.begin) {
            // Mixed: `The plan was "dead," he said`.
            bool words_before = false;
            for (std::size_t k = sentence.begin; k < open; ++k) {
                words_before = words_before || words.kind(k) != C::Mark;
            }
            const bool cue_before = open > 0 && (words.is(open - 1, ",") || words.is(open - 1, ":"));
            if (words_before && !cue_before) begin = sentence.begin;
        }
        begin = back_through_open_paragraphs(words, begin);
    }
    while (begin < last && (words.kind(begin) == C::Conjunction)) ++begin;
    return {begin, last};
}

Range quotation_after(const Phrases& phrases, std::size_t end) {
    const Words& words = phrases.words();
    std::size_t i = end;
    while (i < words.size() && (words.is(i, ".") || words.is(i, ",") || words.is(i, ":") || words.is(i, ";")))
        ++i;
    if (i >= words.size() || end == 0) return {end, end};
    const Quotation* quotation = opened_by(words, i);
    if (quotation == nullptr) return {end, end};
    const auto& sentences = words.document().sentences;
    const std::size_t a = words[end - 1].sentence;
    const std::size_t b = words[i].sentence;
    if (a == Word::npos || b == Word::npos) return {end, end};
    // The next paragraph only behind a colon.
    const std::size_t apart = sentences[b].paragraph - sentences[a].paragraph;
    if (apart != 0 && !(apart == 1 && words.is(i - 1, ":"))) return {end, end};
    return {i, end_of(words, *quotation)};
}

Range paragraph_after(const Phrases& phrases, std::size_t end) {
    const Words& words = phrases.words();
    if (end == 0 || end >= words.size()) return {end, end};
    const auto& sentences = words.document().sentences;
    const std::size_t a = words[end - 1].sentence;
    std::size_t b = words[end].sentence;
    if (a == Word::npos || b == Word::npos || sentences[b].paragraph != sentences[a].paragraph + 1)
        return {end, end};
    const std::size_t paragraph = sentences[b].paragraph;
    while (b + 1 < sentences.size() && sentences[b + 1].paragraph == paragraph) ++b;
    return {end, sentences[b].last_token};
}

std::size_t through_open_paragraphs(const Phrases& phrases, Range content) {
    const Words& words = phrases.words();
    const auto& document = words.document();
    std::size_t end = content.end;
    while (true) {
        // Is the quotation that ends here open?
        if (end == 0 || end >= words.size() || words[end - 1].quotation == Word::npos) return end;
        const Quotation& open = document.quotations[words[end - 1].quotation];
        if (open.closed || open.span.end != words[end - 1].span.end) return end;
        const Quotation* next = opened_by(words, end);
        if (next == nullptr) return end;
        const std::size_t reach = end_of(words, *next);
        if (reach <= end) return end;
        end = reach;
    }
}

}  // namespace hearsay::engine

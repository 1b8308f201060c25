#include "engine/articles/attribution/sources.hpp"

#include <algorithm>

#include "engine/articles/attribution/cue_verbs.hpp"
#include "engine/articles/characters.hpp"

namespace hearsay::engine {
namespace {

using C = WordClass;

bool is_comma(const Words& words, std::size_t i) {
    return words.is(i, ",") || words.is(i, "--") || words.is(i, "-") || words[i].text == "—" ||
           words[i].text == "–";
}

class SubjectFinder {
  public:
    SubjectFinder(const Phrases& phrases, std::size_t limit)
        : phrases_(phrases), words_(phrases.words()), limit_(limit) {}

    Range find(std::size_t group, std::size_t head, int depth) const {
        const Range none{group, group};
        if (depth > 4 || group <= limit_) return participial(group, head, depth);
        const std::size_t last = group - 1;
        const Word& word = words_[last];
        // "both groups all said", "Orr later said", "Orr herself said"
        const bool floating = word.lower == "both" || word.lower == "all" || word.lower == "each" ||
                              word.lower == "later" || word.lower == "earlier" ||
                              (word.kind == C::Pronoun && word.lower.find("sel") != std::string_view::npos);
        if (floating && last > limit_ &&
            (!phrases_.noun_phrase(last - 1).empty() || words_.is(last - 1, ","))) {
            return find(last, head, depth + 1);
        }
        if (word.kind == C::Wh || word.kind == C::Complementizer) return relative(group);
        if (word.kind == C::To) return of_infinitive(last, depth);
        const Range base = phrases_.noun_phrase(last);
        if (!base.empty() && base.end == group && base.begin >= limit_)
            return noun_phrase(group, head, depth);
        if (word.closes) {
            const Range quoted = quoted_noun(group);
            if (quoted.empty() && words_.kind(head) == C::Gerund) return participial(group, head, depth);
            return quoted;
        }
        static constexpr std::string_view quantities[] = {"most", "many", "some", "others", "several",
                                                          "few",  "half", "more", "nobody"};
        if (std::find(std::begin(quantities), std::end(quantities), word.lower) != std::end(quantities))
            return {last, group};
        if (is_comma(words_, last) || word.lower == ")") {
            const Range found = across_comma(group);
            if (!found.empty()) return found;
            if (words_.kind(head) == C::Gerund || words_.kind(head) == C::Participle)
                return participial(group, head, depth);
            return previous_verb(last, depth);
        }
        if (word.kind == C::Conjunction) return previous_verb(last, depth);
        if (word.kind == C::Preposition && words_.kind(head) == C::Gerund)
            return participial(last, head, depth);
        if (words_.kind(head) == C::Gerund) return participial(group, head, depth);
        if (is_verb(word.kind)) return previous_verb(group, depth);
        return none;
    }

  private:
    // "the self-styled “liberation forces” said"
    Range quoted_noun(std::size_t group) const {
        const std::size_t close = group - 1;
        if (close < limit_ + 2 || words_.kind(close - 1) == C::Mark) return {group, group};
        std::size_t open = close;
        while (open > limit_ && !words_[open].opens) --open;
        if (!words_[open].opens || close - open > 7) return {group, group};
        std::size_t begin = open;
        while (begin > limit_ &&
               (words_.kind(begin - 1) == C::Adjective || words_.kind(begin - 1) == C::Determiner ||
                words_.kind(begin - 1) == C::Possessive || is_nominal(words_.kind(begin - 1)))) {
            --begin;
        }
        return {begin, group};
    }

    // "who said": gold standards take the relative pronoun itself.
    Range relative(std::size_t group) const {
        const std::string_view low = words_[group - 1].lower;
        if (low == "who" || low == "which" || low == "that") {
            if (low == "that" && (group < limit_ + 2 || phrases_.noun_phrase(group - 2).empty()))
                return {group, group};
            return {group - 1, group};
        }
        return {group, group};
    }

    Range noun_phrase(std::size_t group, std::size_t head, int depth) const {
        const Range base = phrases_.noun_phrase(group - 1);
        if (phrases_.is_time(base)) {
            // "Orr on Tuesday said", "Orr Tuesday said"
            std::size_t k = base.begin;
            if (k > limit_ && words_.kind(k - 1) == C::Preposition) --k;
            if (k > limit_) {
                const Range before = phrases_.noun_phrase(k - 1);
                if (!before.empty() && before.end == k && !phrases_.is_time(before))
                    return phrases_.noun_phrase_before(k, limit_);
            }
            if (k > limit_ && is_comma(words_, k - 1)) return find(k, head, depth + 1);
        }
        const bool finite = is_finite(words_.kind(head)) || words_.kind(head) == C::Participle;
        Range out = phrases_.noun_phrase_before(group, limit_, finite);
        if (out.begin > limit_ && words_.kind(out.begin) != C::Pronoun &&
            words_.kind(out.begin - 1) == C::Preposition) {
            const std::string_view low = words_[out.begin - 1].lower;
            // "the man in | the video said" ends up here only where the preposition has no noun before it.
            if (low == "by" || low == "of") return {group, group};
        }
        return out;
    }

    // ", a baker from Velk, said"; ", meanwhile, said"; "(R-Velk) said".
    Range across_comma(std::size_t group) const {
        const std::size_t close = group - 1;
        if (words_.is(close, ")")) {
            for (std::size_t k = close; k-- > limit_;) {
                if (!words_.is(k, "(")) continue;
                if (k <= limit_) break;
                Range before = phrases_.noun_phrase_before(k, limit_);
                if (!before.empty()) return {before.begin, group};
                break;
            }
            return {group, group};
        }
        int commas = 0;
        Range fallback{group, group};
        for (std::size_t k = close; k-- > limit_ + 1 && commas < 4;) {
            if (words_.is(k, ";") || words_.is(k, ":")) break;
            if (!is_comma(words_, k)) continue;
            ++commas;
            std::size_t edge = k;
            if (words_.is(k - 1, ")")) {
                while (edge > limit_ + 1 && k - edge < 7 && !words_.is(edge, "(")) --edge;
            }
            const Range base = phrases_.noun_phrase(edge - 1);
            if (base.empty() || base.end != edge || phrases_.is_time(base)) continue;
            Range before = phrases_.noun_phrase_before(edge, limit_);
            before.end = k;
            if (before.empty() || !subject_like(before.begin)) continue;
            const int kind = parenthesis(k + 1, close);
            if (kind == 0) continue;
            const Range whole = kind == 1 ? before : Range{before.begin, close};
            // "Orr, minister of roads, bridges, and dams, said": a bare noun behind a comma is hardly where
            // the subject begins.
            const C first = words_.kind(before.begin);
            const bool bare = first == C::Noun && before.begin > limit_ && is_comma(words_, before.begin - 1);
            if (!bare) return whole;
            if (fallback.empty()) fallback = whole;
        }
        if (!fallback.empty()) return fallback;
        // "Ilse Orr (Velk), said"; "the mayor, said"
        std::size_t edge = close;
        if (edge > limit_ && words_.is(edge - 1, ")")) {
            while (edge > limit_ + 1 && close - edge < 7 && !words_.is(edge, "(")) --edge;
        }
        const Range lone = phrases_.noun_phrase_before(edge, limit_);
        if (!lone.empty() && edge < close && subject_like(lone.begin)) return {lone.begin, close};
        return {group, group};
    }

    // Whether a subject may begin here: nothing before it asks for an object.
    bool subject_like(std::size_t begin) const {
        if (begin <= limit_) return true;
        const Word& word = words_[begin - 1];
        switch (word.kind) {
            case C::Mark:
            case C::Quote:
            case C::Conjunction:
            case C::Complementizer:
            case C::Wh:
            case C::Other:
                return true;
            case C::Preposition:
                return word.lower == "while" || word.lower == "as" || word.lower == "because" ||
                       word.lower == "if" || word.lower == "although" || word.lower == "though" ||
                       word.lower == "after" || word.lower == "since" || word.lower == "before" ||
                       word.lower == "like";
            case C::Past:
            case C::Present:
            case C::Base:
            case C::Gerund:
                return words_.is(begin - 1, "said") || words_.is(begin - 1, "says");
            case C::Noun:
            case C::Name:
            case C::Adverb:
                return true;
            default:
                return false;
        }
    }

    // What [begin, end) between commas is: 0 no parenthesis, 1 one to leave out, 2 apposition.
    int parenthesis(std::size_t begin, std::size_t end) const {
        if (begin >= end) return 0;
        const Word& first = words_[begin];
        if (first.kind != C::Wh && !words_.is(begin, "whose") && phrases_.finite_verb(begin, end) < end)
            return 0;
        if (end - begin <= 4) {
            static constexpr std::string_view left_out[] = {
                "meanwhile", "however", "too", "also", "though", "in",      "for",
                "then",      "of",      "on",  "at",   "by",     "instead", "during"};
            for (const auto low : left_out) {
                if (first.lower == low) return low == "of" && end - begin > 2 ? 2 : 1;
            }
        }
        if (first.lower == "including" || first.lower == "whose") return 2;
        switch (first.kind) {
            case C::Determiner:
            case C::Possessive:
            case C::Adjective:
            case C::Noun:
            case C::Name:
            case C::Number:
            case C::Wh:
                return 2;
            case C::Adverb:
                return end - begin <= 2 ? 1 : 2;
            case C::Participle:
            case C::Past:
            case C::Gerund:
                return 1 + (first.kind == C::Participle || first.kind == C::Past ? 1 : 0);
            case C::Preposition:
                return first.lower == "of" || first.lower == "from" ? 2 : 1;
            case C::Conjunction:
                return 2;
            case C::Quote:
                return 2;
            default:
                return 0;
        }
    }

    // The subject of the clause before word `end` ("praised the plan and | said", "left, | saying"): that of
    // the nearest verb of speech, else of the nearest finite verb outside relative clauses.
    Range previous_verb(std::size_t end, int depth) const {
        std::size_t nearest = end;
        for (std::size_t k = end; k-- > limit_;) {
            if (words_.is(k, ";") || words_.is(k, ":")) break;
            if (!is_finite(words_.kind(k)) || words_.quotation_of(k) != words_.quotation_of(end)) continue;
            const CueVerb* cue = cue_verb(words_[k].lower);
            const bool speech = cue != nullptr && cue->kind == CueKind::Speech && words_.kind(k) != C::Modal;
            if (!speech && nearest != end) continue;
            const std::size_t group = group_begin(phrases_, k, limit_);
            const bool relative =
                group > limit_ && (words_.kind(group - 1) == C::Wh || words_.is(group - 1, "that"));
            if (relative) continue;
            nearest = k;
            if (speech) break;
        }
        if (nearest == end) return {end, end};
        if (is_be(words_[nearest].lower)) {
            // "was confirmed by Orr, adding"
            for (std::size_t k = nearest + 1; k + 1 < end && k < nearest + 4; ++k) {
                if (words_.is(k, "by") && words_.kind(k - 1) == C::Participle)
                    return source_after(phrases_, k + 1, end);
            }
        }
        const Range found = find(group_begin(phrases_, nearest, limit_), nearest, depth + 1);
        if (!found.empty()) return found;
        // "..., said Orr, adding"
        const CueVerb* cue = cue_verb(words_[nearest].lower);
        if (cue != nullptr && cue->kind == CueKind::Speech) return source_after(phrases_, nearest + 1, end);
        return {end, end};
    }

    // "..., saying", "By saying", "Calling it dead, Orr left"
    Range participial(std::size_t group, std::size_t head, int depth) const {
        if (depth > 4) return {group, group};
        if (words_.kind(head) != C::Gerund && words_.kind(head) != C::Participle &&
            words_.kind(head) != C::Past)
            return {group, group};
        const Range found = group > limit_ ? previous_verb(group, depth) : Range{group, group};
        if (!found.empty()) return found;
        // Nothing stands before: the subject follows the comma.
        const Range sentence = phrases_.sentence(head);
        for (std::size_t k = head + 1; k + 1 < sentence.end; ++k) {
            if (!words_.is(k, ",")) continue;
            const Range base = phrases_.noun_phrase(k + 1);
            if (base.empty() || base.begin != k + 1) continue;
            const Range full = phrases_.long_noun_phrase(k + 1, sentence.end);
            std::size_t v = full.end;
            while (v < sentence.end && words_.kind(v) == C::Adverb) ++v;
            if (v < sentence.end && (is_verb(words_.kind(v)) || words_.is(v, ","))) return full;
        }
        return {group, group};
    }

    // "declined to say", "urged Orr to say"
    Range of_infinitive(std::size_t to, int depth) const {
        for (std::size_t k = to; k-- > limit_;) {
            const C kind = words_.kind(k);
            if (words_.is(k, ";") || words_.is(k, ":")) break;
            if (!is_verb(kind)) continue;
            const std::size_t group = group_begin(phrases_, k, limit_);
            return find(group, k, depth + 1);
        }
        return {to, to};
    }

    const Phrases& phrases_;
    const Words& words_;
    std::size_t limit_;
};

}  // namespace

std::size_t group_begin(const Phrases& phrases, std::size_t head, std::size_t limit) {
    const Words& words = phrases.words();
    std::size_t i = head;
    while (i > limit) {
        const Word& before = words[i - 1];
        if (is_negation(before.lower)) {
            --i;
        } else if (before.kind == C::Adverb) {
            --i;
        } else if (is_auxiliary(before.lower) && (is_verb(before.kind) || before.lower[0] == '\'')) {
            if (before.kind == C::Genitive && words.kind(head) == C::Past) break;
            --i;
        } else if (i > limit + 2 && phrases.is_time(phrases.noun_phrase(i - 1))) {
            // "has on Wednesday dismissed"
            std::size_t k = phrases.noun_phrase(i - 1).begin;
            if (k > limit && words.kind(k - 1) == C::Preposition) --k;
            const bool split =
                k > limit && k < i && (is_have(words[k - 1].lower) || is_be(words[k - 1].lower));
            if (!split || words.kind(head) == C::Gerund) break;
            i = k - 1;
        } else if (before.lower == "'s" &&
                   (words.kind(head) == C::Participle || words.kind(head) == C::Gerund) &&
                   before.kind != C::Genitive) {
            --i;
        } else {
            break;
        }
    }
    // An adverb at the sentence's beginning stands by itself.
    while (i < head && words.kind(i) == C::Adverb && !is_negation(words[i].lower) && i == limit) ++i;
    return i;
}

Range subject_before(const Phrases& phrases, std::size_t group, std::size_t head, std::size_t limit) {
    return SubjectFinder(phrases, limit).find(group, head, 0);
}

Range source_after(const Phrases& phrases, std::size_t begin, std::size_t limit) {
    const Words& words = phrases.words();
    Range out = phrases.long_noun_phrase(begin, limit);
    if (out.empty() || words.kind(begin) == C::Pronoun) return out;
    // Apposition: ", a baker from Velk", ", who ...".
    while (out.end + 1 < limit && words.is(out.end, ",")) {
        const std::size_t i = out.end + 1;
        const C kind = words.kind(i);
        std::size_t end = i;
        if (kind == C::Determiner || kind == C::Possessive || words.is(i, "who") || words.is(i, "whose") ||
            (kind == C::Noun && words.kind(i + 1) != C::Mark) || kind == C::Adjective || kind == C::Number ||
            kind == C::Name) {
            if (words.is(i, "who") || words.is(i, "whose")) {
                while (end < limit && !words.is(end, ",")) ++end;
            } else {
                const Range next = phrases.long_noun_phrase(i, limit);
                if (next.empty() || phrases.is_time(phrases.noun_phrase(i))) break;
                end = next.end;
                // A clause begins here: "according to Orr, the plan is dead".
                std::size_t v = end;
                while (v < limit && words.kind(v) == C::Adverb) ++v;
                if (v < limit && (is_finite(words.kind(v)) || words.is(v, "'s"))) break;
            }
        }
        if (end == i) break;
        out.end = end;
    }
    // "a clerk involved in the purchase", "the man who built it", up to a comma or the end.
    if (out.end < limit && (words.kind(out.end) == C::Participle || words.kind(out.end) == C::Gerund ||
                            words.is(out.end, "who"))) {
        std::size_t end = out.end;
        while (end < limit && words.kind(end) != C::Mark && words.kind(end) != C::Quote) ++end;
        const bool clause = !words.is(out.end, "who") && phrases.finite_verb(out.end, end) < end;
        if (!clause && (end == limit || words.is(end, ".") || words.is(end, ","))) out.end = end;
    }
    if (out.end < limit && words.is(out.end, "(")) {
        std::size_t k = out.end;
        while (k < limit && !words.is(k, ")")) ++k;
        if (k < limit && k - out.end < 6) out.end = k + 1;
    }
    return out;
}

}  // namespace hearsay::engine

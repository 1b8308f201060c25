#include "engine/articles/attribution/contents.hpp"

#include <algorithm>

namespace hearsay::engine {
namespace {

using C = WordClass;

// The innermost closed or open quotation whose opening mark is word `i`; nullptr if it is no such mark.
const Quotation* opened_by(const Words& words, std::size_t i) {
    if (i >= words.size() || !words[i].opens) return nullptr;
    const auto& all = words.document().quotations;
    const auto found = std::lower_bound(all.begin(), all.end(), words[i].span.begin,
                                        [](const Quotation& q, std::size_t b) { return q.span.begin < b; });
    return found != all.end() && found->span.begin == words[i].span.begin ? &*found : nullptr;
}

// Word after the quotation's last.
std::size_t end_of(const Words& words, const Quotation& quotation) {
    return words.at_byte(quotation.span.end);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

// Whether "he said" or "said Orr" stands at word `i`, right after a comma: a cue that closes what came
// before.
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

}  // namespace

Range content_after(const Phrases& phrases, std::size_t begin, Frame frame, Range bounds) {
    const Words& words = phrases.words();
    const bool clausal = frame == Frame::That || frame == Frame::Clause || frame == Frame::Question ||
                         frame == Frame::Quotation || frame == Frame::PassiveThat;
    std::size_t i = begin;
    int brackets = 0;
    while (i < bounds.end) {
        const Word& word = words[i];
        if (const Quotation* quotation = opened_by(words, i)) {
            const std::size_t end = end_of(words, *quotation);
            if (end > i) {
                i = end;
                // A quotation that ends its sentence ends the content.
                if (i >= bounds.end) break;
                if (words[i - 1].closes && i >= 2 && is_one_of(words[i - 2].lower, {".", "!", "?"})) break;
                continue;
            }
        }
        if (word.lower == "(") ++brackets;
        if (word.lower == ")") {
            if (brackets == 0) break;
            --brackets;
        }
        if (brackets == 0 && i > begin) {
            if (word.lower == ";") break;
            if (word.lower == "," && i + 1 < bounds.end) {
                const std::size_t next = i + 1;
                if (closing_cue(phrases, next, bounds.end)) break;
                const C kind = words.kind(next);
                const CueVerb* cue = cue_verb(words[next].lower);
                if (cue != nullptr && kind == C::Gerund && cue->kind == CueKind::Speech) break;
                if (is_one_of(words[next].lower, {"but", "while", "though", "although", "whereas"}) &&
                    (words.is(next, "but") || clausal || true) && phrases.clause_at(next + 1, bounds.end)) {
                    break;
                }
                if (words.is(next, "and") || words.is(next, "or")) {
                    // ", and said", ", and he said"
                    std::size_t k = next + 1;
                    while (k < bounds.end && words.kind(k) == C::Adverb) ++k;
                    if (k < bounds.end && is_finite(words.kind(k))) break;
                    if (!clausal && phrases.clause_at(next + 1, bounds.end)) break;
                    const Range subject = phrases.long_noun_phrase(k, bounds.end);
                    if (!subject.empty()) {
                        std::size_t v = subject.end;
                        while (v < bounds.end && (words.kind(v) == C::Adverb || is_auxiliary(words[v].lower)))
                            ++v;
                        const CueVerb* verb = v < bounds.end ? cue_verb(words[v].lower) : nullptr;
                        if (verb != nullptr && verb->kind == CueKind::Speech) break;
                    }
                }
                if (words.is(next, "according")) break;
            }
            if ((word.lower == "and" || word.lower == "but") && !clausal) {
                std::size_t k = i + 1;
                while (k < bounds.end && words.kind(k) == C::Adverb) ++k;
                if (k < bounds.end && is_finite(words.kind(k)) && frame != Frame::Infinitive) break;
            }
            if (words.is(i, "according") && words.is(i + 1, "to")) break;
        }
        ++i;
    }
    std::size_t end = std::min(i, std::max(bounds.end, i));
    while (end > begin && (words.is(end - 1, ".") || words.is(end - 1, ",") || words.is(end - 1, ";") ||
                           words.is(end - 1, "--") || words[end - 1].text == "—" || words.is(end - 1, ":"))) {
        --end;
    }
    return {begin, end};
}

Range content_before(const Phrases& phrases, std::size_t end, Range bounds) {
    const Words& words = phrases.words();
    std::size_t begin = bounds.begin;
    std::size_t last = end;
    while (last > begin && words.is(last - 1, ",")) --last;
    if (last > 0 && words[last - 1].closes) {
        // From the quotation's opening mark, or from the sentence's beginning if words stand before the mark.
        const std::size_t mark = words[last - 1].span.end;
        for (const Quotation& q : words.document().quotations) {
            if (!q.closed || q.span.end != mark) continue;
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
                if (words_before && !cue_before)
                    begin = std::max(sentence.begin, std::min(bounds.begin, open));
            }
            break;
        }
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
    if (a == Word::npos || b == Word::npos || sentences[a].paragraph != sentences[b].paragraph)
        return {end, end};
    return {i, end_of(words, *quotation)};
}

std::size_t through_open_paragraphs(const Phrases& phrases, Range content) {
    const Words& words = phrases.words();
    const auto& document = words.document();
    std::size_t end = content.end;
    while (true) {
        // Is the quotation that ends here open?
        const Quotation* open = nullptr;
        for (const Quotation& q : document.quotations) {
            if (!q.closed && end > 0 && q.span.end == words[end - 1].span.end) open = &q;
        }
        if (open == nullptr || end >= words.size()) return end;
        const Quotation* next = opened_by(words, end);
        if (next == nullptr) return end;
        const std::size_t reach = end_of(words, *next);
        if (reach <= end) return end;
        end = reach;
    }
}

}  // namespace hearsay::engine

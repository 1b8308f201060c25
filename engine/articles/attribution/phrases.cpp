#include "engine/articles/attribution/phrases.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "engine/articles/characters.hpp"

namespace hearsay::engine {
namespace {

using Set = std::unordered_set<std::string_view>;

const Set& be_forms() {
    static const Set set = {"be", "am", "is", "are", "was", "were", "been", "being", "'m", "'re"};
    return set;
}
const Set& have_forms() {
    static const Set set = {"have", "has", "had", "having", "'ve"};
    return set;
}
const Set& other_auxiliaries() {
    static const Set set = {"do",  "does",  "did",  "will",  "would",   "can", "could",
                            "may", "might", "must", "shall", "should",  "'ll", "'d",
                            "wo",  "ca",    "ai",   "got",   "getting", "get", "gets"};
    return set;
}
const Set& time_words() {
    static const Set set = {
        "monday",    "tuesday", "wednesday", "thursday", "friday",    "saturday", "sunday",  "mondays",
        "sundays",   "january", "february",  "march",    "april",     "june",     "july",    "august",
        "september", "october", "november",  "december", "jan.",      "feb.",     "aug.",    "sept.",
        "oct.",      "nov.",    "dec.",      "today",    "yesterday", "tomorrow", "tonight", "morning",
        "afternoon", "evening", "night",     "week",     "weeks",     "month",    "months",  "year",
        "years",     "day",     "days",      "hour",     "hours",     "minute",   "minutes", "time",
        "times",     "weekend", "decade",    "decades",  "spring",    "summer",   "autumn",  "winter",
        "a.m.",      "p.m.",    "midnight",  "noon",     "century",   "moment",   "midday",  "earlier",
        "later"};
    return set;
}
bool weekday_or_month(std::string_view lower) {
    static const Set set = {"monday", "tuesday",   "wednesday", "thursday", "friday",   "saturday",
                            "sunday", "january",   "february",  "april",    "june",     "july",
                            "august", "september", "october",   "november", "december", "jan.",
                            "feb.",   "aug.",      "sept.",     "oct.",     "nov.",     "dec.",
                            "today",  "yesterday", "tonight",   "tomorrow"};
    return set.contains(lower);
}

bool sign(std::string_view text) {
    return text == "$" || text == "#" || text == "£" || text == "€" || text == "&";
}

}  // namespace

bool is_be(std::string_view lower) {
    return be_forms().contains(lower);
}
bool is_have(std::string_view lower) {
    return have_forms().contains(lower);
}
bool is_auxiliary(std::string_view lower) {
    return is_be(lower) || is_have(lower) || other_auxiliaries().contains(lower);
}
bool is_negation(std::string_view lower) {
    return lower == "not" || lower == "n't" || lower == "never";
}
bool is_time_word(std::string_view lower) {
    return time_words().contains(lower);
}

Phrases::Phrases(const Words& words) : words_(words), chunk_(words.size()) {
    for (const Sentence& s : words.document().sentences) {
        if (is_read(s.zone)) chunk({s.first_token, s.last_token});
    }
}

Range Phrases::sentence(std::size_t word) const {
    const std::size_t s = words_[word].sentence;
    if (s == Word::npos) return {word, word + 1};
    const Sentence& found = words_.document().sentences[s];
    return {found.first_token, found.last_token};
}

void Phrases::chunk(const Range& sentence) {
    for (std::size_t i = sentence.begin; i < sentence.end;) {
        const std::size_t end = chunk_from(i, sentence.end);
        if (end == i) {
            ++i;
            continue;
        }
        for (std::size_t k = i; k < end; ++k) chunk_[k] = {i, end};
        i = end;
    }
}

// The base noun phrase that begins here; `begin` if none does.
std::size_t Phrases::chunk_from(std::size_t begin, std::size_t limit) const {
    using C = WordClass;
    const C first = words_.kind(begin);
    if (first == C::Pronoun) {
        const bool reflexive =
            words_[begin].lower.size() > 4 && words_[begin].lower.find("sel") != std::string_view::npos;
        return reflexive ? begin : begin + 1;
    }
    bool head = false;  // a noun, name or number was seen
    bool counted = false;
    bool determined = false;
    std::size_t i = begin;
    while (i < limit) {
        const Word& word = words_[i];
        const C kind = word.kind;
        const C next = i + 1 < limit ? words_.kind(i + 1) : C::Mark;
        if (kind == C::Determiner || kind == C::Possessive) {
            // "all the men", "both his sons"; another determiner begins another phrase.
            if (head || (determined && !(i == begin + 1 && kind != C::Possessive) && kind != C::Possessive))
                break;
            if (determined && words_.kind(i - 1) == C::Possessive) break;
            determined = true;
        } else if (kind == C::Number) {
            counted = true;
        } else if (is_nominal(kind)) {
            const bool time = weekday_or_month(word.lower) || (kind == C::Name && word.lower == "march");
            if (time && head && i > begin && is_nominal(words_.kind(i - 1)) &&
                !weekday_or_month(words_[i - 1].lower) && !words_.is(i - 1, "super") &&
                !words_.is(i - 1, "black")) {
                break;
            }
            if (i > begin && weekday_or_month(words_[i - 1].lower) && kind == C::Name && !time &&
                i == begin + 1)
                break;
            head = true;
        } else if (kind == C::Adjective) {
            // "told CNN | last week": after the head an adjective begins something else, unless the head is
            // the name of a kind
            // ("Orrish | foreign ministry").
            static const Set of_time = {"last",  "next", "earlier", "early", "late",
                                        "later", "same", "more",    "such",  "due"};
            const bool modifies = words_.kind(i > begin ? i - 1 : i) == C::Name && i == begin + 1 &&
                                  !of_time.contains(word.lower) && (is_nominal(next) || next == C::Adjective);
            if (head && is_nominal(words_.kind(i - 1)) && !begins_upper(word.text) && !modifies) break;
        } else if (kind == C::Genitive) {
            if (!head ||
                !(is_nominal(next) || next == C::Adjective || next == C::Number || next == C::Quote ||
                  next == C::Participle || next == C::Gerund || next == C::Adverb)) {
                break;
            }
        } else if (kind == C::Other && sign(word.text)) {
            if (next != C::Number && !is_nominal(next)) break;
        } else if (kind == C::Gerund || kind == C::Participle) {
            if (i == begin || !(is_nominal(next) || next == C::Adjective) ||
                (head && words_.kind(i - 1) != C::Genitive))
                break;
        } else if (kind == C::Adverb || (kind == C::Adjective && next == C::Adjective)) {
            if (head && words_.kind(i - 1) != C::Genitive) break;
            if (!(next == C::Adjective || next == C::Number || (determined && next == C::Participle))) break;
            if (!determined && next != C::Number) {
                if (i == begin && next != C::Adjective) break;
            }
        } else if (kind == C::Conjunction && (word.lower == "and" || word.lower == "or")) {
            // "political and military leaders"
            const C after = i + 2 < limit ? words_.kind(i + 2) : C::Mark;
            const bool joins = i > begin && !head && words_.kind(i - 1) == C::Adjective &&
                               next == C::Adjective && (is_nominal(after) || after == C::Adjective);
            if (!joins) break;
        } else if (kind == C::Quote) {
            // "the so-called “peace plan”": the mark opens inside the phrase, before its noun.
            const bool opens =
                words_[i].opens &&
                (determined || words_.kind(i - 1) == C::Adjective || words_.kind(i - 1) == C::Genitive) &&
                !head && i > begin && (is_nominal(next) || next == C::Adjective || next == C::Gerund);
            const bool closes = head && i > begin && words_[i].closes &&
                                words_[i - 1].quotation != Word::npos &&
                                words_[begin].quotation != words_[i - 1].quotation;
            if (!opens && !closes) break;
        } else {
            break;
        }
        ++i;
    }
    while (i > begin && (words_.kind(i - 1) == C::Adverb || words_.kind(i - 1) == C::Conjunction ||
                         words_.kind(i - 1) == C::Genitive || words_.kind(i - 1) == C::Gerund ||
                         (words_.kind(i - 1) == C::Quote && !words_[i - 1].closes))) {
        --i;
    }
    if (i == begin) return begin;
    if (head || counted) return i;
    // "these", "many", "the poor", "others"
    if (determined && i == begin + 1 && first == C::Determiner) {
        const std::string_view low = words_[begin].lower;
        return low == "the" || low == "a" || low == "an" || low == "no" || low == "every" ? begin : i;
    }
    if (determined && words_.kind(i - 1) == C::Adjective) return i;
    const std::string_view low = words_[begin].lower;
    if (first == C::Adjective && i == begin + 1 &&
        (low == "many" || low == "several" || low == "most" || low == "few" || low == "more" ||
         low == "such")) {
        return i;
    }
    return begin;
}

Range Phrases::noun_phrase(std::size_t word) const {
    return word < chunk_.size() ? chunk_[word] : Range{word, word};
}

bool Phrases::is_time(const Range& phrase) const {
    if (phrase.empty()) return false;
    const Word& last = words_[phrase.end - 1];
    if (is_time_word(last.lower)) return true;
    if (last.kind == WordClass::Number) {
        for (std::size_t i = phrase.begin; i < phrase.end; ++i) {
            if (weekday_or_month(words_[i].lower) || words_[i].lower == "march" || words_[i].lower == "may")
                return true;
        }
        return phrase.size() == 1 && last.lower.size() == 4 && (last.lower[0] == '1' || last.lower[0] == '2');
    }
    return false;
}

namespace {

bool attaches(std::string_view preposition) {
    static const Set set = {"of",      "for",     "in",      "from",      "at",     "with", "on",
                            "to",      "against", "between", "about",     "under",  "near", "within",
                            "behind",  "among",   "inside",  "outside",   "around", "over", "toward",
                            "towards", "across",  "like",    "including", "by"};
    return set.contains(preposition);
}

}  // namespace

Range Phrases::long_noun_phrase(std::size_t word, std::size_t limit) const {
    Range out = noun_phrase(word);
    if (out.empty()) return out;
    out.begin = word;
    while (out.end < limit) {
        const std::size_t i = out.end;
        if (attaches(words_[i].lower) && i + 1 < limit) {
            const Range next = noun_phrase(i + 1);
            if (next.empty() || next.begin != i + 1 || is_time(next)) break;
            out.end = next.end;
        } else if ((words_.is(i, "and") || words_.is(i, "or")) && i + 1 < limit) {
            const Range next = noun_phrase(i + 1);
            if (next.empty() || next.begin != i + 1 || words_.kind(i + 1) == WordClass::Pronoun) break;
            out.end = next.end;
        } else {
            break;
        }
    }
    out.end = std::min(out.end, limit);
    return out;
}

std::size_t Phrases::relative_holder(std::size_t begin, std::size_t limit) const {
    std::size_t verbs = 0;
    for (std::size_t k = begin; k-- > limit + 1 && begin - k < 12;) {
        const Word& word = words_[k];
        if (word.kind == WordClass::Mark || word.kind == WordClass::Quote) return begin;
        if (is_finite(word.kind)) ++verbs;
        const bool pronoun = word.lower == "who" || word.lower == "that" || word.lower == "which";
        if (!pronoun || (word.kind != WordClass::Wh && word.lower == "that")) continue;
        if (verbs == 0 || !is_verb(words_.kind(k + 1))) {
            if (!(words_.kind(k + 1) == WordClass::Adverb && is_verb(words_.kind(k + 2)))) return begin;
        }
        const Range holder = noun_phrase(k - 1);
        if (holder.empty() || holder.end != k || holder.begin < limit) return begin;
        return holder.begin;
    }
    return begin;
}

Range Phrases::noun_phrase_before(std::size_t end, std::size_t limit, bool subject) const {
    if (end <= limit) return {end, end};
    Range out = noun_phrase(end - 1);
    if (out.empty() || out.end != end || out.begin < limit) return {end, end};
    if (words_.kind(out.begin) == WordClass::Pronoun) return out;
    while (out.begin > limit + 1) {
        const std::size_t i = out.begin - 1;
        // "two choirs | made up of farmers", "voters | surveyed"
        std::size_t k = i;
        if ((attaches(words_[k].lower) || words_.is(k, "as")) && k > limit + 1) --k;
        if (words_.kind(k) == WordClass::Particle && k > limit + 1) --k;
        const WordClass kind = words_.kind(k);
        const bool past = kind == WordClass::Past && k < i;
        if (subject && (kind == WordClass::Participle || kind == WordClass::Gerund || past) && k > limit) {
            const Range holder = noun_phrase(k - 1);
            if (!holder.empty() && holder.end == k && holder.begin >= limit && !is_time(holder) &&
                words_.kind(holder.begin) != WordClass::Pronoun) {
                out.begin = holder.begin;
                continue;
            }
        }
        const std::size_t holder = subject ? relative_holder(out.begin, limit) : out.begin;
        if (holder < out.begin) {
            out.begin = holder;
            continue;
        }
        const bool joins = words_.is(i, "and") || words_.is(i, "or");
        if (!joins && !attaches(words_[i].lower)) break;
        if (words_.kind(i) == WordClass::To && is_verb(words_.kind(i + 1))) break;
        const Range before = noun_phrase(i - 1);
        if (before.empty() || before.end != i || before.begin < limit) break;
        if (words_.kind(before.begin) == WordClass::Pronoun || is_time(before)) break;
        if (joins) {
            // "went to Velk and | Orr said" is no list of two: something must hold the first phrase as a
            // subject.
            const std::size_t first = before.begin;
            const WordClass ahead = first == limit ? WordClass::Mark : words_.kind(first - 1);
            const bool free =
                ahead == WordClass::Mark || ahead == WordClass::Conjunction ||
                ahead == WordClass::Complementizer || ahead == WordClass::Quote ||
                (attaches(words_[first - 1].lower) && first > limit + 1 && !noun_phrase(first - 2).empty());
            if (!free) break;
            // "Orr, | Lund and Velk"
            std::size_t item = before.begin;
            while (item > limit + 1 && words_.is(item - 1, ",")) {
                const Range earlier = noun_phrase(item - 2);
                if (earlier.empty() || earlier.end != item - 1 || earlier.begin < limit || is_time(earlier))
                    break;
                const bool starts = earlier.begin == limit || words_.is(earlier.begin - 1, ",") ||
                                    words_.kind(earlier.begin - 1) == WordClass::Conjunction ||
                                    words_.kind(earlier.begin - 1) == WordClass::Complementizer;
                if (!starts) break;
                item = earlier.begin;
            }
            out.begin = item;
            continue;
        }
        out.begin = before.begin;
    }
    return out;
}

std::size_t Phrases::finite_verb(std::size_t begin, std::size_t end) const {
    int skip = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const WordClass kind = words_.kind(i);
        if (kind == WordClass::Wh && i > begin) ++skip;
        const bool finite = is_finite(kind) || (words_.is(i, "'s") && kind != WordClass::Genitive);
        if (!finite) continue;
        if (skip == 0) return i;
        --skip;
        while (i + 1 < end && (is_verb(words_.kind(i + 1)) || words_.kind(i + 1) == WordClass::Adverb)) ++i;
    }
    return end;
}

bool Phrases::clause_at(std::size_t begin, std::size_t limit) const {
    std::size_t i = begin;
    while (i < limit &&
           (words_.kind(i) == WordClass::Adverb || words_.kind(i) == WordClass::Quote || words_.is(i, ",")))
        ++i;
    if (i >= limit) return false;
    // A fronted phrase or clause: "if elected, she will".
    if (words_.kind(i) == WordClass::There) return true;
    if (words_.is(i, "there")) {
        std::size_t k = i + 1;
        while (k < limit && words_.kind(k) == WordClass::Adverb) ++k;
        if (k < limit && (is_be(words_[k].lower) || words_.kind(k) == WordClass::Modal)) return true;
    }
    const Range phrase = noun_phrase(i);
    const bool gerund = words_.kind(i) == WordClass::Gerund;
    const bool fronted = words_.kind(i) == WordClass::Preposition;
    if (phrase.empty() && !gerund && !fronted) return false;
    if (words_.kind(i) == WordClass::Pronoun &&
        (words_.is(i, "him") || words_.is(i, "them") || words_.is(i, "me") || words_.is(i, "us"))) {
        return false;
    }
    std::size_t end = i;
    std::size_t commas = 0;
    while (end < limit && words_[end].lower != ";" && words_[end].lower != ":") {
        if (words_.is(end, ",") && ++commas > 3) break;
        ++end;
    }
    const std::size_t verb = finite_verb(i, end);
    if (verb == end) return false;
    // The verb's subject must not begin behind a conjunction: "the plan , and Orr left".
    for (std::size_t k = i; k < verb; ++k) {
        const bool pause =
            words_.is(k, ",") || words_.is(k, "-") || words_.is(k, "--") || words_[k].text == "—";
        if (pause && k + 1 < verb && words_.kind(k + 1) == WordClass::Conjunction) return false;
        if (words_.kind(k) == WordClass::Preposition && k > i &&
            (words_.is(k, "as") || words_.is(k, "because") || words_.is(k, "while") || words_.is(k, "if") ||
             words_.is(k, "after") || words_.is(k, "before") || words_.is(k, "though") ||
             words_.is(k, "although") || words_.is(k, "since"))) {
            const Range next = noun_phrase(k + 1);
            if (!next.empty() && finite_verb(next.begin, end) == verb && !fronted) return false;
        }
        if (words_.kind(k) == WordClass::Complementizer && k > i && !fronted) return false;
    }
    return true;
}

std::size_t Phrases::adjunct_end(std::size_t begin, std::size_t limit) const {
    if (begin >= limit) return begin;
    const WordClass kind = words_.kind(begin);
    if (kind == WordClass::Adverb && !is_negation(words_[begin].lower)) return begin + 1;
    if (kind == WordClass::Preposition || kind == WordClass::To) {
        static const Set clauses = {"if", "because", "although", "though", "while", "unless", "that", "than"};
        if (clauses.contains(words_[begin].lower)) return begin;
        std::size_t i = begin + 1;
        if (i < limit && words_.kind(i) == WordClass::Gerund) ++i;
        if (i < limit && words_.kind(i) == WordClass::Preposition) ++i;
        const Range phrase = noun_phrase(i);
        if (phrase.empty() || phrase.begin != i) return begin;
        std::size_t end = phrase.end;
        while (end + 1 < limit && (words_.is(end, "of") || words_.is(end, "and") || words_.is(end, "with") ||
                                   words_.is(end, "for"))) {
            const Range next = noun_phrase(end + 1);
            if (next.empty() || next.begin != end + 1 || words_.kind(end + 1) == WordClass::Pronoun) break;
            end = next.end;
        }
        return std::min(end, limit);
    }
    const Range phrase = noun_phrase(begin);
    if (!phrase.empty() && phrase.begin == begin && is_time(phrase)) return std::min(phrase.end, limit);
    return begin;
}

}  // namespace hearsay::engine

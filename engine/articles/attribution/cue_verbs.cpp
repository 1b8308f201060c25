#include "engine/articles/attribution/cue_verbs.hpp"

#include <algorithm>
#include <deque>
#include <iterator>
#include <string>
#include <unordered_map>

#include "graphs/error.hpp"

namespace hearsay::engine {
namespace {

#include "engine/articles/attribution/cue_verbs.inc"

// Verbs whose forms do not follow from the plain one: lemma, then past and participle (the same if one is
// given).
constexpr std::string_view irregular_table = R"(
dream dreamt
feel felt
find found
forecast forecast
foresee foresaw foreseen
know knew known
learn learnt
mean meant
read read
see saw seen
seek sought
show showed shown
speak spoke spoken
swear swore sworn
tell told
think thought
understand understood
withdraw withdrew withdrawn
write wrote written
)";

// Verbs that double their last letter: admit, admitted.
constexpr std::string_view doubling =
    " admit brag plan prefer quip rebut refer regret rip slam submit dub pan shrug ";

// The words of the table, in the order of the enumerations.
constexpr std::string_view acts[] = {"speech",    "belief", "judgement", "denial",    "question",
                                     "reference", "wish",   "refusal",   "appearance"};
constexpr std::string_view strengths[] = {"neutral", "factive", "emphatic", "tentative", "distancing"};

template <typename Enumeration, std::size_t N>
Enumeration read_word(const std::string_view (&words)[N], std::string_view word) {
    const auto* const found = std::find(std::begin(words), std::end(words), word);
    HEARSAY_ASSERT(found != std::end(words));
    return static_cast<Enumeration>(found - std::begin(words));
}

std::string_view next_field(std::string_view& line) {
    const std::size_t gap = line.find(' ');
    const std::string_view field = line.substr(0, gap);
    line.remove_prefix(gap == std::string_view::npos ? line.size() : gap + 1);
    return field;
}

class Table {
  public:
    Table() {
        read(irregular_table, [&](std::string_view line) {
            const std::string_view lemma = next_field(line);
            const std::string_view past = next_field(line);
            const std::string_view participle = next_field(line);
            irregular_[lemma] = {past, participle.empty() ? past : participle};
        });
        read(verb_table, [&](std::string_view line) {
            const auto act = read_word<CueAct>(acts, next_field(line));
            const auto strength = read_word<CueStrength>(strengths, next_field(line));
            while (!line.empty()) add({next_field(line), act, strength});
        });
        read(noun_table, [&](std::string_view line) {
            const std::string noun(next_field(line));
            const CueVerb* verb = find(line);
            HEARSAY_ASSERT(verb != nullptr);
            put(nouns_, noun, verb);
            put(nouns_, noun.ends_with('y') ? noun.substr(0, noun.size() - 1) + "ies" : noun + "s", verb);
        });
    }

    const CueVerb* find(std::string_view word) const {
        const auto found = forms_.find(word);
        return found == forms_.end() ? nullptr : found->second;
    }

    const CueVerb* find_noun(std::string_view word) const {
        const auto found = nouns_.find(word);
        return found == nouns_.end() ? nullptr : found->second;
    }

  private:
    template <typename Take>
    static void read(std::string_view table, Take&& take) {
        while (!table.empty()) {
            const std::size_t end = table.find('\n');
            const std::string_view line = table.substr(0, end);
            table.remove_prefix(end == std::string_view::npos ? table.size() : end + 1);
            if (!line.empty()) take(line);
        }
    }

    void add(const CueVerb& entry) {
        verbs_.push_back(entry);
        const CueVerb* verb = &verbs_.back();
        const std::string lemma(verb->lemma);
        const char last = lemma.back();
        const char before = lemma.size() > 1 ? lemma[lemma.size() - 2] : 'a';
        const bool vowel_before = std::string_view("aeiou").find(before) != std::string_view::npos;
        std::string stem = lemma;
        std::string third = lemma + "s";
        if (last == 's' || last == 'x' || last == 'z' || (last == 'h' && (before == 'c' || before == 's')) ||
            last == 'o') {
            third = lemma + "es";
        }
        std::string past = lemma + "ed";
        std::string gerund = lemma + "ing";
        if (last == 'e') {
            past = lemma + "d";
            if (before != 'e' && before != 'y') gerund = lemma.substr(0, lemma.size() - 1) + "ing";
        } else if (last == 'y' && !vowel_before) {
            stem = lemma.substr(0, lemma.size() - 1);
            third = stem + "ies";
            past = stem + "ied";
        } else if (doubling.find(" " + lemma + " ") != std::string_view::npos) {
            past = lemma + last + "ed";
            gerund = lemma + last + "ing";
        }
        if (lemma == "say") past = "said";
        put(forms_, lemma, verb);
        put(forms_, third, verb);
        put(forms_, gerund, verb);
        const auto odd = irregular_.find(verb->lemma);
        if (odd == irregular_.end()) {
            put(forms_, past, verb);
        } else {
            put(forms_, std::string(odd->second.first), verb);
            put(forms_, std::string(odd->second.second), verb);
        }
    }

    using Forms = std::unordered_map<std::string_view, const CueVerb*>;
    void put(Forms& forms, std::string form, const CueVerb* verb) {
        texts_.push_back(std::move(form));
        forms.emplace(texts_.back(), verb);
    }

    std::deque<CueVerb> verbs_;
    std::deque<std::string> texts_;
    Forms forms_, nouns_;
    std::unordered_map<std::string_view, std::pair<std::string_view, std::string_view>> irregular_;
};

const Table& table() {
    static const auto* table = new Table;
    return *table;
}

}  // namespace

const CueVerb* cue_verb(std::string_view lower) {
    return table().find(lower);
}

const CueVerb* cue_noun(std::string_view lower) {
    return table().find_noun(lower);
}

}  // namespace hearsay::engine

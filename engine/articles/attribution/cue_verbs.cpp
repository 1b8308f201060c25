#include "engine/articles/attribution/cue_verbs.hpp"

#include <deque>
#include <string>
#include <unordered_map>

namespace hearsay::engine {
namespace {

#include "engine/articles/attribution/cue_verbs.inc"

// Verbs whose forms do not follow from the plain one: lemma, then past and participle (the same if one is
// given).
constexpr std::string_view irregular_table = R"(
bear bore borne
begin began begun
break broke broken
bring brought
cast cast
choose chose chosen
come came come
dream dreamt
draw drew drawn
feel felt
fight fought
find found
forecast forecast
foresee foresaw foreseen
forget forgot forgotten
get got gotten
give gave given
go went gone
hear heard
hit hit
hold held
keep kept
know knew known
lay laid
lead led
learn learnt
leave left
let let
lose lost
make made
mean meant
meet met
pay paid
put put
read read
run ran run
see saw seen
seek sought
send sent
set set
shoot shot
show showed shown
shut shut
sing sang sung
speak spoke spoken
spend spent
stand stood
stick stuck
strike struck
swear swore sworn
take took taken
teach taught
tell told
think thought
throw threw thrown
understand understood
wear wore worn
win won
withdraw withdrew withdrawn
write wrote written
)";

// Verbs that double their last letter: admit, admitted.
constexpr std::string_view doubling =
    " admit ban bar brag chat commit defer drop hit infer jab nod omit permit plan plot prefer "
    "quip rap rebut refer regret rip slam snap spar stop submit sum tap tip trim tug vet wed "
    "acquit concur demur debug dub nag pan peg pin plug pop recur rig rub scrap shrug ";

CueKind kind_of(std::string_view letter) {
    switch (letter.empty() ? 'S' : letter.front()) {
        case 'B':
            return CueKind::Belief;
        case 'I':
            return CueKind::Intention;
        case 'E':
            return CueKind::Evaluation;
        case 'F':
            return CueKind::Finding;
        case 'L':
            return CueKind::Appearance;
        case 'D':
            return CueKind::Deed;
        default:
            return CueKind::Speech;
    }
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
            CueVerb verb;
            verb.lemma = next_field(line);
            verb.frames = next_field(line);
            verb.kind = kind_of(next_field(line));
            add(verb);
        });
    }

    const CueVerb* find(std::string_view word) const {
        const auto found = forms_.find(word);
        return found == forms_.end() ? nullptr : found->second;
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
        if (lemma == "run" || lemma == "get" || lemma == "hit" || lemma == "put" || lemma == "set" ||
            lemma == "begin" || lemma == "forget" || lemma == "let" || lemma == "win" || lemma == "shut") {
            gerund = lemma + last + "ing";
        }
        put(lemma, verb);
        put(third, verb);
        put(gerund, verb);
        const auto odd = irregular_.find(verb->lemma);
        if (odd == irregular_.end()) {
            put(past, verb);
        } else {
            put(std::string(odd->second.first), verb);
            put(std::string(odd->second.second), verb);
        }
    }

    void put(std::string form, const CueVerb* verb) {
        texts_.push_back(std::move(form));
        forms_.emplace(texts_.back(), verb);
    }

    std::deque<CueVerb> verbs_;
    std::deque<std::string> texts_;
    std::unordered_map<std::string_view, const CueVerb*> forms_;
    std::unordered_map<std::string_view, std::pair<std::string_view, std::string_view>> irregular_;
};

}  // namespace

char letter_of(CueKind kind) {
    switch (kind) {
        case CueKind::Speech:
            return 'S';
        case CueKind::Belief:
            return 'B';
        case CueKind::Intention:
            return 'I';
        case CueKind::Evaluation:
            return 'E';
        case CueKind::Finding:
            return 'F';
        case CueKind::Appearance:
            return 'L';
        case CueKind::Deed:
            return 'D';
    }
    return '-';
}

const CueVerb* cue_verb(std::string_view lower) {
    static const auto* table = new Table;
    return table->find(lower);
}

}  // namespace hearsay::engine

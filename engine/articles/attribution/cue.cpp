#include "engine/articles/attribution/cue.hpp"

#include <algorithm>

namespace hearsay::engine {
namespace {

// What makes the form of a verb that follows a noun: "their claim", "the party's call", "no promise".
bool is_before_noun(const Words& words, std::size_t i) {
    return words.is_one_of(i, {"a",    "an",   "the",  "his",   "her",   "its",  "their", "my",
                               "our",  "your", "this", "these", "those", "such", "any",   "no",
                               "some", "in",   "of",   "'s",    "’s",    "'",    "’"}) &&
           !(i > 0 && words.is_one_of(i - 1, {"he", "she", "it", "who", "that", "what"}));
}

class CueReader {
  public:
    CueReader(const Words& words, const SpanReading& reading) : words_(words), reading_(reading) {
        out_.words = words.range(reading.cue);
        for (const Span& span : reading.source) out_.source.push_back(words.range(span));
        for (const Span& span : reading.content) out_.content.push_back(words.range(span));
    }

    CueReading read() {
        find_head();
        polarity();
        complement();
        strength();
        return std::move(out_);
    }

  private:
    void find_head() {
        out_.head = out_.words.end - 1;
        std::size_t noun = Word::npos;
        for (std::size_t i = out_.words.begin; i < out_.words.end; ++i) {
            const CueVerb* verb = cue_verb(words_[i].lower);
            const bool nominal =
                cue_noun(words_[i].lower) != nullptr || (verb != nullptr && i > 0 && is_noun_place(i));
            if (nominal && noun == Word::npos) noun = i;
            if (nominal || verb == nullptr || words_.is(i, "according") || is_preposition(i)) continue;
            // "released a letter that says": the saying counts.
            if (const std::size_t said = behind_relative(i); said != Word::npos) {
                i = said;
                verb = cue_verb(words_[i].lower);
            }
            out_.head = i;
            out_.verb = verb;
            follow_chain();
            return;
        }
        if (noun == Word::npos) return;
        out_.head = noun;
        out_.nominal = true;
        out_.verb = cue_noun(words_[noun].lower);
        if (out_.verb == nullptr) out_.verb = cue_verb(words_[noun].lower);
    }
    bool is_noun_place(std::size_t i) const {
        return is_before_noun(words_, i - 1) ||
               (i >= 2 && i > out_.words.begin && !words_[i - 1].mark && is_before_noun(words_, i - 2) &&
                !is_adverb(words_[i - 1].lower) && !is_auxiliary(words_[i - 1].lower));
    }

    // "sounds like", "looked like"
    bool is_preposition(std::size_t i) const {
        if (!words_.is(i, "like") || i == 0) return false;
        const std::string_view before = words_[i - 1].lower;
        return before.starts_with("look") || before.starts_with("sound") || before.starts_with("feel") ||
               before.starts_with("seem") || before == "felt";
    }
    std::size_t behind_relative(std::size_t i) const {
        for (std::size_t k = i + 1; k + 1 < out_.words.end; ++k)
            if (words_.is_one_of(k, {"that", "which"}) && cue_verb(words_[k + 1].lower) != nullptr)
                return k + 1;
        return Word::npos;
    }

    // "went on to say", "refused to confirm", "wants to know": the last verb says what is done.
    void follow_chain() {
        for (std::size_t i = out_.head + 1; i + 1 < out_.words.end; ++i) {
            if (is_adverb(words_[i].lower)) continue;
            if (!words_.is(i, "to")) return;
            std::size_t next = i + 1;
            while (next + 1 < out_.words.end && is_adverb(words_[next].lower)) ++next;
            const CueVerb* verb = cue_verb(words_[next].lower);
            if (verb == nullptr || words_[next].lower != verb->lemma) return;
            out_.governor = out_.verb;
            out_.verb = verb;
            out_.head = i = next;
        }
    }

    void polarity() {
        const std::size_t sentence = words_.sentence_begin(out_.words.begin);
        const std::size_t first = out_.words.begin;
        for (std::size_t i = first; i <= out_.head; ++i) auxiliary(i);
        // Without a listed verb, the negation may stand behind what the cue begins with: "is not sure".
        if (out_.verb == nullptr)
            for (std::size_t i = out_.head; i < out_.words.end; ++i) auxiliary(i);
        // Outside the cue: "did not | say", "without | saying", "declined to | say".
        constexpr std::size_t reach = 20;  // words
        std::size_t i = first;
        while (i > sentence && first - i < reach &&
               (is_auxiliary(words_[i - 1].lower) || is_negation(words_[i - 1].lower) ||
                is_adverb(words_[i - 1].lower)))
            auxiliary(--i);
        if (i > sentence && words_.is_one_of(i - 1, {"without", "nor", "neither"})) out_.negated = true;
        if (i > sentence + 1 && words_.is(i - 1, "of") && words_.is(i - 2, "short")) out_.negated = true;
        if (i > sentence + 1 && words_.is(i - 1, "to")) {
            if (const CueVerb* before = cue_verb(words_[i - 2].lower);
                before != nullptr && out_.governor == nullptr)
                out_.governor = before;
            if (is_negation(words_[i - 2].lower) ||
                words_.is_one_of(i - 2, {"unable", "unwilling", "reluctant"}))
                out_.negated = true;
        }
        if (words_.has({first, out_.head},
                       {"unable", "unwilling", "reluctant", "stopped", "without", "neither"}))
            out_.negated = true;
        // "has yet to say", "is yet | to respond to"
        for (std::size_t k = i > sentence + 1 ? i - 2 : sentence; k < out_.words.end; ++k)
            if (words_.is(k, "yet") && words_.is(k + 1, "to")) out_.negated = out_.hypothetical = true;
        // "could not resist saying", "could not help saying"
        if (out_.negated && words_.has(out_.words, {"resist", "help"}))
            out_.negated = out_.hypothetical = false;
        supposed();
    }
    void auxiliary(std::size_t i) {
        const std::string_view low = words_[i].lower;
        // "not only said", "never missed a chance to say"
        const bool only = words_.is_one_of(i + 1, {"only", "just", "missed"});
        if (is_negation(low) && !only) out_.negated = true;
        if (low == "longer" && i > 0 && words_.is(i - 1, "no")) out_.negated = true;
        if (low == "no" && i + 1 == out_.head && out_.nominal) out_.negated = true;
        if (words_.is_one_of(i, {"will", "would", "can", "could", "may", "might", "must", "shall", "should",
                                 "'ll", "'d", "wo", "ca", "cannot"}))
            out_.modal = true;
        if (words_[i].text == low && words_.is_one_of(i, {"should", "could", "may", "might"}) && !perceives())
            out_.hypothetical = true;
    }
    // "could see that", "could feel": they did.
    bool perceives() const { return out_.is({"see", "feel", "hear"}); }

    // "if he said", "whether he believes"
    void supposed() {
        std::size_t at = out_.words.begin;
        if (!out_.source.empty()) at = std::min(at, out_.source.front().begin);
        if (at > words_.sentence_begin(at) && words_.is_one_of(at - 1, {"if", "whether", "unless"}))
            out_.hypothetical = true;
    }

    void complement() {
        const Range content = *std::find_if(out_.content.begin(), out_.content.end(),
                                            [](const Range& piece) { return !piece.empty(); });
        std::size_t i = content.begin;
        while (i + 1 < content.end && words_[i].mark) ++i;
        const bool after = i >= out_.words.end;
        if (after && out_.head + 1 < out_.words.end &&
            words_.is_one_of(out_.words.end - 1, {"for", "of", "on", "about", "against", "with", "as", "at",
                                                  "in", "from", "over", "into"}))
            out_.complement = Complement::Phrase;
        else if (after &&
                 (words_.is(i, "to") || (words_.is(out_.words.end - 1, "to") && out_.verb != nullptr)))
            out_.complement = words_.is(i, "to") ? Complement::Infinitive : Complement::Phrase;
        else if (words_.is_one_of(i,
                                  {"whether", "if", "why", "how", "what", "who", "when", "where", "which"}))
            out_.complement = Complement::Question;
    }

    void strength() {
        CueStrength& out = out_.strength;
        if (out_.verb != nullptr) out = out_.verb->strength;
        const Range cue = out_.words;
        if (out_.is({"point"}) && words_.has(cue, {"out"})) out = CueStrength::Factive;
        if (words_.has(cue, {"clear"}) && words_.has(cue, {"made", "make", "makes", "making"}))
            out = CueStrength::Emphatic;
        if (out == CueStrength::Neutral &&
            words_.has(cue, {"categorically", "flatly", "firmly", "strongly", "vehemently", "adamantly",
                             "fiercely", "emphatically", "forcefully", "repeatedly", "adamant"}))
            out = CueStrength::Emphatic;
        if (out_.is_governed_by(CueAct::Appearance)) out = CueStrength::Tentative;
        if (words_.has(cue, {"reportedly", "allegedly", "supposedly", "purportedly", "so-called"}))
            out = CueStrength::Distancing;
    }

    const Words& words_;
    const SpanReading& reading_;
    CueReading out_;
};

}  // namespace

bool CueReading::is(std::initializer_list<std::string_view> lemmas) const {
    return verb != nullptr && std::find(lemmas.begin(), lemmas.end(), verb->lemma) != lemmas.end();
}

CueReading read_cue(const Words& words, const SpanReading& reading) {
    return CueReader(words, reading).read();
}

}  // namespace hearsay::engine

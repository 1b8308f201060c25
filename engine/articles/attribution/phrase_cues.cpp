#include "engine/articles/attribution/phrase_cues.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "engine/articles/attribution/contents.hpp"
#include "engine/articles/attribution/sources.hpp"
#include "engine/articles/characters.hpp"

namespace hearsay::engine {
namespace {

using C = WordClass;
using Set = std::unordered_set<std::string_view>;

// "reportedly": said by somebody who is not named.
bool is_hearsay_adverb(std::string_view word) {
    static const Set set = {"reportedly", "allegedly", "purportedly", "supposedly"};
    return set.contains(word);
}

// Nouns of speech and belief that take "that" when somebody's: "Orr's claim that".
bool is_speech_noun(std::string_view word) {
    static const Set set = {"claim",          "claims",       "assertion",   "assertions",
                            "allegation",     "allegations",  "accusation",  "accusations",
                            "statement",      "statements",   "suggestion",  "suggestions",
                            "belief",         "beliefs",      "argument",    "arguments",
                            "contention",     "view",         "promise",     "promises",
                            "pledge",         "pledges",      "vow",         "vows",
                            "insistence",     "warning",      "warnings",    "threat",
                            "threats",        "hope",         "hopes",       "fear",
                            "fears",          "announcement", "admission",   "conclusion",
                            "prediction",     "predictions",  "denial",      "denials",
                            "complaint",      "complaints",   "declaration", "conviction",
                            "opinion",        "assurance",    "assurances",  "remark",
                            "testimony",      "concern",      "concerns",    "comment",
                            "acknowledgment", "revelation",   "estimate",    "assessment"};
    return set.contains(word);
}

// Nouns that need nobody for it: "rumours that".
bool is_rumour(std::string_view word) {
    static const Set set = {"allegations", "accusations", "complaints", "speculation",
                            "rumors",      "rumours",     "fears",      "claims"};
    return set.contains(word);
}

// Nouns of intention: "her refusal to".
bool is_intention_noun(std::string_view word) {
    static const Set set = {"refusal", "promise", "promises", "pledge", "pledges", "vow",    "vows",
                            "desire",  "threat",  "threats",  "calls",  "demand",  "demands"};
    return set.contains(word);
}

// Nouns that take their content with a preposition: "its criticism of".
bool is_stance_noun(std::string_view word) {
    static const Set set = {"criticism", "criticisms",   "opposition",   "endorsement", "claims",
                            "claim",     "accusations",  "allegations",  "praise",      "view",
                            "views",     "condemnation", "denunciation", "complaints",  "rejection",
                            "critique",  "calls",        "call",         "warnings",    "assessment",
                            "denial"};
    return set.contains(word);
}

bool is_poll(std::string_view word) {
    return word == "poll" || word == "polls" || word == "survey" || word == "surveys" || word == "polling";
}

class PhraseFinder {
  public:
    PhraseFinder(const Phrases& phrases, std::vector<Candidate>& out)
        : phrases_(phrases), words_(phrases.words()), out_(out) {}

    void run() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const Word& word = words_[i];
            if (word.sentence == Word::npos || word.quotation != Word::npos) continue;
            if (word.lower == "according" && words_.is(i + 1, "to")) according(i);
            if (is_hearsay_adverb(word.lower)) hearsay(i);
            if (word.kind == C::Noun || word.kind == C::Name) noun(i);
            if (word.lower == "in") poll(i);
            if (word.lower == ":") colon(i);
        }
    }

  private:
    Candidate candidate(std::string_view lemma, Frame frame, std::size_t head, Range cue) const {
        Candidate found;
        found.lemma = lemma;
        found.frame = frame;
        found.form = CueForm::Phrase;
        found.head = head;
        found.cue = cue;
        return found;
    }

    void emit(Candidate found) {
        std::erase_if(found.content, [](const Range& r) { return r.empty(); });
        if (!found.content.empty()) out_.push_back(std::move(found));
    }

    // The sentence before word `end`, without what only joins it to the one before.
    Range before(std::size_t end, const Range& reach) const {
        while (end > reach.begin && words_.is(end - 1, ",")) --end;
        std::size_t begin = reach.begin;
        while (begin < end && words_.kind(begin) == C::Conjunction) ++begin;
        return {begin, end};
    }

    void according(std::size_t i) {
        const Range reach = phrases_.sentence(i);
        const Range source = source_after(phrases_, i + 2, reach.end);
        if (source.empty()) return;
        Candidate found = candidate("according", Frame::To, i, {i, i + 2});
        found.source = {source};
        const Range ahead = before(i, reach);
        if (ahead.empty() && words_.is(reach.end - 1, ":")) {
            found.source.front().end = reach.end - 1;
            found.content.push_back(paragraph_after(phrases_, reach.end));
            emit(std::move(found));
            return;
        }
        std::size_t k = source.end;
        while (k < reach.end && words_.is(k, ",")) ++k;
        Range after{k, k};
        if (k < reach.end && !words_.is(k, ".")) after = content_after(phrases_, k, Frame::Clause, reach);
        if (after.empty() && ahead.empty()) {
            // What was taken for one more apposition is the content.
            std::size_t comma = source.end;
            while (comma > source.begin && !words_.is(comma, ",")) --comma;
            if (comma == source.begin) return;
            found.source.front().end = comma;
            after = content_after(phrases_, comma + 1, Frame::Clause, reach);
        }
        const bool clause_ahead = phrases_.finite_verb(ahead.begin, ahead.end) < ahead.end;
        if (clause_ahead || after.empty()) {
            found.content.push_back(ahead);
            const bool goes_on = words_.is(source.end, ",") && words_.kind(k) != C::Wh &&
                                 words_.kind(k) != C::Gerund && words_.kind(k) != C::Conjunction;
            if (!after.empty() && goes_on) found.content.push_back(after);
        } else {
            // "On Monday, according to Orr, it leaked"; "The dam, according to Orr, leaks"
            const bool subject = !ahead.empty() && !phrases_.noun_phrase(ahead.end - 1).empty();
            if (subject && ahead.size() <= 12) found.content.push_back(ahead);
            found.content.push_back(after);
        }
        emit(std::move(found));
    }

    // "the ferry has reportedly sunk"
    void hearsay(std::size_t i) {
        const Range reach = phrases_.sentence(i);
        std::size_t verb = i + 1;
        while (verb < reach.end && words_.kind(verb) == C::Adverb) ++verb;
        const CueVerb* cue = verb < reach.end ? cue_verb(words_[verb].lower) : nullptr;
        if (cue != nullptr && is_verb(words_.kind(verb)) &&
            (cue->kind == CueKind::Speech || cue->kind == CueKind::Finding)) {
            return;  // "reportedly said": the verb is the cue
        }
        Candidate found = candidate("reportedly", Frame::None, i, {i, i + 1});
        std::size_t group = i;
        while (group > reach.begin &&
               (is_auxiliary(words_[group - 1].lower) || words_.kind(group - 1) == C::Adverb))
            --group;
        const Range subject = subject_before(phrases_, group, i, reach.begin);
        if (!subject.empty() && words_.kind(subject.begin) != C::Wh)
            found.content.push_back({subject.begin, i});
        std::size_t next = i + 1;
        if (next < reach.end && words_.is(next, ",")) ++next;
        found.content.push_back(content_after(phrases_, next, Frame::Clause, reach));
        emit(std::move(found));
    }

    // "Orr's claim that", "his attacks on", "allegations that"
    void noun(std::size_t i) {
        const Range reach = phrases_.sentence(i);
        const std::string_view low = words_[i].lower;
        const bool speech = is_speech_noun(low) || is_rumour(low);
        const bool stance = is_stance_noun(low);
        const bool intention = is_intention_noun(low);
        if ((!speech && !stance && !intention) || i + 2 >= reach.end || words_.titled(words_[i].sentence))
            return;
        std::size_t begin = i;
        while (begin > reach.begin &&
               (words_.kind(begin - 1) == C::Adjective || words_.kind(begin - 1) == C::Adverb ||
                words_.kind(begin - 1) == C::Noun || words_.kind(begin - 1) == C::Participle)) {
            --begin;
        }
        const Word& next = words_[i + 1];
        Frame frame = Frame::None;
        if (speech && next.lower == "that")
            frame = Frame::That;
        else if (intention && next.kind == C::To && words_.kind(i + 2) == C::Base)
            frame = Frame::Infinitive;
        else if (stance && (next.lower == "of" || next.lower == "for" || next.lower == "on" ||
                            next.lower == "against" || next.lower == "about" || next.lower == "to")) {
            frame = Frame::Of;
        } else {
            return;
        }
        Range source{begin, begin};
        std::size_t cue = begin;
        if (begin > reach.begin && words_.kind(begin - 1) == C::Possessive) {
            source = {begin - 1, begin};
        } else if (begin > reach.begin + 1 && words_.kind(begin - 1) == C::Genitive) {
            cue = begin - 1;
            const Range holder = phrases_.noun_phrase(begin - 1);
            if (holder.empty() || holder.begin >= cue) return;
            source = {holder.begin, cue};
        } else if (frame != Frame::That || !is_rumour(low)) {
            return;
        }
        const std::size_t end = frame == Frame::Of ? i + 2 : i + 1;
        Candidate found =
            candidate(source.empty() ? "noun" : "possessed noun", frame, i, {source.empty() ? i : cue, end});
        if (!source.empty()) found.source.push_back(source);
        if (frame == Frame::Of) {
            const Range object = phrases_.long_noun_phrase(end, reach.end);
            if (object.empty() || object.begin != end) return;
            found.content.push_back(object);
        } else {
            Range content = content_after(phrases_, end, frame, reach);
            if (frame == Frame::That) content.end = first_clause_end(content);
            found.content.push_back(content);
        }
        emit(std::move(found));
    }

    // "Orr's claim | that the dam was safe | angered the village": before a second verb that nothing joins to
    // the first.
    std::size_t first_clause_end(const Range& content) const {
        const std::size_t verb = phrases_.finite_verb(content.begin + 1, content.end);
        for (std::size_t k = verb + 1; k < content.end; ++k) {
            const Word& word = words_[k];
            if (word.kind == C::Wh || word.kind == C::Conjunction || word.kind == C::Complementizer ||
                word.lower == "," || word.kind == C::Quote) {
                return content.end;
            }
            const bool verbal = is_finite(word.kind) || word.kind == C::Participle;
            if (!verbal || is_verb(words_.kind(k - 1)) || words_.kind(k - 1) == C::Adverb ||
                words_.is(k + 1, "by"))
                continue;
            // A verb right behind a pronoun or after "before", "if" belongs to a clause inside.
            for (std::size_t p = verb + 1; p < k; ++p) {
                if (words_.kind(p) == C::Preposition && phrases_.clause_at(p + 1, k + 1)) return content.end;
            }
            if (words_.kind(k - 1) == C::Pronoun) return content.end;
            return k;
        }
        return content.end;
    }

    // "In a poll in May, most ..."
    void poll(std::size_t i) {
        const Range reach = phrases_.sentence(i);
        const Range base = phrases_.noun_phrase(i + 1);
        if (base.empty() || base.begin != i + 1 || !is_poll(words_[base.end - 1].lower)) return;
        Candidate found = candidate("in poll", Frame::In, i, {i, i + 1});
        found.source.push_back(phrases_.long_noun_phrase(i + 1, reach.end));
        const std::size_t end = found.source.front().end;
        if (i == reach.begin) {
            std::size_t comma = end;
            while (comma < reach.end && !words_.is(comma, ",")) ++comma;
            if (comma + 1 >= reach.end || comma > end + 8) return;
            found.content.push_back(content_after(phrases_, comma + 1, Frame::Clause, reach));
        } else {
            return;
        }
        emit(std::move(found));
    }

    // "Poll: Most Want the Ferry Back"
    void colon(std::size_t i) {
        const Range reach = phrases_.sentence(i);
        if (i == reach.begin || i - reach.begin > 6 || i + 3 >= reach.end) return;
        const auto& sentences = words_.document().sentences;
        const std::size_t s = words_[i].sentence;
        if (s > 0 && sentences[s - 1].paragraph == sentences[s].paragraph) return;
        const Range name = phrases_.noun_phrase(reach.begin);
        if (name.begin != reach.begin || name.end != i) return;
        bool capitals = true;
        for (std::size_t k = name.begin; k < name.end; ++k) {
            capitals = capitals && (begins_upper(words_[k].text) || words_.kind(k) == C::Genitive);
        }
        if (!capitals || words_.kind(name.end - 1) == C::Number) return;
        Candidate found = candidate(":", Frame::Quotation, i, {i, i + 1});
        found.source.push_back(name);
        Range content = content_after(phrases_, i + 1, Frame::Quotation, reach);
        if (content.end + 1 >= reach.end) {
            std::size_t last = s;
            while (last + 1 < sentences.size() && sentences[last + 1].paragraph == sentences[s].paragraph)
                ++last;
            content.end = std::max(content.end, sentences[last].last_token);
            if (words_.is(content.end - 1, ".")) --content.end;
        }
        found.content.push_back(content);
        emit(std::move(found));
    }

    const Phrases& phrases_;
    const Words& words_;
    std::vector<Candidate>& out_;
};

}  // namespace

void find_phrase_cues(const Phrases& phrases, std::vector<Candidate>& out) {
    PhraseFinder(phrases, out).run();
}

}  // namespace hearsay::engine

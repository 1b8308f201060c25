#include "engine/articles/coreference/sources/phrase.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "engine/articles/coreference/sources/nouns.hpp"
#include "engine/articles/names/role.hpp"

namespace hearsay::engine {
namespace {

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_pronoun(const std::string& word) {
    return is_one_of(word, {"he",    "she",  "it",      "they",    "i",       "we",         "you",   "him",
                            "her",   "them", "himself", "herself", "itself",  "themselves", "his",   "its",
                            "their", "who",  "which",   "this",    "that",    "those",      "these", "both",
                            "many",  "some", "others",  "one",     "another", "each"});
}

std::size_t number_of(const NameWord& word) {
    static const std::map<std::string, std::size_t> numbers = {{"both", 2}, {"two", 2},  {"three", 3},
                                                               {"four", 4}, {"five", 5}, {"2", 2},
                                                               {"3", 3},    {"4", 4},    {"5", 5}};
    const auto found = numbers.find(word.lower);
    return found == numbers.end() ? 0 : found->second;
}

// Words after which the head noun's own words are over.
bool closes_head(const NameWord& word) {
    static const std::unordered_set<std::string> closers = {
        "of",       "from",        "for",      "in",      "at",           "on",     "with",
        "by",       "near",        "against",  "who",     "which",        "that",   "whose",
        "whom",     "to",          "about",    "over",    "under",        "inside", "across",
        "among",    "between",     "during",   "after",   "before",       "since",  "including",
        "calling",  "identifying", "based",    "wearing", "speaking",     "citing", "comprising",
        "composed", "known",       "familiar", "working", "representing", "loyal",  "opposed",
        "close",    "quoted",      "involved", "like",    "as",           "on",     "outside",
        "behind",   "responsible", "i",        "we",      "he",           "she",    "they"};
    return word.mark || closers.contains(word.lower);
}

class SourceReader {
  public:
    SourceReader(const Document& document, const Span& source)
        : document_(document), words_(words_of(document, source)) {
        for (const NameWord& word : words_) mention_.push_back(mention_at(word.span));
        own_ = words_.size();
        // What follows the source in its sentence, for names that spell it out.
        const std::size_t end = source.end;
        const auto sentence =
            std::upper_bound(document.sentences.begin(), document.sentences.end(), end,
                             [](std::size_t at, const Sentence& s) { return at < s.span.begin; });
        if (sentence == document.sentences.begin() || std::prev(sentence)->span.end <= end) return;
        after_ = words_of(document, Span{end, std::min(std::prev(sentence)->span.end, end + 400)});
    }

    std::vector<SourceHead> read() {
        std::size_t at = 0;
        while (at < words_.size() && words_[at].mark) ++at;
        if (at >= words_.size()) return {};
        at = behind_quantity(at);
        const std::size_t end = phrase_end(at);
        for (const auto& [first, last] : coordinated(at, end)) head(first, last);
        if (!heads_.empty()) spelled_out(end);
        if (!heads_.empty() && heads_.back().members.empty() &&
            heads_.back().kind == SourceHead::Kind::Description)
            spelled_out_after();
        return std::move(heads_);
    }

  private:
    std::size_t mention_at(const Span& span) const {
        // Mentions are in order and do not overlap.
        auto found = std::upper_bound(document_.mentions.begin(), document_.mentions.end(), span.begin,
                                      [](std::size_t at, const Mention& m) { return at < m.span.begin; });
        while (found != document_.mentions.begin()) {
            --found;
            if (found->form == Mention::Form::Name)
                return found->span.contains(span)
                           ? static_cast<std::size_t>(found - document_.mentions.begin())
                           : Mention::npos;
        }
        return Mention::npos;
    }
    bool inside_name(std::size_t i) const {
        return i > 0 && mention_[i] != Mention::npos && mention_[i] == mention_[i - 1];
    }

    // "one of | the singers", "many of | the mills", "a number of | voters", "52 percent of | the voters"
    std::size_t behind_quantity(std::size_t at) {
        for (std::size_t i = at; i + 1 < words_.size() && i < at + 5 && mention_[i] == Mention::npos; ++i) {
            if (words_[i].mark) break;
            if (words_[i].lower != "of" || i == at) continue;
            const NameWord& quantity = words_[i - 1];
            const bool counts = is_one_of(
                quantity.lower,
                {"one",  "some",    "many",     "most",   "several",  "few",       "all",     "each",
                 "none", "number",  "majority", "dozens", "hundreds", "thousands", "handful", "couple",
                 "half", "percent", "any",      "either", "neither",  "plurality", "chorus"});
            if (!counts || is_one_of(words_[i + 1].lower, {"whom", "which", "them", "us", "you"})) break;
            quantity_ = true;
            one_ = quantity.lower == "one"
                       ? std::string(document_.slice({words_[at].span.begin, words_[i].end})) + " "
                       : std::string();
            return i + 1;
        }
        return at;
    }

    // Where the words of the head nouns end: at a preposition, a mark, a participle.
    std::size_t phrase_end(std::size_t at) const {
        std::size_t end = at;
        if (end < words_.size()) ++end;
        while (end < words_.size()) {
            const bool name_goes_on = inside_name(end);
            const bool quote = words_[end].mark && words_[end].text != "," && words_[end].text != ":" &&
                               words_[end].text != "(" && words_[end].text != ")" &&
                               words_[end].text != "—" && words_[end].text != "-" &&
                               words_[end].text != "–" && words_[end].text != "--" && words_[end].text != ";";
            if (!name_goes_on && !quote && (closes_head(words_[end]) || is_participle_after_noun(end))) {
                // "both of the groups", "one of the groups"
                if (words_[end].lower == "of" && end == at + 1 && (number_of(words_[at]) > 0)) {
                    ++end;
                    continue;
                }
                // "the Velk Party (VP) and the Orvik Union"
                if (const std::size_t behind = behind_brackets(end); behind < words_.size()) {
                    end = behind;
                    continue;
                }
                if (words_[end].text == "," && list_goes_on(at, end)) {
                    ++end;
                    continue;
                }
                break;
            }
            ++end;
        }
        return end;
    }
    // Behind brackets that open at i right after a name, where a list goes on behind them; else the end.
    std::size_t behind_brackets(std::size_t i) const {
        if (words_[i].text != "(" || mention_[i - 1] == Mention::npos) return words_.size();
        for (std::size_t k = i + 1; k + 2 < words_.size() && k < i + 7; ++k)
            if (words_[k].text == ")")
                return words_[k + 1].lower == "and" || words_[k + 1].text == "," ? k + 1 : words_.size();
        return words_.size();
    }
    // Where the words of a head end: before its last marks and what stands in brackets behind it.
    std::size_t without_brackets(std::size_t first, std::size_t last) const {
        while (last > first && words_[last - 1].mark) {
            std::size_t open = last - 1;
            if (words_[open].text == ")")
                while (open > first && words_[open].text != "(") --open;
            last = words_[open].text == "(" ? open : last - 1;
        }
        return last;
    }
    // "groups | made up of volunteers", "a man | dressed in grey"
    bool is_participle_after_noun(std::size_t i) const {
        const std::string& before = words_[i - 1].lower;
        const std::string& word = words_[i].lower;
        if (words_[i].capital || mention_[i] != Mention::npos || words_[i - 1].possessive) return false;
        const bool noun = is_group_noun(before) || is_body_noun(before) || is_body_noun(singular(before)) ||
                          is_role_word(words_[i - 1]) || is_inanimate(singular(before)) ||
                          is_one_of(before, {"complaint", "indictment", "affidavit", "statement", "letter"});
        const bool participle =
            (word.ends_with("ed") && word.size() > 4) ||
            is_one_of(word, {"made", "run", "led", "held", "seen", "given", "sent", "fighting", "living"});
        // "the group wanted list" is no such thing: something must follow.
        return noun && participle && i + 1 < words_.size() && !is_role_word(words_[i + 1]) &&
               !is_group_noun(words_[i + 1].lower);
    }
    // "A, B and C": a comma between names of a list.
    bool list_goes_on(std::size_t at, std::size_t comma) const {
        const std::size_t before = without_brackets(at, comma);
        if (before == at || mention_[before - 1] == Mention::npos) return false;
        std::size_t i = comma + 1;
        bool names = false;
        bool bracket = false;
        for (; i < words_.size(); ++i) {
            bracket = words_[i].text == "(" || (bracket && words_[i - 1].text != ")");
            if (bracket) continue;
            if (words_[i].lower == "and" && !inside_name(i)) {
                for (std::size_t k = at; k < before; ++k)
                    if (mention_[k] == Mention::npos && !is_one_of(words_[k].lower, {"the", "both"}) &&
                        !words_[k].mark)
                        return false;
                return names && i + 1 < words_.size();
            }
            if (mention_[i] != Mention::npos)
                names = true;
            else if (!words_[i].mark && words_[i].lower != "the" && !is_role_word(words_[i]) &&
                     words_[i].lower.find('-') == std::string::npos)  // "the pie-maker Orvik"
                return false;
        }
        return false;
    }

    std::vector<std::pair<std::size_t, std::size_t>> coordinated(std::size_t first, std::size_t last) const {
        std::vector<std::pair<std::size_t, std::size_t>> parts;
        std::size_t begin = first;
        for (std::size_t i = first; i < last; ++i) {
            const bool link = words_[i].lower == "and" || words_[i].lower == "or" || words_[i].text == "," ||
                              words_[i].text == "&";
            if (!link || inside_name(i) || (i + 1 < last && mention_[i] != Mention::npos)) continue;
            if (!stands_alone(begin, i) || !stands_alone(i + 1, last) || is_double_role(begin, i, last))
                continue;
            parts.emplace_back(begin, i);
            begin = i + 1;
        }
        if (begin < last) parts.emplace_back(begin, last);
        return parts;
    }
    // "law enforcement and security officials" is one head: "law enforcement" does not stand alone.
    bool stands_alone(std::size_t first, std::size_t last) const {
        last = without_brackets(first, last);
        if (first >= last) return false;
        if (mention_[last - 1] != Mention::npos) return true;
        const std::string& noun = words_[last - 1].lower;
        return is_role_word(words_[last - 1]) || is_group_noun(noun) || is_body_noun(noun) ||
               is_body_noun(singular(noun)) || is_body_like(noun) || is_pronoun(noun) ||
               is_one_of(words_[first].lower, {"the", "a", "an", "his", "her", "their", "its"});
    }

    // "founder and harbour activist Lena Orr" is one person with two roles.
    bool is_double_role(std::size_t first, std::size_t link, std::size_t last) const {
        while (last > link && words_[last - 1].mark) --last;
        if (link == first || last <= link + 2 || mention_[last - 1] == Mention::npos) return false;
        if (document_.mentions[mention_[last - 1]].kind != PartyKind::Person ||
            mention_[link + 1] != Mention::npos)
            return false;
        const NameWord& role = words_[link - 1];
        return is_role_word(role) && singular(role.lower) == role.lower &&
               mention_[link - 1] == Mention::npos;
    }

    void head(std::size_t first, std::size_t last) {
        last = without_brackets(first, last);
        while (first < last && words_[first].mark) ++first;
        if (first >= last) return;
        SourceHead out;
        out.span = {words_[first].span.begin, words_[last - 1].span.end};
        if (first + 1 == last && is_pronoun(words_[first].lower) && words_[first].text != "US") {
            out.kind = SourceHead::Kind::Pronoun;
            out.noun = words_[first].lower;
            out.plural = is_one_of(out.noun, {"they", "them", "their", "themselves", "both", "we", "these",
                                              "those", "many", "some", "others"});
            if (is_one_of(out.noun, {"he", "him", "his", "himself"})) out.gender = Gender::Man;
            if (is_one_of(out.noun, {"she", "her", "herself"})) out.gender = Gender::Woman;
            heads_.push_back(std::move(out));
            return;
        }
        // "Orr's", where the whole phrase is the owner of a cue: "Orr's | claim"
        if (mention_[last - 1] != Mention::npos && (!words_[last - 1].possessive || last == own_)) {
            out.kind = SourceHead::Kind::Name;
            out.mention = mention_[last - 1];
            heads_.push_back(std::move(out));
            return;
        }
        description(first, last, std::move(out));
    }

    void description(std::size_t first, std::size_t last, SourceHead out) {
        std::size_t begin = first;
        while (begin < last) {
            const std::string& word = words_[begin].lower;
            if (is_one_of(word, {"the", "this", "that", "these", "those", "same", "such"})) {
                out.definite = true;
            } else if (number_of(words_[begin]) > 0 && mention_[begin] == Mention::npos) {
                out.count = number_of(words_[begin]);
                if (word == "both") out.definite = true;
                if (word != "both" && !out.definite) break;  // "two rebel groups" keeps its number
            } else if (is_one_of(word, {"another", "other", "third", "second", "separate", "different"})) {
                out.other = true;
                if (word != "another") break;
            } else if (is_one_of(word, {"its", "his", "her", "their"})) {
                out.possessor = word;
            } else if (!is_one_of(word, {"a", "an", "of", "some", "our", "my"})) {
                break;
            }
            ++begin;
        }
        if (begin >= last) begin = last - 1;
        // "one of the singers" is nobody who was named.
        if (quantity_) out.definite = false;
        for (std::size_t i = begin; i < last; ++i)
            if (is_one_of(words_[i].lower, {"another", "other", "third", "separate", "different"}))
                out.other = true;
        const NameWord& noun = words_[last - 1];
        out.noun = singular(noun.lower);
        out.plural = is_group_noun(noun.lower) || (out.noun != noun.lower);
        if (is_one_of(noun.lower, {"media", "police", "military"}) || !one_.empty()) out.plural = false;
        out.gender = gender_of_role(noun.lower);
        for (std::size_t i = begin; i < words_.size(); ++i) {
            if (mention_[i] == Mention::npos || (i > 0 && mention_[i] == mention_[i - 1])) continue;
            out.modifiers.push_back(mention_[i]);
        }
        // "A singer of a second choir, the Lund Legion": the choir's name says more.
        out.text = one_ + text_of(begin, last);
        const std::size_t of = last;
        if (of + 1 < own_ && words_[of].lower == "of" &&
            is_one_of(words_[of + 1].lower, {"another", "a", "the", "one"})) {
            for (const std::size_t m : out.modifiers) {
                const Mention& name = document_.mentions[m];
                if (name.span.begin <= words_[of].span.end || !is_group_kind(name.kind)) continue;
                const std::string_view gap = document_.slice({words_[of].span.end, name.span.begin});
                if (gap.find(',') == gap.npos) continue;
                out.text = text_of(begin, last, true) + " of the " + name.name;
                break;
            }
        }
        heads_.push_back(std::move(out));
    }
    static bool is_group_kind(PartyKind kind) {
        return kind == PartyKind::Organisation || kind == PartyKind::Unknown || kind == PartyKind::Group;
    }
    // With the "of ..." that follows the last head: "spokesperson of the harbour police".
    std::string text_of(std::size_t first, std::size_t last, bool head_only = false) const {
        std::size_t end = last;
        if (!head_only && end < words_.size() &&
            is_one_of(words_[end].lower, {"of", "for", "from", "at", "in", "with"})) {
            while (end < words_.size() && !words_[end].mark &&
                   !is_one_of(words_[end].lower, {"who", "which", "that", "and", "but"}) && end - last < 9)
                ++end;
        }
        std::string out;
        for (std::size_t i = first; i < end; ++i) {
            if (words_[i].mark && words_[i].text != "-") continue;
            if (!out.empty()) out += ' ';
            out += document_.slice({words_[i].span.begin, words_[i].end});
        }
        return out;
    }

    // Where names that spell out the source can begin in the words after it; their number if nowhere.
    std::size_t names_after() const {
        const SourceHead& last = heads_.back();
        const std::size_t none = after_.size();
        if (after_[0].text == ":" || (after_[0].text == "," && (last.plural || last.other))) return 1;
        // "calling itself": whatever small word stands there
        if (is_one_of(after_[0].lower, {"calling", "identifying", "describing", "styling"}))
            return after_.size() > 1 && !after_[1].mark && !after_[1].capital ? 2 : none;
        if (after_[0].lower == "known" && after_.size() > 1 && after_[1].lower == "as") return 2;
        if (is_one_of(after_[0].lower, {"called", "named", "dubbed"}) && after_.size() > 1)
            return after_[1].lower == "the" || after_[1].capital || after_[1].mark ? 1 : none;
        // "two groups based in Velk: the A and the B"
        for (std::size_t i = 0; i < after_.size() && i < 6; ++i) {
            if (after_[i].text == ":") return i + 1;
            if (after_[i].mark || is_speech_verb(after_[i].lower)) break;
        }
        return none;
    }
    static bool is_between_names(const std::string& word) {
        return is_one_of(word, {"the", "and", "itself", "themselves", "as", "self-styled", "so-called"});
    }
    // "Two groups | said fish is dear: the A and the B" is no such thing; ": the A and the B" and "calling
    // itself the A" must follow at once.
    void spelled_out_after() {
        SourceHead& last = heads_.back();
        if (!is_body_like(last.noun) || after_.empty()) return;
        const std::size_t names = names_after();
        for (std::size_t i = names; i < after_.size(); ++i) {
            const std::size_t m = mention_at(after_[i].span);
            if (m != Mention::npos) {
                if (!is_group_kind(document_.mentions[m].kind)) return;
                if (last.members.empty() || last.members.back() != m) last.members.push_back(m);
                if (!last.plural && last.members.size() > 1) last.members.pop_back();
            } else if (!after_[i].mark && !is_between_names(after_[i].lower)) {
                break;
            } else if (after_[i].mark && after_[i].text == "." && !last.members.empty()) {
                break;
            }
        }
    }

    // Names after the phrase: "two groups, the A and the B", "the governor, Lena Orr", "groups calling
    // themselves A and B".
    void spelled_out(std::size_t end) {
        SourceHead& last = heads_.back();
        if (last.kind != SourceHead::Kind::Description) return;
        const bool body = is_body_like(last.noun);
        for (std::size_t i = end; i < words_.size(); ++i) {
            // "The firm, which talks with authorities including the Velk Board": no name of the firm.
            if (words_[i].lower == "which" || words_[i].lower == "whose") break;
            const std::size_t m = mention_[i];
            if (m == Mention::npos || (i > 0 && mention_[i - 1] == m)) continue;
            const bool apposition = i > 0 && follows_apposition(end, i);
            if (!apposition) continue;
            const PartyKind kind = document_.mentions[m].kind;
            if (body &&
                (kind == PartyKind::Organisation || kind == PartyKind::Unknown || kind == PartyKind::Outlet))
                last.members.push_back(m);
            if (!body && !last.plural && kind == PartyKind::Person &&
                (is_role(last.noun) || !is_group_noun(last.noun)))
                last.members.push_back(m);
            if (!last.plural && !last.members.empty()) break;
        }
    }
    // Whether between the phrase's end and word i there stands a comma, colon or "calling themselves"
    // directly before names.
    bool follows_apposition(std::size_t end, std::size_t i) const {
        for (std::size_t k = i; k-- > end;) {
            const NameWord& word = words_[k];
            if (mention_[k] != Mention::npos ||
                is_one_of(word.lower, {"the", "and", "so-called", "self-styled"}))
                continue;
            if (word.text == "," || word.text == ":" || word.text == "—" || word.text == "–" ||
                word.text == "(" || word.text == "--")
                return true;
            if (is_one_of(word.lower, {"as", "calling", "called", "itself", "themselves", "including",
                                       "named", "dubbed"}))
                return true;
            if (word.mark) continue;
            if (is_role_word(word) || word.capital) continue;
            // "calling itself": whatever small word stands there
            if (k > end && is_one_of(words_[k - 1].lower, {"calling", "identifying", "styling"})) return true;
            return false;
        }
        return false;
    }

    const Document& document_;
    WordList words_, after_;
    std::size_t own_ = 0;               // words of the source
    bool quantity_ = false;             // it begins with "many of" or the like
    std::string one_;                   // "one of "
    std::vector<std::size_t> mention_;  // of each word
    std::vector<SourceHead> heads_;
};

}  // namespace

bool is_body_like(const std::string& noun) {
    return is_body_noun(noun) ||
           is_one_of(noun, {"unit", "militia", "formation", "outlet", "network", "company", "paper",
                            "newspaper", "website", "radio", "broadcaster", "television"});
}

std::vector<SourceHead> read_source(const Document& document, const Span& source) {
    return SourceReader(document, source).read();
}

}  // namespace hearsay::engine

#include "engine/articles/names/names_annotator.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include "engine/articles/names/gazetteer.hpp"
#include "engine/articles/names/name_forms.hpp"
#include "engine/articles/names/name_reading.hpp"
#include "engine/articles/names/role.hpp"
#include "engine/articles/text/characters.hpp"

namespace hearsay::engine {
namespace {

struct Found {
    NameReading reading;
    Span span;
};

// "Orr" of "Lena Orr" and "Lena Orr Jr.", as it is written.
std::string surname(std::string_view name) {
    for (const std::string_view suffix : {" Jr.", " Jr", " Sr.", " Sr", " II", " III", " IV"})
        if (name.ends_with(suffix)) name.remove_suffix(suffix.size());
    return std::string(name.substr(name.rfind(' ') + 1));
}

// A line where capitals may stand for emphasis: more than three quarters of its longer words have one.
bool mostly_capitals(const WordList& words) {
    const auto counts = [](const NameWord& word) {
        return word.lower.size() >= 4 && !word.mark && !word.number;
    };
    const auto all = std::count_if(words.begin(), words.end(), counts);
    const auto capital = std::count_if(words.begin(), words.end(),
                                       [&](const NameWord& word) { return counts(word) && word.capital; });
    return 4 * capital > 3 * all;
}

// Places in the text that are taken.
class Taken {
  public:
    void add(const Span& span) {
        // Those that it touches become one with it.
        Span whole = span;
        auto at = first_beyond(span.begin);
        while (at != places_.end() && at->first < span.end) {
            whole = {std::min(whole.begin, at->first), std::max(whole.end, at->second)};
            at = places_.erase(at);
        }
        places_.emplace(whole.begin, whole.end);
    }
    bool overlaps(const Span& span) const {
        const auto at = first_beyond(span.begin);
        return at != places_.end() && at->first < span.end;
    }

  private:
    std::map<std::size_t, std::size_t>::const_iterator first_beyond(std::size_t begin) const {
        auto at = places_.upper_bound(begin);
        if (at != places_.begin() && std::prev(at)->second > begin) --at;
        return at;
    }
    std::map<std::size_t, std::size_t> places_;  // begin to end; none overlaps another
};

class ArticleNames {
  public:
    ArticleNames(Document& document, const graphs::Progress& progress)
        : document_(document), progress_(progress) {
        for (const Sentence& sentence : document.sentences) {
            progress_(0);
            if (is_reading_zone(sentence.zone)) sentences_.push_back(words_of(document, sentence));
        }
    }

    void find() {
        for (const WordList& words : sentences_) {
            progress_(0);
            shouted_ = mostly_capitals(words);
            for (NameReading& body : state_bodies(words)) keep(words, std::move(body));
            if (is_title_case(words)) continue;
            read_tags(words);
            read_brackets(words);
        }
        agree();
        const std::map<std::string, NameReading> named = by_name();
        for (const WordList& words : sentences_) {
            progress_(0);
            shouted_ = mostly_capitals(words);
            read_untagged(words, named);
        }
        write();
    }

  private:
    void read_tags(const WordList& words) {
        if (words.empty()) return;
        const Span sentence{words.front().span.begin, words.back().span.end};
        const std::vector<NameTag>& tags = document_.name_tags;
        auto tag = std::partition_point(tags.begin(), tags.end(),
                                        [&](const NameTag& t) { return t.span.end <= sentence.begin; });
        std::size_t before = 0;  // end of the tag before
        while (tag != tags.end() && tag->span.begin < sentence.end) {
            Span span = tag->span;
            const NameClass kind = tag->kind;
            // What is tagged alike word by word is one name.
            for (++tag; tag != tags.end() && tag->kind == kind &&
                        document_.slice({span.end, tag->span.begin}) == " ";
                 ++tag)
                span.end = tag->span.end;
            const std::size_t limit = tag == tags.end() ? document_.text.size() : tag->span.begin;
            for (const WordRange& piece : pieces(words, words_at(words, span))) {
                const WordRange range = whole_name(words, piece, kind, {before, limit});
                auto reading = read_tagged(document_, words, range.first, range.last, kind);
                if (reading && !is_taken(words, reading->first, reading->last))
                    keep(words, std::move(*reading));
            }
            before = span.end;
        }
    }

    // "Mill Watch Service (MWS)": the letters in brackets are a name of the body before them.
    void read_brackets(const WordList& words) {
        for (std::size_t i = 1; i + 2 < words.size(); ++i) {
            if (words[i].text != "(" || words[i + 2].text != ")" || !is_acronym(words[i + 1].text)) continue;
            if (!ends_of_bodies_.contains(words[i - 1].span.end) || is_taken(words, i + 1, i + 2)) continue;
            keep(words, {i + 1, i + 2, PartyKind::Organisation, 2, spelled(words, i + 1, i + 2), {}, {}});
        }
    }

    // A tag is parted where no name goes on: at words that are small in names as well, and at marks.
    static std::vector<WordRange> pieces(const WordList& words, WordRange range) {
        static const std::set<std::string_view> inside = {
            "of", "for", "and", "the", "on",  "de",  "von", "van", "der", "den", "bin", "ibn", "da",
            "di", "du",  "la",  "le",  "dos", "del", "al",  "el",  "&",   "“",   "”",   "\"",  "‘"};
        std::vector<WordRange> out;
        for (std::size_t i = range.first; i < range.last; ++i) {
            const NameWord& word = words[i];
            if (!word.capital && !word.number && !inside.contains(word.lower)) continue;
            if (out.empty() || out.back().last != i) out.push_back({i, i});
            out.back().last = i + 1;
        }
        return out;
    }

    // A tag that missed a part of its name grows over the capitals beside it, between the tags around it; to
    // the front a person's only over a given name.
    WordRange whole_name(const WordList& words, WordRange range, NameClass kind, const Span& free) const {
        const auto part = [&](std::size_t i) {
            const NameWord& word = words[i];
            const bool head_next = i + 1 < words.size() && words[i + 1].capital &&
                                   is_organisation_head(words[i + 1].lower);  // "Officer Corps"
            return word.capital && free.contains(word.span) && !word.initial &&
                   (head_next || !is_role_word(word)) && !is_honorific(word.lower) &&
                   !is_calendar_word(word.lower) && !is_derived_word(word);
        };
        const auto given = [&](std::size_t i) {
            return is_given_name(words[i].lower) && words[i].capital && free.contains(words[i].span);
        };
        if (range.first == range.last || !words[range.first].capital || !words[range.last - 1].capital ||
            shouted_ || read_known(words, range.first, range.last))
            return range;
        const WordRange tagged = range;
        while (range.first > 0 && tagged.first - range.first < 2 && !words[range.first - 1].possessive &&
               (kind == NameClass::Person ? given(range.first - 1) : part(range.first - 1)))
            --range.first;
        while (range.last < words.size() && range.last - tagged.last < 2 && part(range.last) &&
               !words[range.last - 1].possessive)
            ++range.last;
        return range;
    }

    bool is_taken(const WordList& words, std::size_t first, std::size_t last) const {
        const Span span{words[first].span.begin, words[last - 1].span.end};
        return taken_.overlaps(span);
    }

    void keep(const WordList& words, NameReading reading) {
        const Span span{words[reading.first].span.begin, words[reading.last - 1].span.end};
        if (reading.kind == PartyKind::Organisation) ends_of_bodies_.insert(span.end);
        taken_.add(span);
        found_.push_back({std::move(reading), span});
    }

    // One kind for one name, the one with most in its favour; a surname is its bearer.
    void agree() {
        std::map<std::string, std::map<PartyKind, int>> votes;
        std::set<std::string> surnames, firms;  // firms: "Velkia" of "Velkia Motors Ltd"
        for (const Found& found : found_) {
            const NameReading& r = found.reading;
            votes[r.name][r.kind] += r.strength * r.strength;
            if (r.last - r.first < 2) continue;
            if (r.kind == PartyKind::Person) surnames.insert(surname(r.name));
            if (r.kind == PartyKind::Organisation && is_company_ending(lower(surname(r.name))))
                firms.insert(r.name.substr(0, r.name.find(' ')));
        }
        for (Found& found : found_) {
            NameReading& r = found.reading;
            const auto& kinds = votes.at(r.name);
            const auto best = std::max_element(
                kinds.begin(), kinds.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
            if (best->second > kinds.at(r.kind)) r.kind = best->first;
            if (r.last - r.first != 1 || r.strength >= 3) continue;
            const std::string name = surnames.contains(r.name) ? r.name : without_shouting(r.name);
            if (surnames.contains(name)) {
                r.kind = PartyKind::Person;
                r.name = name;
            } else if (firms.contains(name)) {
                r.kind = PartyKind::Organisation;
            }
        }
    }

    // What the article names, in lower case, and its persons' surnames.
    std::map<std::string, NameReading> by_name() const {
        std::map<std::string, NameReading> out;
        for (const Found& found : found_)
            if (found.reading.kind != PartyKind::Unknown)
                out.emplace(lower(found.reading.name), found.reading);
        for (const Found& found : found_) {
            if (found.reading.kind != PartyKind::Person) continue;
            NameReading bearer = found.reading;
            bearer.name = surname(bearer.name);
            out.emplace(lower(bearer.name), std::move(bearer));
        }
        return out;
    }

    // What is named elsewhere in the article or known to everybody is a name where no tag stands as well; in
    // headlines, where every word has a capital, it is all there is to go by.
    void read_untagged(const WordList& words, const std::map<std::string, NameReading>& named) {
        const bool headline = is_title_case(words);
        for (std::size_t i = 0; i < words.size();) {
            std::size_t length = std::min<std::size_t>(6, words.size() - i);
            for (; length > 0; --length)
                if (auto reading = untagged(words, i, i + length, headline, named)) {
                    keep(words, std::move(*reading));
                    break;
                }
            i += std::max<std::size_t>(length, 1);
        }
    }

    std::optional<NameReading> untagged(const WordList& words, std::size_t first, std::size_t last,
                                        bool headline,
                                        const std::map<std::string, NameReading>& named) const {
        if (!words[first].capital || !words[last - 1].capital) return {};
        const std::string phrase = joined_lower(words, first, last);
        const bool single = last - first == 1;
        if (single && is_common_word(phrase)) return {};
        std::optional<NameReading> reading;
        if (const auto known = named.find(phrase); known != named.end()) {
            reading = known->second;
            if (reading->kind == PartyKind::Person)
                reading->name = without_shouting(spelled(words, first, last));
        } else if ((reading = read_known(words, first, last))) {
            // "Velk Independent" is not the Independent.
            const bool part = first > 0 && words[first - 1].capital && words[first - 1].lower != "the" &&
                              !words[first - 1].possessive;
            if (single && part && reading->kind != PartyKind::Place) return {};
        } else if (!headline && is_body_run(words, first, last)) {
            return is_taken(words, first, last)
                       ? std::nullopt
                       : read_tagged(document_, words, first, last, NameClass::Organisation);
        } else if (headline && last - first == 2 && is_given_name(words[first].lower) &&
                   !words[first].possessive && !is_speech_verb(words[last - 1].lower) &&
                   !is_common_word(words[last - 1].lower) && words[last - 1].lower.size() > 2 &&
                   !is_common_word(words[first].lower) && !is_organisation_head(words[last - 1].lower)) {
            // "Lena Orr" in the headline alone
            reading = NameReading{0, 0, PartyKind::Person, 1, spelled(words, first, last), {}, {}};
        }
        if (!reading || is_taken(words, first, last)) return {};
        reading->first = first;
        reading->last = last;
        reading->role.clear();
        return reading;
    }

    // A whole run of capitals within a sentence that ends like an organisation's name: "Security Task Force".
    bool is_body_run(const WordList& words, std::size_t first, std::size_t last) const {
        if (last - first < 2 || !is_organisation_head(words[last - 1].lower) || shouted_) return false;
        for (std::size_t i = first; i < last; ++i)
            if (!words[i].capital || words[i].initial || (words[i].possessive && i + 1 < last) ||
                is_calendar_word(words[i].lower) || is_honorific(words[i].lower))
                return false;
        return !(first > 0 && words[first - 1].capital && !words[first - 1].possessive &&
                 !words[first - 1].initial) &&
               !(last < words.size() && words[last].capital && !words[last - 1].possessive);
    }

    void write() {
        std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
            return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
        });
        std::size_t end = 0;
        for (Found& found : found_) {
            progress_(0);
            if (found.span.begin < end || found.reading.name.size() < 2) continue;
            Mention mention;
            mention.span = found.span;
            mention.kind = found.reading.kind;
            mention.name = std::move(found.reading.name);
            mention.role = std::move(found.reading.role);
            mention.owner = std::move(found.reading.owner);
            end = mention.span.end;
            document_.mentions.push_back(std::move(mention));
        }
    }

    Document& document_;
    const graphs::Progress& progress_;
    std::vector<WordList> sentences_;
    std::vector<Found> found_;
    Taken taken_;                                     // by what was found
    std::unordered_set<std::size_t> ends_of_bodies_;  // bytes
    bool shouted_ = false;                            // the sentence at hand: capitals say nothing there
};

}  // namespace

void NamesAnnotator::annotate(Document& document, const graphs::Progress& progress) const {
    ArticleNames(document, progress).find();
}

}  // namespace hearsay::engine

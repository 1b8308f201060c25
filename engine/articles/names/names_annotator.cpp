#include "engine/articles/names/names_annotator.hpp"

#include <algorithm>
#include <map>

#include "engine/articles/characters.hpp"
#include "engine/articles/names/gazetteer.hpp"
#include "engine/articles/names/name_reading.hpp"

namespace hearsay::engine {
namespace {

struct Found {
    NameReading reading;
    Span span;
};

class ArticleNames {
  public:
    explicit ArticleNames(Document& document) : document_(document) {
        for (const Sentence& sentence : document.sentences)
            if (is_reading_zone(sentence.zone)) sentences_.push_back(words_of(document, sentence));
        for (const WordList& words : sentences_) capitals_.count(words);
    }

    void find() {
        for (const WordList& words : sentences_)
            if (!is_title_case(words)) read_sentence(words);
        agree();
        for (const WordList& words : sentences_)
            if (is_title_case(words)) read_headline(words);
        write();
    }

  private:
    void read_sentence(const WordList& words) {
        std::vector<NameReading> readings = state_bodies(words);
        const std::size_t bodies = readings.size();
        for (const Run& run : name_runs(words, capitals_)) {
            for (NameReading& reading : read_run(document_, words, run)) {
                const bool inside =
                    std::any_of(readings.begin(), readings.begin() + static_cast<long>(bodies),
                                [&](const NameReading& body) {
                                    return reading.first < body.last && body.first < reading.last;
                                });
                if (!inside) readings.push_back(std::move(reading));
            }
        }
        for (NameReading& reading : readings) keep(words, std::move(reading));
    }

    void keep(const WordList& words, NameReading reading) {
        const Span span{words[reading.first].span.begin, words[reading.last - 1].span.end};
        found_.push_back({std::move(reading), span});
    }

    // One kind for one name; a surname is its bearer.
    void agree() {
        std::map<std::string, std::pair<PartyKind, int>> kinds;
        std::map<std::string, std::size_t> surnames;
        for (const Found& found : found_) {
            const NameReading& r = found.reading;
            auto& best = kinds.emplace(r.name, std::pair(PartyKind::Unknown, 0)).first->second;
            if (r.strength > best.second || best.first == PartyKind::Unknown) best = {r.kind, r.strength};
            if (r.kind == PartyKind::Person && r.strength >= 1 && r.last - r.first >= 2)
                ++surnames[last_word(r.name)];
        }
        for (Found& found : found_) {
            NameReading& r = found.reading;
            const auto& best = kinds.at(r.name);
            if (r.strength < best.second || r.kind == PartyKind::Unknown) {
                r.kind = best.first;
                r.strength = best.second;
            }
            if (r.last - r.first == 1 && r.strength < 3) {
                const std::string surname = surnames.contains(r.name) ? r.name : quietly(r.name);
                if (surnames.contains(surname)) {
                    r.kind = PartyKind::Person;
                    r.strength = 2;
                    r.name = surname;
                }
            }
        }
        // A role word that is nobody's surname names nobody.
        std::erase_if(found_, [](const Found& found) { return found.reading.strength < 0; });
    }
    // "ORR" -> "Orr"
    static std::string quietly(std::string name) {
        for (std::size_t i = 1; i < name.size(); ++i)
            if (name[i] >= 'A' && name[i] <= 'Z') name[i] = static_cast<char>(name[i] - 'A' + 'a');
        return name;
    }
    static std::string last_word(const std::string& name) { return name.substr(name.rfind(' ') + 1); }

    // Capitals say nothing in a headline: only what is known, or named in the article, is a name there.
    void read_headline(const WordList& words) {
        std::map<std::string, const NameReading*> known;
        for (const Found& found : found_) known.emplace(lower(found.reading.name), &found.reading);
        std::map<std::string, NameReading> copies;
        for (const auto& [name, reading] : known) {
            copies.emplace(name, *reading);
            if (reading->kind == PartyKind::Person) copies.emplace(lower(last_word(reading->name)), *reading);
        }
        for (const NameReading& body : state_bodies(words)) keep(words, body);
        for (std::size_t i = 0; i < words.size();) {
            std::size_t length = std::min<std::size_t>(6, words.size() - i);
            for (; length > 0; --length) {
                if (!words[i].capital) continue;
                const std::string phrase = joined_lower(words, i, i + length);
                NameReading reading;
                if (const auto copy = copies.find(phrase); copy != copies.end()) {
                    reading = copy->second;
                    if (reading.kind == PartyKind::Person) reading.name = spelled(words, i, i + length);
                    if (length == 1 && is_common_word(phrase)) continue;
                } else if (is_place_name(phrase) || !institution(phrase).empty() || !outlet(phrase).empty()) {
                    // "Velk Independent" is not the Independent.
                    const bool part = i > 0 && words[i - 1].capital && words[i - 1].lower != "the" &&
                                      !words[i - 1].possessive;
                    if (length == 1 && part && !is_place_name(phrase)) continue;
                    std::vector<NameReading> readings = read_run(document_, words, {i, i + length});
                    if (readings.empty()) continue;
                    reading = readings.front();
                } else if (length == 2 && is_given_name(words[i].lower) && !words[i].possessive &&
                           words[i + 1].capital && !is_speech_verb(words[i + 1].lower) &&
                           !is_common_word(words[i + 1].lower) && words[i + 1].lower.size() > 2 &&
                           !is_common_word(words[i].lower) && !is_organisation_head(words[i + 1].lower)) {
                    // "Lena Orr" in the headline alone
                    reading.kind = PartyKind::Person;
                    reading.strength = 1;
                    reading.name = spelled(words, i, i + length);
                } else {
                    continue;
                }
                reading.first = i;
                reading.last = i + length;
                reading.role.clear();
                keep(words, std::move(reading));
                break;
            }
            i += std::max<std::size_t>(length, 1);
        }
    }

    void write() {
        std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
            return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
        });
        std::size_t end = 0;
        for (Found& found : found_) {
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
    std::vector<WordList> sentences_;
    Capitals capitals_;
    std::vector<Found> found_;
};

}  // namespace

void NamesAnnotator::annotate(Document& document) const {
    ArticleNames(document).find();
}

}  // namespace hearsay::engine

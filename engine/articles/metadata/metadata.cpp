#include "engine/articles/metadata/metadata.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <regex>

#include "engine/articles/metadata/dates.hpp"
#include "engine/articles/names/outlets.hpp"

namespace hearsay::engine {
namespace {

bool starts_with(std::string_view s, std::string_view prefix) {
    return s.substr(0, prefix.size()) == prefix;
}

std::string lower(std::string_view s) {
    std::string out(s);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::tolower(c); });
    return out;
}

// One line, white space squeezed.
std::string squeezed(std::string_view s) {
    std::string out;
    for (const char c : s) {
        if (!std::isspace(static_cast<unsigned char>(c)))
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

struct Line {
    std::string text;
    std::string small;  // in small letters
    ZoneKind kind;
    enum class Place {
        Above,
        Within,
        Behind,
        Below
    } place;  // of the body; Behind: directly after it, before any furniture
};

std::vector<Line> lines_of(const Document& document) {
    const auto& zones = document.zones;
    std::size_t first = zones.size(), last = 0;
    for (std::size_t i = 0; i < zones.size(); ++i)
        if (zones[i].kind == ZoneKind::Body) first = std::min(first, i), last = i;
    // The standfirst between two headlines is no beginning of the body.
    for (std::size_t i = first; i < std::min(zones.size(), first + 8); ++i)
        if (zones[i].kind == ZoneKind::Title) first = i + 1;
    std::vector<Line> out;
    bool furniture_since = false;
    for (std::size_t i = 0; i < zones.size(); ++i) {
        auto place = Line::Place::Within;
        if (i < first || (i <= last && zones[i].kind == ZoneKind::Byline && i < first + 12))
            place = Line::Place::Above;
        if (i > last && last >= first) {
            furniture_since |= zones[i].kind == ZoneKind::Furniture;
            place = furniture_since ? Line::Place::Below : Line::Place::Behind;
        }
        std::string text = squeezed(document.slice(zones[i].span));
        std::string small = lower(text);
        out.push_back({std::move(text), std::move(small), zones[i].kind, place});
    }
    return out;
}

// --- outlet
// --------------------------------------------------------------------------------------------------------

// Sums what speaks for each outlet; the best is taken if there is enough.
class OutletVotes {
  public:
    void add(const NamedOutlet& outlet, int weight) {
        // "Times" of "The Velk Times" is one name with and without its article.
        std::string key = lower(outlet.name);
        if (starts_with(key, "the ")) key.erase(0, 4);
        auto& vote = votes_[key];
        if (vote.name.size() < outlet.name.size()) vote.name = outlet.name;
        vote.weight += weight;
        vote.order = vote.order == 0 ? ++count_ : vote.order;
    }
    // The outlet whose name, written together, is `word` ("velktimes").
    void add_by_letters(std::string_view word, int weight) {
        if (by_letters_.size() != votes_.size()) find_letters();
        add_exactly(word, weight);
        if (starts_with(word, "the")) add_exactly(word.substr(3), weight);
    }
    std::string best() const {
        constexpr int enough = 3;
        const Vote* best = nullptr;
        for (const auto& [key, vote] : votes_)
            if (vote.weight >= enough && (!best || vote.weight > best->weight ||
                                          (vote.weight == best->weight && vote.order < best->order)))
                best = &vote;
        return best ? best->name : "";
    }

  private:
    struct Vote {
        std::string name;
        int weight = 0;
        int order = 0;
    };
    void find_letters() {
        by_letters_.clear();
        for (auto& [key, vote] : votes_) {
            std::string letters;
            for (const char c : key)
                if (std::isalnum(static_cast<unsigned char>(c))) letters += c;
            by_letters_.emplace(std::move(letters), &vote);
        }
    }
    void add_exactly(std::string_view letters, int weight) {
        const auto [begin, end] = by_letters_.equal_range(std::string(letters));
        for (auto at = begin; at != end; ++at) at->second->weight += weight;
    }

    std::map<std::string, Vote> votes_;
    std::multimap<std::string, Vote*> by_letters_;  // made anew where votes were added
    int count_ = 0;
};

void vote_in_line(const Line& line, OutletVotes& votes) {
    const bool apart = line.kind == ZoneKind::Furniture || line.kind == ZoneKind::Byline;
    if (apart) {
        // Whoever contributed, or is thanked, did not publish.
        if (line.small.find("contribut") != std::string::npos && line.kind == ZoneKind::Byline) return;
        const bool own =
            starts_with(line.small, "support ") || line.small.find("\xC2\xA9") != std::string::npos ||
            line.small.find("copyright") != std::string::npos ||
            line.small.find("newsletter from") != std::string::npos ||
            line.small.find("appeared in") != std::string::npos ||
            line.small.find("published by") != std::string::npos ||
            line.small.find("published in") != std::string::npos ||
            line.small.find("news desk") != std::string::npos || starts_with(line.small, "via ") ||
            line.small.find(" journalists of ") != std::string::npos ||
            starts_with(line.small, "a message from") ||
            // "From The Velk Times, March 12, 2024": a byline that dates an outlet's report.
            (line.kind == ZoneKind::Byline && line.place == Line::Place::Above && find_date(line.text));
        for (const NamedOutlet& outlet : find_outlets(line.text)) {
            if (outlet.known && outlet.known->agency) continue;
            votes.add(outlet, own ? 4 : 1);
        }
        return;
    }
    // In the body an outlet speaks of itself when it says what it could not check.
    const std::size_t check = line.small.find("independently");
    if (check == std::string::npos) return;
    for (const NamedOutlet& outlet : find_outlets(line.text)) {
        const std::string_view behind = std::string_view(line.small).substr(outlet.span.end, 45);
        for (const std::string_view verb :
             {" could not", " couldn't", " couldn\xE2\x80\x99t", " cannot", " was unable to",
              " has not been able to", " was not able to", " can't", " is unable to"})
            if (starts_with(behind, verb) && behind.find("independently") != std::string_view::npos)
                votes.add(outlet, outlet.known && outlet.known->agency ? 3 : 6);
    }
}

// "A headline - The Velk Times": the outlet, and the headline without it.
void split_title(Document& document, OutletVotes& votes) {
    for (const std::string_view mark : {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "}) {
        const std::size_t at = document.title.rfind(mark);
        if (at == std::string::npos || at < 10) continue;
        const std::string tail = document.title.substr(at + mark.size());
        const auto found = find_outlets(tail);
        if (found.size() != 1 || found[0].span.begin != 0 || tail.size() > found[0].span.end + 5) continue;
        votes.add(found[0], 4);
        document.title.resize(at);
        return;
    }
}

void find_mail_addresses(const Line& line, OutletVotes& votes) {
    for (std::size_t at = line.small.find('@'); at != std::string::npos; at = line.small.find('@', at + 1)) {
        std::size_t end = at + 1;
        while (end < line.small.size() && (std::isalnum(static_cast<unsigned char>(line.small[end])) ||
                                           line.small[end] == '.' || line.small[end] == '-'))
            ++end;
        while (end > at + 1 && !std::isalnum(static_cast<unsigned char>(line.small[end - 1]))) --end;
        const std::string_view host = std::string_view(line.small).substr(at + 1, end - at - 1);
        if (const KnownOutlet* known = outlet_of_address(host))
            votes.add({{}, std::string(known->name), known}, 3);
        else if (const std::size_t dot = host.find('.'); dot != std::string_view::npos)
            votes.add_by_letters(host.substr(0, dot), 3);
    }
}

// A file or an id that begins with an outlet's name, perhaps numbered: "kyivpost-0412.txt",
// "3-usa-today_2016".
void vote_by_file(std::string_view file, OutletVotes& votes) {
    file.remove_prefix(file.rfind('/') + 1);  // npos + 1 is 0
    while (!file.empty() && !std::isalpha(static_cast<unsigned char>(file.front()))) file.remove_prefix(1);
    std::string letters;
    for (const char c : file) {
        if (std::isdigit(static_cast<unsigned char>(c)) || c == '_' || c == '.') break;
        if (std::isalpha(static_cast<unsigned char>(c)))
            letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    if (letters.size() < 3) return;
    for (const KnownOutlet& outlet : known_outlets()) {
        const auto same = [&](std::string_view name) {
            std::string plain;
            for (const char c : lower(name))
                if (std::isalpha(static_cast<unsigned char>(c))) plain += c;
            return plain == letters || plain == "the" + letters;
        };
        if (same(outlet.name) || std::any_of(outlet.others.begin(), outlet.others.end(),
                                             [&](std::string_view o) { return o.size() > 3 && same(o); }))
            votes.add({{}, std::string(outlet.name), &outlet}, 3);
    }
}

// --- author
// --------------------------------------------------------------------------------------------------------

// The names at the beginning of `text`: capitalised words and what joins them, up to a date, a bar or another
// word.
std::string names_in(std::string_view text) {
    static constexpr std::array<std::string_view, 14> joins{
        "and", "&", "de", "der", "den", "van", "von", "la", "bin", "al", "el", "news", "desk", "staff"};
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        while (i < text.size() && text[i] == ' ') ++i;
        const std::size_t begin = i;
        while (i < text.size() && text[i] != ' ') ++i;
        std::string_view word = text.substr(begin, i - begin);
        if (word.empty()) break;
        if (find_date(text.substr(begin, 24)).value_or(WrittenDate{{1, 1}, {}, false}).span.begin == 0) break;
        const auto first = static_cast<unsigned char>(word[0]);
        if (!std::isupper(first) && first < 0xC3 &&
            std::find(joins.begin(), joins.end(), word) == joins.end())
            break;
        if (!out.empty()) out += ' ';
        out += word;
        if (out.size() > 500) return "";
        if (word.back() == '|' || word.back() == ';') break;
    }
    const auto drop = [&](std::string_view ending) {
        if (out.size() >= ending.size() && std::string_view(out).substr(out.size() - ending.size()) == ending)
            out.resize(out.size() - ending.size());
    };
    while (!out.empty() && (out.back() == ',' || out.back() == '|' || out.back() == ';' || out.back() == ' '))
        out.pop_back();
    drop(" and");
    // "A and B" -> "A, B"
    for (std::size_t at; (at = out.find(" and ")) != std::string::npos;) out.replace(at, 5, ", ");
    for (std::size_t at; (at = out.find(",, ")) != std::string::npos;) out.erase(at, 1);
    return out.size() <= 120 ? out : "";
}

std::string find_author(const std::vector<Line>& lines) {
    for (const Line& line : lines) {
        if (line.kind != ZoneKind::Byline) continue;
        for (const std::string_view start :
             {"by ", "by: ", "written by ", "authors: ", "author: ", "story by ", "text by "})
            if (starts_with(line.small, start))
                if (std::string names = names_in(std::string_view(line.text).substr(start.size()));
                    !names.empty())
                    return names;
    }
    for (const Line& line : lines) {
        const std::size_t at = line.small.find(" can be reached at");
        if (line.kind != ZoneKind::Byline || at == std::string::npos) continue;
        std::string_view who = std::string_view(line.text).substr(0, at);
        while (!who.empty() && !std::isupper(static_cast<unsigned char>(who[0]))) who.remove_prefix(1);
        return names_in(who);
    }
    // A name by itself, between headline and text or directly behind the text.
    for (const Line& line : lines) {
        if (line.kind != ZoneKind::Byline ||
            (line.place != Line::Place::Above && line.place != Line::Place::Behind))
            continue;
        const auto spaces = std::count(line.text.begin(), line.text.end(), ' ');
        const bool letters = std::none_of(line.text.begin(), line.text.end(), [](unsigned char c) {
            return std::isdigit(c) || c == ':' || c == '@';
        });
        if (letters && spaces >= 1 && spaces <= 3 && names_in(line.text) == line.text &&
            !starts_with(line.small, "via ") && !starts_with(line.small, "updated") &&
            !starts_with(line.small, "published"))
            return line.text;
    }
    return "";
}

// --- date
// ----------------------------------------------------------------------------------------------------------

// How this text writes days: "March 12" or "12 March", counted.
DayOrder order_of(const Document& document, const std::string& outlet) {
    if (const KnownOutlet* known = outlet_named(outlet))
        return known->country == "US" || known->country == "PH" ? DayOrder::MonthFirst : DayOrder::DayFirst;
    static const std::regex month_first(
        "\\b(?:January|February|March|April|June|July|August|September|October|November|December|Jan\\.|"
        "Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.) [0-9]{1,2}\\b",
        std::regex::optimize);
    static const std::regex day_first(
        "\\b[0-9]{1,2} "
        "(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b",
        std::regex::optimize);
    const std::string sample = document.text.substr(0, 4000);
    const auto count = [&](const std::regex& form) {
        return std::distance(std::sregex_iterator(sample.begin(), sample.end(), form),
                             std::sregex_iterator());
    };
    return count(day_first) > count(month_first) ? DayOrder::DayFirst : DayOrder::MonthFirst;
}

void find_published(Document& document, const std::vector<Line>& lines) {
    std::optional<WrittenDate> best;
    int best_score = 0;
    std::string written;
    std::optional<DayOrder> order;
    for (const Line& line : lines) {
        if (line.kind != ZoneKind::Byline && line.kind != ZoneKind::Furniture) continue;
        if (line.place == Line::Place::Below || line.text.size() > 300) continue;
        if (line.place == Line::Place::Behind && line.kind == ZoneKind::Furniture) continue;
        auto date = find_date(line.text);
        if (!date) continue;
        if (date->ambiguous) {
            if (!order) order = order_of(document, document.outlet);
            date = find_date(line.text, 0, *order);
        }
        int score = line.kind == ZoneKind::Byline ? 4 : 2;
        if (line.place == Line::Place::Within) score = 1;
        if (line.small.find("publish") != std::string::npos || line.small.find("posted") != std::string::npos)
            score += 3;
        if (line.small.find("updated") != std::string::npos ||
            line.small.find("modified") != std::string::npos)
            score -= 1;
        if (starts_with(line.small, "by ")) score += 1;
        if (score > best_score) {
            best_score = score;
            best = date;
            written = line.text.substr(date->span.begin, date->span.end - date->span.begin);
        }
    }
    if (best) {
        document.published = best->date;
        if (best->ambiguous)
            document.notes.push_back("date " + written + " read as " + graphs::to_string(best->date));
        return;
    }
    // The address or the file's name, where the year comes first: /2024/03/12/, report-2024-03-12.txt.
    for (const std::string_view place : {std::string_view(document.url),
                                         std::string_view(document.file).substr(document.file.rfind('/') + 1),
                                         std::string_view(document.id)})
        if (const auto date = find_date(place);
            date && !date->ambiguous && date->span.end - date->span.begin >= 8) {
            document.published = date->date;
            return;
        }
}

class MetadataAnnotator final : public Annotator {
  public:
    std::string_view name() const override { return "metadata"; }

    void annotate(Document& document, const graphs::Progress& progress) const override {
        const std::vector<Line> lines = lines_of(document);
        if (document.title.empty()) {
            const auto title = std::find_if(lines.begin(), lines.end(),
                                            [](const Line& line) { return line.kind == ZoneKind::Title; });
            if (title != lines.end()) document.title = title->text;
        }
        OutletVotes votes;
        if (document.outlet.empty()) {
            split_title(document, votes);
            if (const KnownOutlet* known = outlet_of_address(document.url))
                votes.add({{}, std::string(known->name), known}, 5);
            vote_by_file(document.file, votes);
            vote_by_file(document.id, votes);
            for (const Line& line : lines) {
                progress(0);
                vote_in_line(line, votes);
            }
            for (const Line& line : lines) find_mail_addresses(line, votes);
            document.outlet = votes.best();
        }
        if (document.author.empty()) document.author = find_author(lines);
        if (!document.published) find_published(document, lines);
    }
};

}  // namespace

std::unique_ptr<Annotator> make_metadata_annotator() {
    return std::make_unique<MetadataAnnotator>();
}

}  // namespace hearsay::engine

// An article and the layers of spans that the annotators add to it, one after another.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/values/value.hpp"

namespace hearsay::engine {

// UTF-8 bytes of Document::text, [begin, end).
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool empty() const { return begin >= end; }
    bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
    bool contains(const Span& other) const { return begin <= other.begin && other.end <= end; }
    auto operator<=>(const Span&) const = default;
};

// --- layer: zones ----------------------------------------------------------------------------------------------
// What a stretch of the text is. Zones cover the text without gap or overlap.
enum class ZoneKind {
    Title,      // the headline, and its repetitions
    Body,       // running text of the article
    Heading,    // a line between paragraphs of the body
    Caption,    // under a photo
    Byline,     // author, date, "Updated:"
    Furniture   // menus, share buttons, newsletters, donation appeals, comment forms, other articles' teasers
};
struct Zone {
    Span span;
    ZoneKind kind;
};

// --- layer: tokens and sentences -------------------------------------------------------------------------------
struct Token {
    Span span;  // a word, a number with its separators, an abbreviation with its stop, or one punctuation mark
};
struct Sentence {
    Span span;
    std::size_t first_token = 0;  // [first_token, last_token)
    std::size_t last_token = 0;
    ZoneKind zone = ZoneKind::Body;
    std::size_t paragraph = 0;  // counts up through the article
};

// --- layer: quotations -------------------------------------------------------------------------------------------
struct Quotation {
    Span span;    // with its quotation marks
    Span inside;  // without them
    bool closed = true;  // false: no closing mark (a paragraph's open quotation that goes on in the next)
};

// --- layer: what the network reads (network/) -------------------------------------------------------------------
// One relation as the network marks it, pieces in the order of the text.
struct SpanReading {
    Span cue;
    std::vector<Span> source;   // may be empty: nobody is named
    std::vector<Span> content;  // at least one piece
    double probability = 0;     // 0 to 1: that cue, source and content belong together
};
enum class NameClass { Person, Organisation, Place, Other };  // Other: nationalities, events, laws
struct NameTag {
    Span span;
    NameClass kind;
};

// --- layer: mentions ---------------------------------------------------------------------------------------------
enum class PartyKind { Person, Group, Organisation, Outlet, Place, Unknown };  // Person, Group: label Actor
struct Mention {
    enum class Form {
        Name,         // "Andriy Orlun"
        Description,  // "local officials", "the ministry", "two rebel groups"
        Pronoun       // "he", "they", "it"
    };
    Span span;
    Form form = Form::Name;
    PartyKind kind = PartyKind::Unknown;
    std::string name;   // the party's name without titles and articles: "Andriy Orlun"; a description without its article
    std::string role;   // "Norwegian fishery spokesman"; may be empty
    std::string owner;  // of an organisation, the country whose body it is: "Russia"; may be empty
    bool plural = false;
    std::size_t chain = npos;  // mentions with the same number are one party within the article
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
};

// --- layer: attributions -----------------------------------------------------------------------------------------
enum class Stance { Claim, Denial, PassedOn };  // PassedOn: as somebody else's word (CLAIMS, DENIES, ATTRIBUTES)
enum class SpeechForm { Direct, Indirect, Mixed };
// What the cue makes of the content for its source. Only what is asserted is claimed or denied by anybody.
enum class Force {
    Asserted,  // put forward as true, or as not so; promised, demanded: "said", "believes", "vowed to", "urged"
    Wanted,    // intended or hoped for: "seeks to", "wants", "plans to"
    Asked,     // "asked whether"
    Referred,  // only pointed at: "referring to", "citing", "posted videos of"; deeds: "attacked the town"
    Withheld   // the cue is denied or supposed: "did not say that", "declined to comment", "could argue"
};

// What the cue says of how sure its content is. After Hyland's and Thompson and Ye's classes of reporting verbs and
// Saurí and Pustejovsky's degrees of factuality.
enum class CueStrength {
    Neutral,     // "said", "told", "according to"
    Factive,     // takes the content for true: "confirmed", "admitted", "revealed"
    Emphatic,    // the source commits itself: "insisted", "vowed", "stressed"
    Tentative,   // the source is not sure, or only thinks so: "suggested", "believes"
    Distancing   // the writer does not answer for it: "alleged", "claimed", "reportedly"
};

// Source (who), cue (the words that say so), content (what). Each role may have several spans, in order.
struct Attribution {
    std::vector<Span> source;  // may be empty: nobody is named
    std::vector<Span> cue;
    std::vector<Span> content;
    Stance stance = Stance::Claim;
    Force force = Force::Asserted;
    SpeechForm form = SpeechForm::Indirect;
    CueStrength strength = CueStrength::Neutral;
    double confidence = 0.5;  // 0 to 1
    // Filled by the resolving annotators:
    std::vector<std::size_t> parties;  // chains (Mention::chain) behind the source: "both groups" is two
    std::string source_name;           // resolved, for people: "Pavel Orrin"; several joined by "; "
    // The attribution that this one stands inside ("X said that Y claimed S": Y's stands inside X's).
    std::optional<std::size_t> outer;
};

struct Document {
    std::string id;    // as given, or made from the file's name
    std::string text;  // UTF-8, stored whole; every offset counts its bytes
    std::string title, outlet, author, url, file;
    std::optional<graphs::Date> published;
    std::vector<std::string> notes;  // what the reading decided and a person should know: "date 3/4/2024 read as 2024-03-04"

    std::vector<Zone> zones;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    std::vector<Quotation> quotations;
    std::vector<SpanReading> readings;  // in the order of their cues
    std::vector<NameTag> name_tags;     // in order, none overlapping another
    std::vector<Mention> mentions;
    std::vector<Attribution> attributions;
    std::vector<std::string> chain_names;  // chain -> the party's best name in this article
    std::vector<PartyKind> chain_kinds;    // chain -> what it is
    std::vector<std::vector<std::string>> chain_aliases;  // chain -> its other names in this article

    std::string_view slice(const Span& span) const {
        return std::string_view(text).substr(span.begin, span.end - span.begin);
    }
};

}  // namespace hearsay::engine

// The graph of claims: every label, edge type and property key, each said once. What writes or reads the
// graph takes the names from here; only texts for people, such as the definitions of short forms and the
// examples of the help, spell them in the query language.
#pragma once

#include <array>
#include <string_view>

namespace hearsay::engine::schema {

namespace label {
inline constexpr std::string_view article = "Article";
inline constexpr std::string_view outlet = "Outlet";  // also an Organisation
inline constexpr std::string_view actor = "Actor";    // a person, or people described: "local officials"
inline constexpr std::string_view organisation = "Organisation";
inline constexpr std::string_view place = "Place";
inline constexpr std::string_view statement = "Statement";
}  // namespace label

// Whoever can claim, deny or pass on, and has a `name` and `aliases`. A vertex may have several of the
// labels.
inline constexpr std::array parties{label::actor, label::organisation, label::place, label::outlet};

namespace type {
inline constexpr std::string_view claims = "CLAIMS";          // party -> Statement: puts it forward as true
inline constexpr std::string_view denies = "DENIES";          // party -> Statement: says it is not so
inline constexpr std::string_view attributes = "ATTRIBUTES";  // Article or party -> Statement: passes it on
inline constexpr std::string_view mentions = "MENTIONS";      // Article or Statement -> party: names it
inline constexpr std::string_view published = "PUBLISHED";    // Outlet -> Article
}  // namespace type

// The edges to a statement that carry their evidence.
inline constexpr std::array stances{type::claims, type::denies, type::attributes};

// Offsets are UTF-8 bytes into the article's `text`, [begin, end).
namespace key {
inline constexpr std::string_view id = "id";  // of every vertex
// Actor, Organisation, Place, Outlet
inline constexpr std::string_view name = "name";
inline constexpr std::string_view aliases = "aliases";      // a list
inline constexpr std::string_view described = "described";  // true where no article says the name
inline constexpr std::string_view role = "role";            // Actor
// Article
inline constexpr std::string_view title = "title";
inline constexpr std::string_view outlet = "outlet";
inline constexpr std::string_view author = "author";
inline constexpr std::string_view published = "published";  // a date
inline constexpr std::string_view url = "url";
inline constexpr std::string_view file = "file";
inline constexpr std::string_view sha256 = "sha256";
inline constexpr std::string_view text = "text";  // and of Statement
// Statement, and the edges to it
inline constexpr std::string_view form = "form";  // Statement: 'direct', 'indirect', 'mixed'
inline constexpr std::string_view strength = "strength";
inline constexpr std::string_view article = "article";        // the article's id
inline constexpr std::string_view confidence = "confidence";  // edges: 0 to 1
}  // namespace key

// The properties that hold some words of an article and say where they stand.
struct WordsKeys {
    std::string_view words;
    std::string_view begin, end;  // from the first piece to the last
    std::string_view spans;       // a list of begins and ends, where the words are in several pieces
};
inline constexpr WordsKeys content{key::text, "begin", "end", "spans"};  // Statement; edges: begin and end
inline constexpr WordsKeys cue{"cue", "cue_begin", "cue_end", "cue_spans"};
inline constexpr WordsKeys source{"source_text", "source_begin", "source_end", "source_spans"};

}  // namespace hearsay::engine::schema

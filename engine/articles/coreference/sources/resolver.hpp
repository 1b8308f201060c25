// From a source as it is written to the parties behind it.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/articles/coreference/sources/party_traits.hpp"
#include "engine/articles/coreference/sources/phrase.hpp"
#include "engine/articles/text/document.hpp"
#include "graphs/progress.hpp"

namespace hearsay::engine {

// Resolves the sources of one article's attributions. By rules in the manner of Hobbs' and Lappin and Leass'
// nearest fitting antecedent: the last speaker first, then subjects before other names, nearer sentences
// before farther ones; kind, number, gender, role and head noun must fit. Names inside quotations stand
// behind others.
class SourceResolver {
  public:
    // REQUIRES: chain_names has run.
    explicit SourceResolver(Document& document);

    // Fills `parties` and `source_name` of every attribution, and adds mentions for the described and
    // pronominal sources.
    void run(const graphs::Progress& progress = graphs::no_progress);

  private:
    using Chains = std::vector<std::size_t>;
    struct Speaker {  // the parties of an attribution that is resolved, and where its source stands
        std::size_t at = 0;
        std::size_t paragraph = 0;
        std::size_t attribution = 0;
        Chains parties;
    };

    // What is known of a described party beside its traits.
    struct Described {
        std::string noun;  // of the head, singular
        bool plural = false;
        Chains bodies;  // that its description names: "a member of the Velk Legion"
    };

    void expand_roles(const graphs::Progress& progress);
    std::string with_body_named(const std::string& description, std::size_t at) const;
    void resolve(std::size_t attribution);
    bool is_said_at_place(const Attribution& attribution) const;
    Span nearest_part(const Attribution& attribution) const;
    Chains resolve(const SourceHead& head, std::size_t attribution);
    void first_person(std::size_t attribution);
    void add_introductions();
    void add_titles();
    const std::unordered_set<std::string>& words_of_names(std::size_t chain) const;
    std::optional<std::size_t> body_with_tail(const std::string& tail) const;
    Chains pronoun(const SourceHead& head, std::size_t attribution);
    Chains relative(const SourceHead& head, std::size_t attribution);
    std::string owner_of(const SourceHead& head, std::size_t attribution);
    Chains description(const SourceHead& head);
    Chains statement(const SourceHead& head);
    Chains several(const SourceHead& head) const;
    std::optional<std::size_t> body(const SourceHead& head, std::size_t at) const;
    std::optional<std::size_t> person(const SourceHead& head) const;
    std::optional<std::size_t> described(const SourceHead& head);
    std::optional<std::size_t> introduced_later(const SourceHead& head) const;
    bool has_role_of(const SourceHead& head, std::size_t chain) const;
    bool is_introduced_as(std::size_t chain, const std::string& noun) const;
    bool is_headline(std::size_t at) const;
    bool is_named_body(const SourceHead& head) const;
    std::string described_name(const SourceHead& head) const;

    // Chains of names before the place, nearest first: sentence by sentence backwards, within a sentence from
    // its beginning; quoted ones after all others. Each once. `paragraphs`: how many before the own one;
    // none: only the own sentence. Never more than some thousand names back: a paragraph may be without end.
    Chains names_before(std::size_t at, std::optional<std::size_t> paragraphs) const;
    // The chains of the names that are coordinated with the last name of the chain before the place.
    Chains coordinated_with(std::size_t chain, std::size_t at) const;
    std::vector<const Speaker*> speakers_before(std::size_t at, std::size_t paragraphs) const;
    // The number of the first mention that does not begin before the place, of a sentence or of all.
    std::size_t mentions_before(std::size_t at, std::optional<std::size_t> sentence = std::nullopt) const;
    std::size_t sentence_at(std::size_t at) const;
    std::size_t paragraph_at(std::size_t at) const;
    void mark_quoted();
    std::string country_of_head(const SourceHead& head) const;
    bool fits_country(const SourceHead& head, std::size_t chain) const;
    bool can_be(const SourceHead& head, std::size_t chain) const;  // as a body that the head noun describes
    bool is_person(std::size_t chain) const;
    bool is_main_person(std::size_t chain) const;  // nobody is named more often
    bool is_body(std::size_t chain) const;         // a body of people or several people
    bool is_described(std::size_t chain) const;

    Document& document_;
    std::vector<PartyTraits> traits_;
    std::vector<Speaker> speakers_;                              // in the order of the text
    std::vector<Mention> found_;                                 // descriptions and pronouns
    std::vector<bool> quoted_;                                   // mentions that stand in quoted speech
    std::vector<std::size_t> named_;                             // how often each person is named
    std::size_t most_named_ = 0;                                 // the highest of them
    std::vector<std::size_t> first_mention_;                     // of each sentence; one more at the end
    std::vector<Described> described_;                           // of the chains from named_chains_ on
    std::unordered_map<std::string, std::size_t> described_as_;  // their chains by name in small letters
    std::size_t named_chains_;                                   // chains below are those of names

    // Kept so that an article of any length costs no more a name than a short one.
    std::vector<Span> titles_;                                    // headlines, in order
    Chains headline_chains_;                                      // that they name, each once
    std::vector<std::unordered_set<std::string>> introduced_as_;  // of each named chain, the words before it
    mutable std::vector<std::optional<std::unordered_set<std::string>>> words_of_names_;  // of each chain
    mutable std::optional<std::unordered_map<std::string, std::size_t>> body_tails_;
    mutable std::vector<std::size_t> seen_;  // by chain: the last call of names_before that met it
    mutable std::size_t calls_ = 0;
};

}  // namespace hearsay::engine

#include "engine/articles/coreference/chains/name_chains.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/articles/coreference/chains/short_names.hpp"
#include "engine/articles/names/gazetteer.hpp"
#include "engine/articles/names/name_forms.hpp"
#include "engine/articles/parties/party_key.hpp"
#include "engine/articles/text/characters.hpp"
#include "engine/words/words.hpp"

namespace hearsay::engine {
namespace {

bool is_body(PartyKind kind) {
    return kind == PartyKind::Organisation || kind == PartyKind::Outlet;
}

// "De Lund" is a surname as well.
bool begins_with_particle(const std::string& name) {
    const std::string first = lower(first_word(name));
    for (const std::string_view particle : {"de", "di", "da", "du", "del", "van", "von", "le", "la"})
        if (first == particle) return true;
    return false;
}

class Chainer {
  public:
    Chainer(Document& document, const graphs::Progress& progress)
        : document_(document), progress_(progress), short_names_(document) {}

    void run() {
        for (std::size_t i = 0; i < document_.mentions.size(); ++i) {
            progress_(0);
            if (is_name(i) && is_full(mention(i))) join(i, full_chain(mention(i)));
        }
        for (std::size_t i = 0; i < document_.mentions.size(); ++i) {
            progress_(0);
            if (!is_name(i) || mention(i).chain != Mention::npos) continue;
            std::size_t chain = bracketed(i);
            if (chain == Mention::npos) chain = short_chain(i);
            if (chain == Mention::npos) chain = full_chain(mention(i));
            join(i, chain);
        }
        finish();
    }

  private:
    Mention& mention(std::size_t i) { return document_.mentions[i]; }
    bool is_name(std::size_t i) { return mention(i).form == Mention::Form::Name; }

    // Names that stand for themselves; the others are read as short for one of them where possible.
    static bool is_full(const Mention& m) {
        if (m.kind == PartyKind::Place) return true;
        if (is_body(m.kind)) {
            if (is_acronym(m.name))
                return !institution(lower(m.name)).empty() || !outlet(lower(m.name)).empty();
            if (word_count(m.name) == 1)
                return !institution(lower(m.name)).empty() || !outlet(lower(m.name)).empty();
            return !m.owner.empty() || !organisation_core_key(m.name).empty();
        }
        return m.kind == PartyKind::Person && word_count(m.name) >= 2 && !begins_with_particle(m.name);
    }

    static std::string key_of(const Mention& m) {
        if (is_body(m.kind)) return "body:" + organisation_key(m.name, m.owner);
        if (m.kind == PartyKind::Place) return "place:" + place_key(m.name);
        return "person:" + person_key(m.name);
    }

    std::size_t full_chain(const Mention& m) {
        std::string key = key_of(m);
        // "Lena A. Orr" is not "Lena B. Orr", though both are "Lena Orr". Where very many are, each is by
        // itself.
        constexpr std::size_t most_bearers = 8;
        std::size_t bearers = 0;
        for (auto found = chains_.find(key); found != chains_.end() && m.kind == PartyKind::Person &&
                                             !middle_names_agree(names_[found->second], m.name);
             found = chains_.find(key)) {
            key += '\'';
            if (++bearers < most_bearers) continue;
            key += m.name;
            break;
        }
        if (const auto found = chains_.find(key); found != chains_.end()) return found->second;
        if (is_body(m.kind)) {
            // "Federal Watch Service" after "Velkia's Federal Watch Service", or the other way about.
            const std::string core = organisation_core_key(m.name);
            const std::string country = m.owner.empty() ? country_in(m.name) : m.owner;
            if (!core.empty()) {
                for (const std::size_t chain : bodies_[core]) {
                    if (!country.empty() && !countries_[chain].empty() && country != countries_[chain])
                        continue;
                    chains_.emplace(key, chain);
                    return chain;
                }
            }
        }
        // "Abu Lund" after "Hassan Abu Lund", "Bill Lund" beside "William Lund".
        if (m.kind == PartyKind::Person && word_count(m.name) >= 2) {
            std::size_t chain = only(persons_by_tail_, {lower(m.name)}, m.name, ends_with_words);
            if (chain == Mention::npos)
                chain = only(persons_by_given_name_, other_given_names_keys(m.name), m.name, is_short_form);
            if (chain != Mention::npos) {
                chains_.emplace(key, chain);
                return chain;
            }
        }
        const std::size_t chain = names_.size();
        names_.push_back(m.name);
        kinds_.push_back(m.kind);
        if (is_body(m.kind)) bodies_[organisation_core_key(m.name)].push_back(chain);
        if (m.kind == PartyKind::Person) enter_person(chain);
        countries_.push_back(is_body(m.kind) ? (m.owner.empty() ? country_in(m.name) : m.owner)
                                             : std::string());
        chains_.emplace(key, chain);
        return chain;
    }

    void enter_person(std::size_t chain) {
        for (std::string& tail : tails_of(names_[chain])) persons_by_tail_[std::move(tail)].push_back(chain);
        persons_by_given_name_[given_name_key(names_[chain])].push_back(chain);
    }

    // The one person, under one of the keys, whose name goes with this one; npos if there is none or several.
    using Persons = std::unordered_map<std::string, std::vector<std::size_t>>;
    template <class GoesWith>
    std::size_t only(const Persons& persons, const std::vector<std::string>& keys, const std::string& name,
                     GoesWith goes_with) const {
        constexpr std::size_t most = 64;  // more under one key are several in any case
        std::size_t only = Mention::npos;
        for (const std::string& key : keys) {
            const auto found = persons.find(key);
            if (found == persons.end()) continue;
            if (found->second.size() > most) return Mention::npos;
            for (const std::size_t chain : found->second) {
                if (chain == only || !goes_with(names_[chain], name)) continue;
                if (only != Mention::npos) return Mention::npos;
                only = chain;
            }
        }
        return only;
    }

    void join(std::size_t i, std::size_t chain) {
        mention(i).chain = chain;
        if (kinds_[chain] == PartyKind::Unknown) {
            kinds_[chain] = mention(i).kind;
            if (kinds_[chain] == PartyKind::Person) enter_person(chain);
        }
        short_names_.add(i);
    }

    // "Velk Watch Service (VWS)"
    std::size_t bracketed(std::size_t i) {
        if (i == 0 || mention(i).kind == PartyKind::Person || mention(i).kind == PartyKind::Place)
            return Mention::npos;
        const Mention& before = mention(i - 1);
        const Mention& m = mention(i);
        if (before.chain == Mention::npos || !is_body(before.kind) || !is_acronym(document_.slice(m.span)))
            return Mention::npos;
        if (m.span.begin < before.span.end || m.span.end >= document_.text.size()) return Mention::npos;
        const std::string_view gap = document_.slice({before.span.end, m.span.begin});
        if (gap != " (" && gap != " (the " && gap != ", or " && gap != " or ") return Mention::npos;
        if (gap.find('(') != gap.npos && document_.text[m.span.end] != ')') return Mention::npos;
        acronyms_[without_stops(m.name)] = before.chain;
        return before.chain;
    }

    // The chain that a short name stands for: the last that fits before it, else the first after it.
    std::size_t short_chain(std::size_t i) {
        const Mention& m = mention(i);
        if (is_body(m.kind) && is_acronym(m.name))
            if (const auto found = acronyms_.find(without_stops(m.name)); found != acronyms_.end())
                return found->second;
        if (const std::size_t fuller = short_names_.fuller(i); fuller != Mention::npos)
            return mention(fuller).chain;
        return by_first_name(m);
    }

    // "Tarek" for "Tarek Orr", where nobody else is called so.
    std::size_t by_first_name(const Mention& m) const {
        if ((m.kind != PartyKind::Person && m.kind != PartyKind::Unknown) || word_count(m.name) != 1)
            return Mention::npos;
        return short_names_.chain_by_first_name(m.name);
    }

    void finish() {
        document_.chain_names = names_;
        document_.chain_kinds = kinds_;
        document_.chain_aliases.assign(names_.size(), {});
        for (const Mention& m : document_.mentions) {
            if (m.form != Mention::Form::Name) continue;
            std::string& best = document_.chain_names[m.chain];
            if (is_fuller(m, best)) best = m.name;
        }
        std::unordered_set<std::string> known;  // of every chain
        constexpr std::size_t most = 100;       // spellings of one name
        const auto add = [&](const Mention& m, const std::string& alias) {
            if (document_.chain_aliases[m.chain].size() < most &&
                known.insert(std::to_string(m.chain) + " " + alias).second)
                document_.chain_aliases[m.chain].push_back(alias);
        };
        for (const Mention& m : document_.mentions) {
            if (m.form != Mention::Form::Name) continue;
            // "Kiev" and "U.S." are called by their usual names, and known by these as well.
            const std::string written(document_.slice(m.span));
            if (m.kind == PartyKind::Place && written != document_.chain_names[m.chain] &&
                (!usual_spelling(lower(written)).empty() || country_named(lower(written)) != nullptr))
                add(m, written);
            // A surname or a body's head ("the Legion") is no name outside this article.
            const bool short_name =
                word_count(m.name) == 1 && !is_acronym(m.name) && m.kind != PartyKind::Place;
            if (!short_name && m.name != document_.chain_names[m.chain]) add(m, m.name);
        }
    }

    static bool is_fuller(const Mention& m, const std::string& best) {
        if (is_body(m.kind) && is_acronym(m.name)) return false;
        if (is_body(m.kind) && is_acronym(best)) return true;
        return word_count(m.name) > word_count(best) && word_count(m.name) <= 6;
    }

    Document& document_;
    const graphs::Progress& progress_;
    ShortNames short_names_;
    std::vector<std::string> names_, countries_;  // of the chains
    std::vector<PartyKind> kinds_;
    std::unordered_map<std::string, std::vector<std::size_t>> bodies_;  // chains by the core of their names
    Persons persons_by_tail_, persons_by_given_name_;
    std::unordered_map<std::string, std::size_t> chains_;    // by key
    std::unordered_map<std::string, std::size_t> acronyms_;  // explained in brackets
};

}  // namespace

void chain_names(Document& document, const graphs::Progress& progress) {
    Chainer(document, progress).run();
}

std::size_t add_chain(Document& document, std::string name, PartyKind kind) {
    document.chain_names.push_back(std::move(name));
    document.chain_kinds.push_back(kind);
    document.chain_aliases.resize(document.chain_names.size());
    return document.chain_names.size() - 1;
}

}  // namespace hearsay::engine

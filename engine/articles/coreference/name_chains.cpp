#include "engine/articles/coreference/name_chains.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "engine/articles/characters.hpp"
#include "engine/articles/names/gazetteer.hpp"
#include "engine/articles/names/name_forms.hpp"
#include "engine/articles/parties/party_key.hpp"
#include "engine/words/words.hpp"

namespace hearsay::engine {
namespace {

bool is_body(PartyKind kind) {
    return kind == PartyKind::Organisation || kind == PartyKind::Outlet;
}

std::size_t word_count(const std::string& name) {
    return static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
}

std::string first_word(const std::string& name) {
    return name.substr(0, name.find(' '));
}

bool ends_with_words(const std::string& name, const std::string& tail) {
    return name.size() > tail.size() + 1 && lower(name).ends_with(lower(tail)) &&
           name[name.size() - tail.size() - 1] == ' ';
}

// "De Lund" is a surname as well.
bool begins_with_particle(const std::string& name) {
    const std::string first = lower(first_word(name));
    for (const std::string_view particle : {"de", "di", "da", "du", "del", "van", "von", "le", "la"})
        if (first == particle) return true;
    return false;
}

std::string folded(const std::string& name) {
    std::string out;
    for (const std::string& word : fold_words(name)) out += (out.empty() ? "" : " ") + word;
    return out;
}

std::string initials(const std::string& name) {
    std::string out;
    bool start = true;
    for (const char c : name) {
        if (start && c >= 'A' && c <= 'Z') out += c;
        start = c == ' ' || c == '-';
    }
    return out;
}

std::string without_stops(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c != '.') out += c;
    return out;
}

// "Velkia" for "Velkia Motors Ltd".
bool is_firm_of(const std::string& name, const std::string& full) {
    if (!full.starts_with(name + " ")) return false;
    for (std::size_t at = name.size() + 1; at < full.size();) {
        const std::size_t end = std::min(full.find(' ', at), full.size());
        if (!is_company_ending(lower(std::string_view(full).substr(at, end - at)))) return false;
        at = end + 1;
    }
    return true;
}

class Chainer {
  public:
    explicit Chainer(Document& document) : document_(document) {
        for (const Mention& m : document.mentions)
            surnames_.push_back(m.kind == PartyKind::Person ? surname_of(m.name) : std::string());
    }

    void run() {
        for (std::size_t i = 0; i < document_.mentions.size(); ++i)
            if (is_name(i) && is_full(mention(i))) join(i, full_chain(mention(i)));
        for (std::size_t i = 0; i < document_.mentions.size(); ++i) {
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
        // "Lena A. Orr" is not "Lena B. Orr", though both are "Lena Orr".
        for (auto found = chains_.find(key); found != chains_.end() && m.kind == PartyKind::Person &&
                                             !middle_names_agree(names_[found->second], m.name);
             found = chains_.find(key))
            key += '\'';
        if (const auto found = chains_.find(key); found != chains_.end()) return found->second;
        if (is_body(m.kind)) {
            // "Federal Watch Service" after "Velkia's Federal Watch Service", or the other way about.
            const std::string core = organisation_core_key(m.name);
            const std::string country = m.owner.empty() ? country_in(m.name) : m.owner;
            if (!core.empty()) {
                for (std::size_t chain = 0; chain < names_.size(); ++chain) {
                    if (!is_body(kinds_[chain]) || cores_[chain] != core) continue;
                    if (!country.empty() && !countries_[chain].empty() && country != countries_[chain])
                        continue;
                    chains_.emplace(key, chain);
                    return chain;
                }
            }
        }
        // "Abu Lund" after "Hassan Abu Lund", "Bill Lund" beside "William Lund".
        if (m.kind == PartyKind::Person && word_count(m.name) >= 2) {
            std::size_t chain = only(m.name, ends_with_words);
            if (chain == Mention::npos) chain = only(m.name, is_short_form);
            if (chain != Mention::npos) {
                chains_.emplace(key, chain);
                return chain;
            }
        }
        const std::size_t chain = names_.size();
        names_.push_back(m.name);
        kinds_.push_back(m.kind);
        cores_.push_back(is_body(m.kind) ? organisation_core_key(m.name) : std::string());
        countries_.push_back(is_body(m.kind) ? (m.owner.empty() ? country_in(m.name) : m.owner)
                                             : std::string());
        chains_.emplace(key, chain);
        return chain;
    }

    // The one person whose name goes with this one; npos if there is none or several.
    template <class GoesWith>
    std::size_t only(const std::string& name, GoesWith goes_with) const {
        std::size_t only = Mention::npos;
        for (std::size_t chain = 0; chain < names_.size(); ++chain) {
            if (kinds_[chain] != PartyKind::Person || !goes_with(names_[chain], name)) continue;
            if (only != Mention::npos) return Mention::npos;
            only = chain;
        }
        return only;
    }

    void join(std::size_t i, std::size_t chain) {
        mention(i).chain = chain;
        if (kinds_[chain] == PartyKind::Unknown) kinds_[chain] = mention(i).kind;
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
        const std::string surname = word_count(m.name) == 1 ? surname_of(m.name) : folded(m.name);
        for (std::size_t j = i; j-- > 0;)
            if (stands_for(m, j, surname)) return mention(j).chain;
        for (std::size_t j = i + 1; j < document_.mentions.size(); ++j)
            if (stands_for(m, j, surname)) return mention(j).chain;
        return by_first_name(i);
    }

    // "Tarek" for "Tarek Orr", where nobody else is called so.
    std::size_t by_first_name(std::size_t i) {
        const Mention& m = mention(i);
        if ((m.kind != PartyKind::Person && m.kind != PartyKind::Unknown) || word_count(m.name) != 1)
            return Mention::npos;
        std::size_t only = Mention::npos;
        for (std::size_t j = 0; j < document_.mentions.size(); ++j) {
            const Mention& full = mention(j);
            if (!is_name(j) || full.kind != PartyKind::Person || full.chain == Mention::npos ||
                word_count(full.name) < 2 || first_word(full.name) != m.name)
                continue;
            if (only != Mention::npos && only != full.chain) return Mention::npos;
            only = full.chain;
        }
        return only;
    }

    bool stands_for(const Mention& m, std::size_t other, const std::string& surname) const {
        const Mention& full = document_.mentions[other];
        if (full.chain == Mention::npos || full.form != Mention::Form::Name) return false;
        if (is_body(m.kind) && is_body(full.kind)) {
            if (is_acronym(m.name))
                return word_count(full.name) >= 2 && initials(full.name) == without_stops(m.name);
            if (is_firm_of(m.name, full.name)) return true;
            // "the Legion", "Rescue Corps", "Fishery Ministry"; not "House" for "White House".
            return ends_with_words(full.name, m.name) && institution(lower(full.name)).empty() &&
                   (m.owner.empty() || m.owner == full.owner);
        }
        if ((m.kind == PartyKind::Person || m.kind == PartyKind::Unknown) && full.kind == PartyKind::Person &&
            word_count(full.name) > word_count(m.name)) {
            if (surname == surnames_[other]) return true;
            const std::string name = lower(m.name);
            return is_given_name(name) && name == lower(first_word(full.name));
        }
        return false;
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
        for (const Mention& m : document_.mentions) {
            if (m.form != Mention::Form::Name) continue;
            std::vector<std::string>& aliases = document_.chain_aliases[m.chain];
            // "Kiev" and "U.S." are called by their usual names, and known by these as well.
            const std::string written(document_.slice(m.span));
            if (m.kind == PartyKind::Place && written != document_.chain_names[m.chain] &&
                (!usual_spelling(lower(written)).empty() || country_named(lower(written)) != nullptr) &&
                std::find(aliases.begin(), aliases.end(), written) == aliases.end())
                aliases.push_back(written);
            // A surname or a body's head ("the Legion") is no name outside this article.
            const bool short_name =
                word_count(m.name) == 1 && !is_acronym(m.name) && m.kind != PartyKind::Place;
            if (!short_name && m.name != document_.chain_names[m.chain] &&
                std::find(aliases.begin(), aliases.end(), m.name) == aliases.end())
                aliases.push_back(m.name);
        }
    }

    static bool is_fuller(const Mention& m, const std::string& best) {
        if (is_body(m.kind) && is_acronym(m.name)) return false;
        if (is_body(m.kind) && is_acronym(best)) return true;
        return word_count(m.name) > word_count(best) && word_count(m.name) <= 6;
    }

    Document& document_;
    std::vector<std::string> surnames_;  // of the mentions
    std::vector<std::string> names_, cores_, countries_;
    std::vector<PartyKind> kinds_;
    std::unordered_map<std::string, std::size_t> chains_;    // by key
    std::unordered_map<std::string, std::size_t> acronyms_;  // explained in brackets
};

}  // namespace

void chain_names(Document& document) {
    Chainer(document).run();
}

std::size_t add_chain(Document& document, std::string name, PartyKind kind) {
    document.chain_names.push_back(std::move(name));
    document.chain_kinds.push_back(kind);
    document.chain_aliases.resize(document.chain_names.size());
    return document.chain_names.size() - 1;
}

}  // namespace hearsay::engine

#include "engine/articles/parties/party_index.hpp"

#include <algorithm>

#include "engine/articles/names/gazetteer.hpp"
#include "engine/articles/names/name_forms.hpp"
#include "engine/articles/parties/party_key.hpp"
#include "engine/articles/text/characters.hpp"
#include "engine/schema/schema.hpp"

namespace hearsay::engine {
namespace {

using graphs::LabelId;
using graphs::Value;
using graphs::VertexId;

// What has more is a name that many share, and each look at it would take longer than the one before.
constexpr std::size_t most_aliases = 100;

bool is_body(PartyKind kind) {
    return kind == PartyKind::Organisation || kind == PartyKind::Outlet;
}

std::string_view label_of(PartyKind kind) {
    switch (kind) {
        case PartyKind::Organisation:
        case PartyKind::Outlet:
            return schema::label::organisation;
        case PartyKind::Place:
            return schema::label::place;
        case PartyKind::Person:
        case PartyKind::Group:
        case PartyKind::Unknown:
            break;
    }
    return schema::label::actor;
}

// The texts in a list; what somebody wrote by hand may be one text.
std::vector<std::string> strings(const Value& value) {
    std::vector<std::string> out;
    if (value.kind() == graphs::Kind::String) out.emplace_back(value.string());
    if (value.kind() != graphs::Kind::List) return out;
    for (const Value& item : value.list())
        if (item.kind() == graphs::Kind::String) out.emplace_back(item.string());
    return out;
}

std::string country_of_party(const Party& party) {
    if (!party.owner.empty()) return party.owner;
    std::string country = country_in(party.name);
    for (std::size_t i = 0; country.empty() && i < party.aliases.size(); ++i)
        country = country_in(party.aliases[i]);
    return country;
}

bool is_one_word(std::string_view name) {
    return name.find(' ') == name.npos;
}

// Exact keys, by which a party is found at once, and weak ones ("~..."), by which it is found if nobody else
// has them.
// A surname among the aliases is a key where `by_hand`: reading gives nobody such an alias, so that somebody
// wrote it who knows.
std::vector<std::string> keys_of(const Party& party, bool by_hand = false) {
    std::vector<std::string> keys;
    const auto add = [&](std::string prefix, const std::string& key) {
        if (key.empty()) return;
        prefix += key;
        if (std::find(keys.begin(), keys.end(), prefix) == keys.end()) keys.push_back(std::move(prefix));
    };
    if (party.described) {
        if (is_tied_description(party.name)) add("description:", description_key(party.name));
        return keys;
    }
    std::vector<std::string> names = {party.name};
    names.insert(names.end(), party.aliases.begin(), party.aliases.end());
    for (const std::string& name : names) {
        const bool own = &name == &names.front();
        if (is_body(party.kind)) {
            if (is_acronym(name)) {
                add("~acronym:", lower(name));
                if (own) add("body:", organisation_key(name, party.owner));
            } else if (own || name.find(' ') != std::string::npos) {
                add("body:", organisation_key(name, country_of_party(party)));
                add("~body:", organisation_core_key(name));
            }
        } else if (party.kind == PartyKind::Place) {
            add("place:", place_key(name));
        } else {
            const std::string key = person_key(name);
            if (own || by_hand || key.find(' ') != std::string::npos) add("person:", key);
        }
    }
    if (party.kind == PartyKind::Person)
        if (const std::string office = office_key(party.role); !office.empty())
            add(is_one_word(party.name) ? "~surname:" : "~bearer:", surname_of(party.name) + "|" + office);
    return keys;
}

// "Kremlin spokesman Orrin" of one article is the "Kremlin spokesman Pavel Orrin" of another: a surname looks
// for its bearer, and the other way about.
std::string counterpart(const std::string& key) {
    constexpr std::string_view surname = "~surname:", bearer = "~bearer:";
    if (key.starts_with(surname)) return std::string(bearer) + key.substr(surname.size());
    if (key.starts_with(bearer)) return std::string(surname) + key.substr(bearer.size());
    return key;
}

}  // namespace

PartyIndex::PartyIndex(graphs::PropertyGraph& graph) : graph_(graph) {
    const std::pair<std::string_view, PartyKind> labels[] = {
        {schema::label::actor, PartyKind::Person},
        {schema::label::organisation, PartyKind::Organisation},
        {schema::label::place, PartyKind::Place}};
    const graphs::KeyId name = graph_.key(schema::key::name);
    const graphs::KeyId aliases = graph_.key(schema::key::aliases);
    const graphs::KeyId described = graph_.key(schema::key::described);
    for (const auto& [label, kind] : labels) {
        const LabelId id = graph_.find_label(label);
        if (id.is_none()) continue;
        const auto vertices = graph_.vertices(id);
        for (const VertexId vertex : vertices) {
            const Value value = graph_.property(vertex, name);
            if (value.kind() != graphs::Kind::String) continue;
            Party party;
            party.kind = kind;
            party.name = value.string();
            party.aliases = strings(graph_.property(vertex, aliases));
            party.described = !graph_.property(vertex, described).is_null();
            if (const Value role = graph_.property(vertex, graph_.key(schema::key::role));
                role.kind() == graphs::Kind::String)
                party.role = role.string();
            enter(vertex, keys_of(party, true));
        }
    }
}

void PartyIndex::enter(VertexId vertex, const Keys& keys) {
    for (const std::string& key : keys) {
        std::vector<VertexId>& entry = index_[key];
        if (std::find(entry.begin(), entry.end(), vertex) == entry.end()) entry.push_back(vertex);
    }
}

const VertexId* PartyIndex::look_up(const Party& party, const Keys& keys) const {
    for (const std::string& key : keys) {
        if (key.starts_with('~')) continue;
        const auto found = index_.find(key);
        if (found == index_.end()) continue;
        for (const VertexId& vertex : found->second)
            if (!key.starts_with("person:") || is_same_person(vertex, party)) return &vertex;
    }
    const std::string country = country_of_party(party);
    for (const std::string& key : keys) {
        if (!key.starts_with('~')) continue;
        const auto found = index_.find(counterpart(key));
        if (found == index_.end()) continue;
        constexpr std::size_t too_many = 64;  // to tell which one is meant
        if (found->second.size() > too_many) continue;
        const VertexId* fitting = nullptr;
        std::size_t count = 0;
        for (const VertexId& vertex : found->second) {
            Party other;
            other.name = graph_.property(vertex, graph_.find_key(schema::key::name)).string();
            other.aliases = strings(graph_.property(vertex, graph_.find_key(schema::key::aliases)));
            const std::string others = country_of_party(other);
            if (!country.empty() && !others.empty() && country != others) continue;
            fitting = &vertex;
            ++count;
        }
        if (count == 1) return fitting;
    }
    return nullptr;
}

bool PartyIndex::is_same_person(VertexId vertex, const Party& party) const {
    std::vector<std::string> theirs = strings(graph_.property(vertex, graph_.find_key(schema::key::aliases)));
    // A surname alone is another's until his office says whose, or somebody who wrote it among his names.
    if (is_one_word(party.name) !=
        is_one_word(graph_.property(vertex, graph_.find_key(schema::key::name)).string()))
        return std::find(theirs.begin(), theirs.end(), party.name) != theirs.end();
    theirs.emplace_back(graph_.property(vertex, graph_.find_key(schema::key::name)).string());
    std::vector<std::string> ours = party.aliases;
    ours.push_back(party.name);
    for (const std::string& their : theirs)
        for (const std::string& our : ours)
            if (person_key(their) == person_key(our) && !middle_names_agree(their, our)) return false;
    return true;
}

void PartyIndex::merge(VertexId vertex, const Party& party) {
    const graphs::KeyId name_key = graph_.key(schema::key::name);
    const graphs::KeyId aliases_key = graph_.key(schema::key::aliases);
    const std::string was(graph_.property(vertex, name_key).string());
    std::string name = was;
    // What was known by its letters alone gets its full name.
    if (is_body(party.kind) && is_acronym(name) && !is_acronym(party.name) &&
        institution(lower(name)).empty() && outlet(lower(name)).empty()) {
        name = party.name;
    }
    const bool person = party.kind == PartyKind::Person;
    if (person && is_one_word(name) && !is_one_word(party.name)) name = party.name;
    if (name != was) graph_.set_property(vertex, name_key, Value(name));
    std::vector<std::string> aliases = strings(graph_.property(vertex, aliases_key));
    const std::size_t before = aliases.size();
    std::vector<std::string> names = {was, party.name};
    names.insert(names.end(), party.aliases.begin(), party.aliases.end());
    for (const std::string& alias : names)
        if (aliases.size() < most_aliases && alias != name && !(person && is_one_word(alias)) &&
            std::find(aliases.begin(), aliases.end(), alias) == aliases.end())
            aliases.push_back(alias);
    if (aliases.size() != before) {
        // What stands there stays, also what is no text.
        const Value there = graph_.property(vertex, aliases_key);
        graphs::List list;
        if (there.kind() == graphs::Kind::List)
            list = there.list();
        else if (!there.is_null())
            list.push_back(there);
        for (std::size_t i = before; i < aliases.size(); ++i) list.emplace_back(aliases[i]);
        graph_.set_property(vertex, aliases_key, Value(std::move(list)));
    }
    const graphs::KeyId role_key = graph_.key(schema::key::role);
    if (!party.role.empty() && graph_.property(vertex, role_key).is_null())
        graph_.set_property(vertex, role_key, Value(party.role));
    if (party.kind == PartyKind::Outlet && !graph_.has_label(vertex, graph_.label(schema::label::outlet)))
        graph_.add_label(vertex, graph_.label(schema::label::outlet));
}

PartyIndex::Found PartyIndex::find_or_add(const Party& given, std::int64_t new_id) {
    Party party = given;
    if (is_body(party.kind) && !party.owner.empty() && country_in(party.name).empty()) {
        // The country is part of what tells it from others, so one of its names has it.
        if (const Country* country = country_named(lower(party.owner)))
            party.aliases.push_back(country->adjectives.front() + " " + party.name);
    }
    const Keys keys = keys_of(party);
    if (const VertexId* known = look_up(party, keys)) {
        const VertexId vertex = *known;
        merge(vertex, party);
        // A surname is no key of its bearer: another article's "Orrin" may be another.
        if (party.kind != PartyKind::Person || !is_one_word(party.name)) enter(vertex, keys);
        return {vertex, false};
    }
    graphs::Properties properties = {{graph_.key(schema::key::id), Value(new_id)},
                                     {graph_.key(schema::key::name), Value(party.name)}};
    graphs::List aliases;
    for (const std::string& alias : party.aliases)
        if (alias != party.name) aliases.emplace_back(alias);
    if (!aliases.empty())
        properties.emplace_back(graph_.key(schema::key::aliases), Value(std::move(aliases)));
    if (!party.role.empty()) properties.emplace_back(graph_.key(schema::key::role), Value(party.role));
    if (party.described) properties.emplace_back(graph_.key(schema::key::described), Value(true));
    std::vector<LabelId> labels = {graph_.label(label_of(party.kind))};
    if (party.kind == PartyKind::Outlet) labels.push_back(graph_.label(schema::label::outlet));
    const VertexId vertex = graph_.add_vertex(labels, std::move(properties));
    enter(vertex, keys);
    return {vertex, true};
}

}  // namespace hearsay::engine

#include "engine/articles/coreference/sources/party_traits.hpp"

#include <algorithm>

#include "engine/articles/parties/party_key.hpp"
#include "engine/articles/text/characters.hpp"
#include "engine/words/words.hpp"

namespace hearsay::engine {
namespace {

// The word that ends right before the byte.
std::string word_before(const Document& document, std::size_t at) {
    std::size_t end = at;
    while (end > 0 && document.text[end - 1] == ' ') --end;
    std::size_t begin = end;
    constexpr std::size_t longest = 40;  // bytes of an honorific, and more
    while (begin > 0 && end - begin < longest && document.text[begin - 1] != ' ' &&
           document.text[begin - 1] != '\n')
        --begin;
    return lower(document.slice({begin, end}));
}

// Each once, and as many as a person can have.
void add_role(std::vector<std::string>& roles, const std::string& word) {
    constexpr std::size_t most = 100;
    if (roles.size() < most && std::find(roles.begin(), roles.end(), word) == roles.end())
        roles.push_back(word);
}

std::string role_group(std::string_view role) {
    if (role.starts_with("spokes") || role == "representative") return "spokesperson";
    if (role.starts_with("chair")) return "chair";
    if (role.starts_with("congress") || role == "representative" || role == "lawmaker" ||
        role == "legislator")
        return "lawmaker";
    if (role == "adviser") return "advisor";
    return std::string(role);
}

}  // namespace

std::vector<PartyTraits> party_traits(const Document& document) {
    std::vector<PartyTraits> traits(document.chain_names.size());
    for (const Mention& mention : document.mentions) {
        if (mention.chain == Mention::npos || mention.form == Mention::Form::Pronoun) continue;
        PartyTraits& own = traits[mention.chain];
        if (own.owner.empty()) own.owner = mention.owner;
        const std::vector<std::string> words = fold_words(mention.role);
        for (std::size_t i = 0; i < words.size(); ++i) {
            const bool last = i + 1 == words.size() || words[i + 1] == "of" || words[i + 1] == "for" ||
                              words[i + 1] == "at" || words[i + 1] == "in" || words[i + 1] == "and" ||
                              words[i + 1] == "with";
            const bool first_part =
                std::none_of(words.begin(), words.begin() + static_cast<long>(i), [](const std::string& w) {
                    return w == "of" || w == "for" || w == "at" || w == "in" || w == "with";
                });
            if (last && first_part) add_role(own.role_heads, words[i]);
            add_role(own.roles, words[i]);
        }
        if (mention.kind != PartyKind::Person) continue;
        const auto learn = [&](Gender gender) {
            if (own.gender == Gender::Unknown) own.gender = gender;
        };
        const std::string before = word_before(document, mention.span.begin);
        learn(gender_of_honorific(before));
        for (const std::string& word : own.roles) learn(gender_of_role(word));
    }
    for (std::size_t chain = 0; chain < traits.size(); ++chain) {
        if (document.chain_kinds[chain] == PartyKind::Person && traits[chain].gender == Gender::Unknown) {
            const std::string name = lower(document.chain_names[chain]);
            traits[chain].gender = gender_of_given_name(name.substr(0, name.find(' ')));
        }
        if (traits[chain].owner.empty()) traits[chain].owner = country_in(document.chain_names[chain]);
    }
    return traits;
}

bool same_role(std::string_view a, std::string_view b) {
    return role_group(a) == role_group(b);
}

bool is_kind_of_role(std::string_view role, std::string_view general) {
    const auto is_one_of = [&](std::initializer_list<std::string_view> list) {
        return std::find(list.begin(), list.end(), role) != list.end();
    };
    const bool legislates = is_one_of({"senator", "congressman", "congresswoman", "lawmaker", "legislator",
                                       "representative", "deputy", "parliamentarian", "mp"});
    if (general == "lawmaker" || general == "legislator") return legislates;
    if (general == "politician")
        return legislates || is_one_of({"president", "premier", "minister", "governor", "mayor", "councillor",
                                        "councilman", "councilwoman", "chancellor"});
    if (general == "attorney" || general == "lawyer") return is_one_of({"lawyer", "attorney", "counsel"});
    return false;
}

}  // namespace hearsay::engine

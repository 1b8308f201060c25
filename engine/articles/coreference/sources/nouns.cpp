#include "engine/articles/coreference/sources/nouns.hpp"

#include <algorithm>
#include <unordered_set>

#include "engine/articles/coreference/sources/phrase.hpp"
#include "engine/articles/names/gazetteer.hpp"

namespace hearsay::engine {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

bool is_statement_noun(std::string_view noun) {
    return is_one_of(noun, {"statement", "post", "message", "tweet", "letter", "communique", "declaration",
                            "email", "release", "posting", "briefing", "announcement", "memo"});
}

bool can_speak(const std::string& noun) {
    if (is_role(noun) || is_group_noun(noun) || is_group_noun(noun + "s") || is_body_like(noun)) return true;
    if (noun == "man" || noun == "woman" || noun == "person" || noun == "somebody" || noun == "someone" ||
        noun == "camp" || noun == "side" || noun == "nation" || noun == "country")
        return true;
    static const std::unordered_set<std::string> documents = {
        "report",     "study",     "survey",        "poll",     "document",   "account",   "medium",
        "media",      "article",   "book",          "lawsuit",  "filing",     "letter",    "memo",
        "transcript", "analysis",  "investigation", "research", "indictment", "affidavit", "complaint",
        "statement",  "editorial", "review",        "outlet",   "dispatch",   "blog",      "source",
        "people",     "democrat",  "republican",    "tabloid",  "email",      "post",      "message",
        "tweet",      "release",   "data",          "website",  "critic",     "insider",   "sources",
        "family",     "advocate",  "proponent",     "opponent", "expert",     "friend",    "relative",
        "parent",     "client",    "patient",       "agent",    "panel",      "niece",     "nephew",
        "brother",    "sibling",   "enemy",         "ally",     "millennial", "athlete",   "celebrity",
        "corporation"};
    if (documents.contains(noun)) return true;
    // "Norwegians", "African-Americans"
    if (country_with_adjective(noun) != nullptr || noun == "european" || noun.ends_with("-american"))
        return true;
    // Things whose words end like those for people.
    static const std::unordered_set<std::string> things = {
        "power",     "number",    "order",      "matter",     "water",    "weather",  "winter",  "summer",
        "computer",  "river",     "tower",      "border",     "disaster", "error",    "horror",  "terror",
        "factor",    "motor",     "chapter",    "center",     "centre",   "corner",   "danger",  "dinner",
        "answer",    "offer",     "murder",     "anger",      "hunger",   "cover",    "layer",   "server",
        "trailer",   "plant",     "grant",      "restaurant", "career",   "coffee",   "degree",  "guarantee",
        "list",      "banner",    "sticker",    "poster",     "folder",   "transfer", "failure", "behavior",
        "behaviour", "labor",     "warrant",    "harbor",     "harbour",  "floor",    "door",    "sector",
        "monitor",   "meter",     "helicopter", "character",  "gender",   "quarter",  "october", "november",
        "december",  "september", "covenant",   "twist",      "barrier",  "tanker",   "crater",  "chamber"};
    if (things.contains(noun)) return false;
    // People by what they do: bakers, actors, pianists, librarians, accountants.
    for (const std::string_view tail : {"er", "or", "ist", "ian", "ant", "man", "woman", "eer", "ee"})
        if (noun.size() > tail.size() + 2 && noun.ends_with(tail)) return true;
    return false;
}

bool is_inanimate(const std::string& noun) {
    return is_one_of(
        noun, {"report",      "study",     "survey",  "poll",     "document",   "account",  "article",
               "book",        "lawsuit",   "filing",  "memo",     "transcript", "analysis", "investigation",
               "research",    "editorial", "review",  "dispatch", "blog",       "data",     "information",
               "description", "website",   "footage", "video",    "statistic",  "figure",   "estimate",
               "assessment",  "testimony", "version", "claim"});
}

bool is_state_noun(std::string_view noun) {
    constexpr std::string_view nouns[] = {"ministry",    "agency",  "department", "bureau",
                                          "office",      "service", "court",      "commission",
                                          "authority",   "board",   "regulator",  "watchdog",
                                          "directorate", "cabinet", "government", "administration"};
    return std::find(std::begin(nouns), std::end(nouns), noun) != std::end(nouns);
}

bool is_partisan_noun(std::string_view noun) {
    return is_one_of(noun, {"party", "opposition", "coalition", "campaign", "union", "alliance", "team",
                            "congress", "front", "league"});
}

bool is_business_noun(std::string_view noun) {
    return is_one_of(noun, {"company", "firm", "business", "corporation", "manufacturer", "maker", "carmaker",
                            "retailer", "startup", "airline", "developer", "lender", "insurer"});
}

bool is_fighting_noun(std::string_view noun) {
    constexpr std::string_view nouns[] = {"group",     "unit",    "militia", "legion",
                                          "battalion", "corps",   "brigade", "formation",
                                          "movement",  "faction", "squad",   "outfit"};
    return std::find(std::begin(nouns), std::end(nouns), noun) != std::end(nouns);
}

}  // namespace hearsay::engine

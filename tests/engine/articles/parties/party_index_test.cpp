#include "engine/articles/parties/party_index.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "engine/articles/parties/party_key.hpp"

using namespace hearsay::engine;
using hearsay::graphs::PropertyGraph;

namespace {

Party party(PartyKind kind, const std::string& name, const std::string& owner = {},
            std::vector<std::string> aliases = {}) {
    Party out;
    out.kind = kind;
    out.name = name;
    out.owner = owner;
    out.aliases = std::move(aliases);
    return out;
}

// How many vertices the parties become.
std::size_t count(const std::vector<Party>& parties) {
    PropertyGraph graph;
    PartyIndex index(graph);
    std::int64_t id = 1;
    for (const Party& one : parties) index.find_or_add(one, id++);
    return graph.vertex_count();
}

}  // namespace

TEST_CASE("Persons by their full names", "[parties]") {
    const PartyKind person = PartyKind::Person;
    CHECK(count({party(person, "Andriy Orrin"), party(person, "Andrii Orrin")}) == 1);
    CHECK(count({party(person, "Helen Lund"), party(person, "Helen M. Lund")}) == 1);
    CHECK(count({party(person, "Helen Lund"), party(person, "Pavel Lund")}) == 2);
    CHECK(count({party(person, "Helen Lund"), party(person, "Lund")}) == 2);
    CHECK(count({party(person, "Helen A. Lund"), party(person, "Helen B. Lund")}) == 2);
    CHECK(count({party(person, "Helen A. Lund"), party(person, "Helen Astrid Lund")}) == 1);
    CHECK(count({party(person, "Pavel Lund"), party(person, "Pavel Lund Jr.")}) == 2);
}

TEST_CASE("A surname is the bearer's of the same office", "[parties]") {
    const auto person = [](const std::string& name, const std::string& role) {
        Party out = party(PartyKind::Person, name);
        out.role = role;
        return out;
    };
    const Party full = person("Pavel Orrin", "Kremlin spokesman");
    CHECK(count({full, person("Orrin", "Kremlin spokesman")}) == 1);
    CHECK(count({person("Orrin", "Kremlin spokesman"), full}) == 1);
    CHECK(count({full, person("Orrin", "harbour spokesman")}) == 2);
    CHECK(count({full, person("Orrin", "former Kremlin spokesman")}) == 2);
    CHECK(count({full, person("Orrin", "Kremlin spokesman"), person("Orrin", "")}) == 2);
    CHECK(count({full, person("Helen Orrin", "Kremlin spokesman")}) == 2);
    CHECK(count({full, person("Helen Orrin", "Kremlin spokesman"), person("Orrin", "Kremlin spokesman")}) ==
          3);
    PropertyGraph graph;
    const auto first = PartyIndex(graph).find_or_add(person("Orrin", "Kremlin spokesman"), 1).vertex;
    CHECK(PartyIndex(graph).find_or_add(full, 2).vertex == first);
    CHECK(graph.property(first, graph.find_key("name")).string() == "Pavel Orrin");
}

TEST_CASE("Bodies by their words and countries", "[parties]") {
    const PartyKind body = PartyKind::Organisation;
    CHECK(count({party(body, "Norwegian Defense Ministry", "Norway"),
                 party(body, "Norwegian Ministry of Defence", "Norway")}) == 1);
    CHECK(count({party(body, "Norwegian Defense Ministry", "Norway"),
                 party(body, "Danish Defense Ministry", "Denmark")}) == 2);
    CHECK(count({party(body, "Freedom of Norway Legion"), party(body, "Freedom for Norway Legion")}) == 1);
    CHECK(count({party(body, "Federal Tide Service", "Norway"), party(body, "Federal Tide Service")}) == 1);
    CHECK(count({party(body, "Federal Tide Service", "Norway"),
                 party(body, "Federal Tide Service", "Denmark")}) == 2);
    CHECK(count({party(body, "Federal Tide Service", "Norway", {"FTS"}), party(body, "FTS")}) == 1);
}

TEST_CASE("Letters alone get their full name later", "[parties]") {
    PropertyGraph graph;
    PartyIndex index(graph);
    const auto first = index.find_or_add(party(PartyKind::Organisation, "FTS"), 1).vertex;
    const auto second =
        index.find_or_add(party(PartyKind::Organisation, "Federal Tide Service", "Norway", {"FTS"}), 2);
    CHECK(second.vertex == first);
    CHECK(graph.property(first, graph.find_key("name")).string() == "Federal Tide Service");
    CHECK(graph.property(first, graph.find_key("aliases")).list().front().string() == "FTS");
}

TEST_CASE("Places by their sound", "[parties]") {
    CHECK(count({party(PartyKind::Place, "Tyorkino"), party(PartyKind::Place, "Terkino")}) == 1);
    CHECK(count({party(PartyKind::Place, "Oslo"), party(PartyKind::Place, "Osby")}) == 2);
}

TEST_CASE("Descriptions are somebody else in every article, unless tied to a country", "[parties]") {
    Party locals = party(PartyKind::Group, "local officials");
    locals.described = true;
    CHECK(count({locals, locals}) == 2);
    Party tied = party(PartyKind::Group, "Norwegian officials");
    tied.described = true;
    CHECK(count({tied, tied}) == 1);
}

TEST_CASE("Parties of a graph are found again", "[parties]") {
    PropertyGraph graph;
    {
        PartyIndex index(graph);
        index.find_or_add(party(PartyKind::Organisation, "Federal Tide Service", "Norway", {"FTS"}), 1);
        index.find_or_add(party(PartyKind::Person, "Andriy Orrin"), 2);
    }
    PartyIndex index(graph);
    CHECK_FALSE(index.find_or_add(party(PartyKind::Organisation, "FTS"), 3).added);
    CHECK_FALSE(index.find_or_add(party(PartyKind::Person, "Andrii Orrin"), 3).added);
    CHECK(index.find_or_add(party(PartyKind::Organisation, "Federal Tide Service", "Denmark"), 3).added);
}

TEST_CASE("What many share is no name that all of them are kept under", "[parties]") {
    PropertyGraph graph;
    PartyIndex index(graph);
    const std::string letters = "abcdefghijklmnopqrst";
    std::int64_t id = 1;
    for (char a : letters) {
        for (char b : letters) {
            const std::string name = std::string("V") + a + "l" + b + "m Water Board";
            index.find_or_add(party(PartyKind::Organisation, name, {}, {"VWB"}), id++);
        }
    }
    const auto aliases = graph.find_key("aliases");
    for (const auto vertex : graph.vertices(graph.find_label("Organisation"))) {
        const auto value = graph.property(vertex, aliases);
        if (!value.is_null()) CHECK(value.list().size() <= 100);
    }
}

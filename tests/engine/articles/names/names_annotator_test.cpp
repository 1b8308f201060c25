#include "engine/articles/names/names_annotator.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "tests/engine/articles/read_names.hpp"

using namespace hearsay::engine;

namespace {

const char* word(PartyKind kind) {
    switch (kind) {
        case PartyKind::Person:
            return "person";
        case PartyKind::Group:
            return "group";
        case PartyKind::Organisation:
            return "body";
        case PartyKind::Outlet:
            return "outlet";
        case PartyKind::Place:
            return "place";
        case PartyKind::Unknown:
            break;
    }
    return "unknown";
}

// "person Lena Orr (mayor); place Velk"
std::string names(const std::string& text) {
    std::string out;
    for (const Mention& mention : read_names(text).mentions) {
        if (!out.empty()) out += "; ";
        out += std::string(word(mention.kind)) + " " + mention.name;
        if (!mention.role.empty()) out += " (" + mention.role + ")";
        if (!mention.owner.empty()) out += " of " + mention.owner;
    }
    return out;
}

}  // namespace

TEST_CASE("Persons with titles and roles", "[names]") {
    CHECK(names("The talks failed, Mr. Orr said.") == "person Orr");
    CHECK(names("On Friday, Regional Governor Maria Lundova left.") ==
          "person Maria Lundova (Regional Governor)");
    CHECK(names("The harbour is closed, Kremlin spokesman Pavel Orrin said.") ==
          "body Kremlin; person Pavel Orrin (Kremlin spokesman)");
    CHECK(names("It was Secretary of State Helen van der Lund who left.") ==
          "person Helen van der Lund (Secretary of State)");
    CHECK(names("But Pavel Orrin, a Norwegian harbour spokesman, left.") ==
          "person Pavel Orrin (Norwegian harbour spokesman)");
    CHECK(names("The governor of the Velk region, Pavel Orrin, left.") ==
          "place Velk; person Pavel Orrin (governor of the Velk region)");
}

TEST_CASE("Organisations by their heads", "[names]") {
    CHECK(names("He left the Velk Volunteer Corps.") == "body Velk Volunteer Corps");
    CHECK(names("He left the Freedom of Velk Legion.") == "body Freedom of Velk Legion");
    CHECK(names("He left the Department of Fishing and Health.") == "body Department of Fishing and Health");
    CHECK(names("He left the Centre for Harbour Studies.") == "body Centre for Harbour Studies");
    CHECK(names("He left the People's Front.") == "body People's Front");
    CHECK(names("He met the Lund Battalion and Velk Volunteer Corps.") ==
          "body Lund Battalion; body Velk Volunteer Corps");
}

TEST_CASE("A country's bodies are called after it", "[names]") {
    CHECK(names("It was Norway's defense ministry.") == "body Norwegian Defense Ministry of Norway");
    CHECK(names("It was the Norwegian Defense Ministry.") == "body Norwegian Defense Ministry of Norway");
    CHECK(names("It was Norway's Ministry of Defense.") ==
          "place Norway; body Norwegian Defense Ministry of Norway");
    CHECK(names("It was Norway's Federal Tide Service (FTS).") ==
          "place Norway; body Federal Tide Service of Norway; body FTS");
    CHECK(names("The Norwegian military said so.") == "body Norwegian Military of Norway");
    CHECK(names("The Norwegian military personnel left.").empty());
    CHECK(names("Several Norwegian fishers left.").empty());
}

TEST_CASE("Capitals that name nobody", "[names]") {
    CHECK(names("However, nothing happened on Tuesday, May 3.").empty());
    CHECK(names("Separately, fishers left. Shelling went on.").empty());
    CHECK(names("The Norway-based fishers met on Christmas.").empty());
    // A word that is written small elsewhere is hardly a name where it begins a sentence.
    CHECK(names("Herrings were sold. He bought herrings.").empty());
}

TEST_CASE("Headlines have the names of their articles", "[names]") {
    CHECK(names("Orrin Claims Harbour Falls Before Winter Comes\n\nPavel Orrin spoke in Oslo.") ==
          "person Orrin; person Pavel Orrin; place Oslo");
}

TEST_CASE("Places by what stands around them", "[names]") {
    CHECK(names("He left the village of Orvik.") == "place Orvik");
    CHECK(names("He left the Orvik and Lundby regions.") == "place Orvik; place Lundby");
    CHECK(names("He left the U.S. in May.") == "place United States");
}

TEST_CASE("Roles are noun phrases", "[names]") {
    CHECK(names("Pavel Orrin, praising the president's fish, left.") == "person Pavel Orrin");
    CHECK(names("Pavel Orrin, a former harbour spokesman who fishes, left.") ==
          "person Pavel Orrin (former harbour spokesman)");
    CHECK(names("On Monday, Sen. Pavel Orrin (R-WI) left.") == "person Pavel Orrin (Senator)");
    CHECK(names("It was Republican Pavel Orrin at the Republican Convention.") ==
          "person Pavel Orrin (Republican); unknown Republican Convention");
}

TEST_CASE("Capitals for emphasis", "[names]") {
    CHECK(names("PAVEL ORRIN: Fish is dear.\n\nORRIN: It is.") == "person Pavel Orrin; person Orrin");
    CHECK(names("It was a US-built ABC rocket.") == "unknown ABC");
    CHECK(names("He flew VelkAir.") == "body VelkAir");
}

TEST_CASE("Any bytes are read without harm", "[names]") {
    CHECK(names("").empty());
    CHECK_NOTHROW(names("\xff\xfe The \xc3 Minister's's 's ' “ ( ) Of And The De La"));
    CHECK_NOTHROW(names("of Of for FOR and And the THE Ministry of of of and and"));
}

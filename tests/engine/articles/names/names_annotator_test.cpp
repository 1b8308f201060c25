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

// "person Lena Orr (mayor); place Velk". Tags stand in the text: "[P Lena Orr]", "[O ...]", "[L ...]", "[X
// ...]".
std::string names(const std::string& tagged) {
    Document document;
    for (std::size_t i = 0; i < tagged.size(); ++i) {
        if (tagged[i] == '[') {
            const char kind = tagged[i + 1];
            document.name_tags.push_back({{document.text.size(), 0},
                                          kind == 'P'   ? NameClass::Person
                                          : kind == 'O' ? NameClass::Organisation
                                          : kind == 'L' ? NameClass::Place
                                                        : NameClass::Other});
            i += 2;
        } else if (tagged[i] == ']') {
            document.name_tags.back().span.end = document.text.size();
        } else {
            document.text += tagged[i];
        }
    }
    TokenAnnotator().annotate(document);
    SentenceAnnotator().annotate(document);
    NamesAnnotator().annotate(document);
    std::string out;
    for (const Mention& mention : document.mentions) {
        if (!out.empty()) out += "; ";
        out += std::string(word(mention.kind)) + " " + mention.name;
        if (!mention.role.empty()) out += " (" + mention.role + ")";
        if (!mention.owner.empty()) out += " of " + mention.owner;
    }
    return out;
}

}  // namespace

TEST_CASE("A tag gives the name and its kind", "[names]") {
    CHECK(names("The tide took [P Tarvo Wessin] from [L Ostrup] to the [O Mill Union].") ==
          "person Tarvo Wessin; place Ostrup; body Mill Union");
    CHECK(names("[X Tidefest] was long.") == "unknown Tidefest");
    CHECK(names("Tarvo Wessin left Ostrup.").empty());
}

TEST_CASE("Names are cut out of their tags", "[names]") {
    CHECK(names("It was [P Mr. Wessin's] boat.") == "person Wessin");
    CHECK(names("He left [O the Mill Union].") == "body Mill Union");
    CHECK(names("It was [P Mayor Tarvo Wessin].") == "person Tarvo Wessin (Mayor)");
    CHECK(names("[P Tarvo “Tide” Wessin] left.") == "person Tarvo Tide Wessin");
    CHECK(names("He left [L New] [L Ostrup].") == "place New Ostrup");
    CHECK(names("He ate [O fish] by the [L Ostrup]-based quay.").empty());
}

TEST_CASE("Persons with titles and roles", "[names]") {
    CHECK(names("The talks failed, Mr. [P Orr] said.") == "person Orr");
    CHECK(names("On Friday, Regional Governor [P Maria Lundova] left.") ==
          "person Maria Lundova (Regional Governor)");
    CHECK(names("The harbour is closed, [O Kremlin] spokesman [P Pavel Orrin] said.") ==
          "body Kremlin; person Pavel Orrin (Kremlin spokesman)");
    CHECK(names("It was Secretary of State [P Helen van der Lund] who left.") ==
          "person Helen van der Lund (Secretary of State)");
    CHECK(names("But [P Pavel Orrin], a [X Norwegian] harbour spokesman, left.") ==
          "person Pavel Orrin (Norwegian harbour spokesman)");
    CHECK(names("The governor of the [L Velk] region, [P Pavel Orrin], left.") ==
          "place Velk; person Pavel Orrin (governor of the Velk region)");
    CHECK(names("On Monday, Sen. [P Pavel Orrin] (R-WI) left.") == "person Pavel Orrin (Senator)");
    CHECK(names("[P Pavel Orrin], praising the president's fish, left.") == "person Pavel Orrin");
}

TEST_CASE("A country's bodies are called after it", "[names]") {
    const std::string ministry = "body Norwegian Defense Ministry of Norway";
    CHECK(names("It was [L Norway]'s defense ministry.") == ministry);
    CHECK(names("It was the [X Norwegian] [O Defense Ministry].") == ministry);
    CHECK(names("It was the [O Norwegian Defense Ministry].") == ministry);
    CHECK(names("It was the [O Ministry of Defense] of [L Norway].") == ministry);
    CHECK(names("It was [L Norway]'s [O Ministry of Defense].") == "place Norway; " + ministry);
    CHECK(names("It was [L Norway]'s [O Federal Tide Service] ([O FTS]).") ==
          "place Norway; body Federal Tide Service of Norway; body FTS");
    CHECK(names("It was the [X Norwegian] [O Mill Union].") == "body Mill Union of Norway");
    CHECK(names("The [X Norwegian] military said so.") == "body Norwegian Military of Norway");
    CHECK(names("The [X Norwegian] army stormed it.") == "body Norwegian Army of Norway");
    CHECK(names("The [X Norwegian] military personnel left.").empty());
}

TEST_CASE("Peoples and creeds are no names", "[names]") {
    CHECK(
        names("Several [X Norwegian] fishers and [O Republicans] left with [X Danes] and [X Norwegians].") ==
        "unknown Danes");
}

TEST_CASE("What the gazetteer knows for sure is of its kind", "[names]") {
    CHECK(names("He wrote to the [L White House] and to [O Oslo].") == "body White House; place Oslo");
    CHECK(names("He read the [O Velk Gazette] and [O Reuters].") == "outlet Velk Gazette; outlet Reuters");
    CHECK(names("He left the [L U.S.] in May.") == "place United States");
    CHECK(names("Mr. [P Jordan] left.") == "person Jordan");
}

TEST_CASE("Words beside a name and in it are surer than its tag", "[names]") {
    CHECK(names("He left the [L Velk Battalion] and the [L University of Velk].") ==
          "body Velk Battalion; body University of Velk");
    CHECK(names("He left [O Wessin] region and the village of [O Ostrup].") == "place Wessin; place Ostrup");
    CHECK(names("They slept near [P Ostrup].") == "place Ostrup");
    CHECK(names("The [P FTS] flew [P VelkAir].") == "body FTS; body VelkAir");
    CHECK(names("The [P Velkia] was [O Velkia Motors Ltd] once.") == "body Velkia; body Velkia Motors Ltd");
    CHECK(names("The old fishers of the north left the [X Norwegian] Officer Corps there.") ==
          "body Norwegian Officer Corps of Norway");
    CHECK(names("The old fishers of the north left the Mill Task Force there.") == "body Mill Task Force");
    CHECK(names("It was the [O Mill Watch] (MiW). The MiW slept.") == "body Mill Watch; body MiW; body MiW");
    CHECK(names("The [O Velk Mill called the Tide Union] slept.") == "body Velk Mill; body Tide Union");
    CHECK(names("It was [O Norway's Defense Ministry].") ==
          "place Norway; body Norwegian Defense Ministry of Norway");
}

TEST_CASE("A name is of one kind throughout the article", "[names]") {
    CHECK(names("[O Velkhaven] slept. He left [L Velkhaven]. The port of [L Velkhaven] froze.") ==
          "place Velkhaven; place Velkhaven; place Velkhaven");
    CHECK(names("[O Wessin] left. [P Tarvo Wessin] slept.") == "person Wessin; person Tarvo Wessin");
    CHECK(names("[P Tarvo Wessin] left. Fishers saw Wessin sleep.") == "person Tarvo Wessin; person Wessin");
}

TEST_CASE("A tag that missed a part of its name grows over the capitals beside it", "[names]") {
    CHECK(names("The fishers of the north met Pavel [P Wessin] there.") == "person Pavel Wessin");
    CHECK(names("The fishers of the [O Velk Officer] Corps slept there.") == "body Velk Officer Corps");
    CHECK(names("The fishers saw [P Tarvo Wessin Jr.] and heard Wessin there.") ==
          "person Tarvo Wessin Jr.; person Wessin");
    CHECK(names("The fishers said Monday [P Wessin] had left [L Norway] Tuesday.") ==
          "person Wessin; place Norway");
}

TEST_CASE("Headlines have the names of their articles", "[names]") {
    CHECK(names("Orrin Claims Harbour Falls Before Winter Comes\n\n[P Pavel Orrin] spoke in [L Oslo].") ==
          "person Orrin; person Pavel Orrin; place Oslo");
}

TEST_CASE("Capitals for emphasis", "[names]") {
    CHECK(names("[P PAVEL ORRIN]: Fish is dear.\n\n[P ORRIN]: It is.") == "person Pavel Orrin; person Orrin");
}

TEST_CASE("Any bytes are read without harm", "[names]") {
    CHECK(names("").empty());
    CHECK_NOTHROW(names("[P \xff\xfe] The [O \xc3 Minister's's] 's ' “ ( [L )] Of [X And] The De La"));
    CHECK_NOTHROW(names("[O of Of for FOR and And] the [L THE Ministry of of of and and]"));
    Document document;
    document.name_tags = {{{0, 5}, NameClass::Person}};
    CHECK_NOTHROW(NamesAnnotator().annotate(document));
}

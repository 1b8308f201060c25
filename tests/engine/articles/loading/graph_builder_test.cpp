#include "engine/articles/loading/graph_builder.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "tests/engine/articles/read_names.hpp"

using namespace hearsay::engine;
using hearsay::graphs::EdgeId;
using hearsay::graphs::PropertyGraph;
using hearsay::graphs::Value;
using hearsay::graphs::VertexId;

namespace {

Value get(const PropertyGraph& graph, VertexId vertex, const char* key) {
    return graph.property(vertex, graph.find_key(key));
}
Value get(const PropertyGraph& graph, EdgeId edge, const char* key) {
    return graph.property(edge, graph.find_key(key));
}

// "Pavel Orrin -CLAIMS-> fish is dear", sorted by edge.
std::vector<std::string> edges(const PropertyGraph& graph, const char* type) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < graph.edge_capacity(); ++i) {
        const EdgeId edge{static_cast<std::uint32_t>(i)};
        if (graph.name(graph.type(edge)) != type) continue;
        const auto end = [&](VertexId vertex) {
            for (const char* key : {"name", "text"}) {
                const Value value = get(graph, vertex, key);
                if (!value.is_null() && graph.name(graph.labels(vertex).front()) != "Article")
                    return std::string(value.string());
            }
            return std::string(get(graph, vertex, "id").string());
        };
        out.push_back(end(graph.source(edge)) + " -> " + end(graph.target(edge)));
    }
    return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("Only what is asserted is somebody's claim", "[graph]") {
    Document document =
        read_names("Pavel Orrin said fish is dear. Helen Lund wants to sell eels. Helen Lund denied tides.");
    document.attributions = {attribution(document, "Pavel Orrin", "said", "fish is dear"),
                             attribution(document, "Helen Lund", "wants", "to sell eels"),
                             attribution(document, "Helen Lund", "denied", "tides")};
    document.attributions[1].force = Force::Wanted;
    document.attributions[2].stance = Stance::Denial;
    document.attributions[2].force = Force::Withheld;
    CoreferenceAnnotator().annotate(document);
    PropertyGraph graph;
    const GraphBuilder::Added added = GraphBuilder(graph).add(document, "00");
    CHECK(added.statements == 3);
    CHECK(edges(graph, "CLAIMS") == Lines{"Pavel Orrin -> fish is dear"});
    CHECK(edges(graph, "DENIES").empty());
    CHECK(edges(graph, "ATTRIBUTES") ==
          Lines{"test -> fish is dear", "test -> to sell eels", "test -> tides"});
}

namespace {

// How many statements are denied where Orrin says the one thing, by the cue, and Lund denies the other.
std::size_t denials(const std::string& cue, const std::string& said, const std::string& denied) {
    Document document =
        read_names("Pavel Orrin " + cue + " " + said + ".\n\nHelen Lund denied " + denied + ".");
    document.attributions = {attribution(document, "Pavel Orrin", cue, said),
                             attribution(document, "Helen Lund", "denied", denied)};
    document.attributions[1].stance = Stance::Denial;
    CoreferenceAnnotator().annotate(document);
    PropertyGraph graph;
    GraphBuilder(graph).add(document, "00");
    return edges(graph, "DENIES").size();
}

}  // namespace

TEST_CASE("A denial that says what it denies reaches no other statement", "[graph]") {
    const auto denied = [](const std::string& what) { return denials("said", "fish is dear", what); };
    CHECK(denied("the claims") == 2);
    CHECK(denied("Mr. Orrin's claims") == 2);
    CHECK(denied("reports that the dam broke") == 1);
    CHECK(denied("allegations of theft") == 1);
    CHECK(denied("the dam") == 1);
}

TEST_CASE("Allegations are what can be so already", "[graph]") {
    CHECK(denials("said", "she stole fish", "the allegations") == 2);
    CHECK(denials("said", "he would sell fish", "the allegations") == 1);
    CHECK(denials("said", "he would sell fish", "the claims") == 2);
    CHECK(denials("said", "she stole fish", "charges she stole eels") == 1);
    CHECK(denials("described", "the catch as grand", "the claims") == 1);
}

TEST_CASE("Where something was said is not who said it", "[graph]") {
    Document document = read_names("A flood was reported in Oslo. Oslo said fish is dear.");
    document.attributions = {attribution(document, "Oslo", "was reported in", "A flood"),
                             attribution(document, "Oslo", "said", "fish is dear")};
    document.attributions[0].source = {find(document, "Oslo")};
    document.attributions[1].source = {find(document, "Oslo", 30)};
    CoreferenceAnnotator().annotate(document);
    PropertyGraph graph;
    GraphBuilder(graph).add(document, "00");
    CHECK(edges(graph, "CLAIMS") == Lines{"Oslo -> fish is dear"});
}

TEST_CASE("An article becomes vertices and edges", "[graph]") {
    Document document =
        read_names("Pavel Orrin said fish is dear in Oslo. The Lund Legion denied it was there.");
    document.outlet = "Velk Post";
    document.attributions = {attribution(document, "Pavel Orrin", "said", "fish is dear in Oslo"),
                             attribution(document, "The Lund Legion", "denied", "it was there")};
    document.attributions[1].stance = Stance::Denial;
    CoreferenceAnnotator().annotate(document);
    PropertyGraph graph;
    const GraphBuilder::Added added = GraphBuilder(graph).add(document, "00");
    CHECK(added.statements == 2);
    CHECK(added.claims == 1);
    CHECK(added.denials == 1);
    CHECK(added.parties == 3);
    CHECK(added.places == 1);
    CHECK(edges(graph, "CLAIMS") == Lines{"Pavel Orrin -> fish is dear in Oslo"});
    CHECK(edges(graph, "DENIES") == Lines{"Lund Legion -> it was there"});
    CHECK(edges(graph, "ATTRIBUTES") == Lines{"test -> fish is dear in Oslo", "test -> it was there"});
    CHECK(edges(graph, "PUBLISHED") == Lines{"Velk Post -> test"});
    CHECK(edges(graph, "MENTIONS") == Lines{"test -> Pavel Orrin", "test -> Oslo", "test -> Lund Legion",
                                            "fish is dear in Oslo -> Oslo"});
}

TEST_CASE("A headline without a source is stated once", "[graph]") {
    Document document = read_names("Fish is reportedly dear.");
    Attribution said;
    said.cue = {find(document, "reportedly")};
    said.content = {find(document, "Fish is")};
    document.attributions = {said};
    document.zones = {{{0, document.text.size()}, ZoneKind::Title}};
    for (Sentence& sentence : document.sentences) sentence.zone = ZoneKind::Title;
    CoreferenceAnnotator().annotate(document);
    PropertyGraph graph;
    CHECK(GraphBuilder(graph).add(document).statements == 1);
    const auto statements = graph.vertices(graph.find_label("Statement"));
    REQUIRE(statements.size() == 1);
    CHECK(get(graph, statements.front(), "text").string() == "Fish is");
}

TEST_CASE("Evidence cuts out exactly what it says", "[graph]") {
    Document document = read_names("“Fish is dear,” Pavel Orrin said, “and eels are cheap.”");
    Attribution said = attribution(document, "Pavel Orrin", "said", "Fish is dear,");
    said.content.push_back(find(document, "and eels are cheap."));
    said.form = SpeechForm::Direct;
    said.strength = CueStrength::Emphatic;
    document.attributions = {said};
    CoreferenceAnnotator().annotate(document);
    PropertyGraph graph;
    GraphBuilder(graph).add(document);
    const auto claims =
        graph.out(graph.vertices(graph.find_label("Actor")).front(), graph.find_type("CLAIMS"));
    REQUIRE(claims.size() == 1);
    const VertexId statement = claims.front().vertex;
    const EdgeId edge = claims.front().edge;
    const auto place = [&](const char* key) {
        return static_cast<std::size_t>(get(graph, statement, key).integer());
    };
    CHECK(get(graph, statement, "text").string() == "Fish is dear,” Pavel Orrin said, “and eels are cheap.");
    CHECK(get(graph, statement, "strength").string() == "emphatic");
    CHECK(get(graph, edge, "strength").string() == "emphatic");
    CHECK(document.text.substr(place("begin"), place("end") - place("begin")) ==
          get(graph, statement, "text").string());
    CHECK(get(graph, statement, "form").string() == "direct");
    std::string joined;
    const auto spans = get(graph, statement, "spans").list();
    for (std::size_t i = 0; i + 1 < spans.size(); i += 2)
        joined += (joined.empty() ? "" : " ") +
                  document.text.substr(static_cast<std::size_t>(spans[i].integer()),
                                       static_cast<std::size_t>(spans[i + 1].integer() - spans[i].integer()));
    CHECK(joined == "Fish is dear, and eels are cheap.");
    const auto cut = [&](const char* begin, const char* end) {
        return document.text.substr(
            static_cast<std::size_t>(get(graph, edge, begin).integer()),
            static_cast<std::size_t>(get(graph, edge, end).integer() - get(graph, edge, begin).integer()));
    };
    CHECK(cut("cue_begin", "cue_end") == get(graph, edge, "cue").string());
    CHECK(cut("source_begin", "source_end") == get(graph, edge, "source_text").string());
    CHECK(get(graph, edge, "begin").integer() == get(graph, statement, "begin").integer());
}

TEST_CASE("Who stands outside passes on", "[graph]") {
    Document document = read_names("Pavel Orrin said that Helen Lund claimed fish is dear.");
    document.attributions = {attribution(document, "Pavel Orrin", "said", "Helen Lund claimed fish is dear"),
                             attribution(document, "Helen Lund", "claimed", "fish is dear")};
    document.attributions[1].outer = 0;
    CoreferenceAnnotator().annotate(document);
    PropertyGraph graph;
    GraphBuilder(graph).add(document);
    CHECK(edges(graph, "CLAIMS") ==
          Lines{"Pavel Orrin -> Helen Lund claimed fish is dear", "Helen Lund -> fish is dear"});
    CHECK(edges(graph, "ATTRIBUTES") == Lines{"test -> Helen Lund claimed fish is dear",
                                              "test -> fish is dear", "Pavel Orrin -> fish is dear"});
}

TEST_CASE("Denied claims are denied where they were made", "[graph]") {
    Document document = read_names(
        "The Lund Legion said it holds Orvik.\n\nBut the Kremlin denied the Lund Legion's claims.");
    document.attributions = {attribution(document, "The Lund Legion", "said", "it holds Orvik"),
                             attribution(document, "the Kremlin", "denied", "the Lund Legion's claims")};
    document.attributions[1].stance = Stance::Denial;
    CoreferenceAnnotator().annotate(document);
    PropertyGraph graph;
    CHECK(GraphBuilder(graph).add(document).denials == 2);
    CHECK(edges(graph, "DENIES") ==
          Lines{"Kremlin -> the Lund Legion's claims", "Kremlin -> it holds Orvik"});
}

TEST_CASE("Captions and menus state nothing; nobody named is the article's word", "[graph]") {
    Document document = read_names("Reportedly, fish is dear. Menu said eels.");
    document.zones = {{{0, 26}, ZoneKind::Body}, {{26, document.text.size()}, ZoneKind::Furniture}};
    document.attributions = {attribution(document, "", "Reportedly", "fish is dear"),
                             attribution(document, "Menu", "said", "eels")};
    CoreferenceAnnotator().annotate(document);
    PropertyGraph graph;
    CHECK(GraphBuilder(graph).add(document).statements == 1);
    CHECK(edges(graph, "ATTRIBUTES") == Lines{"test -> fish is dear"});
    CHECK(edges(graph, "CLAIMS").empty());
}

TEST_CASE("A headline that is printed twice states once", "[graph]") {
    const std::string headline = "Fish is dear, Orrin says\n";
    Document document = read_names(headline + headline + "Pavel Orrin said fish is dear.");
    document.zones = {{{0, 2 * headline.size()}, ZoneKind::Title},
                      {{2 * headline.size(), document.text.size()}, ZoneKind::Body}};
    for (const std::size_t line : {std::size_t{0}, headline.size()}) {
        Attribution said;
        said.content = {find(document, "Fish is dear", line)};
        said.source = {find(document, "Orrin", line)};
        document.attributions.push_back(said);
    }
    CoreferenceAnnotator().annotate(document);
    PropertyGraph graph;
    CHECK(GraphBuilder(graph).add(document).statements == 1);
    CHECK(edges(graph, "CLAIMS") == Lines{"Pavel Orrin -> Fish is dear"});
}

TEST_CASE("Numbers go on from the highest", "[graph]") {
    PropertyGraph graph;
    Document document = read_names("Pavel Orrin said fish is dear.");
    document.attributions = {attribution(document, "Pavel Orrin", "said", "fish is dear")};
    CoreferenceAnnotator().annotate(document);
    GraphBuilder(graph).add(document);
    document.id = "second";
    GraphBuilder(graph).add(document);
    const auto statements = graph.vertices(graph.find_label("Statement"));
    REQUIRE(statements.size() == 2);
    CHECK(graph.vertices(graph.find_label("Actor")).size() == 1);
    CHECK(get(graph, statements[0], "id").integer() != get(graph, statements[1], "id").integer());
    CHECK(get(graph, statements[1], "id").integer() == 3);
}

TEST_CASE("An article joins what people wrote by hand, whatever its shape", "[graph]") {
    PropertyGraph graph;
    const auto key = [&graph](const char* name) { return graph.key(name); };
    const auto actor = std::vector{graph.label("Actor")};
    // Ids at the end of the numbers and of other kinds, names that are none.
    graph.add_vertex(actor, {{key("id"), Value(INT64_MAX)}, {key("name"), Value(5)}});
    graph.add_vertex(actor, {{key("id"), Value(INT64_MIN)}, {key("name"), Value("")}});
    graph.add_vertex(actor, {{key("id"), Value("7")}, {key("name"), Value("\xC3")}});
    graph.add_vertex({}, {{key("id"), Value(41)}, {key("name"), Value("Pavel Orrin")}});
    const VertexId hand = graph.add_vertex(
        actor,
        {{key("name"), Value("P. Orrin")}, {key("aliases"), Value("Pavel Orrin")}, {key("role"), Value(3)}});
    const VertexId list =
        graph.add_vertex(std::vector{graph.label("Place"), graph.label("Organisation")},
                         {{key("name"), Value("Harbour Board")},
                          {key("aliases"), Value(hearsay::graphs::List{Value(8), Value("HB")})}});
    graph.accept();
    Document document = read_names("Pavel Orrin said fish is dear. Helen Lund denied tides.");
    document.attributions = {attribution(document, "Pavel Orrin", "said", "fish is dear"),
                             attribution(document, "Helen Lund", "denied", "tides")};
    CoreferenceAnnotator().annotate(document);
    GraphBuilder(graph).add(document, "00");
    // The man's other name, written as one text, is enough to know him by; nothing of his is lost.
    CHECK(edges(graph, "CLAIMS") == Lines{"P. Orrin -> fish is dear", "Helen Lund -> tides"});
    CHECK(get(graph, hand, "aliases").string() == "Pavel Orrin");
    CHECK(get(graph, hand, "role").integer() == 3);
    CHECK(get(graph, list, "aliases").list().size() == 2);
    std::vector<std::int64_t> ids;
    for (std::uint32_t v = 6; v < graph.vertex_capacity(); ++v)
        if (const Value id = get(graph, VertexId{v}, "id"); id.kind() == hearsay::graphs::Kind::Integer)
            ids.push_back(id.integer());
    std::sort(ids.begin(), ids.end());
    REQUIRE(ids.size() == 3);  // two statements and Helen Lund
    CHECK(ids.front() == 42);
    CHECK(ids.back() == 44);
}

TEST_CASE("Two that were made one by hand stay one", "[graph]") {
    PropertyGraph graph;
    const VertexId hand =
        graph.add_vertex(std::vector{graph.label("Actor")},
                         {{graph.key("name"), Value("Pavel Orrin")},
                          {graph.key("aliases"), Value(hearsay::graphs::List{Value("Orrin")})}});
    Document document = read_names("Orrin said fish is dear.");
    document.attributions = {attribution(document, "Orrin", "said", "fish is dear")};
    CoreferenceAnnotator().annotate(document);
    GraphBuilder(graph).add(document, "00");
    CHECK(edges(graph, "CLAIMS") == Lines{"Pavel Orrin -> fish is dear"});
    CHECK(get(graph, hand, "name").string() == "Pavel Orrin");
}

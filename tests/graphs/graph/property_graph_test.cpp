#include "graphs/graph/property_graph.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <thread>
#include <utility>

using namespace hearsay::graphs;

namespace {

std::vector<VertexId> listed(std::span<const VertexId> ids) {
    return {ids.begin(), ids.end()};
}
std::vector<std::uint32_t> edges_of(std::span<const Neighbour> row) {
    std::vector<std::uint32_t> ids;
    for (const Neighbour& n : row) ids.push_back(n.edge.value);
    return ids;
}
using Ids = std::vector<VertexId>;
using Numbers = std::vector<std::uint32_t>;

struct Village {
    PropertyGraph g;
    LabelId actor = g.label("Actor"), place = g.label("Place");
    TypeId claims = g.type("CLAIMS"), mentions = g.type("MENTIONS");
    KeyId name = g.key("name"), size = g.key("size");
    Village() { g.accept(); }
    VertexId add(std::initializer_list<LabelId> labels, Properties properties = {}) {
        return g.add_vertex(std::vector<LabelId>(labels), std::move(properties));
    }
};

}  // namespace

TEST_CASE("names are interned once", "[graph]") {
    PropertyGraph g;
    CHECK(g.find_label("Actor").is_none());
    const LabelId actor = g.label("Actor");
    CHECK(g.label("Actor") == actor);
    CHECK(g.find_label("Actor") == actor);
    CHECK(g.name(actor) == "Actor");
    CHECK(g.label_count() == 1);
    const KeyId x = g.key("x");
    CHECK(x == g.find_key("x"));
    const TypeId type = g.type("T");
    CHECK(type == g.find_type("T"));
    CHECK(g.find_type("t").is_none());
}

TEST_CASE("what nobody knows is empty", "[graph]") {
    PropertyGraph g;
    CHECK(g.vertices(LabelId::none()).empty());
    CHECK(g.out(VertexId{3}, TypeId::none()).empty());
    CHECK(g.find(g.label("A"), KeyId::none(), 1).empty());
    CHECK(g.edge_count(TypeId::none()) == 0);
    CHECK_FALSE(g.alive(VertexId{0}));
    CHECK_FALSE(g.alive(VertexId::none()));
    CHECK(g.changes().empty());
}

TEST_CASE_METHOD(Village, "vertices carry labels and properties", "[graph]") {
    const VertexId ada = add({place, actor, actor}, {{name, "Ada"}, {size, 3}});
    const VertexId bo = add({actor}, {{name, "Bo"}});
    CHECK(g.vertex_count() == 2);
    CHECK(g.labels(ada).size() == 2);
    CHECK(g.labels(ada)[0] == actor);
    CHECK(listed(g.vertices(actor)) == Ids{ada, bo});
    CHECK(listed(g.vertices(place)) == Ids{ada});
    CHECK(g.property(ada, name).string() == "Ada");
    CHECK(g.property(bo, size).is_null());
    CHECK(g.properties(ada).size() == 2);

    g.add_label(bo, place);
    CHECK(listed(g.vertices(place)) == Ids{ada, bo});
    g.remove_label(ada, actor);
    CHECK(listed(g.vertices(actor)) == Ids{bo});
    g.add_label(ada, actor);
    CHECK(listed(g.vertices(actor)) == Ids{ada, bo});
    g.remove(ada);
    CHECK(listed(g.vertices(actor)) == Ids{bo});
    CHECK(g.vertex_count() == 1);
    CHECK(g.vertex_capacity() == 2);
    CHECK_FALSE(g.alive(ada));
}

TEST_CASE_METHOD(Village, "labels come and go many at once", "[graph]") {
    const VertexId ada = add({actor}, {});
    const VertexId bo = add({}, {});
    const LabelId twice[] = {place, actor, place};
    g.add_labels(ada, twice);
    g.add_labels(bo, {});
    CHECK(g.labels(ada).size() == 2);
    CHECK(listed(g.vertices(place)) == Ids{ada});
    CHECK(listed(g.vertices(actor)) == Ids{ada});
    g.add_labels(bo, twice);
    CHECK(listed(g.vertices(place)) == Ids{ada, bo});
    g.remove_labels(ada, twice);
    CHECK(g.labels(ada).empty());
    CHECK(listed(g.vertices(actor)) == Ids{bo});
    g.remove_labels(bo, std::span(twice).first(1));
    CHECK(listed(g.vertices(place)).empty());
    CHECK(listed(g.vertices(actor)) == Ids{bo});
    g.take_back();
    CHECK(g.vertex_count() == 0);
}

TEST_CASE_METHOD(Village, "a text is handed out without a copy", "[graph]") {
    const std::string text(1000, 'x');
    const VertexId a = add({actor}, {{name, text}}), b = add({place}, {{name, text}});
    CHECK(g.property(a, name).string().data() == g.property(b, name).string().data());
}

TEST_CASE_METHOD(Village, "a column takes values of every kind", "[graph]") {
    const VertexId v = add({actor});
    const std::vector<Value> values = {
        true, 1, 2.5, "three", Date{4}, Value(List{5, "six", 7.0, Date{8}, false}), -9};
    const KeyId same = g.key("same");
    std::vector<VertexId> with;
    for (const Value& value : values) {
        with.push_back(add({actor}, {{same, value}}));
        g.set_property(v, name, value);
        CHECK(equivalent(g.property(v, name), value));
        CHECK(g.property(v, name).kind() == value.kind());
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        CHECK(equivalent(g.property(with[i], same), values[i]));
        CHECK(g.property(with[i], same).kind() == values[i].kind());
    }
    g.set_property(v, name, {});
    CHECK(g.property(v, name).is_null());
    CHECK(g.properties(v).empty());
}

TEST_CASE_METHOD(Village, "edges are listed from both ends, by type", "[graph]") {
    const VertexId a = add({actor}), b = add({actor}), c = add({place});
    const EdgeId e0 = g.add_edge(a, claims, c, {{size, 1}});
    const EdgeId e1 = g.add_edge(b, claims, c);
    const EdgeId e2 = g.add_edge(a, mentions, a);  // a loop
    const EdgeId e3 = g.add_edge(a, claims, c);    // parallel to e0
    CHECK(edges_of(g.out(a, claims)) == Numbers{0, 3});
    CHECK(edges_of(g.in(c, claims)) == Numbers{0, 1, 3});
    CHECK(edges_of(g.out(a, mentions)) == Numbers{2});
    CHECK(edges_of(g.in(a, mentions)) == Numbers{2});
    CHECK(g.out(a, claims)[0].vertex == c);
    CHECK(g.in(c, claims)[1].vertex == b);
    CHECK(g.out_degree(a) == 3);
    CHECK(g.in_degree(a) == 1);
    CHECK(g.source(e1) == b);
    CHECK(g.target(e1) == c);
    CHECK(g.type(e2) == mentions);
    CHECK(g.edge_count(claims) == 3);
    CHECK(g.property(e0, size).integer() == 1);
    g.remove(e0);
    CHECK(edges_of(g.out(a, claims)) == Numbers{3});
    CHECK(edges_of(g.in(c, claims)) == Numbers{1, 3});
    CHECK(g.edge_count() == 3);
    CHECK(g.edge_count(claims) == 2);
    CHECK_FALSE(g.alive(e0));
    CHECK(g.alive(e3));
}

TEST_CASE_METHOD(Village, "find answers from an index that follows changes", "[graph]") {
    const VertexId a = add({actor}, {{name, "Ada"}, {size, 1}});
    const VertexId b = add({actor}, {{name, "Bo"}, {size, 1.0}});
    const VertexId c = add({place}, {{name, "Ada"}});
    CHECK(listed(g.find(actor, name, "Ada")) == Ids{a});
    CHECK(listed(g.find(place, name, "Ada")) == Ids{c});
    CHECK(listed(g.find(actor, size, 1)) == Ids{a, b});
    CHECK(g.find(actor, name, Value()).empty());
    CHECK(g.find(actor, name, "ada").empty());

    g.set_property(b, name, "Ada");
    CHECK(listed(g.find(actor, name, "Ada")) == Ids{a, b});
    g.add_label(c, actor);
    CHECK(listed(g.find(actor, name, "Ada")) == Ids{a, b, c});
    g.remove_label(a, actor);
    CHECK(listed(g.find(actor, name, "Ada")) == Ids{b, c});
    g.set_property(b, name, {});
    CHECK(listed(g.find(actor, name, "Ada")) == Ids{c});
    g.remove(c);
    CHECK(g.find(actor, name, "Ada").empty());
    const VertexId d = add({actor}, {{name, "Ada"}});
    CHECK(listed(g.find(actor, name, "Ada")) == Ids{d});
    g.take_back();
    CHECK(g.find(actor, name, "Ada").empty());
}

TEST_CASE_METHOD(Village, "changes names what was touched, each once, ascending", "[graph]") {
    const VertexId a = add({actor}), b = add({actor}), c = add({place});
    const EdgeId e = g.add_edge(a, claims, b), f = g.add_edge(b, claims, a);
    CHECK(g.changes().vertices == Ids{a, b, c});
    CHECK(g.changes().edges == std::vector<EdgeId>{e, f});
    g.accept();
    CHECK(g.changes().empty());
    g.set_property(c, name, "C");
    g.set_property(a, name, "A");
    g.set_property(a, name, "AA");
    g.remove(f);
    g.remove_label(c, place);
    const VertexId d = add({});
    CHECK(g.changes().vertices == Ids{a, c, d});
    CHECK(g.changes().edges == std::vector<EdgeId>{f});
}

TEST_CASE_METHOD(Village, "take_back undoes every change in reverse", "[graph]") {
    const VertexId a = add({actor}, {{name, "A"}}), b = add({actor, place}, {{name, "B"}});
    const EdgeId e = g.add_edge(a, claims, b, {{size, 1}});
    g.accept();
    const VertexId c = add({actor}, {{name, "C"}, {size, 9}});
    g.set_property(a, name, "AA");
    g.set_property(a, name, 5);
    g.set_property(e, size, {});
    g.add_edge(c, claims, a);
    g.add_edge(a, mentions, b);
    g.remove(e);
    g.remove_label(b, place);
    g.add_label(a, place);
    g.add_edge(b, mentions, b);
    for (const Neighbour n : std::vector<Neighbour>(g.in(b, mentions).begin(), g.in(b, mentions).end()))
        g.remove(n.edge);
    g.remove(b);
    CHECK_FALSE(g.alive(b));
    g.take_back();
    CHECK(g.changes().empty());
    CHECK(g.vertex_count() == 2);
    CHECK(g.vertex_capacity() == 2);
    CHECK(g.edge_count() == 1);
    CHECK(g.property(a, name).string() == "A");
    CHECK(g.property(b, name).string() == "B");
    CHECK(g.property(e, size).integer() == 1);
    CHECK(listed(g.vertices(actor)) == Ids{a, b});
    CHECK(listed(g.vertices(place)) == Ids{b});
    CHECK(edges_of(g.out(a, claims)) == Numbers{0});
    CHECK(edges_of(g.in(a, claims)).empty());
    CHECK(g.out(a, mentions).empty());
    // Ids that were taken back are given again, and nothing of the old elements shines through.
    const VertexId again = add({place});
    CHECK(again == c);
    CHECK(g.properties(again).empty());
}

TEST_CASE_METHOD(Village, "take_back forgets the names that are new, and gives their ids again", "[graph]") {
    const VertexId a = add({actor}, {{name, "A"}});
    g.accept();
    const LabelId label = g.label("Boat");
    const TypeId type = g.type("SAILS");
    const KeyId key = g.key("length");
    g.add_label(a, label);
    g.set_property(a, key, 12);
    g.add_edge(a, type, a, {{key, 12}});
    CHECK(listed(g.find(label, key, 12)) == Ids{a});
    CHECK(listed(g.find(label, name, "A")) == Ids{a});
    CHECK(listed(g.find(actor, key, 12)) == Ids{a});
    g.take_back();

    CHECK(g.find_label("Boat").is_none());
    CHECK(g.find_type("SAILS").is_none());
    CHECK(g.find_key("length").is_none());
    CHECK(g.find_label("Actor") == actor);
    CHECK(g.vertices(label).empty());
    CHECK(g.out(a, type).empty());
    CHECK(g.edge_count(type) == 0);
    CHECK(g.find(label, name, "A").empty());

    // The next names get the ids; what was known of the old ones does not shine through.
    CHECK(g.label("Lake") == label);
    CHECK(g.type("FEEDS") == type);
    CHECK(g.key("depth") == key);
    CHECK(g.name(label) == "Lake");
    const VertexId lake = add({label}, {{key, "very deep"}, {name, "A"}});
    CHECK(listed(g.vertices(label)) == Ids{lake});
    CHECK(listed(g.find(label, key, "very deep")) == Ids{lake});
    CHECK(g.find(label, key, 12).empty());
    CHECK(g.find(actor, key, 12).empty());
    CHECK(listed(g.find(label, name, "A")) == Ids{lake});
    CHECK(edges_of(g.out(lake, type)).empty());
    g.accept();
    g.take_back();
    CHECK(g.find_label("Lake") == label);
    CHECK(g.find_key("depth") == key);
    CHECK(g.property(lake, key).string() == "very deep");
}

TEST_CASE_METHOD(Village, "the ends of a type's edges are counted by label", "[graph]") {
    const VertexId ada = add({actor}), ford = add({place, actor}), hill = add({place});
    g.add_edge(ada, claims, ford);
    const EdgeId second = g.add_edge(ada, claims, hill);
    g.add_edge(ford, claims, hill);
    CHECK(g.sources(claims) == EndCount{3, 2});
    CHECK(g.sources(claims, place) == EndCount{1, 1});
    CHECK(g.targets(claims, place) == EndCount{3, 2});
    CHECK(g.targets(claims, actor) == EndCount{1, 1});
    CHECK(g.targets(claims, LabelId::none()) == EndCount{});
    CHECK(g.targets(mentions) == EndCount{});
    CHECK(g.targets(TypeId::none()) == EndCount{});
    g.remove(second);
    g.remove_label(ford, place);
    CHECK(g.sources(claims) == EndCount{2, 2});
    CHECK(g.sources(claims, place) == EndCount{});
    CHECK(g.targets(claims, place) == EndCount{1, 1});
    g.take_back();
    CHECK(g.sources(claims) == EndCount{});
}

TEST_CASE_METHOD(Village, "the values of a property are counted where they have been looked for", "[graph]") {
    for (const char* each : {"Ada", "Bo", "Ada"}) add({actor}, {{name, each}});
    CHECK_FALSE(g.distinct_values(actor, name).has_value());
    g.find(actor, name, "Ada");
    CHECK(g.distinct_values(actor, name) == 2);
}

TEST_CASE_METHOD(Village, "every change makes another version, reading none", "[graph]") {
    std::uint64_t last = g.version();
    const auto is_new = [&] { return std::exchange(last, g.version()) != g.version(); };
    const VertexId ada = add({actor});
    CHECK(is_new());
    const VertexId ford = add({});
    CHECK(is_new());
    const EdgeId edge = g.add_edge(ada, claims, ford);
    CHECK(is_new());
    g.set_property(ada, name, "Ada");
    CHECK(is_new());
    g.set_property(edge, size, 3);
    CHECK(is_new());
    g.add_label(ford, place);
    CHECK(is_new());
    g.remove_label(ford, place);
    CHECK(is_new());
    g.remove(edge);
    CHECK(is_new());
    g.remove(ford);
    CHECK(is_new());
    g.label("New");
    CHECK(is_new());
    g.type("NEW");
    CHECK(is_new());
    g.key("new");
    CHECK(is_new());

    g.label("New"), g.type("NEW"), g.key("new");
    g.find(actor, name, "Ada");
    g.add_label(ada, actor);
    CHECK_FALSE(is_new());
    g.take_back();
    CHECK(is_new());
    g.take_back();
    g.accept();
    CHECK_FALSE(is_new());
    g.label("Undone");
    CHECK(is_new());
    g.take_back();
    CHECK(is_new());
}

TEST_CASE("threads may read at once, also what is made on demand", "[graph]") {
    for (int round = 0; round < 20; ++round) {
        PropertyGraph town;
        const LabelId label = town.label("L");
        const KeyId key = town.key("k"), other = town.key("o");
        std::vector<VertexId> all;
        for (int i = 0; i < 300; ++i)
            all.push_back(town.add_vertex(std::vector{label}, {{key, i % 10}, {other, i % 7}}));
        for (int i = 0; i < 300; i += 3) town.remove(all[static_cast<std::size_t>(i)]);
        std::atomic<int> wrong{0};
        const auto read = [&] {
            if (town.vertices(label).size() != 200) ++wrong;
            if (town.find(label, key, 4).size() != 20) ++wrong;
            if (town.find(label, other, 3).size() + town.find(label, other, 99).size() < 20) ++wrong;
        };
        std::thread first(read), second(read);
        read();
        first.join();
        second.join();
        CHECK(wrong == 0);
    }
}

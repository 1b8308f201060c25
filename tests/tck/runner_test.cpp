// A runner that lets mistakes through is worse than none: each kind of mistake must fail here.
#include <catch2/catch.hpp>
#include <fstream>

#include "tests/graphs/scratch_folder.hpp"
#include "tests/tck/failing_list.hpp"
#include "tests/tck/graph_values.hpp"
#include "tests/tck/kit_procedure.hpp"
#include "tests/tck/run_scenario.hpp"

using namespace hearsay;
using namespace hearsay::tck;
using Kind = Expectation::Kind;

namespace {

Scenario scenario(const std::string& query, Kind kind, std::vector<std::string> columns = {},
                  Cells rows = {}) {
    Scenario made;
    made.id = "own#1";
    made.query = query;
    made.expect.kind = kind;
    made.expect.columns = std::move(columns);
    made.expect.rows = std::move(rows);
    return made;
}

Scenario error(const std::string& query, const std::string& type, const std::string& phase,
               const std::string& detail) {
    Scenario made = scenario(query, Kind::Error);
    made.expect.error_type = type;
    made.expect.phase = phase;
    made.expect.detail = detail;
    return made;
}

bool passes(const Scenario& each) {
    return !run_scenario(each).has_value();
}

const std::string three = "UNWIND [3, 1, 2] AS n RETURN n";

graphs::PropertyGraph owl_and_mouse() {
    graphs::PropertyGraph graph;
    const graphs::LabelId owl[] = {graph.label("Owl")}, mouse[] = {graph.label("Mouse")};
    const auto a = graph.add_vertex(owl, {{graph.key("age"), graphs::Value(3)}});
    const auto b = graph.add_vertex(mouse);
    graph.add_edge(a, graph.type("EATS"), b, {{graph.key("at"), graphs::Value("night")}});
    graph.accept();
    return graph;
}

}  // namespace

TEST_CASE("rows are compared exactly, in order only where that is said", "[tck]") {
    CHECK(passes(scenario(three, Kind::Rows, {"n"}, {{"1"}, {"2"}, {"3"}})));
    CHECK(passes(scenario(three, Kind::OrderedRows, {"n"}, {{"3"}, {"1"}, {"2"}})));
    CHECK_FALSE(passes(scenario(three, Kind::OrderedRows, {"n"}, {{"1"}, {"2"}, {"3"}})));
    CHECK_FALSE(passes(scenario(three, Kind::Rows, {"n"}, {{"1"}, {"2"}, {"2"}})));
    CHECK_FALSE(passes(scenario(three, Kind::Rows, {"n"}, {{"1"}, {"2"}})));
    CHECK_FALSE(passes(scenario(three, Kind::Rows, {"n"}, {{"1"}, {"2"}, {"3"}, {"3"}})));
    CHECK_FALSE(passes(scenario(three, Kind::Rows, {"n"}, {{"1"}, {"2"}, {"3.0"}})));
    CHECK_FALSE(passes(scenario(three, Kind::Rows, {"m"}, {{"1"}, {"2"}, {"3"}})));
    CHECK_FALSE(passes(scenario(three, Kind::Empty)));
    CHECK(passes(scenario("UNWIND [] AS n RETURN n", Kind::Empty)));
}

TEST_CASE("columns are compared with their order", "[tck]") {
    const std::string query = "RETURN 1 AS a, 2 AS b";
    CHECK(passes(scenario(query, Kind::Rows, {"a", "b"}, {{"1", "2"}})));
    CHECK_FALSE(passes(scenario(query, Kind::Rows, {"b", "a"}, {{"2", "1"}})));
    CHECK_FALSE(passes(scenario(query, Kind::Rows, {"a"}, {{"1"}})));
}

TEST_CASE("the columns of RETURN * may come in any order", "[tck]") {
    const std::string query = "WITH 1 AS a, 2 AS b RETURN *";
    CHECK(passes(scenario(query, Kind::Rows, {"a", "b"}, {{"1", "2"}})));
    CHECK(passes(scenario(query, Kind::OrderedRows, {"b", "a"}, {{"2", "1"}})));
    CHECK_FALSE(passes(scenario(query, Kind::Rows, {"b", "a"}, {{"1", "2"}})));
    CHECK_FALSE(passes(scenario(query, Kind::Rows, {"a", "c"}, {{"1", "2"}})));
    CHECK_FALSE(passes(scenario(query, Kind::Rows, {"a", "a"}, {{"1", "1"}})));
}

TEST_CASE("lists are compared without order where that is said", "[tck]") {
    Scenario list = scenario("RETURN [2, 1] AS l", Kind::Rows, {"l"}, {{"[1, 2]"}});
    CHECK_FALSE(passes(list));
    list.expect.list_order_ignored = true;
    CHECK(passes(list));
}

TEST_CASE("of an error, type, phase and detail count", "[tck]") {
    const std::string query = "RETURN unheard";
    CHECK(passes(error(query, "SyntaxError", "compile time", "UndefinedVariable")));
    CHECK(passes(error(query, "SyntaxError", "any time", "UndefinedVariable")));
    CHECK(passes(error(query, "SyntaxError", "compile time", "*")));
    CHECK_FALSE(passes(error(query, "SyntaxError", "runtime", "UndefinedVariable")));
    CHECK_FALSE(passes(error(query, "TypeError", "compile time", "UndefinedVariable")));
    CHECK_FALSE(passes(error(query, "SyntaxError", "compile time", "UnknownFunction")));
    CHECK_FALSE(passes(error("RETURN 1", "SyntaxError", "compile time", "UndefinedVariable")));
    CHECK_FALSE(passes(scenario(query, Kind::Rows, {"unheard"}, {{"1"}})));
    CHECK_FALSE(passes(scenario(query, Kind::Empty)));
}

TEST_CASE("parameters and procedures are given", "[tck]") {
    Scenario asked =
        scenario("CALL town.mayor($town) YIELD name RETURN name", Kind::Rows, {"name"}, {{"'Ada'"}});
    asked.parameters = {{"town", "'Aldwick'"}};
    asked.procedures = {{"town.mayor(town :: STRING?) :: (name :: STRING?)",
                         {"town", "name"},
                         {{"'Aldwick'", "'Ada'"}, {"'Brook'", "'Bo'"}}}};
    CHECK(passes(asked));
    asked.parameters["town"] = "'Brook'";
    CHECK_FALSE(passes(asked));
}

TEST_CASE("a procedure's numbers match by size, null matches null", "[tck]") {
    const auto procedure = procedure_of({"p.q(a :: NUMBER?, b :: STRING?) :: (c :: INTEGER?)",
                                         {"a", "b", "c"},
                                         {{"1", "'x'", "10"}, {"1.0", "null", "20"}, {"2", "'x'", "30"}}});
    CHECK(procedure.name == "p.q");
    REQUIRE(procedure.arguments.size() == 2);
    CHECK(procedure.arguments[1].name == "b");
    CHECK(procedure.arguments[1].type == "STRING?");
    REQUIRE(procedure.results.size() == 1);

    graphs::PropertyGraph graph;
    const engine::Parameters parameters;
    engine::QueryContext context{graph, parameters, ""};
    const auto rows = procedure.run(context, {1.0, "x"});
    REQUIRE(rows.size() == 1);
    CHECK(rows[0][0].integer() == 10);
    CHECK(procedure.run(context, {1, nullptr})[0][0].integer() == 20);
    CHECK(procedure.run(context, {3, "x"}).empty());
    CHECK_THROWS(procedure_of({"p.q(a :: NUMBER?) :: ()", {"a"}, {{"1", "2"}}}));
    CHECK_THROWS(procedure_of({"p.q", {}, {}}));
    CHECK(procedure_of({"p.q() :: ()", {}, {{""}}}).run(context, {}).empty());
}

TEST_CASE("side effects are counted by what is there before and after", "[tck]") {
    auto graph = owl_and_mouse();
    const GraphState before = state_of(graph);
    CHECK(side_effects(before, state_of(graph)).empty());

    const graphs::VertexId owl{0}, mouse{1};
    graph.set_property(owl, graph.key("age"), 4);      // goes and comes
    graph.set_property(owl, graph.key("name"), "Hu");  // comes
    graph.add_label(mouse, graph.label("Owl"));        // is there already on another
    graph.add_label(mouse, graph.label("Small"));      // comes
    graph.remove_label(mouse, graph.label("Mouse"));   // goes: nobody else has it
    graph.remove(graphs::EdgeId{0});                   // goes, with its property
    const graphs::LabelId labels[] = {graph.label("Owl")};
    const auto third = graph.add_vertex(labels);
    graph.add_edge(third, graph.type("SEES"), owl);
    graph.add_edge(third, graph.type("SEES"), mouse);
    const SideEffects effects = side_effects(before, state_of(graph));
    CHECK(effects == SideEffects{{"+nodes", 1},
                                 {"+relationships", 2},
                                 {"-relationships", 1},
                                 {"+labels", 1},
                                 {"-labels", 1},
                                 {"+properties", 2},
                                 {"-properties", 2}});
}

TEST_CASE("a property that keeps its value is no side effect, one that turns from 1 to 1.0 is", "[tck]") {
    auto graph = owl_and_mouse();
    const GraphState before = state_of(graph);
    graph.set_property(graphs::VertexId{0}, graph.key("age"), 3);
    CHECK(side_effects(before, state_of(graph)).empty());
    graph.set_property(graphs::VertexId{0}, graph.key("age"), 3.0);
    CHECK(side_effects(before, state_of(graph)) == SideEffects{{"+properties", 1}, {"-properties", 1}});
}

TEST_CASE("where side effects are said they must be as said", "[tck]") {
    Scenario quiet = scenario(three, Kind::Rows, {"n"}, {{"1"}, {"2"}, {"3"}});
    quiet.side_effects = SideEffects{};
    CHECK(passes(quiet));
    quiet.side_effects = SideEffects{{"+nodes", 1}};
    CHECK_FALSE(passes(quiet));
}

TEST_CASE("control queries are run after the query", "[tck]") {
    Scenario controlled = scenario(three, Kind::Rows, {"n"}, {{"1"}, {"2"}, {"3"}});
    controlled.controls = {{"RETURN 1 AS a", scenario("", Kind::Rows, {"a"}, {{"1"}}).expect}};
    CHECK(passes(controlled));
    controlled.controls[0].expect.rows = {{"2"}};
    CHECK_FALSE(passes(controlled));
}

TEST_CASE("a setup that fails and a cell that cannot be read are failures", "[tck]") {
    Scenario broken = scenario(three, Kind::Rows, {"n"}, {{"1"}, {"2"}, {"3"}});
    broken.setup = {"RETURN unheard"};
    CHECK_FALSE(passes(broken));
    CHECK_FALSE(passes(scenario(three, Kind::Rows, {"n"}, {{"1"}, {"2"}, {"3x"}})));
}

TEST_CASE("nodes, relationships and paths are seen by what they carry", "[tck]") {
    const auto graph = owl_and_mouse();
    const graphs::VertexId owl{0}, mouse{1};
    const graphs::EdgeId eats{0};
    CHECK(text_of(seen(owl, graph)) == "(:Owl {age: 3})");
    CHECK(text_of(seen(eats, graph)) == "[:EATS {at: 'night'}]");
    CHECK(text_of(seen(graphs::Path{{owl, mouse}, {eats}}, graph)) ==
          "<(:Owl {age: 3})-[:EATS {at: 'night'}]->(:Mouse)>");
    CHECK(text_of(seen(graphs::Path{{mouse, owl}, {eats}}, graph)) ==
          "<(:Mouse)<-[:EATS {at: 'night'}]-(:Owl {age: 3})>");
    CHECK(text_of(seen(graphs::Value(graphs::date_from(2031, 5, 17)), graph)) == "'2031-05-17'");
    CHECK_THROWS(value_of(parse_kit_value("[(:Owl)]")));
    CHECK(text_of(seen(value_of(parse_kit_value("{a: [1, 2.5, 'b', null, true]}")), graph)) ==
          "{a: [1, 2.5, 'b', null, true]}");
}

TEST_CASE("a scenarios file and a list of failures are read, or refused with the line", "[tck]") {
    const ScratchFolder folder;
    const auto file = folder.path() / "own.jsonl";
    std::ofstream(file)
        << R"({"id": "own#1", "folder": "own", "setup": [], "procedures": [], "params": {"p": "1"},)"
        << R"( "query": "RETURN $p", "expect": {"kind": "result", "columns": ["$p"], "rows": [["1"]],)"
        << R"( "list_order_ignored": false}, "side_effects": {}, "control": []})"
        << "\n{\"id\": \"own#2\"}\n";
    CHECK_THROWS_WITH(read_scenarios(file), Catch::Contains("own.jsonl:2: "));
    CHECK_THROWS(read_scenarios(folder.path() / "absent.jsonl"));

    const auto list = folder.path() / "failing.txt";
    std::ofstream(list) << "# a comment\nown#1  a reason\n\nown#2  another\n";
    CHECK(read_failing_list(list) ==
          std::map<std::string, std::string>{{"own#1", "a reason"}, {"own#2", "another"}});
    std::ofstream(list) << "own#1\n";
    CHECK_THROWS_WITH(read_failing_list(list), Catch::Contains("failing.txt:1: "));
    std::ofstream(list) << "own#1  a reason\nown#1  a reason\n";
    CHECK_THROWS_WITH(read_failing_list(list), Catch::Contains("failing.txt:2: "));
}

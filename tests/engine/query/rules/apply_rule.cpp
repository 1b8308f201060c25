#include "apply_rule.hpp"

#include <catch2/catch.hpp>

#include "engine/query/functions/function.hpp"
#include "engine/query/plan/explain.hpp"
#include "engine/query/plan/plan_query.hpp"
#include "engine/query/procedures/procedures.hpp"
#include "engine/query/rules/rules.hpp"
#include "grammar/parse.hpp"

namespace hearsay::engine::test {

graphs::PropertyGraph press() {
    graphs::PropertyGraph graph;
    const auto id = graph.key("id");
    std::vector<graphs::VertexId> outlets, articles, people;
    const auto add = [&](const char* name, std::int64_t number) {
        const auto label = graph.label(name);
        return graph.add_vertex(std::span(&label, 1), {{id, graphs::Value(number)}});
    };
    for (int i = 0; i < 2; ++i) outlets.push_back(add("Outlet", i));
    for (int i = 0; i < 4; ++i) articles.push_back(add("Article", i));
    for (int i = 0; i < 8; ++i) people.push_back(add("Person", i));
    for (std::size_t i = 0; i < 4; ++i) graph.add_edge(outlets[i % 2], graph.type("PUBLISHED"), articles[i]);
    for (std::size_t i = 0; i < 8; ++i) graph.add_edge(articles[i % 4], graph.type("NAMES"), people[i]);
    graph.key("title");
    graph.add_index({"numbers", graphs::IndexKind::Range, "Person", "id"}, [](std::size_t) {});
    graph.add_index({"words", graphs::IndexKind::Text, "Article", "title"}, [](std::size_t) {});
    graph.accept();
    return graph;
}

namespace {

Lines lines_of(const Plan& plan) {
    Lines lines;
    for (const auto& line : explain(plan, false)) {
        std::string step = line.substr(0, line.find("  ~"));
        while (step.ends_with(' ')) step.pop_back();
        lines.push_back(std::move(step));
    }
    return lines;
}

}  // namespace

BeforeAndAfter apply(std::string_view rule, std::string_view text) {
    static const auto graph = press();
    const Parameters parameters{{"id", graphs::Value(3)}};
    const auto statement = grammar::parse(text);
    REQUIRE(statement);
    const PlanContext context{graph, parameters, text, Procedures::standard(),
                              builtins::Functions::standard()};
    Plan plan = plan_query(std::get<grammar::Query>(statement->body), context);
    for (const Rule& each : all_rules()) {
        if (each.name == rule) {
            BeforeAndAfter result;
            result.before = lines_of(plan);
            result.changed = each.apply(plan, context);
            refresh_columns(plan);
            result.after = lines_of(plan);
            return result;
        }
        if (each.apply(plan, context)) refresh_columns(plan);
    }
    FAIL("there is no rule called " << rule);
    return {};
}

}  // namespace hearsay::engine::test

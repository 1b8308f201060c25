// Expressions over batches of several rows and over a graph.
#include <catch2/catch.hpp>
#include <cmath>

#include "../evaluate_text.hpp"

using namespace hearsay::engine;
using namespace hearsay::graphs;
using hearsay::engine::test::evaluate;

namespace {

// Two ships and a harbour; the first ship is moored there.
struct Sea {
    PropertyGraph graph;
    VertexId first, second, harbour;
    EdgeId moored;
    Layout layout{"n", "k", "r"};
    Batch batch;

    Sea() {
        const LabelId ship = graph.label("Ship"), place = graph.label("Harbour");
        const KeyId name = graph.key("name"), age = graph.key("age");
        first = graph.add_vertex(std::vector{ship}, {{name, "Marl"}, {age, 3}});
        second = graph.add_vertex(std::vector{ship}, {{name, "Tern"}});
        harbour = graph.add_vertex(std::vector{place}, {{name, "Orsk Bay"}, {age, 90}});
        moored = graph.add_edge(first, graph.type("MOORED"), harbour, {{graph.key("since"), 1999}});
        batch.rows = 4;
        batch.columns.emplace_back(std::vector<VertexId>{first, second, harbour, VertexId::none()});
        batch.columns.emplace_back(List{0, 1, 2, 3});
        batch.columns.emplace_back(std::vector<EdgeId>{moored, EdgeId::none(), moored, EdgeId::none()});
    }
    std::string operator()(std::string_view expression) { return evaluate(expression, graph, layout, batch); }
};

}  // namespace

TEST_CASE_METHOD(Sea, "properties, labels and types over columns of ids") {
    Sea& in = *this;
    CHECK(in("n.name") == "'Marl' | 'Tern' | 'Orsk Bay' | null");
    CHECK(in("n.age") == "3 | null | 90 | null");
    CHECK(in("n.nothing") == "null | null | null | null");
    CHECK(in("n['na' + 'me']") == "'Marl' | 'Tern' | 'Orsk Bay' | null");
    CHECK(in("n:Ship") == "true | true | false | null");
    CHECK(in("n:Ship:Harbour") == "false | false | false | null");
    CHECK(in("n:Nowhere") == "false | false | false | null");
    CHECK(in("labels(n)") == "['Ship'] | ['Ship'] | ['Harbour'] | null");
    CHECK(in("keys(n)") == "['name', 'age'] | ['name'] | ['name', 'age'] | null");
    CHECK(in("properties(n)") ==
          "{age: 3, name: 'Marl'} | {name: 'Tern'} | {age: 90, name: 'Orsk Bay'} | null");
    CHECK(in("r.since") == "1999 | null | 1999 | null");
    CHECK(in("type(r)") == "'MOORED' | null | 'MOORED' | null");
    CHECK(in("startNode(r)") == "(0) | null | (0) | null");
    CHECK(in("endNode(r).name") == "'Orsk Bay' | null | 'Orsk Bay' | null");
    CHECK(in("id(n)") == "0 | 1 | 2 | null");
    CHECK(in("exists(n.age)") == "true | false | true | false");
    CHECK(in("n") == "(0) | (1) | (2) | null");
    CHECK(in("[n, r]") == "[(0), [0]] | [(1), null] | [(2), [0]] | [null, null]");
    CHECK(in("labels(k)") == "TypeError/InvalidArgumentValue: k");
    CHECK(in("k.name") == "TypeError/InvalidArgumentType: k.name");
}

TEST_CASE_METHOD(Sea, "branches see only their rows") {
    Sea& in = *this;
    CHECK(in("k <> 0 AND 6 / k > 2") == "false | true | true | false");
    CHECK(in("k = 0 OR 6 / k > 2") == "true | true | true | false");
    CHECK(in("CASE k WHEN 0 THEN 'none' WHEN 1 THEN 'one' ELSE 6 / k END") == "'none' | 'one' | 3 | 2");
    CHECK(in("CASE WHEN k = 0 THEN n.name WHEN n IS NULL THEN 'nobody' END") ==
          "'Marl' | null | null | 'nobody'");
    CHECK(in("coalesce(n.age, k, 1 / 0)") == "3 | 1 | 90 | 3");
    CHECK(in("1 / k") == "ArithmeticError/DivisionByZero: 1 / k");
}

TEST_CASE_METHOD(Sea, "list expressions see the columns around them") {
    Sea& in = *this;
    CHECK(in("[x IN range(1, k) | x + k]") == "[] | [2] | [3, 4] | [4, 5, 6]");
    CHECK(in("[x IN range(1, k) WHERE x < k | n.name]") == "[] | [] | ['Orsk Bay'] | [null, null]");
    CHECK(in("[x IN range(1, k) WHERE any(y IN range(x, k) WHERE y > 2)]") == "[] | [] | [] | [1, 2, 3]");
    CHECK(in("reduce(sum = k, x IN range(1, k) | sum + x)") == "0 | 2 | 5 | 9");
    CHECK(in("all(x IN range(1, k) WHERE x < 3)") == "true | true | true | false");
    CHECK(in("[x IN [n] | x.name]") == "['Marl'] | ['Tern'] | ['Orsk Bay'] | [null]");
}

TEST_CASE_METHOD(Sea, "no row, no value and no error") {
    Sea& in = *this;
    batch.rows = 0;
    for (Column& column : batch.columns) column = column.pick({});
    CHECK(in("1 / 0") == "");
    CHECK(in("[x IN [1] | x / 0]") == "");
    CHECK(in("n.name") == "");
}

TEST_CASE("elements of many rows cross the size of a batch") {
    PropertyGraph graph;
    Batch batch;
    batch.rows = 100;
    List numbers;
    for (int i = 0; i < 100; ++i) numbers.emplace_back(i);
    batch.columns.emplace_back(numbers);
    const std::string sums =
        evaluate("size([x IN range(1, k * 10) WHERE x % 2 = 0]) = k * 5", graph, {"k"}, batch);
    CHECK(sums.find("false") == std::string::npos);
    CHECK(sums.size() > 500);
}

TEST_CASE("a long list is searched as a short one is") {
    PropertyGraph graph;
    Batch batch;
    List values;
    for (int i = 0; i < 40; ++i) {
        switch (i % 8) {
            case 0:
                values.emplace_back(i);
                break;
            case 1:
                values.emplace_back(i * 1.0);
                break;
            case 2:
                values.emplace_back(std::to_string(i));
                break;
            case 3:
                values.emplace_back(List{i});
                break;
            case 4:
                values.emplace_back();
                break;
            case 5:
                values.emplace_back(List{Value(), i});
                break;
            case 6:
                values.emplace_back(std::nan(""));
                break;
            default:
                values.emplace_back(i % 16 == 7);
                break;
        }
    }
    batch.rows = values.size();
    batch.columns.emplace_back(values);
    for (const Value& extra : {Value(1), Value(), Value(List{3}), Value(std::nan(""))}) {
        List shared{extra};
        for (int i = 0; i < 20; ++i) shared.emplace_back(i);
        List row_by_row(batch.rows, Value(shared));
        Batch with_lists = batch;
        with_lists.columns.emplace_back(row_by_row);
        CHECK(evaluate("k IN $shared", graph, {"k"}, batch, {{"shared", shared}}) ==
              evaluate("k IN list", graph, {"k", "list"}, with_lists));
    }
}

// Over columns of known types expressions take shorter ways: they give what they give over boxed values.
#include <catch2/catch.hpp>
#include <random>

#include "../evaluate_text.hpp"
#include "graphs/columns/column.hpp"

using namespace hearsay::engine;
using namespace hearsay::graphs;
using hearsay::engine::test::evaluate;

namespace {

using hearsay::engine::Column;

// Boats and the ropes between them, with columns as typed as can be, and the same with boxed values.
struct Moorings {
    PropertyGraph graph;
    Layout layout{"n", "m", "r", "i", "j", "t", "u", "b", "x", "d", "e"};
    Batch typed, boxed;

    Moorings() {
        std::mt19937 random(7);
        const std::vector labels{graph.label("Boat"), graph.label("Wreck")};
        const KeyId length = graph.key("length"), crew = graph.key("crew"), name = graph.key("name"),
                    afloat = graph.key("afloat"), draught = graph.key("draught"), mixed = graph.key("mixed"),
                    built = graph.key("built"), sunk = graph.key("sunk");
        const std::vector<std::string> names{"Skua", "Skua II", "Auk", "", "Fulmar", "Ærø"};
        std::vector<VertexId> boats;
        std::vector<EdgeId> ropes;
        for (int i = 0; i < 40; ++i) {
            std::vector<LabelId> of_boat;
            for (const LabelId label : labels) {
                if (random() % 2) of_boat.push_back(label);
            }
            const VertexId boat = graph.add_vertex(of_boat, {{length, i % 7}});
            if (i % 3) graph.set_property(boat, crew, i % 5);
            if (i % 4) graph.set_property(boat, name, Value(names[random() % names.size()]));
            if (i % 5) graph.set_property(boat, afloat, i % 2 == 0);
            graph.set_property(boat, built, Date{i % 9 * 200});
            if (i % 7) graph.set_property(boat, sunk, Date{i % 9 * 300});
            if (i % 6) graph.set_property(boat, draught, 0.5 * (i % 9));
            graph.set_property(boat, mixed, i % 2 ? Value(i) : Value("text"));
            boats.push_back(boat);
        }
        for (int i = 0; i < 40; ++i) {
            const EdgeId rope = graph.add_edge(boats[random() % 40], graph.type(i % 2 ? "TIED" : "TOWED"),
                                               boats[random() % 40], {{length, i}});
            graph.set_property(rope, name, Value(names[random() % names.size()]));
            ropes.push_back(rope);
        }
        graph.accept();

        constexpr std::size_t rows = 100;
        std::vector<VertexId> n(rows), m(rows);
        std::vector<EdgeId> r(rows);
        std::vector<std::int64_t> i(rows), j(rows);
        Texts t{&graph.vertex_properties().strings(), std::vector<StringId>(rows)}, u = t;
        std::vector<Truth> b(rows), x(rows);
        Dates d{std::vector<std::int64_t>(rows)}, e = d;
        for (std::size_t row = 0; row < rows; ++row) {
            if (random() % 8) n[row] = boats[random() % 40];
            m[row] = boats[random() % 40];
            if (random() % 8) r[row] = ropes[random() % 40];
            i[row] = static_cast<std::int64_t>(random() % 7) - 3;
            j[row] = static_cast<std::int64_t>(random() % 7) - 3;
            if (random() % 8) t.ids[row] = t.pool->find(names[random() % names.size()]);
            if (random() % 8) u.ids[row] = t.pool->find(names[random() % names.size()]);
            d.days[row] = static_cast<std::int64_t>(random() % 9) * 200;
            e.days[row] = static_cast<std::int64_t>(random() % 9) * 200;
            b[row] = static_cast<Truth>(random() % 3);
            x[row] = static_cast<Truth>(random() % 3);
        }
        typed.rows = boxed.rows = rows;
        for (Column column : {Column(n), Column(m), Column(r), Column(i), Column(j), Column(t), Column(u),
                              Column(b), Column(x), Column(d), Column(e)}) {
            List values;
            for (std::size_t row = 0; row < rows; ++row) values.push_back(column.at(row));
            boxed.columns.emplace_back(std::move(values));
            typed.columns.push_back(std::move(column));
        }
    }

    void agree(const std::string& expression) {
        INFO(expression);
        const std::string over_boxed = evaluate(expression, graph, layout, boxed);
        CHECK(evaluate(expression, graph, layout, typed) == over_boxed);
    }
};

}  // namespace

TEST_CASE_METHOD(Moorings, "comparisons of typed columns") {
    const std::vector<std::string> operands{"i",
                                            "j",
                                            "2",
                                            "2.5",
                                            "null",
                                            "t",
                                            "u",
                                            "'Skua'",
                                            "'Nowhere'",
                                            "''",
                                            "n",
                                            "m",
                                            "r",
                                            "b",
                                            "true",
                                            "n.length",
                                            "n.crew",
                                            "n.name",
                                            "m.name",
                                            "n.draught",
                                            "r.name",
                                            "n.mixed",
                                            "r.length",
                                            "n.afloat",
                                            "i + j",
                                            "m.length",
                                            "d",
                                            "e",
                                            "n.built",
                                            "m.sunk",
                                            "date('1971-08-24')"};
    for (const std::string& a : operands) {
        for (const std::string& b : operands) {
            for (const char* op : {" = ", " <> ", " < ", " <= ", " > ", " >= "}) agree(a + op + b);
        }
    }
    agree("-2 < i <= j");
    agree("i < m.length < n.crew < 4");
    agree("t <= u <= 'Skua'");
}

TEST_CASE_METHOD(Moorings, "properties, labels and functions of typed columns") {
    for (const char* expression : {"n.length",
                                   "m.length",
                                   "n.crew",
                                   "n.name",
                                   "m.name",
                                   "n.afloat",
                                   "n.draught",
                                   "n.mixed",
                                   "n.nothing",
                                   "r.length",
                                   "r.name",
                                   "n:Boat",
                                   "m:Boat",
                                   "m:Boat:Wreck",
                                   "n:Nowhere",
                                   "m:Boat:Nowhere",
                                   "r:TIED",
                                   "r:TIED:TOWED",
                                   "id(n)",
                                   "id(m)",
                                   "id(r)",
                                   "type(r)",
                                   "startNode(r)",
                                   "endNode(r)",
                                   "endNode(r).name",
                                   "startNode(r).length",
                                   "labels(n)",
                                   "size(t)",
                                   "size(m.name)",
                                   "m.built",
                                   "n.sunk",
                                   "d.year",
                                   "d.month",
                                   "e.day",
                                   "d.quarter",
                                   "d.week",
                                   "d.weekYear",
                                   "d.ordinalDay",
                                   "d.dayOfQuarter",
                                   "d.dayOfWeek",
                                   "d.hour",
                                   "m.built.year",
                                   "n.sunk.month",
                                   "toString(d)",
                                   "d + duration('P1M')",
                                   "d IS NULL",
                                   "e IS NOT NULL",
                                   "d IN [e, m.built]",
                                   "toUpper(m.name)",
                                   "id(null)",
                                   "type(null)"}) {
        agree(expression);
    }
}

TEST_CASE_METHOD(Moorings, "logic, texts and sums of typed columns") {
    const std::vector<std::string> truths{"b",    "x",        "true",  "false",
                                          "null", "n.afloat", "i < j", "t = 'Auk'"};
    for (const std::string& a : truths) {
        agree("NOT " + a);
        agree("NOT NOT " + a + " IS NULL");
        for (const std::string& b : truths) {
            for (const char* op : {" AND ", " OR ", " XOR "}) agree(a + op + b);
        }
    }
    for (const char* operand : {"n", "m", "r", "i", "t", "b", "n.crew", "m.length", "null", "7", "n.name"}) {
        agree(operand + std::string(" IS NULL"));
        agree(operand + std::string(" IS NOT NULL"));
    }
    for (const char* op : {" CONTAINS ", " STARTS WITH ", " ENDS WITH "}) {
        for (const char* part : {"'u'", "''", "'Sk'", "' II'", "u", "null", "n.name", "i"}) {
            for (const char* text : {"t", "n.name", "r.name", "'Skua II'", "i"})
                agree(text + std::string(op) + part);
        }
    }
    for (const char* op : {" + ", " - ", " * ", " ^ "}) {
        for (const char* b : {"j", "3", "2.5", "null", "m.length", "n.crew"}) {
            agree("i" + std::string(op) + b);
            agree(b + std::string(op) + "i");
        }
    }
    agree("i / 3");
    agree("i % 3");
    agree("i / (j + 10)");
    agree("i / j");
    agree("i * 9223372036854775807");
    agree("t + u");
    for (const char* list :
         {"[]", "[1, 2, null]", "[-1, 2, 'Auk', 9]", "[2.0, 1]", "['Auk', 'Skua', 1]", "[null]",
          "['Auk', null, [1]]", "['Nowhere']", "range(-1, 90)", "null", "[i, 2]"}) {
        for (const char* element : {"i", "t", "n.name", "m.length", "n.crew", "2", "null"})
            agree(element + std::string(" IN ") + list);
    }
    agree("b AND i");
    agree("NOT t");
    agree("CASE WHEN b THEN i ELSE t END");
    agree("coalesce(n.crew, i)");
}

TEST_CASE_METHOD(Moorings, "columns keep their types where nothing is null") {
    const auto column_of = [this](const char* text) { return evaluate(text, graph, layout, typed); };
    // A property of a node that has been deleted cannot be read, whatever the column is made of.
    const VertexId lost = graph.add_vertex({}, {{graph.key("length"), 12}});
    graph.remove(lost);
    CHECK(column_of("m.length").find("null") == std::string::npos);
    typed.columns[1] = Column(std::vector<VertexId>(typed.rows, lost));
    CHECK(column_of("m.length") == "EntityNotFound/DeletedEntityAccess: m.length");
    CHECK(column_of("m:Boat") == "EntityNotFound/DeletedEntityAccess: m:Boat");
}

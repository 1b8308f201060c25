// CALL: what can be given to a procedure, and what comes of it.

#include <catch2/catch.hpp>

#include "engine/query/statement/language.hpp"
#include "engine/query/statement/run_query.hpp"

using namespace hearsay;
using namespace hearsay::engine;

namespace {

// Tides by harbour and hour; a procedure for each type of argument, which gives it back; one that only acts.
Procedures harbour() {
    Procedures procedures;
    procedures.add({"tide.at",
                    "",
                    {{"harbour", "STRING?"}, {"hour", "INTEGER?"}},
                    {{"height", "FLOAT?"}, {"rising", "BOOLEAN?"}},
                    [](QueryContext&, const graphs::List& arguments) -> std::vector<graphs::List> {
                        if (arguments[0].is_null()) return {{0.5, nullptr}};
                        return {{1.5, true}, {2.5, false}};
                    }});
    procedures.add({"bell.ring", "", {}, {}, [](QueryContext&, const graphs::List&) {
                        return std::vector<graphs::List>{};
                    }});
    for (const std::string type : {"BOOLEAN", "INTEGER", "FLOAT", "NUMBER", "STRING", "LIST<ANY>", "MAP",
                                   "NODE", "RELATIONSHIP", "PATH", "ANY"}) {
        procedures.add({"same." + type.substr(0, type.find('<')),
                        "",
                        {{"thing", type + "?"}},
                        {{"thing", type + "?"}},
                        [](QueryContext&, const graphs::List& arguments) {
                            return std::vector<graphs::List>{arguments};
                        }});
    }
    return procedures;
}

// "3" for three rows, or "type/detail".
std::string outcome(const std::string& query, const Parameters& parameters = {}) {
    Language language;
    language.procedures = harbour();
    graphs::PropertyGraph graph;
    QueryOptions options;
    options.parameters = parameters;
    options.language = &language;
    const auto result = run_query(graph, query, options);
    if (result) return std::to_string(result->rows.size());
    return result.error()[0].type + "/" + result.error()[0].detail;
}

}  // namespace

TEST_CASE("CALL by itself gives every result, inside a query what YIELD names") {
    CHECK(outcome("CALL tide.at('Aldwick', 3)") == "2");
    CHECK(outcome("CALL tide.at('Aldwick', 3) YIELD height RETURN height") == "2");
    CHECK(outcome("CALL tide.at('Aldwick', 3) YIELD height AS h WHERE h > 2 RETURN h") == "1");
    CHECK(outcome("UNWIND [1, 2, 3] AS hour CALL tide.at('Brook', hour) YIELD height RETURN hour, height") ==
          "6");
    CHECK(outcome("CALL tide.at(null, 1)") == "1");
    CHECK(outcome("CALL tide.at('Aldwick', 3) RETURN height") == "SyntaxError/UndefinedVariable");
    CHECK(outcome("CALL tide.at('Aldwick', 3) YIELD depth RETURN depth") == "SyntaxError/UndefinedVariable");
    CHECK(outcome("WITH 1 AS height CALL tide.at('Aldwick', 3) YIELD height RETURN *") ==
          "SyntaxError/VariableAlreadyBound");
    CHECK(outcome("CALL tide.at('Aldwick', 3) YIELD height AS a, rising AS a RETURN a") ==
          "SyntaxError/VariableAlreadyBound");
}

TEST_CASE("a procedure without results keeps the rows and gives none by itself") {
    CHECK(outcome("CALL bell.ring()") == "0");
    CHECK(outcome("CALL bell.ring") == "0");
    CHECK(outcome("UNWIND [1, 2] AS n CALL bell.ring() RETURN n") == "2");
}

TEST_CASE("arguments that are not written are taken from the parameters, if CALL stands by itself") {
    CHECK(outcome("CALL tide.at", {{"harbour", "Aldwick"}, {"hour", 3}}) == "2");
    CHECK(outcome("CALL tide.at", {{"harbour", "Aldwick"}}) == "ParameterMissing/MissingParameter");
    CHECK(outcome("CALL tide.at YIELD height RETURN height", {{"harbour", "Aldwick"}, {"hour", 3}}) ==
          "SyntaxError/InvalidArgumentPassingMode");
}

TEST_CASE("what is called, with how many arguments, is checked") {
    CHECK(outcome("CALL tide.it()") == "ProcedureError/ProcedureNotFound");
    CHECK(outcome("CALL tide.at('Aldwick')") == "SyntaxError/InvalidNumberOfArguments");
    CHECK(outcome("CALL tide.at('Aldwick', 1, 2) YIELD height RETURN 1") ==
          "SyntaxError/InvalidNumberOfArguments");
    CHECK(outcome("UNWIND [1] AS n CALL tide.at('Aldwick', count(n)) YIELD height RETURN height") ==
          "SyntaxError/InvalidAggregation");
}

TEST_CASE("arguments fit the type that the signature says; an integer is a float where one is wanted") {
    const std::vector<std::pair<std::string, std::string>> values = {{"BOOLEAN", "true"}, {"INTEGER", "1"},
                                                                     {"FLOAT", "1.5"},    {"STRING", "'a'"},
                                                                     {"LIST", "[1]"},     {"MAP", "{a: 1}"}};
    for (const auto& [wanted, _] : values) {
        for (const auto& [given, value] : values) {
            INFO(wanted << " given " << value);
            const bool fits = wanted == given || (wanted == "FLOAT" && given == "INTEGER");
            CHECK(outcome("CALL same." + wanted + "(" + value + ")") ==
                  (fits ? "1" : "SyntaxError/InvalidArgumentType"));
        }
        CHECK(outcome("CALL same." + wanted + "(null)") == "1");
    }
    CHECK(outcome("CALL same.NUMBER(1)") == "1");
    CHECK(outcome("CALL same.NUMBER(1.5)") == "1");
    CHECK(outcome("CALL same.NUMBER('1')") == "SyntaxError/InvalidArgumentType");
    CHECK(outcome("CALL same.ANY([1])") == "1");
    CHECK(outcome("MATCH (n)-[r]->() CALL same.NODE(n) YIELD thing RETURN thing") == "0");
    CHECK(outcome("MATCH (n)-[r]->() CALL same.NODE(r) YIELD thing RETURN thing") ==
          "SyntaxError/InvalidArgumentType");
    CHECK(outcome("MATCH p = ()-->() CALL same.RELATIONSHIP(p) YIELD thing RETURN thing") ==
          "SyntaxError/InvalidArgumentType");
}

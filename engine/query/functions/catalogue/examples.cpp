#include "engine/query/functions/catalogue/examples.hpp"

namespace hearsay::engine {

bool FunctionExample::is_expression() const {
    return !query.starts_with("MATCH ") && !query.starts_with("UNWIND ");
}

std::string_view example_graph() {
    return R"(CREATE (voss:Actor {name: 'Mara Voss', aliases: ['Voss']}),
       (strike:Statement {text: 'the ferries will sail on Monday'}),
       (voss)-[:CLAIMS {cue: 'said'}]->(strike))";
}

const std::vector<FunctionFamily>& function_families() {
    static const std::vector<FunctionFamily> families{
        {"Strings",
         {
             {"left", "left('harbour', 4)", "'harb'"},
             {"right", "right('harbour', 3)", "'our'"},
             {"substring", "substring('harbour', 3)", "'bour'"},
             {"substring", "substring('harbour', 1, 3)", "'arb'"},
             {"trim", "trim('  quay ')", "'quay'"},
             {"lTrim", "lTrim('  quay ')", "'quay '"},
             {"rTrim", "rTrim('  quay ')", "'  quay'"},
             {"replace", "replace('north quay', 'north', 'south')", "'south quay'"},
             {"split", "split('said, told', ', ')", "['said', 'told']"},
             {"toUpper", "toUpper('Łódź')", "'ŁÓDŹ'"},
             {"toLower", "toLower('VOSS')", "'voss'"},
             {"reverse", "reverse('quay')", "'yauq'"},
             {"reverse", "reverse([1, 2, 3])", "[3, 2, 1]"},
         }},
        {"Numbers",
         {
             {"abs", "abs(-3)", "3"},
             {"ceil", "ceil(2.1)", "3.0"},
             {"floor", "floor(-2.1)", "-3.0"},
             {"round", "round(2.5)", "3.0"},
             {"round", "round(-2.5)", "-2.0"},
             {"round", "round(0.8742, 2)", "0.87"},
             {"isNaN", "isNaN(0.0 / 0.0)", "true"},
             {"sign", "sign(-7.5)", "-1"},
             {"sqrt", "sqrt(16)", "4.0"},
             {"rand", "rand() < 1", "true"},
             {"e", "e()", "2.718281828459045"},
             {"exp", "exp(0)", "1.0"},
             {"log", "log(e())", "1.0"},
             {"log10", "log10(1000)", "3.0"},
         }},
        {"Angles",
         {
             {"pi", "pi()", "3.141592653589793"},
             {"degrees", "degrees(pi())", "180.0"},
             {"radians", "radians(180) = pi()", "true"},
             {"sin", "sin(0)", "0.0"},
             {"cos", "cos(0)", "1.0"},
             {"tan", "tan(0)", "0.0"},
             {"cot", "round(cot(pi() / 4))", "1.0"},
             {"asin", "asin(1) = pi() / 2", "true"},
             {"acos", "acos(1)", "0.0"},
             {"atan", "atan(0)", "0.0"},
             {"atan2", "atan2(1, 0) = pi() / 2", "true"},
             {"haversin", "haversin(pi())", "1.0"},
         }},
        {"Lists",
         {
             {"head", "head([1, 2, 3])", "1"},
             {"last", "last([1, 2, 3])", "3"},
             {"tail", "tail([1, 2, 3])", "[2, 3]"},
             {"range", "range(1, 4)", "[1, 2, 3, 4]"},
             {"range", "range(10, 0, -5)", "[10, 5, 0]"},
             {"size", "size(['said', 'told'])", "2"},
             {"size", "size('quay')", "4"},
             {"isEmpty", "isEmpty([])", "true"},
         }},
        {"Nodes, relationships and paths",
         {
             {"id", "MATCH (s:Statement) RETURN id(s)", "1"},
             {"elementId", "MATCH (s:Statement) RETURN elementId(s)", "'1'"},
             {"labels", "MATCH (p {name: 'Mara Voss'}) RETURN labels(p)", "['Actor']"},
             {"type", "MATCH ()-[r]->() RETURN type(r)", "'CLAIMS'"},
             {"properties", "MATCH ()-[r]->() RETURN properties(r)", "{cue: 'said'}"},
             {"keys", "keys({cue: 'said', article: 'a1'})", "['article', 'cue']"},
             {"startNode", "MATCH ()-[r]->() RETURN startNode(r).name", "'Mara Voss'"},
             {"endNode", "MATCH ()-[r]->() RETURN endNode(r).text", "'the ferries will sail on Monday'"},
             {"nodes", "MATCH p = (:Actor)-->() RETURN [n IN nodes(p) | labels(n)[0]]",
              "['Actor', 'Statement']"},
             {"relationships", "MATCH p = (:Actor)-->() RETURN [r IN relationships(p) | r.cue]", "['said']"},
             {"length", "MATCH p = (:Actor)-->() RETURN length(p)", "1"},
         }},
        {"Null",
         {
             {"coalesce", "coalesce(null, 'unknown')", "'unknown'"},
             {"nullIf", "nullIf('', '')", "null"},
             {"nullIf", "nullIf('quay', '')", "'quay'"},
             {"exists", "MATCH (p:Actor) RETURN exists(p.name)", "true"},
             {"exists", "MATCH (p:Actor) RETURN exists((p)-[:CLAIMS]->())", "true"},
         }},
        {"Conversions",
         {
             {"toString", "toString(2.5)", "'2.5'"},
             {"toString", "toString(date('2031-04-09'))", "'2031-04-09'"},
             {"toInteger", "toInteger('42')", "42"},
             {"toInteger", "toInteger('many')", "null"},
             {"toFloat", "toFloat('2.5')", "2.5"},
             {"toBoolean", "toBoolean('TRUE')", "true"},
             {"toStringOrNull", "toStringOrNull([1])", "null"},
             {"toIntegerOrNull", "toIntegerOrNull([1])", "null"},
             {"toFloatOrNull", "toFloatOrNull([1])", "null"},
             {"toBooleanOrNull", "toBooleanOrNull(1.5)", "null"},
         }},
        {"Dates and times",
         {
             {"date", "date('2031-04-09')", "2031-04-09"},
             {"date", "date({year: 2031, week: 15, dayOfWeek: 3})", "2031-04-09"},
             {"localtime", "localtime('08:15:30.25')", "08:15:30.25"},
             {"time", "time({hour: 8, minute: 15, timezone: '+02:00'})", "08:15+02:00"},
             {"localdatetime", "localdatetime({date: date('2031-04-09'), hour: 8})", "2031-04-09T08:00"},
             {"datetime", "datetime('2031-04-09T08:15+02:00[Europe/Copenhagen]')",
              "2031-04-09T08:15+02:00[Europe/Copenhagen]"},
             {"datetime", "datetime({datetime: datetime('2031-04-09T08:15+02:00'), timezone: 'UTC'})",
              "2031-04-09T06:15Z[UTC]"},
             {"datetime.fromEpoch", "datetime.fromEpoch(1933488000, 5)", "2031-04-09T08:00:00.000000005Z"},
             {"datetime.fromEpochMillis", "datetime.fromEpochMillis(1933488000250)",
              "2031-04-09T08:00:00.25Z"},
             {"timestamp", "timestamp() > 1700000000000", "true"},
         }},
        {"Truncated dates and times",
         {
             {"date.truncate", "date.truncate('month', date('2031-04-09'))", "2031-04-01"},
             {"date.truncate", "date.truncate('week', date('2031-04-09'), {dayOfWeek: 2})", "2031-04-08"},
             {"localtime.truncate", "localtime.truncate('hour', localtime('08:15:30'))", "08:00"},
             {"time.truncate", "time.truncate('minute', time('08:15:30+02:00'))", "08:15+02:00"},
             {"localdatetime.truncate", "localdatetime.truncate('day', localdatetime('2031-04-09T08:15'))",
              "2031-04-09T00:00"},
             {"datetime.truncate", "datetime.truncate('year', datetime('2031-04-09T08:15+02:00'))",
              "2031-01-01T00:00+02:00"},
         }},
        {"Now",
         {
             {"date.transaction", "date.transaction() = date.statement()", "true"},
             {"date.statement", "date.statement() = date()", "true"},
             {"date.realtime", "date.realtime() >= date()", "true"},
             {"localtime.transaction", "localtime.transaction() = localtime.statement()", "true"},
             {"localtime.statement", "localtime.statement() = localtime()", "true"},
             {"localtime.realtime", "localtime.realtime().hour < 24", "true"},
             {"time.transaction", "time.transaction('+02:00') = time.statement('+02:00')", "true"},
             {"time.statement", "time.statement('+02:00').offset", "'+02:00'"},
             {"time.realtime", "time.realtime('Asia/Tokyo').offset", "'+09:00'"},
             {"localdatetime.transaction", "localdatetime.transaction() = localdatetime.statement()", "true"},
             {"localdatetime.statement", "localdatetime.statement() = localdatetime()", "true"},
             {"localdatetime.realtime", "localdatetime.realtime() >= localdatetime()", "true"},
             {"datetime.transaction", "datetime.transaction() = datetime.statement()", "true"},
             {"datetime.statement", "datetime.statement('Asia/Tokyo').timezone", "'Asia/Tokyo'"},
             {"datetime.realtime", "datetime.realtime() >= datetime()", "true"},
         }},
        {"Durations",
         {
             {"duration", "duration('P1Y2M10DT2H30M')", "P1Y2M10DT2H30M"},
             {"duration", "duration({weeks: 1, hours: 36})", "P7DT36H"},
             {"duration.between", "duration.between(date('2031-02-27'), date('2031-04-09'))", "P1M13D"},
             {"duration.inMonths", "duration.inMonths(date('2031-02-27'), date('2031-04-09'))", "P1M"},
             {"duration.inDays", "duration.inDays(date('2031-02-27'), date('2031-04-09'))", "P41D"},
             {"duration.inSeconds", "duration.inSeconds(localtime('08:15'), localtime('09:00:30'))",
              "PT45M30S"},
         }},
        {"Aggregates",
         {
             {"count", "UNWIND [5, null, 5] AS n RETURN count(n)", "2"},
             {"count", "UNWIND [5, null, 5] AS n RETURN count(*)", "3"},
             {"count", "UNWIND [5, null, 5] AS n RETURN count(DISTINCT n)", "1"},
             {"sum", "UNWIND [5, 2, 3] AS n RETURN sum(n)", "10"},
             {"avg", "UNWIND [5, 2, 3, 2] AS n RETURN avg(n)", "3.0"},
             {"min", "UNWIND [5, 2, 3] AS n RETURN min(n)", "2"},
             {"max", "UNWIND [5, 2, 3] AS n RETURN max(n)", "5"},
             {"collect", "UNWIND [5, null, 3] AS n RETURN collect(n)", "[5, 3]"},
             {"stDev", "UNWIND [2, 4, 6] AS n RETURN stDev(n)", "2.0"},
             {"stDevP", "UNWIND [2, 4] AS n RETURN stDevP(n)", "1.0"},
             {"percentileCont", "UNWIND [1, 2, 4] AS n RETURN percentileCont(n, 0.75)", "3.0"},
             {"percentileDisc", "UNWIND [1, 2, 4] AS n RETURN percentileDisc(n, 0.75)", "4"},
         }},
    };
    return families;
}

std::vector<FunctionExample> examples_of(std::string_view function,
                                         const std::vector<FunctionFamily>& families) {
    std::vector<FunctionExample> found;
    for (const FunctionFamily& family : families)
        for (const FunctionExample& example : family.examples)
            if (example.function == function) found.push_back(example);
    return found;
}

}  // namespace hearsay::engine

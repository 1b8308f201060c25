#include "tests/bench/claims_tasks.hpp"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

namespace hearsay::bench {

graphs::Result<std::vector<Task>> read_tasks(const std::filesystem::path& params_file) {
    std::ifstream in(params_file);
    const auto params = nlohmann::json::parse(in, nullptr, false);
    for (const char* name : {"hub", "mid", "path_a", "path_b", "reach_from", "word"}) {
        if (!params.is_object() || !params.contains(name) || !params[name].is_string())
            return graphs::fail(params_file.string(), std::string("has no text for ") + name);
    }
    const auto quoted = [&params](const char* name) {
        std::string text = "'";
        for (const char c : params[name].get<std::string>()) {
            if (c == '\'' || c == '\\') text += '\\';
            text += c;
        }
        return text + "'";
    };
    const std::string mid = quoted("mid");
    return std::vector<Task>{
        {"point", fmt::format("MATCH (e:Entity) WHERE e.name = {} RETURN e.id, e.kind", mid)},
        {"hop1", fmt::format("MATCH (e:Entity {{name: {}}})-[:CLAIMS]->(s:Statement) "
                             "RETURN s.id, s.text ORDER BY s.id LIMIT 100",
                             mid)},
        {"hop1_hub", fmt::format("MATCH (e:Entity {{name: {}}})-[:CLAIMS]->(s:Statement) "
                                 "RETURN s.topic AS topic, count(*) AS n ORDER BY n DESC, topic",
                                 quoted("hub"))},
        {"hop2", fmt::format("MATCH (e:Entity {{name: {}}})-[:CLAIMS]->(:Statement)<-[:DENIES]-(d:Entity) "
                             "RETURN d.name AS name, count(*) AS n ORDER BY n DESC, name",
                             mid)},
        {"coclaim",
         "MATCH (a:Entity)-[:CLAIMS]->(:Statement)<-[:CLAIMS]-(b:Entity) WHERE a.id < b.id "
         "RETURN a.name AS a, b.name AS b, count(*) AS n ORDER BY n DESC, a, b LIMIT 20",
         true},
        {"path",
         fmt::format("MATCH p = shortestPath((:Entity {{name: {}}})-[:CLAIMS|DENIES|ATTRIBUTES*1..10]-"
                     "(:Entity {{name: {}}})) RETURN length(p)",
                     quoted("path_a"), quoted("path_b"))},
        {"reach", fmt::format("MATCH (:Entity {{name: {}}})-[:CLAIMS|REPORTED_IN|MENTIONS*1..4]->(x) "
                              "RETURN count(DISTINCT x)",
                              quoted("reach_from"))},
        {"contains", fmt::format("MATCH (s:Statement) WHERE s.text CONTAINS {} RETURN count(*), min(s.id)",
                                 quoted("word"))},
        {"outlet",
         "MATCH (:Statement)-[:REPORTED_IN]->(a:Article) "
         "RETURN a.outlet AS outlet, count(*) AS n ORDER BY n DESC, outlet"},
        {"contested",
         "MATCH (:Entity)-[:CLAIMS]->(s:Statement)<-[:DENIES]-(:Entity) "
         "RETURN s.id AS statement, count(*) AS n ORDER BY n DESC, statement LIMIT 20"},
    };
}

}  // namespace hearsay::bench

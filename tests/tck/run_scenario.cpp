#include "tests/tck/run_scenario.hpp"

#include <algorithm>
#include <regex>
#include <stdexcept>

#include "engine/query/statement/language.hpp"
#include "engine/query/statement/run_query.hpp"
#include "engine/query/statement/statement_cache.hpp"
#include "tests/tck/graph_values.hpp"
#include "tests/tck/kit_procedure.hpp"

namespace hearsay::tck {

namespace {

using engine::QueryResult;
using grammar::Diagnostic;
using graphs::PropertyGraph;
using Answer = tl::expected<QueryResult, grammar::Diagnostics>;

std::string joined(const std::vector<std::string>& lines, const std::string& by) {
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) text += (i == 0 ? "" : by) + lines[i];
    return text;
}

std::string phase_of(const Diagnostic& error) {
    return error.phase == grammar::Phase::Compile ? "compile time" : "runtime";
}

std::string error_text(const Diagnostic& error) {
    return error.type + " at " + phase_of(error) + ", " + error.detail + ": " + error.message;
}

// Rows as lines of text, so that equal rows are equal lines.
std::vector<std::string> wanted_rows(const Expectation& expect, ListOrder order) {
    std::vector<std::string> lines;
    for (const auto& row : expect.rows) {
        std::vector<std::string> cells;
        for (const auto& cell : row) cells.push_back(text_of(parse_kit_value(cell), order));
        lines.push_back(joined(cells, " | "));
    }
    return lines;
}

std::vector<std::string> given_rows(const QueryResult& result, const PropertyGraph& graph, ListOrder order) {
    std::vector<std::string> lines;
    for (const auto& row : result.rows) {
        std::vector<std::string> cells;
        for (const auto& value : row) cells.push_back(text_of(seen(value, graph), order));
        lines.push_back(joined(cells, " | "));
    }
    return lines;
}

// RETURN * leaves the order of its columns open: the columns come as they are wanted, if they are the same.
void order_columns(const std::vector<std::string>& wanted, QueryResult& result) {
    if (!std::is_permutation(wanted.begin(), wanted.end(), result.columns.begin(), result.columns.end()))
        return;
    std::vector<std::size_t> from;
    for (const auto& column : wanted) {
        const auto found = std::find(result.columns.begin(), result.columns.end(), column);
        from.push_back(static_cast<std::size_t>(found - result.columns.begin()));
    }
    for (auto& row : result.rows) {
        graphs::List ordered;
        for (const std::size_t column : from) ordered.push_back(row[column]);
        row = std::move(ordered);
    }
    result.columns = wanted;
}

bool returns_star(const std::string& query) {
    static const std::regex star("RETURN\\s+(DISTINCT\\s+)?\\*", std::regex::icase);
    return std::regex_search(query, star);
}

std::string table(const std::vector<std::string>& columns, const std::vector<std::string>& rows) {
    return joined(columns, " | ") + "\n" + joined(rows, "\n");
}

std::optional<Failure> compare_error(const Expectation& expect, const Diagnostic& error) {
    const auto fits = [](const std::string& wanted, const std::string& given) {
        return wanted == "*" || wanted == given;
    };
    if (fits(expect.error_type, error.type) && fits(expect.detail, error.detail) &&
        (expect.phase == "any time" || expect.phase == phase_of(error)))
        return std::nullopt;
    return Failure{expect.error_type + " at " + expect.phase + ", " + expect.detail, error_text(error)};
}

std::optional<Failure> compare(const Expectation& expect, const Answer& answer, const PropertyGraph& graph) {
    if (expect.kind == Expectation::Kind::Error) {
        if (!answer) return compare_error(expect, answer.error()[0]);
        return Failure{expect.error_type + " at " + expect.phase + ", " + expect.detail,
                       table(answer->columns, given_rows(*answer, graph, ListOrder::Kept))};
    }
    const ListOrder order = expect.list_order_ignored ? ListOrder::Ignored : ListOrder::Kept;
    auto wanted = wanted_rows(expect, order);
    const bool empty = expect.kind == Expectation::Kind::Empty;
    const std::string whole = empty ? "no rows" : table(expect.columns, wanted);
    if (!answer) return Failure{whole, error_text(answer.error()[0])};
    auto given = given_rows(*answer, graph, order);
    const std::string came = table(answer->columns, given);
    if (expect.kind != Expectation::Kind::OrderedRows) {
        std::sort(wanted.begin(), wanted.end());
        std::sort(given.begin(), given.end());
    }
    if (wanted == given && (empty || expect.columns == answer->columns)) return std::nullopt;
    return Failure{whole, came};
}

std::string text_of(const SideEffects& effects) {
    std::string text;
    for (const auto& [what, count] : effects) text += " " + what + " " + std::to_string(count);
    return text.empty() ? " none" : text;
}

// The graph of one scenario, with what its queries can reach.
class Stage {
  public:
    explicit Stage(const Scenario& scenario) {
        language_.procedures = {};
        for (const auto& kit : scenario.procedures) language_.procedures.add(procedure_of(kit));
        options_.language = &language_;
        options_.cache = &cache_;
    }

    void give(const std::map<std::string, std::string>& parameters) {
        for (const auto& [name, value] : parameters)
            options_.parameters[name] = value_of(parse_kit_value(value));
    }

    Answer run(const std::string& query) {
        Answer answer = run_query(graph_, query, options_);
        // What changed nothing must be answered alike when it comes again, made ready.
        if (answer && graph_.changes().empty()) answer = run_query(graph_, query, options_);
        if (answer) graph_.accept();
        return answer;
    }

    const PropertyGraph& graph() const { return graph_; }

  private:
    PropertyGraph graph_;
    engine::Language language_;
    engine::StatementCache cache_;
    engine::QueryOptions options_;
};

std::optional<Failure> run_on_stage(const Scenario& scenario) {
    Stage stage(scenario);
    for (const auto& query : scenario.setup) {
        const Answer answer = stage.run(query);
        if (!answer) return Failure{"the setup runs", error_text(answer.error()[0])};
    }
    stage.give(scenario.parameters);

    const GraphState before = state_of(stage.graph());
    Answer answer = stage.run(scenario.query);
    if (answer && returns_star(scenario.query)) order_columns(scenario.expect.columns, *answer);
    if (auto failure = compare(scenario.expect, answer, stage.graph())) return failure;
    const GraphState after = state_of(stage.graph());
    if (!answer && before != after)
        return Failure{"the graph as before the error",
                       "side effects" + text_of(side_effects(before, after))};
    if (scenario.side_effects && side_effects(before, after) != *scenario.side_effects)
        return Failure{"side effects" + text_of(*scenario.side_effects),
                       "side effects" + text_of(side_effects(before, after))};

    for (const auto& control : scenario.controls) {
        if (auto failure = compare(control.expect, stage.run(control.query), stage.graph())) {
            failure->wanted = "afterwards: " + failure->wanted;
            return failure;
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Failure> run_scenario(const Scenario& scenario) {
    try {
        return run_on_stage(scenario);
    } catch (const std::runtime_error& unreadable) {
        return Failure{"a scenario in the kit's notation", unreadable.what()};
    }
}

}  // namespace hearsay::tck

#include "tests/fuzz/random_queries/compare.hpp"

#include <algorithm>

namespace hearsay::random_queries {
namespace {

constexpr std::uint64_t most_orders = 600;

bool returns(const Query& query) {
    return query.parts[0].back().kind == Clause::Kind::Return;
}
bool is_ordered(const Query& query) {
    return query.parts.size() == 1 && !query.parts[0].back().order.empty();
}

std::vector<std::string> lines(const Expected& expected) {
    const Looks looks(expected.graph);
    std::vector<std::string> made;
    for (const Row& row : expected.table.rows) {
        std::string line;
        for (const auto& [name, value] : row) line += (line.empty() ? "" : " | ") + looks.of(value);
        made.push_back(std::move(line));
    }
    return made;
}

// The same of the engine's rows, by the names of the columns. A list that was collected has no order.
std::vector<std::string> lines(const Answer& answer, const Graph& graph, const Table& like) {
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < answer.columns.size(); ++i) places[answer.columns[i]] = i;
    std::set<std::string> in_any_order;
    for (const Row& row : like.rows) {
        for (const auto& [name, value] : row) {
            if (value.in_any_order) in_any_order.insert(name);
        }
    }
    const Looks looks(graph);
    std::vector<std::string> made;
    for (const List& row : answer.rows) {
        std::string line;
        for (const auto& [name, place] : places) {
            Value value = row[place];
            value.in_any_order = value.as<List>() != nullptr && in_any_order.contains(name);
            line += (line.empty() ? "" : " | ") + looks.of(value);
        }
        made.push_back(std::move(line));
    }
    return made;
}

// Rows with one place may stand in any order among themselves.
void sort_within_places(std::vector<std::string>& rows, const std::vector<std::size_t>& places) {
    if (places.size() != rows.size()) {
        std::sort(rows.begin(), rows.end());
        return;
    }
    for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
        while (end < rows.size() && places[end] == places[begin]) ++end;
        std::sort(rows.begin() + static_cast<std::ptrdiff_t>(begin),
                  rows.begin() + static_cast<std::ptrdiff_t>(end));
    }
}

std::string shown(std::vector<std::string> rows, bool ordered) {
    if (!ordered) std::sort(rows.begin(), rows.end());
    std::string text = std::to_string(rows.size()) + (rows.size() == 1 ? " row\n" : " rows\n");
    for (std::size_t i = 0; i < rows.size() && i < 40; ++i) text += "  " + rows[i] + "\n";
    return text;
}

}  // namespace

std::map<std::string, Value> parameters_of(const Query& query) {
    std::map<std::string, Value> found;
    Query copy = query;
    visit(copy, [&](Expression& e) {
        if (e.is == Is::Parameter) found[e.name] = e.value;
    });
    return found;
}

std::optional<Expected> expect(const Graph& graph, const Query& query, std::uint64_t order, bool* too_much) {
    Expected expected;
    expected.graph = graph;
    const Query* asked = &query;
    Query unlimited;
    const Clause& last = query.parts.back().back();
    if (query.parts.size() == 1 && last.limit && last.order.empty()) {
        unlimited = query;
        unlimited.parts[0].back().limit.reset();
        unlimited.parts[0].back().skip.reset();
        asked = &unlimited;
    }
    const auto parameters = parameters_of(query);
    try {
        expected.table = Oracle(expected.graph, parameters, order).run(*asked);
    } catch (const TooMuch&) {
        if (too_much != nullptr) *too_much = true;
        return std::nullopt;
    } catch (const Unsure&) {
        return std::nullopt;
    } catch (const Failure& failure) {
        if (asked != &query) return std::nullopt;
        expected.fails = true;
        expected.why = failure.what();
        expected.graph = graph;
        return expected;
    }
    if (asked != &query) {
        const auto rows = std::ssize(expected.table.rows) - last.skip.value_or(0);
        expected.any = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(rows, 0, *last.limit));
    }
    return expected;
}

std::string show(const Query& query, const Expected& expected) {
    if (expected.fails) return "an error: " + expected.why + "\n";
    std::string text;
    if (expected.any) text += "any " + std::to_string(*expected.any) + " of ";
    if (returns(query)) text += shown(lines(expected), is_ordered(query));
    if (changes_graph(query)) text += "and the graph " + Looks(expected.graph).of_graph() + "\n";
    return text;
}

std::string show(const Query& query, const Answer& answer, const Graph& graph) {
    if (!answer.refusal.empty()) return answer.text + "\n";
    std::string text;
    if (returns(query)) text += shown(lines(answer, graph, {}), is_ordered(query));
    if (changes_graph(query)) text += "and the graph " + Looks(graph).of_graph() + "\n";
    return text;
}

bool agrees(const Query& query, const Expected& expected, const Answer& answer, const Graph& graph) {
    if (expected.fails || !answer.refusal.empty()) return expected.fails == !answer.refusal.empty();
    if (changes_graph(query) && Looks(graph).of_graph() != Looks(expected.graph).of_graph()) return false;
    if (!returns(query)) return answer.rows.empty();
    std::vector<std::string> columns = answer.columns;
    std::sort(columns.begin(), columns.end());
    if (columns != expected.table.names) return false;
    std::vector<std::string> wanted = lines(expected), got = lines(answer, graph, expected.table);
    if (expected.any) {
        std::sort(wanted.begin(), wanted.end());
        std::sort(got.begin(), got.end());
        return got.size() == *expected.any &&
               std::includes(wanted.begin(), wanted.end(), got.begin(), got.end());
    }
    if (wanted.size() != got.size()) return false;
    const auto places = is_ordered(query) ? expected.table.places : std::vector<std::size_t>{};
    sort_within_places(wanted, places);
    sort_within_places(got, places);
    return wanted == got;
}

std::optional<std::uint64_t> order_of(const Graph& before, const Query& query, const Answer& answer,
                                      const Graph& after) {
    for (std::uint64_t order = 0; order < most_orders; ++order) {
        const auto expected = expect(before, query, order);
        if (!expected || agrees(query, *expected, answer, after)) return order;
    }
    return std::nullopt;
}

}  // namespace hearsay::random_queries

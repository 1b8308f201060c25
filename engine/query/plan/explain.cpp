#include "engine/query/plan/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/query/procedures/procedures.hpp"
#include "grammar/tree/hidden_name.hpp"
#include "grammar/tree/tree_text.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    return fmt::format("{}", fmt::join(parts, between));
}

std::string list_text(const std::vector<Expression>& expressions, std::string_view between) {
    std::vector<std::string> parts;
    for (const auto& expression : expressions) parts.push_back(to_text(expression));
    return joined(parts, between);
}

std::string named_text(const std::vector<NamedExpression>& items) {
    std::vector<std::string> parts;
    for (const auto& [name, expression] : items) {
        std::string text = to_text(expression);
        const std::string quoted = quoted_name(name);
        if (is_hidden(name) && text == quoted) continue;  // handed on by the planner
        parts.push_back(text == quoted || text == name ? text : text + " AS " + quoted);
    }
    return joined(parts, ", ");
}

std::string node_text(const std::string& name) {
    return name.empty() ? "()" : "(" + quoted_name(name) + ")";
}

std::string walk_text(const Walk& walk, const std::string& range) {
    std::vector<std::string> types;
    for (const auto& type : walk.types) types.push_back(quoted_schema_name(type.text));
    std::string inside = walk.edge.empty() || is_hidden(walk.edge) ? "" : quoted_name(walk.edge);
    if (!types.empty()) inside += ":" + joined(types, "|");
    inside += range;
    if (!inside.empty()) inside = "[" + inside + "]";
    return fmt::format("{}{}-{}-{}{}", node_text(walk.from), walk.direction == Direction::Left ? "<" : "",
                       inside, walk.direction == Direction::Right ? ">" : "", node_text(walk.to));
}

std::string range_text(const VariableExpand& step) {
    if (step.least == 1 && !step.most) return "*";
    return fmt::format("*{}..{}", step.least, step.most ? std::to_string(*step.most) : "");
}

std::string properties_text(const VariableExpand& step) {
    std::vector<std::string> parts;
    for (const auto& [key, value] : step.properties)
        parts.push_back(quoted_schema_name(key.text) + ": " + to_text(value));
    return parts.empty() ? "" : " {" + joined(parts, ", ") + "}";
}

// "Set p.name = 'Ada', p:Person". All items are of one clause, SET or REMOVE.
std::string changes_text(const std::vector<Change>& changes) {
    using What = Change::What;
    std::vector<std::string> parts;
    for (const auto& change : changes) {
        const std::string object = to_text(change.object);
        std::string labels;
        for (const auto& name : change.names) labels += ":" + quoted_name(name.text);
        switch (change.what) {
            case What::SetProperty:
                parts.push_back(fmt::format("{}.{} = {}", object, quoted_name(change.names[0].text),
                                            to_text(*change.value)));
                break;
            case What::ReplaceProperties:
                parts.push_back(object + " = " + to_text(*change.value));
                break;
            case What::AddProperties:
                parts.push_back(object + " += " + to_text(*change.value));
                break;
            case What::RemoveProperty:
                parts.push_back(object + "." + quoted_name(change.names[0].text));
                break;
            case What::AddLabels:
            case What::RemoveLabels:
                parts.push_back(object + labels);
                break;
        }
    }
    const bool removes = changes[0].what == What::RemoveProperty || changes[0].what == What::RemoveLabels;
    return (removes ? "Remove " : "Set ") + joined(parts, ", ");
}

// What is created, each element once: "(a:Person {name: 'Ada'}), (a)-[:KNOWS]->(b)".
std::string created_text(const CreatePattern& step) {
    const auto named = [](const std::string& name) {
        return name.empty() || is_hidden(name) ? "" : quoted_name(name);
    };
    const auto with = [](std::string text, const std::optional<Expression>& properties) {
        if (properties) text += (text.empty() ? "" : " ") + to_text(*properties);
        return text;
    };
    std::vector<std::string> parts;
    for (const auto& node : step.nodes) {
        std::string text = named(node.variable);
        for (const auto& label : node.labels) text += ":" + quoted_name(label.text);
        parts.push_back("(" + with(std::move(text), node.properties) + ")");
    }
    for (const auto& edge : step.edges) {
        const std::string text = named(edge.variable) + ":" + quoted_name(edge.type.text);
        parts.push_back(
            fmt::format("({})-[{}]->({})", named(edge.from), with(text, edge.properties), named(edge.to)));
    }
    return joined(parts, ", ");
}

std::string order_text(const std::vector<SortItem>& items) {
    std::vector<std::string> parts;
    for (const auto& item : items)
        parts.push_back(to_text(item.expression) + (item.descending ? " DESC" : ""));
    return joined(parts, ", ");
}

std::string using_text(const std::string& index) {
    return index.empty() ? "" : " using " + quoted_name(index);
}

struct Describe {
    std::string operator()(const Argument&) const { return "Argument"; }
    std::string operator()(const AllVertices& step) const {
        return "AllVertices " + node_text(step.variable);
    }
    std::string operator()(const LabelScan& step) const {
        const std::string scan =
            fmt::format("LabelScan ({}:{})", quoted_name(step.variable), quoted_schema_name(step.label.text));
        if (!step.order) return scan;
        return fmt::format("{} in the order of {}.{}{}{}", scan, quoted_name(step.variable),
                           quoted_schema_name(step.order->key.text), step.order->descending ? " DESC" : "",
                           using_text(step.order->index));
    }
    std::string operator()(const IndexLookup& step) const {
        return fmt::format("IndexLookup ({}:{} {{{}: {}}}){}", quoted_name(step.variable),
                           quoted_schema_name(step.label.text), quoted_schema_name(step.key.text),
                           to_text(step.value), using_text(step.index));
    }
    std::string operator()(const TextLookup& step) const {
        const char* test = step.test == graphs::TextPredicate::Contains     ? "CONTAINS"
                           : step.test == graphs::TextPredicate::StartsWith ? "STARTS WITH"
                                                                            : "ENDS WITH";
        return fmt::format("TextLookup ({}:{}) {}.{} {} {}{}", quoted_name(step.variable),
                           quoted_schema_name(step.label.text), quoted_name(step.variable),
                           quoted_schema_name(step.key.text), test, to_text(step.part),
                           using_text(step.index));
    }
    std::string operator()(const RangeLookup& step) const {
        const std::string property = quoted_name(step.variable) + "." + quoted_schema_name(step.key.text);
        std::vector<std::string> bounds;
        if (step.low)
            bounds.push_back(property + (step.low->included ? " >= " : " > ") + to_text(step.low->value));
        if (step.high)
            bounds.push_back(property + (step.high->included ? " <= " : " < ") + to_text(step.high->value));
        return fmt::format("RangeLookup ({}:{}) {}{}", quoted_name(step.variable),
                           quoted_schema_name(step.label.text), joined(bounds, " AND "),
                           using_text(step.index));
    }
    std::string operator()(const Expand& step) const {
        return (step.walk.to_bound ? "ExpandInto " : "Expand ") + walk_text(step.walk, "") +
               (step.test ? " WHERE " + to_text(*step.test) : "");
    }
    std::string operator()(const CountEdges& step) const {
        const std::string walk = walk_text(step.walk, "");
        if (step.none) return "HasNoEdges " + walk;
        return step.column.empty() ? "HasEdges " + walk
                                   : "CountEdges " + walk + " AS " + quoted_name(step.column);
    }
    std::string operator()(const VariableExpand& step) const {
        std::string name = step.ends == Ends::OfEveryWalk ? "VariableExpand"
                           : step.ends == Ends::Once      ? "ReachFromAll"
                                                          : "Reach";
        return name + (step.walk.to_bound ? "Into " : " ") +
               walk_text(step.walk, range_text(step) + properties_text(step));
    }
    std::string operator()(const FollowEdges& step) const {
        return "FollowEdges " + walk_text(step.walk, step.list ? "*" : "");
    }
    std::string operator()(const ShortestPath& step) const {
        return (step.all ? "AllShortestPaths " : "ShortestPath ") +
               walk_text(step.expand.walk, range_text(step.expand) + properties_text(step.expand)) +
               (step.predicates.empty() ? "" : " WHERE " + list_text(step.predicates, " AND "));
    }
    std::string operator()(const BuildPath& step) const { return "BuildPath " + quoted_name(step.variable); }
    std::string operator()(const Filter& step) const {
        return "Filter " + list_text(step.predicates, " AND ");
    }
    std::string operator()(const Project& step) const { return "Project " + named_text(step.items); }
    std::string operator()(const Aggregate& step) const {
        std::vector<std::string> parts;
        for (const auto& each : step.aggregations) {
            std::string arguments = each.arguments.empty() ? "*" : list_text(each.arguments, ", ");
            for (std::size_t i = 0; i < each.weights.size(); ++i)
                arguments += (i == 0 ? " weighted by " : " * ") + quoted_name(each.weights[i]);
            std::string call =
                fmt::format("{}({}{})", each.function, each.distinct ? "DISTINCT " : "", arguments);
            if (call != each.column) call += " AS " + quoted_name(each.column);
            parts.push_back(std::move(call));
        }
        return fmt::format("Aggregate {}{}{}", joined(parts, ", "), step.keys.empty() ? "" : " by ",
                           named_text(step.keys));
    }
    std::string operator()(const Distinct&) const { return "Distinct"; }
    std::string operator()(const Sort& step) const { return "Sort " + order_text(step.items); }
    std::string operator()(const TopK& step) const {
        return fmt::format("TopK {} LIMIT {}{}", order_text(step.items), to_text(step.limit),
                           step.skip ? " SKIP " + to_text(*step.skip) : "");
    }
    std::string operator()(const Skip& step) const { return "Skip " + to_text(step.count); }
    std::string operator()(const Limit& step) const { return "Limit " + to_text(step.count); }
    std::string operator()(const UnwindList& step) const {
        return "Unwind " + to_text(step.list) + " AS " + quoted_name(step.variable);
    }
    std::string operator()(const Concatenate&) const { return "Concatenate"; }
    std::string operator()(const Optional&) const { return "Optional"; }
    std::string operator()(const CallProcedure& step) const {
        return fmt::format("CallProcedure {}({})", step.procedure->name, list_text(step.arguments, ", "));
    }
    std::string operator()(const CreatePattern& step) const { return "Create " + created_text(step); }
    std::string operator()(const MergePattern& step) const {
        std::string text = "Merge " + created_text(step.pattern);
        if (!step.on_create.empty()) text += " ON CREATE " + changes_text(step.on_create);
        if (!step.on_match.empty()) text += " ON MATCH " + changes_text(step.on_match);
        return text;
    }
    std::string operator()(const ChangeElements& step) const { return changes_text(step.changes); }
    std::string operator()(const DeleteElements& step) const {
        return (step.detach ? "DetachDelete " : "Delete ") + list_text(step.expressions, ", ");
    }
    std::string operator()(const ForEach& step) const {
        return "Foreach " + quoted_name(step.variable) + " IN " + to_text(step.list);
    }
    std::string operator()(const EmptyResult&) const { return "EmptyResult"; }
    std::string operator()(const MatchPattern& step) const {
        std::vector<std::string> parts;
        for (const auto& node : step.nodes) parts.push_back(node_text(node));
        for (const auto& edge : step.edges) {
            parts.push_back(walk_text({step.nodes[edge.from],
                                       step.nodes[edge.to],
                                       edge.variable,
                                       false,
                                       edge.types,
                                       edge.direction,
                                       {}},
                                      edge.range ? "*" : ""));
        }
        std::string text = "Match " + joined(parts, ", ");
        if (!step.predicates.empty()) text += " WHERE " + list_text(step.predicates, " AND ");
        return text;
    }
};

struct Line {
    std::string text;
    const Plan* plan;  // nullptr: a heading
};

void add_lines(const Plan& plan, std::size_t depth, std::vector<Line>& lines) {
    lines.push_back({std::string(2 * depth, ' ') + describe(plan.step), &plan});
    for (const auto& subquery : plan.subqueries) {
        lines.push_back({std::string(2 * (depth + 1), ' ') + "Subquery", nullptr});
        add_lines(*subquery, depth + 2, lines);
    }
    // A step with one input stands right above it; only branches are indented.
    const bool branch = plan.inputs.size() > 1;
    for (const auto& input : plan.inputs) {
        if (!branch && std::holds_alternative<Argument>(input.step)) continue;
        add_lines(input, depth + 1, lines);
    }
}

std::string estimate_text(double rows) {
    if (rows >= 1e6) return fmt::format("{:.1e}", rows);
    return rows > 0 && rows < 1 ? "<1" : fmt::format("{:.0f}", std::round(rows));
}

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

std::string describe(const Step& step) {
    return std::visit(Describe{}, step);
}

std::vector<std::string> explain(const Plan& plan, bool profile) {
    std::vector<Line> lines;
    add_lines(plan, 0, lines);
    std::size_t width = 0;
    for (const auto& line : lines) width = std::max(width, code_points(line.text));
    width = std::min<std::size_t>(width, 96);
    std::vector<std::string> text;
    for (const auto& line : lines) {
        if (line.plan == nullptr) {
            text.push_back(line.text);
            continue;
        }
        const std::size_t used = code_points(line.text);
        std::string row = line.text + std::string(used < width ? width - used : 0, ' ');
        row += fmt::format("  ~{} rows", estimate_text(line.plan->rows));
        if (profile) {
            std::int64_t own = line.plan->counters.nanoseconds;
            for (const auto& input : line.plan->inputs) own -= input.counters.nanoseconds;
            for (const auto& subquery : line.plan->subqueries) own -= subquery->counters.nanoseconds;
            row += fmt::format(", {} rows, {:.3f} ms", line.plan->counters.rows,
                               static_cast<double>(std::max<std::int64_t>(own, 0)) / 1e6);
        }
        text.push_back(std::move(row));
    }
    return text;
}

}  // namespace hearsay::engine

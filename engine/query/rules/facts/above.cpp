#include "engine/query/rules/facts/above.hpp"

#include <algorithm>

#include "engine/query/functions/function.hpp"
#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

bool is_extreme(std::string_view function) {
    return is_called(function, "min") || is_called(function, "max");
}

// What a step does with the rows of its input: adds what it reads to `above`.
class Reader {
  public:
    Reader(const Plan& plan, std::size_t input, Above& above) : plan_(plan), input_(input), above_(above) {}

    void operator()(const AllVertices&) {}
    void operator()(const LabelScan&) {}
    void operator()(const IndexLookup& step) { read(step.value); }
    void operator()(const TextLookup& step) { read(step.part); }
    void operator()(const RangeLookup& step) {
        if (step.low) read(step.low->value);
        if (step.high) read(step.high->value);
    }
    void operator()(const Expand& step) {
        read(step.walk);
        if (step.test) read(*step.test);
    }
    void operator()(const CountEdges& step) { read(step.walk); }
    void operator()(const VariableExpand& step) {
        read(step.walk);
        for (const auto& property : step.properties) read(property.second);
        if (step.ends == Ends::Once) above_.copies = Copies::Ignored;
    }
    void operator()(const FollowEdges& step) {
        read(step.walk);
        read(step.walk.edge);
    }
    void operator()(const ShortestPath& step) {
        (*this)(step.expand);
        for (const auto& predicate : step.predicates) read(predicate);
    }
    void operator()(const BuildPath& step) {
        for (const auto& node : step.nodes) read(node);
        for (const auto& edge : step.edges) read(edge);
    }
    void operator()(const Filter& step) {
        for (const auto& predicate : step.predicates) read(predicate);
    }
    void operator()(const UnwindList& step) { read(step.list); }
    void operator()(const Project& step) {
        begin_anew();
        for (const auto& item : step.items) read(item.second);
    }
    void operator()(const Aggregate& step) {
        begin_anew();
        above_.copies = Copies::Ignored;
        for (const auto& each : step.aggregations) {
            if (counts_rows(each)) {
                above_.copies = Copies::Weighed;
            } else if (!each.distinct && !is_extreme(each.function)) {
                above_.copies = Copies::Matter;
                break;
            }
        }
        for (const auto& key : step.keys) read(key.second);
        for (const auto& each : step.aggregations) {
            for (const auto& argument : each.arguments) read(argument);
            for (const auto& weight : each.weights) read(weight);
        }
    }
    void operator()(const Sort& step) { read(step.items); }
    void operator()(const TopK& step) {
        above_.copies = Copies::Matter;
        read(step.items);
    }
    void operator()(const Skip&) { above_.copies = Copies::Matter; }
    void operator()(const Limit&) { above_.copies = Copies::Matter; }
    void operator()(const Distinct&) {
        above_ = {};
        above_.copies = Copies::Ignored;
    }
    void operator()(const Concatenate&) {
        const bool ignored = above_.copies == Copies::Ignored;
        above_ = {};  // columns come together by their places
        if (ignored) above_.copies = Copies::Ignored;
    }
    void operator()(const Optional&) {
        const Copies copies = above_.copies == Copies::Ignored ? Copies::Ignored : Copies::Matter;
        if (input_ == 0) {
            above_ = {};
        } else {
            above_.all = false;
            above_.read = {plan_.inputs[1].columns[0]};  // the number of the outer row
            for (const auto& name : plan_.columns) above_.read.insert(name);
        }
        above_.copies = copies;
    }
    void operator()(const MatchPattern& step) {
        for (const auto& node : step.nodes) read(node);
        for (const auto& edge : step.edges) {
            read(edge.variable);
            for (const auto& property : edge.properties) read(property.second);
            for (const auto& predicate : edge.predicates) read(predicate);
        }
        for (const auto& predicate : step.predicates) read(predicate);
    }
    // What changes the graph, or runs a procedure: nothing is known.
    template <class T>
    void operator()(const T&) {
        above_ = {};
    }

  private:
    void begin_anew() {
        above_.all = false;
        above_.read.clear();
    }
    void read(const std::string& column) {
        if (!above_.all) above_.read.insert(column);
    }
    void read(const Expression& expression) {
        if (varies(expression)) above_.copies = Copies::Matter;
        if (above_.all) return;
        for (const auto& name : variables_read(expression)) above_.read.insert(name);
    }
    void read(const std::vector<SortItem>& items) {
        for (const auto& item : items) read(item.expression);
    }
    void read(const Walk& walk) {
        read(walk.from);
        if (walk.to_bound) read(walk.to);
        for (const auto& name : walk.unlike) read(name);
    }

    const Plan& plan_;
    std::size_t input_;
    Above& above_;
};

}  // namespace

Above below(const Plan& plan, std::size_t input, Above above) {
    std::visit(Reader(plan, input, above), plan.step);
    return above;
}

bool varies(const Expression& expression) {
    if (const auto* call = std::get_if<FunctionCall>(&expression.node)) {
        const auto* function = builtins::Functions::standard().find(call->name.text);
        if (function != nullptr && function->varies) return true;
    }
    // What is called inside a whole query is not looked for.
    const auto* subquery = std::get_if<Subquery>(&expression.node);
    if (subquery != nullptr && subquery->query) return true;
    bool found = false;
    for_each_child(expression, [&](const Expression& child) { found = found || varies(child); });
    return found;
}

bool takes_row_by_row(const Step& step) {
    const auto* reach = std::get_if<VariableExpand>(&step);
    if (reach != nullptr && reach->ends == Ends::Once) return false;
    return std::holds_alternative<AllVertices>(step) || std::holds_alternative<LabelScan>(step) ||
           std::holds_alternative<IndexLookup>(step) || std::holds_alternative<TextLookup>(step) ||
           std::holds_alternative<RangeLookup>(step) || std::holds_alternative<Expand>(step) ||
           std::holds_alternative<CountEdges>(step) || std::holds_alternative<VariableExpand>(step) ||
           std::holds_alternative<FollowEdges>(step) || std::holds_alternative<ShortestPath>(step) ||
           std::holds_alternative<BuildPath>(step) || std::holds_alternative<Filter>(step) ||
           std::holds_alternative<Project>(step) || std::holds_alternative<UnwindList>(step) ||
           std::holds_alternative<Sort>(step);
}

bool counts_rows(const Aggregation& aggregation) {
    return is_called(aggregation.function, "count") && aggregation.arguments.empty();
}

}  // namespace hearsay::engine

#include <algorithm>

#include "engine/query/rules/rules.hpp"
#include "grammar/tree/hidden_name.hpp"
#include "grammar/tree/visit.hpp"

namespace hearsay::engine {

using namespace grammar;

namespace {

using Flags = std::vector<bool>;  // by column: something reads it

bool at(const Flags& flags, std::size_t column) {
    return column < flags.size() && flags[column];
}

// What one step reads of its first input, to be called with the step.
class Reads {
  public:
    // `above`: the columns of the step that are read.
    Reads(const Plan& plan, const Flags& above)
        : plan_(plan), above_(above), columns_(plan.inputs[0].columns), read_(columns_.size(), false) {}

    Flags take() { return std::move(read_); }

    void operator()(const Argument&) {}
    void operator()(const AllVertices&) { hand_on(); }
    void operator()(const LabelScan&) { hand_on(); }
    void operator()(const IndexLookup& step) {
        hand_on();
        add(step.value);
    }
    void operator()(const TextLookup& step) {
        hand_on();
        add(step.part);
    }
    void operator()(const RangeLookup& step) {
        hand_on();
        if (step.low) add(step.low->value);
        if (step.high) add(step.high->value);
    }
    void operator()(const Expand& step) {
        hand_on();
        add(step.walk);
        if (step.test) add(*step.test);
    }
    void operator()(const CountEdges& step) {
        hand_on();
        add(step.walk);
    }
    void operator()(const VariableExpand& step) {
        hand_on();
        add(step.walk);
        for (const auto& [_, value] : step.properties) add(value);
    }
    void operator()(const FollowEdges& step) {
        hand_on();
        add(step.walk.edge);
        if (step.from_bound) add(step.walk.from);
        if (step.walk.to_bound) add(step.walk.to);
        for (const auto& name : step.walk.unlike) add(name);
    }
    void operator()(const ShortestPath& step) {
        (*this)(step.expand);
        for (const auto& predicate : step.predicates) add(predicate);
    }
    void operator()(const BuildPath& step) {
        hand_on();
        if (!at(above_, plan_.columns.size() - 1)) return;  // then it is not made
        for (const auto& name : step.nodes) add(name);
        for (const auto& name : step.edges) add(name);
    }
    void operator()(const Filter& step) {
        hand_on();
        for (const auto& predicate : step.predicates) add(predicate);
    }
    // What nobody reads is computed all the same, since it may fail; but a column is only handed on.
    void operator()(const Project& step) {
        for (std::size_t i = 0; i < step.items.size(); ++i) {
            const Expression& item = step.items[i].second;
            if (at(above_, i) || !std::holds_alternative<Variable>(item.node)) add(item);
        }
    }
    void operator()(const Aggregate& step) {
        for (const auto& key : step.keys) add(key.second);
        for (const auto& aggregation : step.aggregations) {
            for (const auto& argument : aggregation.arguments) add(argument);
            for (const auto& weight : aggregation.weights) add(weight);
        }
    }
    void operator()(const Distinct&) { add_all(); }
    void operator()(const Sort& step) { ordered(step.items); }
    void operator()(const TopK& step) { ordered(step.items); }
    void operator()(const Skip&) { hand_on(); }
    void operator()(const Limit&) { hand_on(); }
    void operator()(const UnwindList& step) {
        hand_on();
        add(step.list);
    }
    void operator()(const Concatenate&) { hand_on(); }
    void operator()(const Optional&) { hand_on(); }
    void operator()(const CallProcedure& step) {
        if (!step.standalone) hand_on();
        for (const auto& argument : step.arguments) add(argument);
    }
    // What changes the graph takes its rows whole.
    void operator()(const CreatePattern&) { add_all(); }
    void operator()(const MergePattern&) { add_all(); }
    void operator()(const ChangeElements&) { add_all(); }
    void operator()(const DeleteElements&) { add_all(); }
    void operator()(const ForEach&) { add_all(); }
    void operator()(const EmptyResult&) { add_all(); }
    void operator()(const MatchPattern&) { add_all(); }

  private:
    // The input's columns stand first among the step's.
    void hand_on() {
        for (std::size_t i = 0; i < read_.size(); ++i) read_[i] = read_[i] || at(above_, i);
    }
    void add_all() { read_.assign(read_.size(), true); }
    void add(const std::string& name) {
        const auto found = std::find(columns_.begin(), columns_.end(), name);
        if (found != columns_.end()) read_[static_cast<std::size_t>(found - columns_.begin())] = true;
    }
    void add(const Expression& expression) {
        for (const auto& name : variables_read(expression)) add(name);
    }
    void add(const Walk& walk) {
        add(walk.from);
        if (walk.to_bound) add(walk.to);
        for (const auto& name : walk.unlike) add(name);
    }
    void ordered(const std::vector<SortItem>& items) {
        hand_on();
        for (const auto& item : items) add(item.expression);
    }

    const Plan& plan_;
    const Flags& above_;
    const Layout& columns_;
    Flags read_;
};

// Of the inner plan's columns, what an Optional takes: the number of the outer row, and what it adds.
Flags taken_from_inner(const Plan& plan) {
    const Plan& inner = plan.inputs[1];
    Flags read(inner.columns.size(), false);
    read[0] = true;
    for (std::size_t i = plan.inputs[0].columns.size(); i < plan.columns.size(); ++i) {
        const auto found = std::find(inner.columns.begin(), inner.columns.end(), plan.columns[i]);
        read[static_cast<std::size_t>(found - inner.columns.begin())] = true;
    }
    return read;
}

// Gives what is read of the columns of the Argument at the bottom.
Flags mark(Plan& plan, const Flags& read) {
    plan.unread.clear();
    if (std::find(read.begin(), read.end(), false) != read.end()) {
        plan.unread = read;
        plan.unread.flip();
    }
    if (plan.inputs.empty()) return read;
    Reads reads(plan, read);
    std::visit(reads, plan.step);
    Flags first = reads.take();
    if (std::holds_alternative<Concatenate>(plan.step)) {
        for (std::size_t i = 1; i < plan.inputs.size(); ++i) mark(plan.inputs[i], first);
    } else if (std::holds_alternative<Optional>(plan.step)) {
        const Flags leaf = mark(plan.inputs[1], taken_from_inner(plan));
        for (std::size_t i = 0; i < first.size(); ++i) first[i] = first[i] || at(leaf, i + 1);
    } else if (plan.inputs.size() > 1) {
        mark(plan.inputs[1], Flags(plan.inputs[1].columns.size(), true));
    }
    return mark(plan.inputs[0], first);
}

}  // namespace

bool drop_unread_columns(Plan& plan, const PlanContext& context) {
    Flags read(plan.columns.size(), !context.only_whether);
    if (context.only_whether && !read.empty() && is_hidden(plan.columns[0]))
        read[0] = true;  // the number of the outer row
    mark(plan, read);
    return false;
}

}  // namespace hearsay::engine

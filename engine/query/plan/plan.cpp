#include "engine/query/plan/plan.hpp"

#include <algorithm>

#include "grammar/tree/hidden_name.hpp"

namespace hearsay::engine {

template <class T>
requires grammar::is_alternative_of<T, AnyStep> Step::Step(T step) : AnyStep(std::move(step)) {}

Step::Step() = default;
Step::Step(const Step&) = default;
Step::Step(Step&&) noexcept = default;
Step& Step::operator=(const Step&) = default;
Step& Step::operator=(Step&&) noexcept = default;
Step::~Step() = default;

template Step::Step(Argument);
template Step::Step(AllVertices);
template Step::Step(LabelScan);
template Step::Step(IndexLookup);
template Step::Step(TextLookup);
template Step::Step(RangeLookup);
template Step::Step(Expand);
template Step::Step(CountEdges);
template Step::Step(VariableExpand);
template Step::Step(FollowEdges);
template Step::Step(ShortestPath);
template Step::Step(BuildPath);
template Step::Step(Filter);
template Step::Step(Project);
template Step::Step(Aggregate);
template Step::Step(Distinct);
template Step::Step(Sort);
template Step::Step(TopK);
template Step::Step(Skip);
template Step::Step(Limit);
template Step::Step(UnwindList);
template Step::Step(Concatenate);
template Step::Step(Optional);
template Step::Step(CallProcedure);
template Step::Step(CreatePattern);
template Step::Step(MergePattern);
template Step::Step(ChangeElements);
template Step::Step(DeleteElements);
template Step::Step(ForEach);
template Step::Step(EmptyResult);
template Step::Step(MatchPattern);

Plan::Plan() = default;
Plan::Plan(Step its_step, Layout its_columns) : step(std::move(its_step)), columns(std::move(its_columns)) {}
Plan::Plan(const Plan&) = default;
Plan::Plan(Plan&&) noexcept = default;
Plan& Plan::operator=(const Plan&) = default;
Plan& Plan::operator=(Plan&&) noexcept = default;
Plan::~Plan() = default;

namespace {

struct Columns {
    const std::vector<Plan>& inputs;

    Layout with(const std::string& name) const {
        Layout columns = inputs[0].columns;
        add(columns, name);
        return columns;
    }
    static void add(Layout& columns, const std::string& name) {
        if (!name.empty() && !has_column(columns, name)) columns.push_back(name);
    }
    Layout walked(const Walk& walk) const {
        Layout columns = inputs[0].columns;
        add(columns, walk.edge);
        add(columns, walk.to);
        return columns;
    }

    Layout operator()(const Argument&) const { return {}; }
    Layout operator()(const AllVertices& step) const { return with(step.variable); }
    Layout operator()(const LabelScan& step) const { return with(step.variable); }
    Layout operator()(const IndexLookup& step) const { return with(step.variable); }
    Layout operator()(const TextLookup& step) const { return with(step.variable); }
    Layout operator()(const RangeLookup& step) const { return with(step.variable); }
    Layout operator()(const Expand& step) const { return walked(step.walk); }
    Layout operator()(const CountEdges& step) const { return with(step.column); }
    Layout operator()(const VariableExpand& step) const { return walked(step.walk); }
    Layout operator()(const FollowEdges& step) const {
        Layout columns = with(step.walk.from);
        add(columns, step.walk.to);
        return columns;
    }
    Layout operator()(const ShortestPath& step) const { return walked(step.expand.walk); }
    Layout operator()(const BuildPath& step) const { return with(step.variable); }
    Layout operator()(const Filter&) const { return inputs[0].columns; }
    Layout operator()(const Project& step) const {
        Layout columns;
        for (const auto& item : step.items) columns.push_back(item.first);
        return columns;
    }
    Layout operator()(const Aggregate& step) const {
        Layout columns;
        for (const auto& key : step.keys) columns.push_back(key.first);
        for (const auto& aggregation : step.aggregations) columns.push_back(aggregation.column);
        return columns;
    }
    Layout operator()(const Distinct&) const { return inputs[0].columns; }
    Layout operator()(const Sort&) const { return inputs[0].columns; }
    Layout operator()(const TopK&) const { return inputs[0].columns; }
    Layout operator()(const Skip&) const { return inputs[0].columns; }
    Layout operator()(const Limit&) const { return inputs[0].columns; }
    Layout operator()(const UnwindList& step) const { return with(step.variable); }
    Layout operator()(const Concatenate&) const { return inputs[0].columns; }
    // What the inner plan made up for itself ends with it.
    Layout with_named(const Layout& inner) const {
        Layout columns = inputs[0].columns;
        for (const auto& name : inner) {
            if (!grammar::is_hidden(name)) add(columns, name);
        }
        return columns;
    }
    Layout operator()(const Optional&) const { return with_named(inputs[1].columns); }
    Layout operator()(const CallProcedure& step) const {
        Layout columns = step.standalone ? Layout{} : inputs[0].columns;
        for (const auto& result : step.results) columns.push_back(result.second);
        return columns;
    }
    Layout operator()(const CreatePattern& step) const {
        Layout columns = inputs[0].columns;
        for (const auto& node : step.nodes) columns.push_back(node.variable);  // all new
        for (const auto& edge : step.edges) {
            if (!edge.variable.empty()) columns.push_back(edge.variable);
        }
        return columns;
    }
    Layout operator()(const MergePattern&) const { return with_named(inputs[1].columns); }
    Layout operator()(const ChangeElements&) const { return inputs[0].columns; }
    Layout operator()(const DeleteElements&) const { return inputs[0].columns; }
    Layout operator()(const ForEach&) const { return inputs[0].columns; }
    Layout operator()(const EmptyResult&) const { return {}; }
    Layout operator()(const MatchPattern& step) const {
        Layout columns = inputs[0].columns;
        for (const auto& node : step.nodes) add(columns, node);
        for (const auto& edge : step.edges) add(columns, edge.variable);
        for (const auto& path : step.paths) add(columns, path.variable);
        return columns;
    }
};

}  // namespace

bool has_column(const Layout& layout, std::string_view name) {
    return std::find(layout.begin(), layout.end(), name) != layout.end();
}

bool changes_graph(const Plan& plan) {
    return std::holds_alternative<CreatePattern>(plan.step) ||
           std::holds_alternative<MergePattern>(plan.step) ||
           std::holds_alternative<ChangeElements>(plan.step) ||
           std::holds_alternative<DeleteElements>(plan.step) || std::holds_alternative<ForEach>(plan.step) ||
           std::any_of(plan.inputs.begin(), plan.inputs.end(), changes_graph);
}

Layout columns_of(const Step& step, const std::vector<Plan>& inputs) {
    return std::visit(Columns{inputs}, step);
}

namespace {

// The Argument at the bottom.
Plan& leaf_of(Plan& plan) {
    return plan.inputs.empty() ? plan : leaf_of(plan.inputs[0]);
}

// The columns that an inner plan starts from follow from the outer rows.
void start_from(const Layout& outer, const Step& step, Layout& given) {
    if (std::holds_alternative<Optional>(step)) {
        given.resize(1);  // the number of the outer row comes before it
        given.insert(given.end(), outer.begin(), outer.end());
    } else if (std::holds_alternative<MergePattern>(step)) {
        given = outer;
    } else if (const auto* each = std::get_if<ForEach>(&step)) {
        given = outer;
        given.push_back(each->variable);
    }
}

}  // namespace

void refresh_columns(Plan& plan) {
    if (std::holds_alternative<Argument>(plan.step)) return;
    for (std::size_t i = 0; i < plan.inputs.size(); ++i) {
        if (i == 1) start_from(plan.inputs[0].columns, plan.step, leaf_of(plan.inputs[1]).columns);
        refresh_columns(plan.inputs[i]);
    }
    plan.columns = columns_of(plan.step, plan.inputs);
}

Plan over(Plan first, Plan second, Step step) {
    Plan plan(std::move(step), {});
    plan.rows = first.rows;
    plan.inputs.push_back(std::move(first));
    plan.inputs.push_back(std::move(second));
    plan.columns = columns_of(plan.step, plan.inputs);
    return plan;
}

Plan over(Plan input, Step step) {
    Plan plan(std::move(step), {});
    plan.rows = input.rows;
    plan.inputs.push_back(std::move(input));
    plan.columns = columns_of(plan.step, plan.inputs);
    return plan;
}

}  // namespace hearsay::engine

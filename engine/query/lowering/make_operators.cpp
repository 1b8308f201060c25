#include "engine/query/lowering/make_operators.hpp"

#include <utility>

#include "engine/query/lowering/subquery.hpp"
#include "engine/query/operators/aggregate.hpp"
#include "engine/query/operators/build_path.hpp"
#include "engine/query/operators/call_procedure.hpp"
#include "engine/query/operators/concatenate.hpp"
#include "engine/query/operators/distinct.hpp"
#include "engine/query/operators/empty_result.hpp"
#include "engine/query/operators/filter.hpp"
#include "engine/query/operators/index_lookup.hpp"
#include "engine/query/operators/limit.hpp"
#include "engine/query/operators/optional.hpp"
#include "engine/query/operators/project.hpp"
#include "engine/query/operators/range_lookup.hpp"
#include "engine/query/operators/scan.hpp"
#include "engine/query/operators/sort.hpp"
#include "engine/query/operators/text_lookup.hpp"
#include "engine/query/operators/unwind.hpp"
#include "engine/query/operators/updates/change_elements.hpp"
#include "engine/query/operators/updates/create.hpp"
#include "engine/query/operators/updates/delete.hpp"
#include "engine/query/operators/updates/for_each.hpp"
#include "engine/query/operators/updates/merge.hpp"
#include "engine/query/operators/walks/count_edges.hpp"
#include "engine/query/operators/walks/expand.hpp"
#include "engine/query/operators/walks/follow_edges.hpp"
#include "engine/query/operators/walks/reach.hpp"
#include "engine/query/operators/walks/shortest_passing.hpp"
#include "engine/query/operators/walks/shortest_path.hpp"
#include "engine/query/operators/walks/variable_expand.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine {

namespace {

class Maker {
  public:
    Maker(QueryContext& context, const PlanContext& planning, const ArgumentRows& rows)
        : context_(context), planning_(planning), rows_(rows) {}

    OperatorBox make(Plan& plan) {
        Plan* const around = std::exchange(at_hand_, &plan);
        auto made = std::visit([this, &plan](const auto& step) { return of(plan, step); }, plan.step);
        at_hand_ = around;
        return made;
    }

  private:
    OperatorBox input(Plan& plan) { return make(plan.inputs[0]); }

    Compiled compiled(const grammar::Expression& expression, const Layout& layout) {
        return compile(expression, layout, planning_.functions,
                       [this](const grammar::Expression& subquery, const Layout& around) {
                           return compile_subquery(subquery, around, *at_hand_, context_, planning_);
                       });
    }
    // Over the input's columns.
    Compiled compiled(const grammar::Expression& expression, const Plan& plan) {
        return compiled(expression, plan.inputs[0].columns);
    }
    RowCount count(const grammar::Expression& expression) {
        return {compiled(expression, Layout()), expression.span};
    }
    template <class Named>
    std::vector<Compiled> seconds(const std::vector<Named>& named, const Plan& plan) {
        std::vector<Compiled> all;
        for (const auto& item : named) all.push_back(compiled(item.second, plan));
        return all;
    }
    std::vector<Compiled> all_of(const std::vector<grammar::Expression>& expressions, const Plan& plan) {
        std::vector<Compiled> all;
        for (const auto& expression : expressions) all.push_back(compiled(expression, plan));
        return all;
    }
    std::vector<Compiled> keys_of(const std::vector<grammar::SortItem>& items, const Plan& plan) {
        std::vector<Compiled> all;
        for (const auto& item : items) all.push_back(compiled(item.expression, plan));
        return all;
    }

    OperatorBox of(Plan& plan, const Argument&) {
        return std::make_unique<ArgumentOperator>(plan, context_, rows_);
    }
    OperatorBox of(Plan& plan, const AllVertices&) {
        return std::make_unique<AllVerticesOperator>(plan, context_, input(plan));
    }
    OperatorBox of(Plan& plan, const LabelScan& step) {
        if (step.order) return std::make_unique<OrderedScanOperator>(plan, step, context_, input(plan));
        return std::make_unique<LabelScanOperator>(plan, step, context_, input(plan));
    }
    OperatorBox of(Plan& plan, const IndexLookup& step) {
        return std::make_unique<IndexLookupOperator>(plan, step, compiled(step.value, plan), context_,
                                                     input(plan));
    }
    OperatorBox of(Plan& plan, const TextLookup& step) {
        return std::make_unique<TextLookupOperator>(plan, step, compiled(step.part, plan), context_,
                                                    input(plan));
    }
    OperatorBox of(Plan& plan, const RangeLookup& step) {
        const auto bound = [&](const std::optional<RangeLookup::Bound>& side) {
            return side ? compiled(side->value, plan) : nullptr;
        };
        Compiled low = bound(step.low), high = bound(step.high);
        return std::make_unique<RangeLookupOperator>(plan, step, std::move(low), std::move(high), context_,
                                                     input(plan));
    }
    OperatorBox of(Plan& plan, const Expand& step) {
        Compiled test = step.test ? compiled(*step.test, plan.columns) : nullptr;
        return std::make_unique<ExpandOperator>(plan, step, std::move(test), context_, input(plan));
    }
    OperatorBox of(Plan& plan, const CountEdges& step) {
        return std::make_unique<CountEdgesOperator>(plan, step, context_, input(plan));
    }
    OperatorBox of(Plan& plan, const VariableExpand& step) {
        if (step.ends == Ends::Once)
            return std::make_unique<ReachFromAllOperator>(plan, step, context_, input(plan));
        if (step.ends == Ends::OnceForARow)
            return std::make_unique<ReachOperator>(plan, step, seconds(step.properties, plan), context_,
                                                   input(plan));
        std::vector<Compiled> end_tests;
        for (const auto& test : step.end_tests) end_tests.push_back(compiled(test, Layout{step.walk.to}));
        return std::make_unique<VariableExpandOperator>(plan, step, seconds(step.properties, plan),
                                                        PassingEnds(step, std::move(end_tests)), context_,
                                                        input(plan));
    }
    OperatorBox of(Plan& plan, const FollowEdges& step) {
        return std::make_unique<FollowEdgesOperator>(plan, step, context_, input(plan));
    }
    OperatorBox of(Plan& plan, const ShortestPath& step) {
        if (step.expand.least > 1 || !step.predicates.empty()) return shortest_passing(plan, step);
        return std::make_unique<ShortestPathOperator>(plan, step, seconds(step.expand.properties, plan),
                                                      context_, input(plan));
    }
    OperatorBox shortest_passing(Plan& plan, const ShortestPath& step) {
        const Layout& given = plan.inputs[0].columns;
        Layout walked = plan.columns;
        if (!step.path.empty()) walked.push_back(step.path);
        std::vector<ElementFilter> tests;
        std::vector<Compiled> predicates;
        for (const auto& predicate : step.predicates) {
            auto test = ElementFilter::of(
                predicate, step, given, [this](const grammar::Expression& expression, const Layout& layout) {
                    return compiled(expression, layout);
                });
            if (test) {
                tests.push_back(std::move(*test));
            } else {
                predicates.push_back(compiled(predicate, walked));
            }
        }
        return std::make_unique<ShortestPassingOperator>(plan, step, seconds(step.expand.properties, plan),
                                                         std::move(tests), std::move(predicates), context_,
                                                         input(plan));
    }
    OperatorBox of(Plan& plan, const BuildPath& step) {
        return std::make_unique<BuildPathOperator>(plan, step, context_, input(plan));
    }
    OperatorBox of(Plan& plan, const Filter& step) {
        return std::make_unique<FilterOperator>(plan, all_of(step.predicates, plan), context_, input(plan));
    }
    OperatorBox of(Plan& plan, const Project& step) {
        return std::make_unique<ProjectOperator>(plan, seconds(step.items, plan), context_, input(plan));
    }
    OperatorBox of(Plan& plan, const Aggregate& step) {
        std::vector<std::vector<Compiled>> arguments;
        for (const auto& aggregation : step.aggregations)
            arguments.push_back(all_of(aggregation.arguments, plan));
        return std::make_unique<AggregateOperator>(plan, step, seconds(step.keys, plan), std::move(arguments),
                                                   context_, input(plan));
    }
    OperatorBox of(Plan& plan, const Distinct&) {
        return std::make_unique<DistinctOperator>(plan, context_, input(plan));
    }
    OperatorBox of(Plan& plan, const Sort& step) {
        return std::make_unique<SortOperator>(plan, step.items, keys_of(step.items, plan), std::nullopt,
                                              std::nullopt, context_, input(plan));
    }
    OperatorBox of(Plan& plan, const TopK& step) {
        return std::make_unique<SortOperator>(plan, step.items, keys_of(step.items, plan),
                                              step.skip ? std::optional(count(*step.skip)) : std::nullopt,
                                              count(step.limit), context_, input(plan));
    }
    OperatorBox of(Plan& plan, const Skip& step) {
        return std::make_unique<SkipOperator>(plan, count(step.count), context_, input(plan));
    }
    OperatorBox of(Plan& plan, const Limit& step) {
        return std::make_unique<LimitOperator>(plan, count(step.count), context_, input(plan));
    }
    OperatorBox of(Plan& plan, const UnwindList& step) {
        return std::make_unique<UnwindOperator>(plan, compiled(step.list, plan), context_, input(plan));
    }
    OperatorBox of(Plan& plan, const Concatenate&) {
        std::vector<OperatorBox> inputs;
        for (auto& each : plan.inputs) inputs.push_back(make(each));
        return std::make_unique<ConcatenateOperator>(plan, context_, std::move(inputs));
    }
    OperatorBox of(Plan& plan, const Optional&) {
        OperatorBox outer = input(plan);
        auto rows = std::make_unique<ArgumentRows>();
        OperatorBox inner = make_operators(plan.inputs[1], context_, planning_, *rows);
        return std::make_unique<OptionalOperator>(plan, context_, std::move(outer), std::move(rows),
                                                  std::move(inner));
    }
    OperatorBox of(Plan& plan, const CallProcedure& step) {
        return std::make_unique<CallProcedureOperator>(plan, step, all_of(step.arguments, plan), context_,
                                                       input(plan));
    }
    PropertyMap property_map(const std::optional<grammar::Expression>& properties, const Plan& plan) {
        if (!properties) return {};
        const auto* map = std::get_if<grammar::MapLiteral>(&properties->node);
        if (map == nullptr) return PropertyMap(compiled(*properties, plan), properties->span);
        std::vector<PropertyMap::Entry> entries;
        for (const auto& [key, value] : map->entries)
            entries.push_back({key.text, compiled(value, plan), value.span});
        return PropertyMap(std::move(entries));
    }
    std::vector<PropertyMap> property_maps(const CreatePattern& step, const Plan& plan) {
        std::vector<PropertyMap> maps;
        for (const auto& node : step.nodes) maps.push_back(property_map(node.properties, plan));
        for (const auto& edge : step.edges) maps.push_back(property_map(edge.properties, plan));
        return maps;
    }
    OperatorBox of(Plan& plan, const CreatePattern& step) {
        return std::make_unique<CreateOperator>(plan, step, property_maps(step, plan), context_, input(plan));
    }
    Changes changes(const std::vector<Change>& all, bool row_by_row, const Layout& layout) {
        std::vector<Changes::Item> items;
        for (const auto& change : all) {
            items.push_back({&change, compiled(change.object, layout),
                             change.value ? compiled(*change.value, layout) : nullptr});
        }
        return {std::move(items), row_by_row, context_};
    }
    OperatorBox of(Plan& plan, const MergePattern& step) {
        OperatorBox outer = input(plan);
        auto rows = std::make_unique<ArgumentRows>();
        OperatorBox inner = make_operators(plan.inputs[1], context_, planning_, *rows);
        PatternCreator creator(step.pattern, plan.inputs[0].columns, property_maps(step.pattern, plan),
                               context_);
        MergeOperator::Parts parts{std::move(rows), std::move(inner), std::move(creator),
                                   changes(step.on_create, step.row_by_row, plan.columns),
                                   changes(step.on_match, step.row_by_row, plan.columns)};
        return std::make_unique<MergeOperator>(plan, step, std::move(parts), context_, std::move(outer));
    }
    OperatorBox of(Plan& plan, const ChangeElements& step) {
        return std::make_unique<ChangeElementsOperator>(
            plan, changes(step.changes, step.row_by_row, plan.columns), context_, input(plan));
    }
    OperatorBox of(Plan& plan, const DeleteElements& step) {
        return std::make_unique<DeleteOperator>(plan, step, all_of(step.expressions, plan), context_,
                                                input(plan));
    }
    OperatorBox of(Plan& plan, const ForEach& step) {
        OperatorBox outer = input(plan);
        auto rows = std::make_unique<ArgumentRows>();
        OperatorBox body = make_operators(plan.inputs[1], context_, planning_, *rows);
        return std::make_unique<ForEachOperator>(plan, step, compiled(step.list, plan), context_,
                                                 std::move(outer), std::move(rows), std::move(body));
    }
    OperatorBox of(Plan& plan, const EmptyResult&) {
        return std::make_unique<EmptyResultOperator>(plan, context_, input(plan));
    }
    OperatorBox of(Plan&, const MatchPattern&) {
        HEARSAY_ASSERT(!"the rules lay every pattern out");
        return nullptr;
    }

    QueryContext& context_;
    const PlanContext& planning_;
    const ArgumentRows& rows_;
    Plan* at_hand_ = nullptr;  // whose expressions are being compiled
};

}  // namespace

OperatorBox make_operators(Plan& plan, QueryContext& context, const PlanContext& planning,
                           const ArgumentRows& rows) {
    return Maker(context, planning, rows).make(plan);
}

}  // namespace hearsay::engine

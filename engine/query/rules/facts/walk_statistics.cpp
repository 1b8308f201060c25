#include "engine/query/rules/facts/walk_statistics.hpp"

#include <algorithm>

#include "engine/query/rules/facts/above.hpp"
#include "engine/query/rules/facts/estimates.hpp"

namespace hearsay::engine {

using grammar::Direction;
using graphs::EndCount;
using graphs::LabelId;
using graphs::TypeId;

namespace {

struct Everywhere {
    const graphs::PropertyGraph& graph;
    EndCount sources(TypeId type) const { return graph.sources(type); }
    EndCount targets(TypeId type) const { return graph.targets(type); }
};

struct WithLabel {
    const graphs::PropertyGraph& graph;
    LabelId label;
    EndCount sources(TypeId type) const { return graph.sources(type, label); }
    EndCount targets(TypeId type) const { return graph.targets(type, label); }
};

}  // namespace

WalkStatistics::WalkStatistics(const std::vector<grammar::Name>& types, Direction direction,
                               const graphs::PropertyGraph& graph)
    : graph_(graph), direction_(direction) {
    for (const auto& name : types) {
        const TypeId type = graph.find_type(name.text);
        if (!type.is_none() && std::find(types_.begin(), types_.end(), type) == types_.end())
            types_.push_back(type);
    }
    for (std::uint32_t i = 0; types.empty() && i < graph.type_count(); ++i) types_.push_back(TypeId{i});
    near_ = add(direction != Direction::Left, direction != Direction::Right, Everywhere{graph});
    far_ = add(direction != Direction::Right, direction != Direction::Left, Everywhere{graph});
}

template <class Count>
EndCount WalkStatistics::add(bool sources, bool targets, const Count& count) const {
    EndCount all;
    const auto add_one = [&all](EndCount one) {
        all.edges += one.edges;
        all.vertices += one.vertices;
    };
    for (const TypeId type : types_) {
        if (sources) add_one(count.sources(type));
        if (targets) add_one(count.targets(type));
    }
    return all;
}

template <class Holds>
LabelId WalkStatistics::common(const Holds& all_have) const {
    constexpr std::size_t most_looks = 32;  // where there are more labels, the first of them
    LabelId best;
    if (near_.edges == 0) return best;
    for (std::uint32_t i = 0; i < std::min(graph_.label_count(), most_looks); ++i) {
        const LabelId label{i};
        if (all_have(label) &&
            (best.is_none() || graph_.vertices(label).size() < graph_.vertices(best).size()))
            best = label;
    }
    return best;
}

LabelId WalkStatistics::common_near() const {
    return common([this](LabelId label) { return all_near(label); });
}

LabelId WalkStatistics::common_far() const {
    return common([this](LabelId label) { return all_far(label); });
}

EndCount WalkStatistics::near(LabelId label) const {
    return add(direction_ != Direction::Left, direction_ != Direction::Right, WithLabel{graph_, label});
}

EndCount WalkStatistics::far(LabelId label) const {
    return add(direction_ != Direction::Right, direction_ != Direction::Left, WithLabel{graph_, label});
}

namespace {

LabelId label_from(const Plan& plan, const std::string& variable, const PlanContext& context) {
    if (const auto* scan = std::get_if<LabelScan>(&plan.step)) {
        if (scan->variable == variable) return context.graph.find_label(scan->label.text);
    } else if (const auto* lookup = std::get_if<IndexLookup>(&plan.step)) {
        if (lookup->variable == variable) return context.graph.find_label(lookup->label.text);
    } else if (const auto* search = std::get_if<TextLookup>(&plan.step)) {
        if (search->variable == variable) return context.graph.find_label(search->label.text);
    } else if (const auto* between = std::get_if<RangeLookup>(&plan.step)) {
        if (between->variable == variable) return context.graph.find_label(between->label.text);
    } else if (const auto* filter = std::get_if<Filter>(&plan.step)) {
        for (const auto& predicate : filter->predicates) {
            if (const auto* label = label_test(predicate, variable))
                return context.graph.find_label(label->text);
        }
    } else if (const auto* expand = std::get_if<Expand>(&plan.step)) {
        const Walk& walk = expand->walk;
        if (walk.to != variable && walk.from != variable) return {};
        const WalkStatistics edges(walk.types, walk.direction, context.graph);
        return walk.to == variable ? edges.common_far() : edges.common_near();
    }
    return {};
}

}  // namespace

LabelId likely_label(const Plan& plan, const std::string& variable, const PlanContext& context) {
    constexpr int most_looks = 32;
    const Plan* at = &plan;
    for (int i = 0; i < most_looks && takes_row_by_row(at->step); ++i) {
        if (std::holds_alternative<Project>(at->step)) break;  // the name may be another's below
        const LabelId label = label_from(*at, variable, context);
        if (!label.is_none()) return label;
        at = &at->inputs[0];
    }
    return {};
}

}  // namespace hearsay::engine

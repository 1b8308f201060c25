// The edges that a walk could take in the whole graph, counted at its near and at its far end.
#pragma once

#include <vector>

#include "engine/query/plan/plan.hpp"

namespace hearsay::engine {

class WalkStatistics {
  public:
    WalkStatistics(const std::vector<grammar::Name>& types, grammar::Direction direction,
                   const graphs::PropertyGraph& graph);

    // Edges as they are seen from their near ends: a walk in either direction sees most of them twice.
    // `vertices` may count a vertex once for each type.
    const graphs::EndCount& near() const { return near_; }
    const graphs::EndCount& far() const { return far_; }
    // Those that have the label at this end.
    graphs::EndCount near(graphs::LabelId label) const;
    graphs::EndCount far(graphs::LabelId label) const;
    // Does every edge have the label at this end?
    bool all_near(graphs::LabelId label) const { return near(label).edges == near_.edges; }
    bool all_far(graphs::LabelId label) const { return far(label).edges == far_.edges; }

    // The label with the fewest vertices that every edge has at this end, or none().
    graphs::LabelId common_near() const;
    graphs::LabelId common_far() const;

  private:
    template <class Holds>
    graphs::LabelId common(const Holds& all_have) const;
    template <class Count>
    graphs::EndCount add(bool sources, bool targets, const Count& count) const;

    const graphs::PropertyGraph& graph_;
    std::vector<graphs::TypeId> types_;
    grammar::Direction direction_;
    graphs::EndCount near_, far_;
};

// The label that the vertices in a column of the plan's rows are expected to have: one that they were listed
// by or tested for, or that every edge of a walk to them has at this end. none() if there is no such.
graphs::LabelId likely_label(const Plan& plan, const std::string& variable, const PlanContext& context);

}  // namespace hearsay::engine

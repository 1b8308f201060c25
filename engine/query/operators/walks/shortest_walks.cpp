#include "engine/query/operators/walks/shortest_walks.hpp"

namespace hearsay::engine {

using graphs::VertexId;

void SearchSide::begin(VertexId origin, const QueryContext& context) {
    known.clear(found, [](const Found& each) { return each.vertex; });
    known.expect(context.graph.vertex_capacity(), context);
    found.clear();
    found.push_back({origin, {}, 0});
    levels.assign(1, 0);
    known.insert(origin);
}

void WalksToOrigin::begin(std::uint32_t meeting) {
    edges_.clear();
    stack_.assign(1, {meeting, first_[meeting]});
}

// Depth first; without recursion, since walks may be long. Every step leads on to the origin.
bool WalksToOrigin::next(const QueryContext& context) {
    std::size_t tried = 0;
    while (!stack_.empty()) {
        if (++tried % batch_rows == 0) context.check();
        Place& place = stack_.back();
        const bool at_origin = first_[place.node] == first_.back();
        if (!at_origin && place.next < first_[place.node + 1]) {
            const Step& step = steps_[place.next++];
            edges_.push_back(step.edge);
            stack_.push_back({step.node, first_[step.node]});
            if (first_[step.node] == first_.back()) return true;
            continue;
        }
        const bool whole = at_origin && stack_.size() == 1 && place.next == first_.back();
        if (whole) {  // the meeting is the origin: the walk of no edge, once
            ++place.next;
            return true;
        }
        stack_.pop_back();
        if (!edges_.empty()) edges_.pop_back();
    }
    return false;
}

}  // namespace hearsay::engine

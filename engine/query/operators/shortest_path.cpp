#include "engine/query/operators/shortest_path.hpp"

#include <algorithm>

namespace hearsay::engine {

using graphs::EdgeId;
using graphs::Value;
using graphs::VertexId;

ShortestPathOperator::ShortestPathOperator(Plan& plan, const ShortestPath& step, std::vector<Compiled> values,
                                           QueryContext& context, OperatorBox input)
    : RowOperator(plan, context, std::move(input)),
      walk_(step.expand.walk.types, step.expand.walk.direction),
      from_(column_index(plan.inputs[0].columns, step.expand.walk.from)),
      to_(column_index(plan.inputs[0].columns, step.expand.walk.to)),
      taken_(plan.inputs[0].columns, step.expand.walk.unlike),
      least_(step.expand.least),
      most_(step.expand.most),
      all_(step.all),
      properties_(step.expand, std::move(values)) {}

void ShortestPathOperator::begin_row(std::size_t row) {
    found_.clear();
    at_ = 0;
    const VertexId from = vertex_at(in_.columns[from_], row);
    const VertexId to = vertex_at(in_.columns[to_], row);
    if (from.is_none() || to.is_none()) return;
    if (from == to) {
        if (least_ == 0) found_.emplace_back(graphs::List());
        return;
    }
    find(row, from, to);
}

void ShortestPathOperator::advance(Search& search, std::size_t row) {
    std::vector<VertexId> next;
    ++search.depth;
    std::size_t tried = 0;
    for (VertexId vertex : search.frontier) {
        Neighbours neighbours(context_.graph, search.walk, vertex);
        graphs::Neighbour neighbour;
        while (neighbours.next(neighbour)) {
            if (++tried % batch_rows == 0) context_.check();
            if (taken_.contains(in_, row, neighbour.edge) ||
                !properties_.hold(context_.graph, row, neighbour.edge)) {
                continue;
            }
            auto [place, is_new] = search.reached.try_emplace(neighbour.vertex);
            Reached& reached = place->second;
            if (is_new) {
                reached.distance = search.depth;
                next.push_back(neighbour.vertex);
            }
            if (reached.distance == search.depth && (is_new || all_))
                reached.from.push_back({vertex, neighbour.edge});
        }
    }
    search.frontier = std::move(next);
}

ShortestPathOperator::Walks ShortestPathOperator::walks_to(const Search& search, VertexId vertex) const {
    const Reached& reached = search.reached.at(vertex);
    if (reached.distance == 0) return {{}};
    Walks walks;
    for (const auto& before : reached.from) {
        context_.check();
        for (auto& walk : walks_to(search, before.vertex)) {
            walk.push_back(before.edge);
            walks.push_back(std::move(walk));
            if (!all_) return walks;
        }
    }
    return walks;
}

void ShortestPathOperator::find(std::size_t row, VertexId from, VertexId to) {
    Search forth{walk_, {{from, {}}}, {from}};
    Search back{walk_.reversed(), {{to, {}}}, {to}};
    while (!forth.frontier.empty() && !back.frontier.empty()) {
        if (most_ && forth.depth + back.depth >= *most_) return;
        const bool first = forth.frontier.size() <= back.frontier.size();
        Search& search = first ? forth : back;
        const Search& other = first ? back : forth;
        advance(search, row);
        // The first level at which the searches meet holds exactly one vertex of every shortest walk.
        for (VertexId vertex : search.frontier) {
            if (!other.reached.contains(vertex)) continue;
            for (const auto& head : walks_to(forth, vertex)) {
                for (const auto& tail : walks_to(back, vertex)) {
                    graphs::List list;
                    for (EdgeId edge : head) list.emplace_back(edge);
                    for (auto edge = tail.rbegin(); edge != tail.rend(); ++edge) list.emplace_back(*edge);
                    found_.emplace_back(std::move(list));
                    if (!all_) return;
                }
            }
        }
        if (!found_.empty()) return;
    }
}

bool ShortestPathOperator::step() {
    while (at_ < found_.size()) {
        const Value& walk = found_[at_++];
        if (static_cast<std::int64_t>(walk.list().size()) < least_) continue;
        walks_.push_back(walk);
        return true;
    }
    return false;
}

void ShortestPathOperator::finish(const std::vector<std::uint32_t>& picked, Batch& out) {
    copy_rows(in_, picked, out);
    out.columns.emplace_back(std::move(walks_));
    walks_ = {};
}

}  // namespace hearsay::engine

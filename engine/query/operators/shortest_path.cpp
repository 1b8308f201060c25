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
    taken_.begin_row(in_, row);
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
        EdgeLists neighbours(search.walk, vertex);
        graphs::Neighbour neighbour;
        while (neighbours.next(neighbour)) {
            if (++tried % batch_rows == 0) context_.check();
            if (taken_.contains(neighbour.edge) || !properties_.hold(context_.graph, row, neighbour.edge)) {
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

// Back from the vertex, depth first; without recursion, since walks may be long.
ShortestPathOperator::Walks ShortestPathOperator::walks_to(const Search& search, VertexId vertex) const {
    Walks walks;
    std::vector<EdgeId> edges;                                  // from `vertex` back
    std::vector<std::pair<const Reached*, std::size_t>> stack;  // of the vertices on it, with what was tried
    stack.emplace_back(&search.reached.at(vertex), 0);
    std::size_t work = 0;
    while (!stack.empty()) {
        auto& [reached, next] = stack.back();
        if (reached->distance == 0) {
            make_room(walks, context_);
            walks.emplace_back(edges.rbegin(), edges.rend());
            if (!all_) return walks;
            work += edges.size();
        }
        if (++work >= batch_rows) {
            context_.check();
            work = 0;
        }
        if (next == reached->from.size()) {
            stack.pop_back();
            if (!edges.empty()) edges.pop_back();
            continue;
        }
        const graphs::Neighbour& before = reached->from[next++];
        edges.push_back(before.edge);
        stack.emplace_back(&search.reached.at(before.vertex), 0);
    }
    return walks;
}

void ShortestPathOperator::find(std::size_t row, VertexId from, VertexId to) {
    Search forth{walk_, {{from, {}}}, {from}};
    Search back{walk_.reversed(), {{to, {}}}, {to}};
    back.walk.resolve(context_.graph);
    while (!forth.frontier.empty() && !back.frontier.empty()) {
        if (most_ && forth.depth + back.depth >= *most_) return;
        const bool first = forth.frontier.size() <= back.frontier.size();
        Search& search = first ? forth : back;
        const Search& other = first ? back : forth;
        advance(search, row);
        // The first level at which the searches meet holds exactly one vertex of every shortest walk.
        for (VertexId vertex : search.frontier) {
            if (!other.reached.contains(vertex)) continue;
            context_.check();
            for (const auto& head : walks_to(forth, vertex)) {
                for (const auto& tail : walks_to(back, vertex)) {
                    context_.check();
                    make_room(found_, context_);
                    graphs::List list;
                    list.reserve(head.size() + tail.size());
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
    copy_input(picked, out);
    out.columns.emplace_back(std::move(walks_));
    walks_ = {};
}

}  // namespace hearsay::engine

#include "engine/query/operators/walks/shortest_path.hpp"

#include <algorithm>

namespace hearsay::engine {

using graphs::EdgeId;
using graphs::List;
using graphs::Neighbour;
using graphs::Value;
using graphs::VertexId;

namespace {

// How many edges the next level has to look at; a long level is judged by some of it.
std::size_t edges_ahead(const SearchSide& side) {
    constexpr std::size_t looked_at = 256;
    const auto level = side.last_level();
    const std::size_t stride = std::max<std::size_t>(1, level.size() / looked_at);
    std::size_t edges = 0;
    for (std::size_t i = 0; i < level.size(); i += stride) edges += side.walk.degree(level[i].vertex);
    return edges * stride;
}

// The edges back to the origin from a vertex of the last level.
void add_way_back(const SearchSide& side, VertexId vertex, List& list) {
    const auto level = side.last_level();
    const auto place = std::find_if(level.begin(), level.end(),
                                    [vertex](const auto& found) { return found.vertex == vertex; });
    for (const auto* at = &*place; at != side.found.data(); at = &side.found[at->before])
        list.emplace_back(at->edge);
}

}  // namespace

ShortestPathOperator::ShortestPathOperator(Plan& plan, const ShortestPath& step, std::vector<Compiled> values,
                                           QueryContext& context, OperatorBox input)
    : RowOperator(plan, context, std::move(input)),
      from_(column_index(plan.inputs[0].columns, step.expand.walk.from)),
      to_(column_index(plan.inputs[0].columns, step.expand.walk.to)),
      taken_(plan.inputs[0].columns, step.expand.walk.unlike),
      properties_(step.expand, std::move(values)),
      least_(step.expand.least),
      most_(step.expand.most),
      all_(step.all),
      keep_edges_(is_read(plan.inputs[0].columns.size())),
      forth_{{step.expand.walk.types, step.expand.walk.direction}, {}, {}, {}},
      back_{forth_.walk.reversed(), {}, {}, {}} {}

void ShortestPathOperator::begin_batch() {
    forth_.walk.resolve(context_.graph);
    back_.walk.resolve(context_.graph);
    properties_.begin_batch(in_, context_);
    froms_.read(in_.columns[from_]);
    tos_.read(in_.columns[to_]);
}

void ShortestPathOperator::begin_row(std::size_t row) {
    meetings_.clear();
    one_left_ = false;
    const VertexId from = froms_[row];
    const VertexId to = tos_[row];
    if (from.is_none() || to.is_none()) return;
    if (from == to) {
        one_left_ = least_ == 0;
        return;
    }
    taken_.begin_row(in_, row);
    properties_.begin_row(row);
    if (taken_.none() && properties_.none()) {
        find(from, to, AnyEdge());
    } else {
        find(from, to, [this](EdgeId edge) {
            return !taken_.contains(edge) && properties_.hold(context_.graph, edge);
        });
    }
}

template <class MayTake>
void ShortestPathOperator::find(VertexId from, VertexId to, const MayTake& may_take) {
    forth_.begin(from, context_);
    back_.begin(to, context_);
    while (meetings_.empty()) {
        if (most_ && forth_.depth() + back_.depth() >= *most_) return;
        const bool first = edges_ahead(forth_) <= edges_ahead(back_);
        SearchSide& side = first ? forth_ : back_;
        advance(side, first ? back_ : forth_, may_take);
        if (side.last_level().empty()) return;
    }
    if (forth_.depth() + back_.depth() < least_) {
        meetings_.clear();
    } else if (all_) {
        scratch_.expect(context_.graph.vertex_capacity(), context_);
        heads_.make(forth_, back_.walk, meetings_, scratch_, context_, may_take);
        tails_.make(back_, forth_.walk, meetings_, scratch_, context_, may_take);
        meeting_ = 0;
        in_head_ = false;
        heads_.begin(0);
    } else {
        one_left_ = true;
    }
}

// One level more. Where a vertex of it is known to the other search, the two searches meet. While they have
// not met, there is no walk of as many edges as both are deep; so a meeting is in the other's last level, and
// the first level with a meeting holds exactly one vertex of every shortest walk.
template <class MayTake>
void ShortestPathOperator::advance(SearchSide& side, const SearchSide& other, const MayTake& may_take) {
    const std::uint32_t begin = side.levels.back();
    const auto end = static_cast<std::uint32_t>(side.found.size());
    side.levels.push_back(end);
    for (std::uint32_t at = begin; at < end; ++at) {
        const VertexId vertex = side.found[at].vertex;
        for (const Leg& leg : side.walk.legs) {
            const auto edges = leg.at(vertex);
            tried_ += 1 + edges.size();
            for (const Neighbour& neighbour : edges) {
                if (side.known.contains(neighbour.vertex) || !may_take(neighbour.edge)) continue;
                side.known.insert(neighbour.vertex);
                make_room(side.found, context_);
                side.found.push_back({neighbour.vertex, neighbour.edge, at});
                if (!other.known.contains(neighbour.vertex)) continue;
                make_room(meetings_, context_);
                meetings_.push_back(neighbour.vertex);
                if (!all_) return;
            }
        }
        if (tried_ >= 4 * batch_rows) {
            context_.check();
            tried_ = 0;
        }
    }
}

// REQUIRES: one is left.
List ShortestPathOperator::one_walk() const {
    List list;
    if (meetings_.empty()) return list;
    add_way_back(forth_, meetings_[0], list);
    std::reverse(list.begin(), list.end());
    add_way_back(back_, meetings_[0], list);
    return list;
}

// Goes on to the next pair of halves.
bool ShortestPathOperator::next_walk() {
    while (meeting_ < meetings_.size()) {
        if (in_head_ && tails_.next(context_)) return true;
        in_head_ = heads_.next(context_);
        if (in_head_) {
            tails_.begin(meeting_);
        } else if (++meeting_ < meetings_.size()) {
            heads_.begin(meeting_);
        }
    }
    return false;
}

bool ShortestPathOperator::step() {
    if (one_left_) {
        one_left_ = false;
        if (keep_edges_) walks_.emplace_back(one_walk());
        meetings_.clear();
        return true;
    }
    if (!all_ || !next_walk()) return false;
    if (!keep_edges_) return true;
    List list;
    context_.reserve((heads_.edges().size() + tails_.edges().size()) * sizeof(Value));
    list.reserve(heads_.edges().size() + tails_.edges().size());
    for (auto edge = heads_.edges().rbegin(); edge != heads_.edges().rend(); ++edge) list.emplace_back(*edge);
    for (EdgeId edge : tails_.edges()) list.emplace_back(edge);
    make_room(walks_, context_);
    walks_.emplace_back(std::move(list));
    return true;
}

void ShortestPathOperator::finish(const std::vector<std::uint32_t>& picked, Batch& out) {
    copy_input(picked, out);
    out.columns.push_back(keep_edges_ ? Column(std::move(walks_)) : Column::repeat(Value(), picked.size()));
    walks_.clear();
}

}  // namespace hearsay::engine

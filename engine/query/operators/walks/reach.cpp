#include "engine/query/operators/walks/reach.hpp"

#include <algorithm>

namespace hearsay::engine {

using graphs::EdgeId;
using graphs::Value;
using graphs::VertexId;

ReachOperator::ReachOperator(Plan& plan, const VariableExpand& step, std::vector<Compiled> values,
                             QueryContext& context, OperatorBox input)
    : RowOperator(plan, context, std::move(input)),
      walk_(step.walk.types, step.walk.direction),
      from_(column_index(plan.inputs[0].columns, step.walk.from)),
      taken_(plan.inputs[0].columns, step.walk.unlike),
      properties_(step, std::move(values)),
      has_edge_(!step.walk.edge.empty()),
      keep_end_(!step.walk.to_bound && is_read(plan.columns.size() - 1)),
      least_(step.least),
      most_(step.most),
      search_(context, step.most),
      back_(context) {
    if (step.walk.to_bound) to_ = column_index(plan.inputs[0].columns, step.walk.to);
}

void ReachOperator::begin_batch() {
    walk_.resolve(context_.graph);
    properties_.begin_batch(in_, context_);
    froms_.read(in_.columns[from_]);
    if (to_) tos_.read(in_.columns[*to_]);
}

void ReachOperator::begin_row(std::size_t row) {
    taken_.begin_row(in_, row);
    properties_.begin_row(row);
    given_ = 0;
    const VertexId start = froms_[row];
    if (to_) wanted_ = tos_[row];
    if (start.is_none() || (to_ && wanted_.is_none())) {
        search_.clear(ReachSearch::Starts::AreEnds);
    } else {
        search_.clear(kind_of_start(start));
        search_.add_start(start);
    }
}

// Calls `search` with what says whether an edge may be taken.
template <class Search>
auto ReachOperator::among_edges(const Search& search) const {
    if (taken_.none() && properties_.none()) return search(AnyEdge());
    return search(
        [this](EdgeId edge) { return !taken_.contains(edge) && properties_.hold(context_.graph, edge); });
}

ReachSearch::Starts ReachOperator::kind_of_start(VertexId start) {
    using Starts = ReachSearch::Starts;
    if (least_ == 0) return Starts::AreEnds;
    if (walk_.direction != grammar::Direction::Either) return Starts::AreFound;
    const bool returns =
        among_edges([&](const auto& may_take) { return back_.returns(start, most_, walk_, may_take); });
    return returns ? Starts::AreEnds : Starts::AreNone;
}

void ReachOperator::search(std::size_t wanted) {
    among_edges([&](const auto& may_take) { search_.search(wanted, walk_, may_take); });
}

// 1 if it is found among the ends that are not looked at yet, else 0.
std::size_t ReachOperator::look_for_wanted() {
    while (true) {
        search(given_ + 1);
        const auto more = search_.ends().subspan(given_);
        if (more.empty()) return 0;
        given_ += more.size();
        if (std::find(more.begin(), more.end(), wanted_) == more.end()) continue;
        search_.clear(ReachSearch::Starts::AreEnds);  // no more to be found
        given_ = 0;
        return 1;
    }
}

std::size_t ReachOperator::give(std::size_t most) {
    if (to_) return look_for_wanted();
    search(given_ + most);
    auto more = search_.ends().subspan(given_);
    more = more.first(std::min(more.size(), most));
    if (keep_end_) ends_.insert(ends_.end(), more.begin(), more.end());
    given_ += more.size();
    return more.size();
}

void ReachOperator::finish(const std::vector<std::uint32_t>& picked, Batch& out) {
    copy_input(picked, out);
    if (has_edge_) out.columns.push_back(Column::repeat(Value(), picked.size()));
    if (!to_) {
        out.columns.push_back(keep_end_ ? Column(std::move(ends_)) : Column::repeat(Value(), picked.size()));
    }
    ends_.clear();
}

ReachFromAllOperator::ReachFromAllOperator(Plan& plan, const VariableExpand& step, QueryContext& context,
                                           OperatorBox input)
    : InputOperator(plan, context, std::move(input)),
      walk_(step.walk.types, step.walk.direction),
      from_(column_index(plan.inputs[0].columns, step.walk.from)),
      columns_(plan.columns.size() - 1),
      keep_end_(columns_ >= plan.unread.size() || !plan.unread[columns_]),
      kind_(step.least == 0 ? ReachSearch::Starts::AreEnds : ReachSearch::Starts::AreFound),
      search_(context, step.most) {}

void ReachFromAllOperator::rewind() {
    taken_ = false;
    InputOperator::rewind();
}

void ReachFromAllOperator::take_starts() {
    std::vector<VertexId> starts;
    Batch in;
    VertexColumn froms;
    while (input_->next(in)) {
        froms.read(in.columns[from_]);
        for (std::size_t row = 0; row < in.rows; ++row) {
            if (froms[row].is_none()) continue;
            make_room(starts, context_);
            starts.push_back(froms[row]);
        }
    }
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    walk_.resolve(context_.graph);
    search_.clear(kind_);
    for (VertexId start : starts) search_.add_start(start);
    given_ = 0;
    taken_ = true;
}

bool ReachFromAllOperator::pull(Batch& out) {
    if (!taken_) take_starts();
    search_.search(given_ + batch_rows, walk_, AnyEdge());
    auto more = search_.ends().subspan(given_);
    more = more.first(std::min(more.size(), batch_rows));
    if (more.empty()) return false;
    given_ += more.size();
    out.rows = more.size();
    out.columns.assign(columns_, Column::repeat(Value(), more.size()));
    out.columns.push_back(keep_end_ ? Column(std::vector<VertexId>(more.begin(), more.end()))
                                    : Column::repeat(Value(), more.size()));
    return true;
}

}  // namespace hearsay::engine

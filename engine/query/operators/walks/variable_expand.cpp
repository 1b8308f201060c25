#include "engine/query/operators/walks/variable_expand.hpp"

#include <algorithm>
#include <limits>

namespace hearsay::engine {

using graphs::EdgeId;
using graphs::Value;
using graphs::VertexId;

VariableExpandOperator::VariableExpandOperator(Plan& plan, const VariableExpand& step,
                                               std::vector<Compiled> values, PassingEnds wanted_ends,
                                               QueryContext& context, OperatorBox input)
    : RowOperator(plan, context, std::move(input)),
      walk_(step.walk.types, step.walk.direction),
      back_(walk_.reversed()),
      from_(column_index(plan.inputs[0].columns, step.walk.from)),
      taken_(plan.inputs[0].columns, step.walk.unlike),
      least_(step.least),
      most_(step.most),
      properties_(step, std::move(values)),
      wanted_ends_(std::move(wanted_ends)),
      distances_(context),
      has_edge_(!step.walk.edge.empty()),
      keep_edge_(has_edge_ && is_read(plan.inputs[0].columns.size())),
      keep_end_(!step.walk.to_bound && is_read(plan.columns.size() - 1)),
      against_(step.against) {
    if (step.walk.to_bound) to_ = column_index(plan.inputs[0].columns, step.walk.to);
}

void VariableExpandOperator::begin_batch() {
    walk_.resolve(context_.graph);
    back_.resolve(context_.graph);
    batch_looks_ = 0;
    guided_ = false;
    properties_.begin_batch(in_, context_);
    froms_.read(in_.columns[from_]);
    if (to_) tos_.read(in_.columns[*to_]);
}

void VariableExpandOperator::begin_row(std::size_t row) {
    taken_.begin_row(in_, row);
    properties_.begin_row(row);
    stack_.clear();
    edges_.clear();
    behind_.clear();
    start_ = froms_[row];
    if (to_) wanted_ = tos_[row];
    row_looks_ = 0;
    if (to_) guided_ = false;
    at_start_ = !start_.is_none() && !(to_ && wanted_.is_none());
}

// Looking through a list is faster for walks of usual length, and a set for those of thousands of edges.
constexpr std::size_t looked_through = 64;

bool VariableExpandOperator::on_walk(EdgeId edge) const {
    const auto end = edges_.begin() + static_cast<std::ptrdiff_t>(std::min(edges_.size(), looked_through));
    return std::find(edges_.begin(), end, edge) != end || (!behind_.empty() && behind_.contains(edge));
}

void VariableExpandOperator::step_forth(EdgeId edge) {
    if (edges_.size() >= looked_through) behind_.insert(edge);
    edges_.push_back(edge);
}

void VariableExpandOperator::step_back() {
    if (edges_.size() > looked_through) behind_.erase(edges_.back());
    edges_.pop_back();
}

bool VariableExpandOperator::fits(std::int64_t length, VertexId end) const {
    return length >= least_ && (!most_ || length <= *most_) && (!to_ || end == wanted_);
}

// By what is said of all edges of the walk.
bool VariableExpandOperator::is_free(EdgeId edge) const {
    return !taken_.contains(edge) && properties_.hold(context_.graph, edge);
}

bool VariableExpandOperator::may_take(const EdgeLists& from, const graphs::Neighbour& neighbour) const {
    const bool loop_elsewhere = from.without_loops() && neighbour.vertex == from.vertex();
    return !loop_elsewhere && !on_walk(neighbour.edge) && is_free(neighbour.edge);
}

// Gives the walk at hand.
void VariableExpandOperator::add(VertexId end) {
    ++given_;
    if (keep_end_) ends_.push_back(end);
    if (!keep_edge_) return;
    graphs::List list;
    list.reserve(edges_.size());
    tried_ += edges_.size() / 16;
    for (EdgeId edge : edges_) list.emplace_back(edge);
    if (against_) std::reverse(list.begin(), list.end());
    walks_.emplace_back(std::move(list));
}

// Takes the next edge at the end of the walk, with what is behind it.
void VariableExpandOperator::go_deeper() {
    EdgeLists& from = stack_.back();
    const graphs::Neighbour neighbour = from.take(1).front();
    ++tried_;
    if (!may_take(from, neighbour)) return;
    if (!in_reach(neighbour.vertex)) return;
    step_forth(neighbour.edge);
    if (fits(length(), neighbour.vertex)) add(neighbour.vertex);
    stack_.emplace_back(walk_, neighbour.vertex);
}

// Can an end be reached from there, as far as is known, if the next edge leads there?
bool VariableExpandOperator::in_reach(VertexId vertex) const {
    if (!guided_) return true;
    return most_ ? distances_.within(vertex, *most_ - length() - 1) : distances_.known(vertex);
}

// After some work: at the limits, and whether the search had better go on in another way.
void VariableExpandOperator::look_up() {
    constexpr std::size_t looks_of_a_batch = 16;  // some 0.2 ms
    tried_ = 0;
    context_.check();
    if (++looks_ == looks_of_a_batch) pause();
    ++row_looks_;
    ++batch_looks_;
    if (!guided_ && is_worth_a_guide()) find_guide();
}

// Finding where the ends can be reached from takes a look at the whole graph at worst. For a bound end it is
// done early: there mostly are few ways. For ends that pass a test it is done when as much was tried already.
bool VariableExpandOperator::is_worth_a_guide() const {
    constexpr std::size_t looks_without_guide = 4;
    if (to_) return row_looks_ >= looks_without_guide;
    const auto& graph = context_.graph;
    return !wanted_ends_.any_passes() && batch_looks_ >= looks_without_guide &&
           batch_looks_ * batch_rows >= graph.vertex_capacity() + graph.edge_count();
}

void VariableExpandOperator::find_guide() {
    const std::int64_t most = most_.value_or(std::numeric_limits<std::int64_t>::max());
    if (to_) {
        distances_.begin(wanted_);
        distances_.extend(most, back_, [this](EdgeId edge, VertexId) { return is_free(edge); });
    } else {  // for all rows, whatever edges each may take
        distances_.begin(wanted_ends_.find(context_));
        distances_.extend(most, back_, [](EdgeId, VertexId) { return true; });
    }
    guided_ = true;
}

// Gives the walks that end with one of the next edges, where none may be longer.
void VariableExpandOperator::take_last(std::size_t most) {
    EdgeLists& from = stack_.back();
    const auto edges = from.take(std::min(most, batch_rows));
    tried_ += edges.size();
    for (const graphs::Neighbour& neighbour : edges) {
        if (!fits(length() + 1, neighbour.vertex) || !may_take(from, neighbour)) continue;
        if (keep_edge_) step_forth(neighbour.edge);
        add(neighbour.vertex);
        if (keep_edge_) step_back();
    }
}

std::size_t VariableExpandOperator::give(std::size_t most) {
    given_ = 0;
    looks_ = 0;
    if (at_start_) {
        at_start_ = false;
        if (!most_ || *most_ > 0) stack_.emplace_back(walk_, start_);
        if (fits(0, start_)) add(start_);
    }
    // Depth first; `edges_` has one edge fewer than the stack has vertices.
    while (given_ < most && !stack_.empty() && !is_paused()) {
        if (tried_ >= batch_rows) look_up();
        EdgeLists& edges = stack_.back();
        if (edges.at_end_of_list() && !edges.next()) {
            ++tried_;
            stack_.pop_back();
            if (!edges_.empty()) step_back();
        } else if (most_ && length() + 1 == *most_) {
            take_last(most - given_);
        } else {
            go_deeper();
        }
    }
    return given_;
}

void VariableExpandOperator::finish(const std::vector<std::uint32_t>& picked, Batch& out) {
    copy_input(picked, out);
    const auto nothing = [&] { return Column::repeat(Value(), picked.size()); };
    if (has_edge_) out.columns.push_back(keep_edge_ ? Column(std::move(walks_)) : nothing());
    if (!to_) out.columns.push_back(keep_end_ ? Column(std::move(ends_)) : nothing());
    walks_.clear();
    ends_.clear();
}

}  // namespace hearsay::engine

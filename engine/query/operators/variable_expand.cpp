#include "engine/query/operators/variable_expand.hpp"

#include <algorithm>

namespace hearsay::engine {

using graphs::EdgeId;
using graphs::Value;
using graphs::VertexId;

EdgeProperties::EdgeProperties(const VariableExpand& step, std::vector<Compiled> values)
    : compiled_(std::move(values)) {
    for (const auto& [key, _] : step.properties) names_.push_back(key.text);
}

void EdgeProperties::begin_batch(const Batch& in, QueryContext& context) {
    keys_.clear();
    for (const auto& name : names_) keys_.push_back(context.graph.find_key(name));
    values_.clear();
    for (const auto& value : compiled_) values_.push_back(value->evaluate(in, context));
}

bool EdgeProperties::hold(const graphs::PropertyGraph& graph, std::size_t row, EdgeId edge) const {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        if (keys_[i].is_none()) return false;
        const Value equal = graphs::equals(graph.property(edge, keys_[i]), values_[i].at(row));
        if (equal.is_null() || !equal.boolean()) return false;
    }
    return true;
}

VariableExpandOperator::VariableExpandOperator(Plan& plan, const VariableExpand& step,
                                               std::vector<Compiled> values, QueryContext& context,
                                               OperatorBox input)
    : RowOperator(plan, context, std::move(input)),
      walk_(step.walk.types, step.walk.direction),
      from_(column_index(plan.inputs[0].columns, step.walk.from)),
      taken_(plan.inputs[0].columns, step.walk.unlike),
      least_(step.least),
      most_(step.most),
      properties_(step, std::move(values)),
      keep_edge_(!step.walk.edge.empty()),
      against_(step.against) {
    if (step.walk.to_bound) to_ = column_index(plan.inputs[0].columns, step.walk.to);
}

void VariableExpandOperator::begin_row(std::size_t row) {
    row_ = row;
    taken_.begin_row(in_, row);
    stack_.clear();
    edges_.clear();
    behind_.clear();
    start_ = vertex_at(in_.columns[from_], row);
    if (to_) wanted_ = vertex_at(in_.columns[*to_], row);
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

void VariableExpandOperator::give(VertexId end) {
    if (keep_edge_) {
        graphs::List list;
        list.reserve(edges_.size());
        tried_ += edges_.size() / 16;
        for (EdgeId edge : edges_) list.emplace_back(edge);
        if (against_) std::reverse(list.begin(), list.end());
        walks_.emplace_back(std::move(list));
    }
    if (!to_) ends_.push_back(end);
}

bool VariableExpandOperator::step() {
    if (at_start_) {
        at_start_ = false;
        if (deeper_allowed()) stack_.emplace_back(walk_, start_);
        if (fits(0, start_)) {
            give(start_);
            return true;
        }
    }
    // Depth first; `edges_` has one edge fewer than the stack has vertices.
    while (!stack_.empty()) {
        if (++tried_ >= batch_rows) {
            context_.check();
            tried_ = 0;
        }
        graphs::Neighbour neighbour;
        if (!stack_.back().next(neighbour)) {
            stack_.pop_back();
            if (!edges_.empty()) step_back();
            continue;
        }
        if (on_walk(neighbour.edge) || taken_.contains(neighbour.edge) ||
            !properties_.hold(context_.graph, row_, neighbour.edge)) {
            continue;
        }
        step_forth(neighbour.edge);
        const bool found = fits(static_cast<std::int64_t>(edges_.size()), neighbour.vertex);
        if (found) give(neighbour.vertex);
        if (deeper_allowed()) {
            stack_.emplace_back(walk_, neighbour.vertex);
        } else {
            step_back();
        }
        if (found) return true;
    }
    return false;
}

void VariableExpandOperator::finish(const std::vector<std::uint32_t>& picked, Batch& out) {
    copy_input(picked, out);
    if (keep_edge_) out.columns.emplace_back(std::move(walks_));
    if (!to_) out.columns.emplace_back(std::move(ends_));
    walks_ = {};
    ends_ = {};
}

}  // namespace hearsay::engine

#include "engine/query/operators/walks/shortest_passing.hpp"

#include <algorithm>

#include "engine/query/operators/filter.hpp"

namespace hearsay::engine {

using graphs::EdgeId;
using graphs::List;
using graphs::Neighbour;
using graphs::Value;
using graphs::VertexId;

namespace {

constexpr std::size_t asked_together = 64;  // walks; few, since the first that passes may be enough

Value list_of(const std::vector<EdgeId>& edges) {
    List list;
    list.reserve(edges.size());
    for (const EdgeId edge : edges) list.emplace_back(edge);
    return list;
}

}  // namespace

ShortestPassingOperator::ShortestPassingOperator(Plan& plan, const ShortestPath& step,
                                                 std::vector<Compiled> values,
                                                 std::vector<ElementFilter> tests,
                                                 std::vector<Compiled> predicates, QueryContext& context,
                                                 OperatorBox input)
    : RowOperator(plan, context, std::move(input)),
      from_(column_index(plan.inputs[0].columns, step.expand.walk.from)),
      to_(column_index(plan.inputs[0].columns, step.expand.walk.to)),
      taken_(plan.inputs[0].columns, step.expand.walk.unlike),
      properties_(step.expand, std::move(values)),
      tests_(std::move(tests)),
      predicates_(std::move(predicates)),
      least_(step.expand.least),
      most_(step.expand.most),
      all_(step.all),
      has_path_(!step.path.empty()),
      walk_(step.expand.walk.types, step.expand.walk.direction),
      against_(walk_.reversed()),
      distances_(context) {}

void ShortestPassingOperator::begin_batch() {
    walk_.resolve(context_.graph);
    against_.resolve(context_.graph);
    properties_.begin_batch(in_, context_);
    froms_.read(in_.columns[from_]);
    tos_.read(in_.columns[to_]);
}

void ShortestPassingOperator::begin_row(std::size_t row) {
    row_ = row;
    start_ = froms_[row];
    wanted_ = tos_[row];
    candidates_.clear();
    passed_.clear();
    handed_out_ = 0;
    stack_.clear();
    edges_.clear();
    found_ = false;
    done_ = start_.is_none() || wanted_.is_none();
    if (done_) return;
    taken_.begin_row(in_, row);
    properties_.begin_row(row);
    for (auto& test : tests_) test.begin_row(in_, row);
    for (auto& test : tests_) {
        if (test.of_nodes() && (!test.passes(start_, context_) || !test.passes(wanted_, context_)))
            done_ = true;
    }
    if (done_) return;
    if (start_ == wanted_) {
        if (least_ == 0) candidates_.emplace_back();
        pick_passing();
        done_ = true;
        return;
    }
    distances_.begin(wanted_);
    length_ = std::max<std::int64_t>(least_, 1);
    while (!distances_.known(start_) && !distances_.complete() && (!most_ || distances_.level() < *most_))
        look_from_the_end(distances_.level() + 1);
    if (distances_.known(start_)) {
        length_ = std::max(length_, distances_.level());
        begin_length();
    } else {
        done_ = true;
    }
}

bool ShortestPassingOperator::may_take(EdgeId edge, VertexId end) {
    if (taken_.contains(edge) || !properties_.hold(context_.graph, edge)) return false;
    return std::all_of(tests_.begin(), tests_.end(), [&](ElementFilter& test) {
        return test.of_nodes() ? test.passes(end, context_) : test.passes(edge, context_);
    });
}

void ShortestPassingOperator::look_from_the_end(std::int64_t edges) {
    distances_.extend(edges, against_, [this](EdgeId edge, VertexId from) { return may_take(edge, from); });
}

void ShortestPassingOperator::begin_length() {
    if (most_ && length_ > *most_) {
        done_ = true;
        return;
    }
    look_from_the_end(length_);
    longer_ = false;
    stack_.emplace_back(walk_, start_);
}

// Takes the next edge at the end of the walk, if the end can still be reached in time.
void ShortestPassingOperator::take_next_edge() {
    Neighbour neighbour;
    if (!stack_.back().next(neighbour)) {
        stack_.pop_back();
        if (!edges_.empty()) edges_.pop_back();
        return;
    }
    const bool on_walk = std::find(edges_.begin(), edges_.end(), neighbour.edge) != edges_.end();
    if (on_walk || !may_take(neighbour.edge, neighbour.vertex)) return;
    const std::int64_t left = length_ - static_cast<std::int64_t>(edges_.size()) - 1;
    if (left == 0) {
        // Whatever comes behind this edge makes a longer walk.
        longer_ = longer_ || distances_.known(neighbour.vertex) || !distances_.complete();
        if (neighbour.vertex != wanted_) return;
        context_.reserve((edges_.size() + 1) * sizeof(EdgeId));
        candidates_.push_back(edges_);
        candidates_.back().push_back(neighbour.edge);
    } else if (distances_.within(neighbour.vertex, left)) {
        make_room(stack_, context_);
        edges_.push_back(neighbour.edge);
        stack_.emplace_back(walk_, neighbour.vertex);
    } else {
        longer_ = longer_ || distances_.known(neighbour.vertex) || !distances_.complete();
    }
}

// Up to `asked_together` walks of the length at hand.
void ShortestPassingOperator::find_candidates() {
    while (!stack_.empty() && candidates_.size() < asked_together) {
        if (++tried_ % batch_rows == 0) context_.check();
        take_next_edge();
    }
}

Value ShortestPassingOperator::path_of(const Edges& edges) const {
    graphs::Path path;
    path.edges = edges;
    path.vertices.reserve(edges.size() + 1);
    path.vertices.push_back(start_);
    for (const EdgeId edge : edges) {
        const VertexId source = context_.graph.source(edge);
        path.vertices.push_back(source == path.vertices.back() ? context_.graph.target(edge) : source);
    }
    return path;
}

// Of the candidates, those for which the predicates are true.
void ShortestPassingOperator::pick_passing() {
    if (candidates_.empty()) return;
    Batch batch{candidates_.size(), {}};
    copy_rows(in_, std::vector(candidates_.size(), static_cast<std::uint32_t>(row_)), batch);
    std::vector<Value> lists, paths;
    for (const Edges& edges : candidates_) {
        lists.push_back(list_of(edges));
        if (has_path_) paths.push_back(path_of(edges));
    }
    candidates_.clear();
    const std::size_t walks = batch.columns.size();
    batch.columns.emplace_back(std::move(lists));
    if (has_path_) batch.columns.emplace_back(std::move(paths));
    for (const auto& predicate : predicates_) {
        const auto picked = true_rows(predicate->evaluate(batch, context_), batch.rows);
        if (picked.empty()) return;
        Batch left{picked.size(), {}};
        copy_rows(batch, picked, left);
        batch = std::move(left);
    }
    found_ = true;
    for (std::size_t i = 0; i < (all_ ? batch.rows : 1); ++i) {
        make_room(passed_, context_);
        passed_.push_back(batch.columns[walks].at(i));
    }
    if (!all_) done_ = true;
}

// Looks for walks until one passes, or there are no more.
void ShortestPassingOperator::go_on() {
    while (!done_ && handed_out_ == passed_.size()) {
        passed_.clear();
        handed_out_ = 0;
        find_candidates();
        pick_passing();
        if (done_ || !stack_.empty()) continue;
        if (found_ || !longer_) {
            done_ = true;
        } else {
            ++length_;
            begin_length();
        }
    }
}

std::size_t ShortestPassingOperator::give(std::size_t most) {
    std::size_t given = 0;
    while (given < most) {
        go_on();
        if (handed_out_ == passed_.size()) break;
        make_room(walks_, context_);
        walks_.push_back(std::move(passed_[handed_out_++]));
        ++given;
    }
    return given;
}

void ShortestPassingOperator::finish(const std::vector<std::uint32_t>& picked, Batch& out) {
    copy_input(picked, out);
    out.columns.emplace_back(std::move(walks_));
    walks_.clear();
}

}  // namespace hearsay::engine

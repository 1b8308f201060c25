#include "engine/query/operators/neighbours.hpp"

#include <algorithm>

namespace hearsay::engine {

using grammar::Direction;

WalkTypes::WalkTypes(const std::vector<grammar::Name>& wanted, Direction way) : direction(way) {
    for (const auto& name : wanted) names.push_back(name.text);
}

void WalkTypes::resolve(const graphs::PropertyGraph& graph) {
    types.clear();
    if (names.empty()) {
        for (std::uint32_t i = 0; i < graph.type_count(); ++i) types.push_back(graphs::TypeId{i});
        return;
    }
    for (const auto& name : names) {
        const graphs::TypeId type = graph.find_type(name);
        if (!type.is_none() && std::find(types.begin(), types.end(), type) == types.end())
            types.push_back(type);
    }
}

WalkTypes WalkTypes::reversed() const {
    WalkTypes other = *this;
    if (direction == Direction::Right) other.direction = Direction::Left;
    if (direction == Direction::Left) other.direction = Direction::Right;
    return other;
}

std::size_t degree(const graphs::PropertyGraph& graph, const WalkTypes& walk, graphs::VertexId vertex) {
    std::size_t edges = 0;
    for (const auto type : walk.types) {
        if (walk.direction != Direction::Left) edges += graph.out(vertex, type).size();
        if (walk.direction != Direction::Right) edges += graph.in(vertex, type).size();
    }
    return edges;
}

Neighbours::Neighbours(const graphs::PropertyGraph& graph, const WalkTypes& walk, graphs::VertexId vertex)
    : graph_(&graph), walk_(&walk), vertex_(vertex), entering_(walk.direction == Direction::Left) {
    if (!vertex_.is_none() && !walk_->types.empty()) open();
}

void Neighbours::open() {
    const graphs::TypeId type = walk_->types[type_];
    list_ = entering_ ? graph_->in(vertex_, type) : graph_->out(vertex_, type);
    at_ = 0;
}

bool Neighbours::advance() {
    if (walk_ == nullptr || vertex_.is_none() || type_ >= walk_->types.size()) return false;
    if (walk_->direction == Direction::Either && !entering_) {
        entering_ = true;
    } else {
        entering_ = walk_->direction == Direction::Left;
        if (++type_ == walk_->types.size()) return false;
    }
    open();
    return true;
}

bool Neighbours::next(graphs::Neighbour& neighbour) {
    do {
        while (at_ < list_.size()) {
            neighbour = list_[at_++];
            const bool loop_seen =
                entering_ && walk_->direction == Direction::Either && neighbour.vertex == vertex_;
            if (!loop_seen) return true;
        }
    } while (advance());
    return false;
}

}  // namespace hearsay::engine

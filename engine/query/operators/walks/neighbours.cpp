#include "engine/query/operators/walks/neighbours.hpp"

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
    }
    for (const auto& name : names) {
        const graphs::TypeId type = graph.find_type(name);
        if (!type.is_none() && std::find(types.begin(), types.end(), type) == types.end())
            types.push_back(type);
    }
    legs.clear();
    for (const auto type : types) {
        if (graph.edge_count(type) == 0) continue;
        if (direction != Direction::Left) legs.push_back({&graph.out_rows(type), false});
        if (direction != Direction::Right)
            legs.push_back({&graph.in_rows(type), direction == Direction::Either});
    }
}

WalkTypes WalkTypes::reversed() const {
    WalkTypes other = *this;
    if (direction == Direction::Right) other.direction = Direction::Left;
    if (direction == Direction::Left) other.direction = Direction::Right;
    return other;
}

}  // namespace hearsay::engine

#include "engine/query/operators/walks/edge_properties.hpp"

namespace hearsay::engine {

using graphs::Value;

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

void EdgeProperties::begin_row(std::size_t row) {
    wanted_.clear();
    for (const Column& value : values_) wanted_.push_back(value.at(row));
}

bool EdgeProperties::hold(const graphs::PropertyGraph& graph, graphs::EdgeId edge) const {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        if (keys_[i].is_none()) return false;
        const Value equal = graphs::equals(graph.property(edge, keys_[i]), wanted_[i]);
        if (equal.is_null() || !equal.boolean()) return false;
    }
    return true;
}

}  // namespace hearsay::engine

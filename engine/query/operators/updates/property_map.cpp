#include "engine/query/operators/updates/property_map.hpp"

#include <algorithm>

#include "engine/query/expressions/error.hpp"
#include "engine/query/operators/updates/storable.hpp"

namespace hearsay::engine {

using graphs::Kind;
using graphs::Value;

PropertyMap::PropertyMap(std::vector<Entry> entries) {
    for (auto& entry : entries) {
        const auto same = std::find_if(entries_.begin(), entries_.end(),
                                       [&entry](const Entry& other) { return other.key == entry.key; });
        if (same == entries_.end()) {
            entries_.push_back(std::move(entry));
        } else {
            *same = std::move(entry);
        }
    }
}

PropertyMap::PropertyMap(Compiled whole, grammar::Span span) : whole_(std::move(whole)), span_(span) {}

std::vector<Column> PropertyMap::evaluate(const Batch& in, QueryContext& context) const {
    std::vector<Column> columns;
    for (const auto& entry : entries_) columns.push_back(entry.value->evaluate(in, context));
    if (whole_) columns.push_back(whole_->evaluate(in, context));
    return columns;
}

graphs::Properties PropertyMap::at(const std::vector<Column>& columns, std::size_t row,
                                   graphs::PropertyGraph& graph) const {
    graphs::Properties properties;
    const auto add = [&](const std::string& key, Value value, grammar::Span span) {
        if (value.is_null()) return;
        check_storable(value, key, span);
        properties.emplace_back(graph.key(key), std::move(value));
    };
    for (std::size_t i = 0; i < entries_.size(); ++i)
        add(entries_[i].key, columns[i].at(row), entries_[i].span);
    if (!whole_) return properties;
    const Value map = columns[0].at(row);
    if (map.is_null()) return properties;
    if (map.kind() != Kind::Map) expressions::fail_type(span_, "a Map of properties", map);
    for (const auto& [key, value] : map.map()) add(key, value, span_);
    return properties;
}

const PropertyMap::Entry* PropertyMap::null_entry(const std::vector<Column>& columns, std::size_t row) const {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (columns[i].at(row).is_null()) return &entries_[i];
    }
    return nullptr;
}

}  // namespace hearsay::engine

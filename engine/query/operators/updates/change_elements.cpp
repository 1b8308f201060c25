#include "engine/query/operators/updates/change_elements.hpp"

#include <map>

#include "engine/query/expressions/error.hpp"
#include "engine/query/operators/updates/storable.hpp"

namespace hearsay::engine {

using graphs::KeyId;
using graphs::Kind;
using graphs::Value;
using graphs::VertexId;
using What = Change::What;

void Changes::apply(const Batch& rows) {
    if (!row_by_row_) return apply_each(rows);
    for (std::size_t row = 0; row < rows.rows; ++row) {
        if (row % 256 == 0) context_.check();
        const Batch one = row_of(rows, row);
        for (const Item& item : items_) {
            const Value object = item.object->evaluate(one, context_).at(0);
            apply(*item.change, object, item.value ? item.value->evaluate(one, context_).at(0) : Value());
        }
    }
}

void Changes::apply_each(const Batch& rows) {
    std::vector<Column> objects, values;
    for (const Item& item : items_) {
        objects.push_back(item.object->evaluate(rows, context_));
        values.push_back(item.value ? item.value->evaluate(rows, context_)
                                    : Column::repeat(Value(), rows.rows));
    }
    for (std::size_t row = 0; row < rows.rows; ++row) {
        for (std::size_t i = 0; i < items_.size(); ++i)
            apply(*items_[i].change, objects[i].at(row), values[i].at(row));
    }
}

void Changes::apply(const Change& change, const Value& object, const Value& value) {
    if (object.is_null()) return;
    const bool labels = change.what == What::AddLabels || change.what == What::RemoveLabels;
    const bool edge = object.kind() == Kind::Edge && !labels;
    if (object.kind() != Kind::Vertex && !edge) {
        expressions::fail_type(change.object.span, labels ? "a Node" : "a Node or a Relationship", object);
    }
    if (!context_.is_there(object)) expressions::fail_deleted(change.object.span, object);
    switch (change.what) {
        case What::SetProperty:
        case What::RemoveProperty: {
            const auto span = change.value ? change.value->span : change.object.span;
            if (edge) return set_property(object.edge(), change.names[0].text, value, span);
            return set_property(object.vertex(), change.names[0].text, value, span);
        }
        case What::ReplaceProperties:
        case What::AddProperties:
            if (edge) return set_properties(object.edge(), value, change);
            return set_properties(object.vertex(), value, change);
        case What::AddLabels:
        case What::RemoveLabels:
            return change_labels(object.vertex(), change);
    }
}

// Null takes the property away.
template <class Element>
void Changes::set_property(Element element, const std::string& key, Value value, grammar::Span span) {
    auto& graph = context_.graph;
    check_storable(value, key, span);
    if (value.is_null()) {
        const KeyId known = graph.find_key(key);
        if (known.is_none() || graph.property(element, known).is_null()) return;
        graph.set_property(element, known, Value());
    } else {
        graph.set_property(element, graph.key(key), std::move(value));
    }
    ++context_.effects.properties_set;
}

namespace {

template <class Element>
std::map<std::string, Value, std::less<>> properties_of(Element element, const graphs::PropertyGraph& graph) {
    std::map<std::string, Value, std::less<>> properties;
    for (auto& [key, value] : graph.properties(element))
        properties.emplace(graph.name(key), std::move(value));
    return properties;
}

}  // namespace

template <class Element>
void Changes::set_properties(Element element, const Value& from, const Change& change) {
    const auto span = change.value->span;
    std::map<std::string, Value, std::less<>> properties;
    if (from.kind() == Kind::Map) {
        properties = from.map();
    } else if (from.kind() == Kind::Vertex || from.kind() == Kind::Edge) {
        if (!context_.is_there(from)) expressions::fail_deleted(span, from);
        properties = from.kind() == Kind::Vertex ? properties_of(from.vertex(), context_.graph)
                                                 : properties_of(from.edge(), context_.graph);
    } else {
        expressions::fail_type(span, "a Map, a Node or a Relationship", from);
    }
    if (change.what == What::ReplaceProperties) {
        for (const auto& [key, _] : context_.graph.properties(element)) {
            const std::string name(context_.graph.name(key));
            if (!properties.contains(name)) set_property(element, name, Value(), span);
        }
    }
    for (const auto& [key, value] : properties) set_property(element, key, value, span);
}

void Changes::change_labels(VertexId vertex, const Change& change) {
    auto& graph = context_.graph;
    const bool add = change.what == What::AddLabels;
    std::vector<graphs::LabelId> labels;
    for (const auto& name : change.names) {
        if (labels.size() % 64 == 0) context_.check();  // there may be thousands
        const auto label = add ? graph.label(name.text) : graph.find_label(name.text);
        if (!label.is_none()) labels.push_back(label);
    }
    const std::size_t before = graph.labels(vertex).size();
    if (add) {
        graph.add_labels(vertex, labels);
        context_.effects.labels_added += graph.labels(vertex).size() - before;
    } else {
        graph.remove_labels(vertex, labels);
        context_.effects.labels_removed += before - graph.labels(vertex).size();
    }
}

}  // namespace hearsay::engine

// Finding vertices by what a property is or contains, through indexes that are made on demand.
#include <algorithm>

#include "graphs/graph/parts.hpp"
#include "graphs/graph/property_graph.hpp"
#include "graphs/indexes/passing_texts.hpp"

namespace hearsay::graphs {
namespace {

// From so many vertices on an index is faster than a look at every text by more than it costs to keep.
constexpr std::size_t many_texts = 1024;
// For PassingTexts: so many texts, and so much of each.
constexpr std::size_t sampled_texts = 32, sampled_bytes = 128;

}  // namespace

// A label, for whoever asks many vertices for it: most have the same labels as the one before.
class PropertyGraph::Parts::LabelTest {
  public:
    LabelTest(const Parts& graph, LabelId label) : graph_(graph), label_(label) {}
    // Is the vertex alive, and has it the label?
    bool operator()(VertexId vertex) {
        if (!graph_.vertex_alive.test(vertex.value)) return false;
        const std::uint32_t set = graph_.label_set_of[vertex.value];
        if (set != set_) {
            const auto& labels = graph_.label_sets[set];
            set_ = set;
            has_ = std::binary_search(labels.begin(), labels.end(), label_);
        }
        return has_;
    }

  private:
    const Parts& graph_;
    LabelId label_;
    std::uint32_t set_ = UINT32_MAX;
    bool has_ = false;
};

// What `IndexedTexts::TextOf` asks for.
class PropertyGraph::Parts::TextOfVertex {
  public:
    TextOfVertex(const Parts& graph, LabelId label, KeyId key)
        : has_label_(graph, label),
          strings_(graph.vertex_properties.strings()),
          column_(graph.vertex_properties.find_column(key)) {
        if (column_ == nullptr) return;
        ids_ = column_->as<StringId>();
        values_ = column_->as<Value>();
    }

    std::optional<std::string_view> operator()(VertexId vertex) {
        const std::size_t row = vertex.value;
        if (column_ == nullptr || !column_->has(row) || !has_label_(vertex)) return std::nullopt;
        if (ids_ != nullptr) return strings_.text((*ids_)[row]);
        if (values_ == nullptr || (*values_)[row].kind() != Kind::String) return std::nullopt;
        return (*values_)[row].string();
    }

  private:
    LabelTest has_label_;
    const StringPool& strings_;
    const Column* column_;
    const std::vector<StringId>* ids_ = nullptr;
    const std::vector<Value>* values_ = nullptr;
};

// What `OrderedValues::ValueOf` asks for.
class PropertyGraph::Parts::ValueOfVertex {
  public:
    ValueOfVertex(const Parts& graph, LabelId label, KeyId key)
        : has_label_(graph, label), properties_(graph.vertex_properties), key_(key) {}

    std::optional<Value> operator()(VertexId vertex) {
        if (!has_label_(vertex)) return std::nullopt;
        return properties_.get(vertex.value, key_);
    }

  private:
    LabelTest has_label_;
    const PropertyTable& properties_;
    KeyId key_;
};

const ValueIndex& PropertyGraph::Parts::index_of(LabelId label, KeyId key, const Progress& progress) const {
    const std::vector<VertexId>& vertices = members_of(label);
    const std::lock_guard guard(lazy);
    auto index = indexes.find({label, key});
    if (index == indexes.end()) {
        const auto value_of = [&](VertexId vertex) { return vertex_properties.get(vertex.value, key); };
        index = indexes.emplace(std::pair(label, key), ValueIndex::build(vertices, value_of, progress)).first;
    }
    return index->second;
}

std::span<const VertexId> PropertyGraph::find(LabelId label, KeyId key, const Value& value,
                                              const Progress& progress) const {
    if (label.value >= parts_->members.size() || key.is_none()) return {};
    return parts_->index_of(label, key, progress).find(value);
}

// --- texts -------------------------------------------------------------------------------------------------

const IndexedTexts* PropertyGraph::Parts::texts_of(LabelId label, KeyId key, Build build,
                                                   const Progress& progress) const {
    const std::vector<VertexId>& vertices = members_of(label);
    const std::lock_guard guard(lazy);
    const auto [looked_in, first_time] = texts.try_emplace({label, key});
    std::optional<IndexedTexts>& index = looked_in->second.index;
    if (index && index->spent()) index.reset();
    if (!index && first_time && build == Build::SecondTime) return nullptr;
    if (!index) index = IndexedTexts::build(vertices, TextOfVertex(*this, label, key), progress);
    index->make_tidy();
    return &*index;
}

bool PropertyGraph::indexes_texts(LabelId label, KeyId key) const {
    if (label.value >= parts_->members.size() || key.is_none()) return false;
    return vertices(label).size() >= many_texts || parts_->is_asked_for(IndexKind::Text, label, key);
}

std::vector<VertexId> PropertyGraph::find_text(LabelId label, KeyId key, TextPredicate test,
                                               std::string_view part, const Progress& progress) const {
    if (label.value >= parts_->members.size() || key.is_none()) return {};
    Parts::TextOfVertex text_of(*parts_, label, key);
    const bool asked_for = parts_->is_asked_for(IndexKind::Text, label, key);
    if (asked_for || vertices(label).size() >= many_texts) {
        using Build = Parts::Build;
        const auto* index =
            parts_->texts_of(label, key, asked_for ? Build::Always : Build::SecondTime, progress);
        if (index != nullptr) return index->find(test, part, text_of, progress);
    }
    std::string sample;
    for (const VertexId vertex : vertices(label).first(std::min(vertices(label).size(), sampled_texts))) {
        if (const auto text = text_of(vertex)) sample += text->substr(0, sampled_bytes);
    }
    const PassingTexts passing(test, part, sample);
    std::vector<VertexId> found;
    std::size_t looked_at = 0;
    for (const VertexId vertex : vertices(label)) {
        if (looked_at++ % 256 == 0) progress(found.size() * sizeof(VertexId));
        const auto text = text_of(vertex);
        if (text && passing.has(*text)) found.push_back(vertex);
    }
    return found;
}

std::optional<double> PropertyGraph::estimate_text(LabelId label, KeyId key, TextPredicate test,
                                                   std::string_view part) const {
    const std::lock_guard guard(parts_->lazy);
    const auto looked_in = parts_->texts.find({label, key});
    if (looked_in == parts_->texts.end() || !looked_in->second.index) return std::nullopt;
    return looked_in->second.index->estimate(test, part);
}

// --- in order ----------------------------------------------------------------------------------------------

const OrderedValues& PropertyGraph::Parts::order_of(LabelId label, KeyId key,
                                                    const Progress& progress) const {
    const std::vector<VertexId>& vertices = members_of(label);
    const std::lock_guard guard(lazy);
    auto order = orders.find({label, key});
    if (order == orders.end() || order->second.spent()) {
        const ValueOfVertex value_of(*this, label, key);
        order =
            orders.insert_or_assign({label, key}, OrderedValues::build(vertices, value_of, progress)).first;
    }
    order->second.make_tidy();
    return order->second;
}

std::vector<VertexId> PropertyGraph::find_between(LabelId label, KeyId key, const ValueRange& range,
                                                  const Progress& progress) const {
    if (label.value >= parts_->members.size() || key.is_none()) return {};
    Parts::ValueOfVertex value_of(*parts_, label, key);
    if (parts_->is_asked_for(IndexKind::Range, label, key))
        return parts_->order_of(label, key, progress).find(range, value_of, progress);
    std::vector<VertexId> found;
    std::size_t looked_at = 0;
    for (const VertexId vertex : vertices(label)) {
        if (looked_at++ % 256 == 0) progress(found.size() * sizeof(VertexId));
        const auto value = value_of(vertex);
        if (value && range.contains(*value)) found.push_back(vertex);
    }
    return found;
}

OrderedValues::Walk PropertyGraph::in_order(LabelId label, KeyId key, bool descending,
                                            const Progress& progress) const {
    if (label.value >= parts_->members.size()) return {};
    const Parts::ValueOfVertex value_of(*parts_, label, key);
    return parts_->order_of(label, key, progress).in_order(descending, value_of, progress);
}

std::optional<double> PropertyGraph::estimate_between(LabelId label, KeyId key,
                                                      const ValueRange& range) const {
    const std::lock_guard guard(parts_->lazy);
    const auto order = parts_->orders.find({label, key});
    if (order == parts_->orders.end()) return std::nullopt;
    return order->second.estimate(range);
}

// --- what was asked for -----------------------------------------------------------------------------------

bool PropertyGraph::Parts::is_asked_for(IndexKind kind, LabelId label, KeyId key) const {
    return std::any_of(asked_for.begin(), asked_for.end(), [&](const IndexDefinition& index) {
        return index.kind == kind && labels.find(index.label) == label && keys.find(index.key) == key;
    });
}

std::span<const IndexDefinition> PropertyGraph::indexes() const {
    return parts_->asked_for;
}

const IndexDefinition* PropertyGraph::find_index(std::string_view name) const {
    for (const IndexDefinition& index : parts_->asked_for) {
        if (index.name == name) return &index;
    }
    return nullptr;
}

const IndexDefinition* PropertyGraph::find_index(IndexKind kind, std::string_view label,
                                                 std::string_view key) const {
    for (const IndexDefinition& index : parts_->asked_for) {
        if (index.kind == kind && index.label == label && index.key == key) return &index;
    }
    return nullptr;
}

void PropertyGraph::add_index(IndexDefinition index, const Progress& progress) {
    Parts& p = *parts_;
    HEARSAY_ASSERT(find_index(index.name) == nullptr);
    HEARSAY_ASSERT(find_index(index.kind, index.label, index.key) == nullptr);
    const LabelId label = find_label(index.label);
    const KeyId key = find_key(index.key);
    if (!label.is_none() && !key.is_none()) {
        if (index.kind == IndexKind::Text)
            p.texts_of(label, key, Parts::Build::Always, progress);
        else
            p.index_of(label, key, progress), p.order_of(label, key, progress);
    }
    if (!p.asked_for_before) p.asked_for_before = p.asked_for;
    const auto place = std::find_if(p.asked_for.begin(), p.asked_for.end(),
                                    [&](const IndexDefinition& other) { return index.name < other.name; });
    p.asked_for.insert(place, std::move(index));
    ++p.version;
}

void PropertyGraph::remove_index(std::string_view name) {
    Parts& p = *parts_;
    const auto index = std::find_if(p.asked_for.begin(), p.asked_for.end(),
                                    [&](const IndexDefinition& other) { return other.name == name; });
    HEARSAY_ASSERT(index != p.asked_for.end());
    if (!p.asked_for_before) p.asked_for_before = p.asked_for;
    const std::pair of{find_label(index->label), find_key(index->key)};
    if (index->kind == IndexKind::Text)
        p.texts.erase(of);
    else
        p.indexes.erase(of), p.orders.erase(of);
    p.asked_for.erase(index);
    ++p.version;
}

}  // namespace hearsay::graphs

#include "engine/query/operators/walks/passing_ends.hpp"

#include "engine/query/operators/filter.hpp"

namespace hearsay::engine {

using graphs::VertexId;

PassingEnds::PassingEnds(const VariableExpand& step, std::vector<Compiled> tests) : tests_(std::move(tests)) {
    for (const auto& test : step.end_tests) {
        if (const auto* asked = std::get_if<grammar::HasLabels>(&test.node)) {
            for (const auto& label : asked->labels) labels_.push_back(label.text);
        }
    }
}

// Empties the batch.
void PassingEnds::keep_passing(std::vector<VertexId>& batch, std::vector<VertexId>& passing,
                               QueryContext& context) const {
    for (const auto& test : tests_) {
        if (batch.empty()) return;
        const Batch ends{batch.size(), {Column(batch)}};
        const std::vector<std::uint32_t> picked = true_rows(test->evaluate(ends, context), batch.size());
        for (std::size_t i = 0; i < picked.size(); ++i) batch[i] = batch[picked[i]];
        batch.resize(picked.size());
    }
    for (const VertexId end : batch) {
        make_room(passing, context);
        passing.push_back(end);
    }
    batch.clear();
}

std::vector<VertexId> PassingEnds::find(QueryContext& context) const {
    std::vector<VertexId> passing, batch;
    const auto look_at = [&](VertexId vertex) {
        batch.push_back(vertex);
        if (batch.size() < batch_rows) return;
        context.check();
        keep_passing(batch, passing, context);
    };
    const auto& graph = context.graph;
    if (labels_.empty()) {
        for (std::uint32_t i = 0; i < graph.vertex_capacity(); ++i) {
            if (i % batch_rows == 0) context.check();
            if (graph.alive(VertexId{i})) look_at(VertexId{i});
        }
    } else if (const auto label = graph.find_label(labels_[0]); !label.is_none()) {
        for (const VertexId vertex : graph.vertices(label)) look_at(vertex);
    }
    keep_passing(batch, passing, context);
    return passing;
}

}  // namespace hearsay::engine

#include "engine/query/operators/updates/merge.hpp"

#include <algorithm>

#include "graphs/error.hpp"

namespace hearsay::engine {

using graphs::Value;

MergeOperator::MergeOperator(Plan& plan, const MergePattern& step, Parts parts, QueryContext& context,
                             OperatorBox outer)
    : UpdatingOperator(plan, context, std::move(outer)),
      step_(step),
      given_(plan.inputs[0].columns),
      parts_(std::move(parts)) {
    for (std::size_t i = given_.size(); i < plan.columns.size(); ++i) {
        names_.push_back(plan.columns[i]);
        columns_.push_back(column_index(plan.inputs[1].columns, plan.columns[i]));
    }
}

void MergeOperator::update(Batch in, std::deque<Batch>& out) {
    std::vector<std::uint32_t> picked;
    std::vector<Values> added(names_.size());
    const auto flush = [&] {
        if (picked.empty()) return;
        Batch batch{picked.size(), {}};
        copy_rows(in, picked, batch);
        for (auto& values : added) batch.columns.emplace_back(std::exchange(values, {}));
        picked.clear();
        out.push_back(std::move(batch));
    };
    for (std::size_t row = 0; row < in.rows; ++row) {
        if (row % 256 == 0) context_.check();
        const Batch one = row_of(in, row);
        const auto values = parts_.creator.evaluate(one);
        parts_.creator.refuse_nulls(values, 0);
        std::vector<Values> found(names_.size());
        std::size_t rows = match(one, found);
        const bool is_new = rows == 0;
        if (is_new) {
            create(one, values, found);
            rows = 1;
        }
        Changes& changes = is_new ? parts_.on_create : parts_.on_match;
        if (!changes.empty()) {
            Batch merged{rows, {}};
            copy_rows(one, std::vector<std::uint32_t>(rows, 0), merged);
            for (const auto& column : found) merged.columns.emplace_back(column);
            changes.apply(merged);
        }
        picked.insert(picked.end(), rows, static_cast<std::uint32_t>(row));
        for (std::size_t i = 0; i < found.size(); ++i) {
            added[i].insert(added[i].end(), std::make_move_iterator(found[i].begin()),
                            std::make_move_iterator(found[i].end()));
        }
        if (picked.size() >= batch_rows) flush();
    }
    flush();
}

std::size_t MergeOperator::match(const Batch& row, std::vector<Values>& added) {
    std::size_t rows = 0;
    parts_.rows->batch = row;
    parts_.inner->rewind();
    for (Batch batch; parts_.inner->next(batch); rows += batch.rows) {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            for (std::size_t at = 0; at < batch.rows; ++at)
                added[i].push_back(batch.columns[columns_[i]].at(at));
        }
    }
    return rows;
}

void MergeOperator::create(const Batch& row, const PatternCreator::Values& values,
                           std::vector<Values>& added) {
    auto made = parts_.creator.nothing_made();
    parts_.creator.create(row, 0, values, made);
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const bool path = names_[i] == step_.path.variable;
        added[i].push_back(path ? path_of(row, made) : made_value(names_[i], row, made));
    }
}

Value MergeOperator::made_value(const std::string& name, const Batch& row,
                                const PatternCreator::Made& made) const {
    const auto& [nodes, edges] = step_.pattern;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].variable == name) return made.nodes[i].back();
    }
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (edges[i].variable == name) return made.edges[i].back();
    }
    return row.columns[column_index(given_, name)].at(0);
}

Value MergeOperator::path_of(const Batch& row, const PatternCreator::Made& made) const {
    graphs::Path path;
    for (const auto& name : step_.path.nodes) path.vertices.push_back(made_value(name, row, made).vertex());
    for (const auto& name : step_.path.edges) path.edges.push_back(made_value(name, row, made).edge());
    return path;
}

}  // namespace hearsay::engine

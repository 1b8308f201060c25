// SET and REMOVE: changes properties and labels, also after MERGE has found or made its pattern.
#pragma once

#include "engine/query/expressions/compiled_expression.hpp"
#include "engine/query/operators/updates/updating.hpp"

namespace hearsay::engine {

// The items of one SET or REMOVE, ready to run.
class Changes {
  public:
    struct Item {
        const Change* change;
        Compiled object;
        Compiled value;  // nullptr where it has none
    };
    Changes(std::vector<Item> items, bool row_by_row, QueryContext& context)
        : items_(std::move(items)), row_by_row_(row_by_row), context_(context) {}

    bool empty() const { return items_.empty(); }
    // Row after row, item after item. Throws QueryError if what is to be changed is no element or is deleted,
    // or if a value cannot be kept.
    void apply(const Batch& rows);

  private:
    void apply_each(const Batch& rows);
    void apply(const Change& change, const graphs::Value& object, const graphs::Value& value);
    template <class Element>
    void set_property(Element element, const std::string& key, graphs::Value value, grammar::Span span);
    template <class Element>
    void set_properties(Element element, const graphs::Value& from, const Change& change);
    void change_labels(graphs::VertexId vertex, const Change& change);

    std::vector<Item> items_;
    bool row_by_row_;  // what is computed may read what was changed just before
    QueryContext& context_;
};

class ChangeElementsOperator : public UpdatingOperator {
  public:
    ChangeElementsOperator(Plan& plan, Changes changes, QueryContext& context, OperatorBox input)
        : UpdatingOperator(plan, context, std::move(input)), changes_(std::move(changes)) {}

  protected:
    void update(Batch in, std::deque<Batch>& out) override {
        changes_.apply(in);
        out.push_back(std::move(in));
    }

  private:
    Changes changes_;
};

}  // namespace hearsay::engine

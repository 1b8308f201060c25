// CREATE: makes a pattern for each row.
#pragma once

#include "engine/query/operators/updates/create_pattern.hpp"
#include "engine/query/operators/updates/updating.hpp"

namespace hearsay::engine {

class CreateOperator : public UpdatingOperator {
  public:
    CreateOperator(Plan& plan, const CreatePattern& step, std::vector<PropertyMap> properties,
                   QueryContext& context, OperatorBox input);
    void rewind() override;

  protected:
    void prepare(const Batch& in) override { values_.push_back(creator_.evaluate(in)); }
    void update(Batch in, std::deque<Batch>& out) override;

  private:
    const CreatePattern& step_;
    PatternCreator creator_;
    std::deque<PatternCreator::Values> values_;  // of the batches that wait
};

}  // namespace hearsay::engine

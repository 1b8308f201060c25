// MERGE: for each row the matches of a pattern, or the pattern made anew where there are none.
#pragma once

#include "engine/query/operators/argument.hpp"
#include "engine/query/operators/updates/change_elements.hpp"
#include "engine/query/operators/updates/create_pattern.hpp"

namespace hearsay::engine {

// Row by row, so that a row finds what the rows before it made: the inner plan starts from one row at a time.
class MergeOperator : public UpdatingOperator {
  public:
    struct Parts {
        std::unique_ptr<ArgumentRows> rows;  // what the inner plan starts from
        OperatorBox inner;
        PatternCreator creator;
        Changes on_create, on_match;
    };
    MergeOperator(Plan& plan, const MergePattern& step, Parts parts, QueryContext& context,
                  OperatorBox outer);

  protected:
    void update(Batch in, std::deque<Batch>& out) override;

  private:
    using Values = std::vector<graphs::Value>;
    // The values that each of the added columns has, a match after the other; how many matches there are.
    std::size_t match(const Batch& row, std::vector<Values>& added);
    void create(const Batch& row, const PatternCreator::Values& values, std::vector<Values>& added);
    graphs::Value made_value(const std::string& name, const Batch& row,
                             const PatternCreator::Made& made) const;
    graphs::Value path_of(const Batch& row, const PatternCreator::Made& made) const;

    const MergePattern& step_;
    const Layout& given_;
    Parts parts_;
    std::vector<std::string> names_;    // of the columns that are added
    std::vector<std::size_t> columns_;  // where the inner plan has them
};

}  // namespace hearsay::engine

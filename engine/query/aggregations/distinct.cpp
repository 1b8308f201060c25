// count(DISTINCT x) and its like.
#include "engine/query/aggregations/grouped_accumulator.hpp"
#include "engine/query/groups/seen_rows.hpp"

namespace hearsay::engine {
namespace {

using graphs::VertexId;

class DistinctValues final : public GroupedAccumulator {
  public:
    DistinctValues(std::unique_ptr<GroupedAccumulator> inner, const QueryContext& context)
        : inner_(std::move(inner)), context_(context) {}

    void expect(std::size_t groups) override { inner_->expect(groups); }

    void add(const RowGroups& groups, const std::vector<Column>& arguments) override {
        std::vector<Column> key{arguments[0]};
        if (!groups.of_row.empty()) {
            // The group's number goes as an id, which packs with the value.
            std::vector<VertexId> numbers;
            numbers.reserve(groups.rows);
            for (const std::uint32_t group : groups.of_row) numbers.push_back(VertexId{group});
            key.emplace_back(std::move(numbers));
        }
        const std::vector<std::uint32_t> picked = seen_.pick_new(key, groups.rows, context_);
        if (picked.empty()) return;
        std::vector<Column> values;
        for (const Column& argument : arguments) values.push_back(argument.pick(picked));
        std::vector<std::uint32_t> of_row;
        if (!groups.of_row.empty()) {
            of_row.reserve(picked.size());
            for (const std::uint32_t row : picked) of_row.push_back(groups.of_row[row]);
        }
        inner_->add({picked.size(), of_row}, values);
    }

    Column result(std::size_t begin, std::size_t end) override { return inner_->result(begin, end); }

  private:
    std::unique_ptr<GroupedAccumulator> inner_;
    const QueryContext& context_;
    SeenRows seen_;
};

}  // namespace

std::unique_ptr<GroupedAccumulator> make_distinct(std::unique_ptr<GroupedAccumulator> inner,
                                                  const QueryContext& context) {
    return std::make_unique<DistinctValues>(std::move(inner), context);
}

}  // namespace hearsay::engine

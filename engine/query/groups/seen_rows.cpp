#include "engine/query/groups/seen_rows.hpp"

namespace hearsay::engine {

std::vector<std::uint32_t> SeenRows::pick_new(const std::vector<Column>& columns, std::size_t rows,
                                              const QueryContext& context) {
    std::size_t known = groups_.size();
    groups_.number(columns, rows, numbers_, context);
    std::vector<std::uint32_t> picked;
    picked.reserve(groups_.size() - known);
    // A new group has the next number, so its first row is the first that is not below what is known.
    for (std::size_t row = 0; row < rows && known < groups_.size(); ++row) {
        if (numbers_[row] < known) continue;
        picked.push_back(static_cast<std::uint32_t>(row));
        ++known;
    }
    return picked;
}

}  // namespace hearsay::engine

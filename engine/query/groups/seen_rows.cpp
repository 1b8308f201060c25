#include "engine/query/groups/seen_rows.hpp"

#include <algorithm>
#include <bit>

namespace hearsay::engine {

bool SeenRows::fits_bits(const std::vector<Column>& columns) {
    if (!begun_) {
        begun_ = true;
        layout_ = PackedLayout::of(columns);
        if (layout_ && (columns.size() != 1 || !layout_->is_id())) layout_.reset();
        return layout_.has_value();
    }
    return layout_ && layout_->fits(columns);
}

void SeenRows::move_to_table(const QueryContext& context) {
    std::vector<std::uint64_t> words;
    const auto hand_over = [&] {
        context.check();
        groups_.number({layout_->unpack(0, words)}, words.size(), numbers_, context);
        words.clear();
    };
    for (std::size_t i = 0; i < bits_.words().size(); ++i) {
        for (std::uint64_t left = bits_.word(i); left != 0; left &= left - 1)
            words.push_back(64 * i + static_cast<std::uint64_t>(std::countr_zero(left)));
        if (words.size() >= batch_rows) hand_over();
    }
    hand_over();
    layout_.reset();
    bits_ = {};
}

std::vector<std::uint32_t> SeenRows::pick_new(const std::vector<Column>& columns, std::size_t rows,
                                              const QueryContext& context) {
    std::vector<std::uint32_t> picked;
    if (rows == 0) return picked;
    if (fits_bits(columns)) {
        words_.resize(rows);
        layout_->pack(columns, rows, words_.data());
        const std::uint64_t greatest = *std::max_element(words_.begin(), words_.end());
        if (greatest / 64 >= bits_.words().size()) {
            context.reserve(greatest / 8);
            bits_.set_word(greatest / 64, 0);
        }
        for (std::size_t row = 0; row < rows; ++row) {
            if (bits_.test(words_[row])) continue;
            bits_.set(words_[row]);
            picked.push_back(static_cast<std::uint32_t>(row));
        }
        return picked;
    }
    if (layout_) move_to_table(context);
    std::size_t known = groups_.size();
    groups_.number(columns, rows, numbers_, context);
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

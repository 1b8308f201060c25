#include "grammar/build/syntax_record.hpp"

#include <algorithm>

#include "grammar/text/interruption.hpp"

namespace hearsay::grammar {

void SyntaxRecord::add(Kind kind, std::size_t begin, std::size_t end, std::uint32_t first) {
    if (size() % 1024 == 1023) look_for_interruption();
    std::uint32_t child = none;
    for (std::uint32_t i = size(); i > first; i = nodes_[child].first) {
        nodes_[i - 1].next = child;
        child = i - 1;
    }
    nodes_.push_back({kind, static_cast<std::uint32_t>(begin), before_space(static_cast<std::uint32_t>(end)),
                      first, child, none});
}

void SyntaxRecord::add_space(std::size_t begin, std::size_t end) {
    if (spaces_.empty() || spaces_.back().second < end)
        spaces_.emplace_back(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end));
}

std::uint32_t SyntaxRecord::before_space(std::uint32_t end) const {
    if (spaces_.empty() || spaces_.back().second < end) return end;
    if (spaces_.back().second == end) return spaces_.back().first;
    const auto space = std::lower_bound(spaces_.begin(), spaces_.end(), end,
                                        [](const auto& s, std::uint32_t e) { return s.second < e; });
    return space->second == end ? space->first : end;
}

}  // namespace hearsay::grammar

#include "grammar/text/brackets.hpp"

#include <algorithm>

#include "grammar/text/scan.hpp"

namespace hearsay::grammar {

Brackets::Brackets(std::string_view text) : size_(text.size()) {
    std::vector<std::size_t> open;  // indexes of those that are not closed yet
    for (std::size_t at = 0; at < text.size();) {
        const RawToken token = raw_token(text, at);
        const auto begin = static_cast<std::uint32_t>(at);
        at = token.end;
        if (token.kind == RawToken::Kind::Open) {
            open.push_back(brackets_.size());
            brackets_.push_back({begin});
        } else if (open.empty()) {
            continue;
        } else if (token.kind == RawToken::Kind::Close) {
            brackets_[open.back()].end = static_cast<std::uint32_t>(token.end);
            open.pop_back();
        } else if (token.kind == RawToken::Kind::Other && (text[begin] == ',' || text[begin] == '|')) {
            std::uint32_t& separator = brackets_[open.back()].separator;
            separator = std::min(separator, begin);
        }
    }
}

std::size_t Brackets::end(std::size_t open) const {
    const auto found = std::lower_bound(brackets_.begin(), brackets_.end(), open,
                                        [](const Bracket& each, std::size_t at) { return each.open < at; });
    return found == brackets_.end() || found->open != open || found->end == none ? 0 : found->end;
}

std::size_t Brackets::separator(std::size_t inside) const {
    const auto after = std::lower_bound(brackets_.begin(), brackets_.end(), inside,
                                        [](const Bracket& each, std::size_t at) { return each.open < at; });
    if (after == brackets_.begin()) return size_;
    const Bracket& bracket = *(after - 1);
    if (bracket.separator != none) return bracket.separator;
    return bracket.end == none ? size_ : bracket.end - 1;
}

}  // namespace hearsay::grammar

// Which texts pass a test against a part.
#pragma once

#include <string_view>

#include "graphs/indexes/find_text.hpp"
#include "graphs/indexes/text_predicate.hpp"

namespace hearsay::graphs {

inline bool passes(std::string_view text, TextPredicate test, std::string_view part) {
    switch (test) {
        case TextPredicate::StartsWith:
            return text.starts_with(part);
        case TextPredicate::EndsWith:
            return text.ends_with(part);
        case TextPredicate::Contains:
            break;
    }
    return find_text(text, part) != std::string_view::npos;
}

// The same for one part and many texts.
class PassingTexts {
  public:
    // `part` outlives it. `sample` as for TextFinder.
    PassingTexts(TextPredicate test, std::string_view part, std::string_view sample)
        : test_(test), part_(part), finder_(part, sample) {}

    bool has(std::string_view text) const {
        return test_ == TextPredicate::Contains ? finder_.is_in(text) : passes(text, test_, part_);
    }

  private:
    TextPredicate test_;
    std::string_view part_;
    TextFinder finder_;
};

}  // namespace hearsay::graphs

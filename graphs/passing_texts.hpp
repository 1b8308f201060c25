// Which texts pass a test against a part.
#pragma once

#include <string_view>

#include "graphs/find_text.hpp"
#include "graphs/text_test.hpp"

namespace hearsay::graphs {

inline bool passes(std::string_view text, TextTest test, std::string_view part) {
    switch (test) {
        case TextTest::StartsWith:
            return text.starts_with(part);
        case TextTest::EndsWith:
            return text.ends_with(part);
        case TextTest::Contains:
            break;
    }
    return find_text(text, part) != std::string_view::npos;
}

// The same for one part and many texts.
class PassingTexts {
  public:
    // `part` outlives it. `sample` as for TextFinder.
    PassingTexts(TextTest test, std::string_view part, std::string_view sample)
        : test_(test), part_(part), finder_(part, sample) {}

    bool has(std::string_view text) const {
        return test_ == TextTest::Contains ? finder_.is_in(text) : passes(text, test_, part_);
    }

  private:
    TextTest test_;
    std::string_view part_;
    TextFinder finder_;
};

}  // namespace hearsay::graphs

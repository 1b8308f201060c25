// Where the brackets of a text open and close: found once, since what stands before a bracket is read in the
// light of what follows it, and brackets nest.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay::grammar {

class Brackets {
  public:
    // Strings, names in back-quotes and comments hold no brackets. Any bracket closes any other. REQUIRES:
    // text of less than four gigabytes.
    explicit Brackets(std::string_view text);

    // Past the bracket that closes the one at `open`, or 0 if none does. REQUIRES: a bracket opens there.
    std::size_t end(std::size_t open) const;

    // Where the first `,` or `|` stands directly in the last bracket that was opened before `inside`: else
    // where that bracket closes, else the end of the text.
    std::size_t separator(std::size_t inside) const;

  private:
    static constexpr std::uint32_t none = UINT32_MAX;

    struct Bracket {
        std::uint32_t open;
        std::uint32_t end = none;  // past its closing bracket
        std::uint32_t separator = none;
    };
    std::vector<Bracket> brackets_;  // as they open
    std::size_t size_;               // of the text
};

}  // namespace hearsay::grammar

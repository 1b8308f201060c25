// The text of a statement as the rules read it.
#pragma once

#include <optional>
#include <tao/pegtl.hpp>

#include "grammar/text/brackets.hpp"

namespace hearsay::grammar {

class StatementInput
    : public tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy, tao::pegtl::eol::lf, const char*> {
  public:
    explicit StatementInput(std::string_view text)
        : memory_input(text.data(), text.data() + text.size(), ""), text_(text) {}

    // Made when a look ahead asks for them first.
    const Brackets& brackets() {
        if (!brackets_) brackets_.emplace(text_);
        return *brackets_;
    }

  private:
    std::string_view text_;
    std::optional<Brackets> brackets_;
};

}  // namespace hearsay::grammar

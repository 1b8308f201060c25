// A place in a text that is read from left to right, number by number.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hearsay::engine::temporal {

class TextCursor {
  public:
    explicit TextCursor(std::string_view text) : rest_(text) {}

    std::string_view rest() const { return rest_; }
    bool at_end() const { return rest_.empty(); }
    bool sees(char c) const { return rest_.starts_with(c); }
    bool take(char c) {
        if (!sees(c)) return false;
        rest_.remove_prefix(1);
        return true;
    }
    std::size_t digits_ahead() const {
        std::size_t count = 0;
        while (count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9') ++count;
        return count;
    }
    // From `least` to `most` digits (18 at most), as many as there are.
    std::optional<std::int64_t> number(std::size_t least, std::size_t most) {
        const std::size_t count = digits_ahead() < most ? digits_ahead() : most;
        if (count < least) return std::nullopt;
        std::int64_t number = 0;
        for (const char digit : rest_.substr(0, count)) number = number * 10 + (digit - '0');
        rest_.remove_prefix(count);
        return number;
    }
    std::optional<std::int64_t> number(std::size_t digits) { return number(digits, digits); }
    // The digits of a decimal fraction as a number of 10^-places; what is beyond them is left out.
    std::optional<std::int64_t> fraction(std::size_t places) {
        const std::size_t count = digits_ahead();
        if (count == 0) return std::nullopt;
        std::int64_t number = 0;
        for (std::size_t i = 0; i < places; ++i) number = number * 10 + (i < count ? rest_[i] - '0' : 0);
        rest_.remove_prefix(count);
        return number;
    }

  private:
    std::string_view rest_;
};

}  // namespace hearsay::engine::temporal

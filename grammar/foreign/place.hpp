// The words and signs around the place where a text stopped being a statement.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/text/diagnostic.hpp"
#include "grammar/text/scan.hpp"

namespace hearsay::grammar::foreign {

// What somebody has brought from another language: where, what there is to know, and what to write instead.
// Code in back-quotes is what works here.
struct Found {
    Span span;
    std::string message, suggestion;
};

class Place {
  public:
    // `at`: where the grammar failed; text.size() at the end.
    Place(std::string_view text, std::size_t at);

    // Tokens are numbered from the one at the place: -1 is the one before it. Empty beyond the text's ends.
    std::string_view operator[](int number) const;
    bool is(int number, std::string_view word) const;  // without case
    bool is_word(int number) const;                    // letters and digits, or a name in back-quotes
    bool is_string(int number) const;
    // Whether these words and signs, with a space between them, stand there one behind another.
    bool are(int number, std::string_view words) const;
    // Whether nothing is between a token and the one before it.
    bool touches(int number) const;
    bool begins(int number) const { return index(number) == 0; }  // the text
    // The text from a token's beginning to another one's end.
    std::string_view from_to(int first, int last) const;
    Span span(int first, int last) const;
    // The bracket that closes the one at `number`, or opens it; none if there is none.
    std::optional<int> closing(int number) const;
    std::optional<int> opening(int number) const;
    // The bracket that is open around a token.
    std::optional<int> enclosing(int number) const;
    // The first one of these words from `number` on.
    std::optional<int> find(int number, std::string_view word) const;

    // What stands left of an operator, n.name or f(x), and right of it, with a literal or a list: the text.
    // "x" and "y" where that is more, or long.
    std::string left_of(int number) const;
    std::string right_of(int number) const;

  private:
    long index(int number) const { return place_ + number; }
    const RawToken* token(int number) const;

    std::string_view text_;
    std::vector<RawToken> tokens_;  // without white space and comments
    long place_ = 0;
};

// What the text has at its place `at` from elsewhere; none if that is nothing known.
std::optional<Found> find(std::string_view text, std::size_t at);

// Each looks for what it knows at the place.
std::optional<Found> find_clause(const Place& place);
std::optional<Found> find_index_command(const Place& place);
std::optional<Found> find_pattern(const Place& place);
std::optional<Found> find_expression(const Place& place);
std::optional<Found> find_sql(const Place& place);

}  // namespace hearsay::grammar::foreign

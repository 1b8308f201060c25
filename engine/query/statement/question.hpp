// A statement made ready to be checked: the query, with the text that its spans and column names refer to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "grammar/text/diagnostic.hpp"
#include "grammar/tree/tree.hpp"

namespace hearsay::engine {

struct Language;

struct Question {
    grammar::Statement statement;                  // its body is a query
    std::string_view written;                      // by the asker
    std::optional<grammar::ShortForm> asked = {};  // the short form, if it is one
    std::string rewritten = {};                    // what that stands for

    bool is_short_form() const { return asked.has_value(); }
    const grammar::Query& query() const { return std::get<grammar::Query>(statement.body); }
    std::string_view text() const { return is_short_form() ? rewritten : written; }
};

// Parses, and rewrites a short form of the language. `text` must outlive the question.
tl::expected<Question, grammar::Diagnostic> read_question(std::string_view text, const Language& language);

}  // namespace hearsay::engine

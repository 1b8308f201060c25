// A statement made ready to be checked: the query, with the text that its spans and column names refer to.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "grammar/text/diagnostic.hpp"
#include "grammar/tree/tree.hpp"

namespace hearsay::engine {

struct Question {
    grammar::Statement statement;              // its body is a query
    std::string_view written;                  // by the asker
    std::string rewritten;                     // what a short form stands for; else empty
    std::vector<grammar::Expression> parties;  // whom a short form names
    bool is_trace = false;

    bool is_short_form() const { return !rewritten.empty(); }
    const grammar::Query& query() const { return std::get<grammar::Query>(statement.body); }
    std::string_view text() const { return is_short_form() ? rewritten : written; }
};

// Parses, and rewrites a short form. `text` must outlive the question.
tl::expected<Question, grammar::Diagnostic> read_question(std::string_view text);

}  // namespace hearsay::engine

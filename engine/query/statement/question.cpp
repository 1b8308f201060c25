#include "engine/query/statement/question.hpp"

#include "engine/query/statement/language.hpp"
#include "grammar/parse.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine {

tl::expected<Question, grammar::Diagnostic> read_question(std::string_view text, const Language& language) {
    auto statement = grammar::parse(text, language.short_forms);
    if (!statement) return tl::unexpected(std::move(statement.error()));
    Question question{std::move(*statement), text};
    if (auto* form = std::get_if<grammar::ShortForm>(&question.statement.body)) {
        question.asked = std::move(*form);
        question.rewritten = language.rewrite(*question.asked);
        auto query = grammar::parse(question.rewritten);
        HEARSAY_ASSERT(query.has_value());
        question.statement.body = std::move(query->body);
    }
    return question;
}

}  // namespace hearsay::engine

#include "engine/query/statement/question.hpp"

#include "engine/claims/short_forms.hpp"
#include "engine/claims/unknown_party.hpp"
#include "grammar/parse.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine {

tl::expected<Question, grammar::Diagnostic> read_question(std::string_view text) {
    auto statement = grammar::parse(text);
    if (!statement) return tl::unexpected(std::move(statement.error()));
    Question question{std::move(*statement), text, {}, {}};
    if (const auto* form = std::get_if<grammar::ShortForm>(&question.statement.body)) {
        question.is_trace = std::holds_alternative<grammar::Trace>(*form);
        question.parties = asked_parties(*form);
        question.rewritten = cypher_of(*form);
        auto query = grammar::parse(question.rewritten);
        HEARSAY_ASSERT(query.has_value());
        question.statement.body = std::move(query->body);
    }
    return question;
}

}  // namespace hearsay::engine

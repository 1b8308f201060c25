#include "engine/query/expressions/error.hpp"

namespace hearsay::engine::expressions {

void fail(grammar::Span span, std::string message, std::string_view type, std::string_view detail,
          std::string suggestion) {
    throw QueryError(grammar::Diagnostic{grammar::Severity::Error, span, std::move(message),
                                         std::move(suggestion), std::string(type), std::string(detail)});
}

void fail_type(grammar::Span span, std::string_view wanted, const graphs::Value& got,
               std::string_view detail) {
    const std::string_view kind = graphs::kind_name(got.kind());
    std::string message = "expected ";
    message.append(wanted).append(" but got ");
    if (got.is_null()) {
        message += "null";
    } else {
        const bool vowel = std::string_view("AEIOU").find(kind.front()) != std::string_view::npos;
        message.append(vowel ? "an " : "a ").append(kind);
    }
    fail(span, std::move(message), "TypeError", detail);
}

void fail_deleted(grammar::Span span, const graphs::Value& element) {
    const bool node = element.kind() == graphs::Kind::Vertex;
    fail(span, std::string(node ? "the node" : "the relationship") + " has been deleted by this statement",
         "EntityNotFound", "DeletedEntityAccess", "take what is needed of it in a WITH before DELETE");
}

void fail_text_too_long(grammar::Span span) {
    fail(span, "the text would be longer than 16 MiB", "ArgumentError", "NumberOutOfRange");
}

void fail_list_too_long(grammar::Span span) {
    fail(span, "the list would have more than 16,777,216 elements", "ArgumentError", "NumberOutOfRange");
}

void fail_extent(const graphs::Value& value, grammar::Span span) {
    if (value.extent().depth > deepest_value)
        fail(span, "more than 1,000 lists and maps would stand inside one another", "ArgumentError",
             "NumberOutOfRange");
    fail(span, "the value would take more than 1 GiB written out", "ArgumentError", "NumberOutOfRange");
}

}  // namespace hearsay::engine::expressions

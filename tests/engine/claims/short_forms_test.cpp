// What must hold of every row of the table of short forms.
#include "engine/claims/short_forms.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/claims/language.hpp"
#include "engine/query/statement/run_query.hpp"
#include "grammar/parse.hpp"
#include "grammar/text/keywords.hpp"
#include "grammar/tree/tree_text.hpp"

using namespace hearsay;
using engine::claims::patterns;
using engine::claims::short_forms;
using engine::claims::ShortFormEntry;

namespace {

// With something asked in every slot.
std::string asked(const ShortFormEntry& form) {
    std::string text;
    for (std::string_view left = form.pattern; !left.empty();) {
        const grammar::ShortFormPart part = grammar::take_part(left);
        text += text.empty() ? "" : " ";
        text += part.kind == grammar::ShortFormPart::Kind::Word    ? std::string(part.text)
                : part.kind == grammar::ShortFormPart::Kind::Words ? "'Mara Voss'"
                                                                   : "42";
    }
    return text;
}

}  // namespace

TEST_CASE("every short form is understood, and written as it was read", "[claims]") {
    for (const ShortFormEntry& form : short_forms()) {
        const std::string text = asked(form);
        INFO(text);
        const auto statement = grammar::parse(text, patterns());
        REQUIRE(statement);
        REQUIRE(std::holds_alternative<grammar::ShortForm>(statement->body));
        CHECK(std::get<grammar::ShortForm>(statement->body).pattern == form.pattern);
        CHECK(engine::to_text(*statement) == text);
        CHECK_FALSE(grammar::parse(text));  // it is no openCypher
    }
}

TEST_CASE("every short form stands for a query that runs", "[claims]") {
    engine::QueryOptions options;
    options.language = &engine::claims_language();
    for (const ShortFormEntry& form : short_forms()) {
        INFO(form.pattern);
        graphs::PropertyGraph graph;
        const auto result = engine::run_query(graph, asked(form), options);
        REQUIRE(result);
        CHECK(result->rows.empty());
        CHECK(result->asked);
    }
}

TEST_CASE("the words of short forms are words of the language, and the help has an example of each",
          "[claims]") {
    for (const ShortFormEntry& form : short_forms()) {
        INFO(form.pattern);
        for (std::string_view left = form.pattern; !left.empty();) {
            const grammar::ShortFormPart part = grammar::take_part(left);
            if (!part.is_slot()) CHECK(grammar::is_keyword(part.text));
        }
        CHECK(std::any_of(short_forms().begin(), short_forms().end(), [&](const ShortFormEntry& other) {
            return other.beginning() == form.beginning() && !other.example.empty() && !other.summary.empty();
        }));
        if (!form.example.empty()) CHECK(grammar::parse(form.example, patterns()));
    }
}

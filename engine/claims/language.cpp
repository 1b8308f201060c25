#include "engine/claims/language.hpp"

#include "engine/claims/about_and_named.hpp"
#include "engine/claims/procedures.hpp"
#include "engine/claims/short_forms.hpp"
#include "engine/claims/unknown_party.hpp"

namespace hearsay::engine {
namespace {

grammar::Diagnostics found_nothing(const grammar::ShortForm& form, grammar::Span whole,
                                   const graphs::PropertyGraph& graph, const Parameters& parameters) {
    if (claims::traced(form) != nullptr)
        return {{grammar::Severity::Warning, whole, "there is no such statement",
                 "WHO CLAIMS and the other questions give the numbers in the column `id`", "", ""}};
    return unknown_parties(claims::asked_parties(form), graph, parameters);
}

Language make_language() {
    Language language;
    language.functions = language.functions.with(claims::about_and_named());
    language.procedures.add(claims::trace_procedure());
    language.short_forms = claims::patterns();
    language.rewrite = claims::cypher_of;
    language.found_nothing = found_nothing;
    return language;
}

}  // namespace

const Language& claims_language() {
    static const Language language = make_language();
    return language;
}

const std::vector<FunctionFamily>& claims_function_families() {
    static const std::vector<FunctionFamily> families = [] {
        std::vector<FunctionFamily> all = function_families();
        all.insert(all.begin() + 1, claims::words_and_names());  // beside the strings
        return all;
    }();
    return families;
}

}  // namespace hearsay::engine

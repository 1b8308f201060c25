// Questions in plain words: one table, of which the grammar, the help, the completion, EXPLAIN and the tests
// are made.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/text/short_form.hpp"
#include "grammar/tree/tree.hpp"

namespace hearsay::engine::claims {

struct ShortFormEntry {
    // grammar/text/short_form.hpp. The slots `$name`, `$from` and `$to` hold the name of a party.
    std::string_view pattern;
    // What it stands for, as openCypher; `$words`, `$name` and the like stand for what is asked.
    std::string_view definition;
    // For the help; empty where the help of a form with the same beginning says it.
    std::string_view example = {};
    std::string_view summary = {};

    std::string beginning() const;  // the words before the first slot: "WHO CLAIMS"
};
std::span<const ShortFormEntry> short_forms();
grammar::ShortForms patterns();  // of all

// The openCypher text that the short form stands for, with what was asked put in.
std::string cypher_of(const grammar::ShortForm& form);
// The names of parties in it, as asked: none for WHO CLAIMS, two for PATH FROM.
std::vector<grammar::Expression> asked_parties(const grammar::ShortForm& form);
// The number behind TRACE, as asked; nullptr if it is another form.
const grammar::Expression* traced(const grammar::ShortForm& form);

}  // namespace hearsay::engine::claims

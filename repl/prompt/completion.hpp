// What Tab offers: a function of the text in front of the cursor and of what there is.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay::repl {

struct Vocabulary {
    std::vector<std::string> labels, types, keys, functions, parameters;
    // Names of parties that begin so (without case), at most `most`.
    std::function<std::vector<std::string>(std::string_view begin, std::size_t most)> parties;
    // Files that begin so; folders end with `/`.
    std::function<std::vector<std::string>(std::string_view begin)> files;
};

struct Completion {
    std::size_t begin = 0;  // what the candidates stand for: the text from here to the cursor
    std::vector<std::string>
        candidates;  // ascending, each once; one alone is final and brings its space or bracket with it
};

// What is offered:
//   at the beginning       the words that begin a statement, `:` commands
//   in (a:    [:   .   $   labels, types, properties, parameters; `{` in a pattern: properties
//   in quotes              names of parties
//   WHO, ORDER, ...        the words that follow them
//   else                   keywords (as typed: small or capital), functions, the statement's own variables
//   behind :load, ...      files, formats, topics
// An empty word in the middle of a statement gets nothing, or the list would be everything.
Completion complete(std::string_view text, const Vocabulary& vocabulary);

// The longest text with which every candidate begins; whole characters.
std::string common_beginning(const std::vector<std::string>& candidates);

// Files for Vocabulary::files; `~/` is the home folder.
std::vector<std::string> files_that_begin(std::string_view begin);

}  // namespace hearsay::repl

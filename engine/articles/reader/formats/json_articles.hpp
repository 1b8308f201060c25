// JSON objects to documents.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "engine/articles/text/document.hpp"
#include "graphs/error.hpp"
#include "graphs/progress.hpp"

namespace hearsay::engine {

// The member `text` (a string) is needed; `id`, `title`, `outlet` (or `publisher`, `source`), `author`
// (or `authors`, `byline`), `published` (or `date`) and `url` are taken where they are there and not null. A
// list of strings (authors) is joined by ", "; an object gives its `name`; a number is kept as it is written,
// however large or exact.
struct JsonArticle {
    Document document;
    std::string note;  // what was mended: lone surrogates, NUL characters
};

// One object. Errors say what is wrong and where: "line 1, column 17: ..." for ill-formed JSON; "`text` is
// missing".
graphs::Result<JsonArticle> read_json_article(std::string_view json,
                                              const graphs::Progress& progress = graphs::no_progress);

// Each object of an array, or the one object, with its number from 1. A fault in one object is given to
// `take` and leaves the others alone; ill-formed JSON is the result's error.
graphs::Result<void> read_json_articles(
    std::string_view json, const std::function<bool(std::size_t, graphs::Result<JsonArticle>)>& take,
    const graphs::Progress& progress = graphs::no_progress);

// Is this one whole JSON object?
bool is_json_object(std::string_view text);

// Numbers that a parser may round or refuse become strings: -0, those of 19 digits and more, those with a
// stop or an exponent.
std::string with_numbers_quoted(std::string_view json);

// JSON strings may name half of a surrogate pair ("\ud83d" alone), which is no character: such escapes become
// \ufffd. Gives how many there were.
std::size_t mend_surrogates(std::string& json);

}  // namespace hearsay::engine

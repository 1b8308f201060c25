// News outlets: the known ones, and what names of newspapers look like.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/articles/text/document.hpp"

namespace hearsay::engine {

struct KnownOutlet {
    std::string_view name;                  // "The Washington Post"
    std::vector<std::string_view> others;   // "WaPo"
    std::vector<std::string_view> domains;  // "washingtonpost.com"
    std::string_view country;               // ISO 3166, two letters
    bool agency = false;  // a news agency, whose name stands in other outlets' articles as well
};

const std::vector<KnownOutlet>& known_outlets();

// By name or other name, without case, with or without "the"; null if it is unknown.
const KnownOutlet* outlet_named(std::string_view name);
// "https://www.kyivpost.com/post/1", "news@kyivpost.com": by the longest domain that ends the host; null if
// none does.
const KnownOutlet* outlet_of_address(std::string_view address);

struct NamedOutlet {
    Span span;         // in the text that was searched
    std::string name;  // the usual spelling of a known one; else as written, "The" included
    const KnownOutlet* known = nullptr;
};

// The outlets that a line names: known ones, and capitalised words that end like a newspaper's name ("The
// Velk Times").
std::vector<NamedOutlet> find_outlets(std::string_view line);

}  // namespace hearsay::engine

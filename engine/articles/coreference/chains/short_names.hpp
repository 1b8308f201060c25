// The fuller names that a short name may stand for: "Orr" for "Lena Orr", "the VWS" for "Velk Watch Service".
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/articles/text/document.hpp"

namespace hearsay::engine {

// Names of one article's mentions, found by what they can be called for short, so that an article of any
// length costs as many steps as it has names. Mentions are known by their numbers.
class ShortNames {
  public:
    explicit ShortNames(const Document& document) : document_(document) {}

    // Mention i, a name, has its chain now.
    void add(std::size_t i);
    // The last mention before mention i that its name is short for, else the first one behind it; npos if
    // there is none.
    std::size_t fuller(std::size_t i) const;
    // The chain of the one person who is called so first ("Tarek" of "Tarek Orr"); npos if there is none or
    // several.
    std::size_t chain_by_first_name(const std::string& name) const;

  private:
    bool stands_for(const Mention& mention, std::size_t other) const;
    std::vector<std::string> keys_of_full(const Mention& mention) const;
    std::vector<std::string> keys_of_short(const Mention& mention) const;

    const Document& document_;
    std::unordered_map<std::string, std::set<std::size_t>> mentions_;    // by their keys
    std::unordered_map<std::string, std::size_t> chains_by_first_name_;  // several: all_of_them
};

// Words are parted by single spaces.
std::size_t word_count(const std::string& name);
std::string first_word(const std::string& name);
bool ends_with_words(const std::string& name, const std::string& tail);  // the tail is not all of the name
std::string without_stops(std::string_view text);
// The ends of a name from each word but its first on, in small letters.
std::vector<std::string> tails_of(const std::string& name);

}  // namespace hearsay::engine

// Stretches of capitalised words that can be names.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/articles/names/word.hpp"

namespace hearsay::engine {

// How an article writes its words: a word that is also written small is hardly a name where it begins a
// sentence.
class Capitals {
  public:
    void count(const WordList& words);
    bool seen_small(const std::string& lower) const { return small_.contains(lower); }
    bool seen_capital(const std::string& lower) const { return capital_.contains(lower); }

  private:
    std::unordered_set<std::string> small_;
    std::unordered_set<std::string> capital_;  // where no sentence begins
};

// Words [first, last) of a sentence.
struct Run {
    std::size_t first = 0;
    std::size_t last = 0;
};

// Whether nearly every long word begins with a capital, as in headlines: capitals say nothing there.
bool is_title_case(const WordList& words);

// The runs, in order. A run holds particles ("de", "von"), and "of", "for", "and" where the words around them
// make one name ("Ministry of Health and Welfare"). Runs end at possessives, except inside a name ("People's
// Front").
std::vector<Run> name_runs(const WordList& words, const Capitals& capitals);

}  // namespace hearsay::engine

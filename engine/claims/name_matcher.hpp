// named(): does a party go by a name that has all the words?
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hearsay::engine {

// The words of one question, made ready for many names. A word of a name fits if it is the same without case
// and accents, has the same stem, or is another romanisation of it. The order of the words is free; stop
// words do not count, unless there are no others. A matcher keeps what it learns about the words of names: it
// belongs to one thread.
class NameMatcher {
  public:
    explicit NameMatcher(std::string_view words);

    // Whether the name has all the words.
    bool matches(std::string_view name);

  private:
    struct Wanted {
        std::string stem, key;
    };
    std::vector<Wanted> wanted_;
    std::unordered_map<std::string, std::vector<std::size_t>>
        known_;  // word of a name -> the wanted words that it fits
    std::vector<bool> found_;
};

}  // namespace hearsay::engine

#include "engine/claims/name_matcher.hpp"

#include <algorithm>

#include "engine/words/romanisation.hpp"
#include "engine/words/stem.hpp"
#include "engine/words/words.hpp"

namespace hearsay::engine {
namespace {

constexpr std::size_t most_known_words = 1 << 18;  // then they are learned anew, so that memory stays bounded

}  // namespace

NameMatcher::NameMatcher(std::string_view words) {
    const std::vector<std::string> question = fold_words(words);
    const bool all_stop_words = std::all_of(question.begin(), question.end(), is_stop_word);
    for (const std::string& word : question) {
        if (all_stop_words || !is_stop_word(word)) wanted_.push_back({stem(word), romanisation_key(word)});
    }
    found_.resize(wanted_.size());
}

bool NameMatcher::matches(std::string_view name) {
    std::fill(found_.begin(), found_.end(), false);
    std::size_t missing = wanted_.size();
    for (FoldedWords words(name); missing > 0 && words.next();) {
        auto known = known_.find(words.word());
        if (known == known_.end()) {
            if (known_.size() >= most_known_words) known_.clear();
            const std::string stemmed = stem(words.word()), key = romanisation_key(words.word());
            std::vector<std::size_t> fits;
            for (std::size_t i = 0; i < wanted_.size(); ++i) {
                if (wanted_[i].stem == stemmed || wanted_[i].key == key) fits.push_back(i);
            }
            known = known_.emplace(words.word(), std::move(fits)).first;
        }
        for (std::size_t i : known->second) {
            missing -= found_[i] ? 0 : 1;
            found_[i] = true;
        }
    }
    return missing == 0 && !wanted_.empty();
}

}  // namespace hearsay::engine

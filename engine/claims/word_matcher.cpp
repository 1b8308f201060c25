#include "engine/claims/word_matcher.hpp"

#include <algorithm>
#include <unordered_set>

#include "engine/schema/schema.hpp"
#include "engine/words/stem.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine {
namespace {

constexpr std::size_t most_known_words = 1 << 18;  // then they are learned anew, so that memory stays bounded

bool has_capitals_only(std::string_view text) {
    std::size_t capitals = 0;
    for (char c : text) {
        if (c >= 'a' && c <= 'z') return false;
        if (c >= 'A' && c <= 'Z') ++capitals;
    }
    return capitals >= 2;
}

// The words that are looked for: without stop words, unless there are no others.
bool is_looked_for(const std::vector<std::string>& words, const std::string& word) {
    return !is_stop_word(word) || std::all_of(words.begin(), words.end(), is_stop_word);
}

bool all_stop_words(const std::vector<std::string>& words) {
    return std::all_of(words.begin(), words.end(), is_stop_word);
}

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
    std::string phrase;
    for (std::size_t i = begin; i < end; ++i) phrase.append(i > begin ? " " : "").append(words[i]);
    return phrase;
}

}  // namespace

std::size_t WordMatcher::word_count(std::string_view words) {
    const std::vector<std::string> question = fold_words(words);
    std::unordered_set<std::string> stems;
    for (const std::string& word : question) {
        if (is_looked_for(question, word)) stems.insert(stem(word));
    }
    return stems.size();
}

WordMatcher::WordMatcher(std::string_view words, const NameIndex& names, const graphs::PropertyGraph& graph)
    : mentions_(graph.find_type(schema::type::mentions)) {
    const std::vector<std::string> question = fold_words(words);
    std::vector<Words64> bits(question.size());
    std::unordered_map<std::string, Words64> bit_of_stem;
    for (std::size_t i = 0; i < question.size(); ++i) {
        if (!is_looked_for(question, question[i])) continue;
        const std::string stemmed = stem(question[i]);
        auto found = bit_of_stem.find(stemmed);
        if (found == bit_of_stem.end()) {
            HEARSAY_ASSERT(bit_of_stem.size() < most_words);
            found = bit_of_stem.emplace(stemmed, Words64{1} << bit_of_stem.size()).first;
            add_phrase({question[i]}, found->second, false);
        }
        bits[i] = found->second;
        all_ |= found->second;
    }
    add_names(question, bits, names, graph);
}

std::uint32_t WordMatcher::term_of(const std::string& folded_word) {
    std::string stemmed = stem(folded_word);
    if (stemmed.size() == 1) {
        beginnings_.add(stemmed[0]);
    } else {
        beginnings_.add(stemmed[0], stemmed[1]);
        if (stemmed[1] == 'i') beginnings_.add(stemmed[0], 'y');  // "dying" has the stem "die"
    }
    const auto [found, is_new] =
        terms_.emplace(std::move(stemmed), static_cast<std::uint32_t>(terms_.size()));
    if (is_new) phrases_.emplace_back();
    return found->second;
}

void WordMatcher::add_phrase(const std::vector<std::string>& folded_words, Words64 covers, bool acronym) {
    Phrase phrase{{}, covers, acronym};
    for (const std::string& word : folded_words) phrase.terms.push_back(term_of(word));
    phrases_[phrase.terms.back()].push_back(std::move(phrase));
}

// Every run of words of the question that is somebody's name brings that one's other names.
void WordMatcher::add_names(const std::vector<std::string>& question, const std::vector<Words64>& bits,
                            const NameIndex& names, const graphs::PropertyGraph& graph) {
    for (std::size_t begin = 0; begin < question.size(); ++begin) {
        Words64 covers = 0;
        for (std::size_t end = begin + 1; end <= question.size() && end - begin <= names.longest(); ++end) {
            covers |= bits[end - 1];
            if (covers == 0) continue;
            for (graphs::VertexId vertex : names.find(joined(question, begin, end))) {
                named_[vertex] |= covers;
                for (const std::string& name : names_of(vertex, graph)) {
                    std::vector<std::string> folded = fold_words(name);
                    if (!folded.empty() && folded.front() == "the") folded.erase(folded.begin());
                    const bool acronym = folded.size() == 1 && has_capitals_only(name);
                    if (folded.empty() || (all_stop_words(folded) && !acronym)) continue;
                    add_phrase(folded, covers, acronym);
                }
            }
        }
    }
}

bool WordMatcher::ends_phrase(const Phrase& phrase) const {
    const std::size_t length = phrase.terms.size();
    if (hits_.size() < length || (phrase.acronym && !hits_.back().capitals)) return false;
    const Hit* first = hits_.data() + hits_.size() - length;
    for (std::size_t i = 0; i < length; ++i) {
        if (first[i].term != phrase.terms[i] || first[i].index != first->index + i) return false;
    }
    return true;
}

WordMatcher::Words64 WordMatcher::found_in(std::string_view text) {
    hits_.clear();
    Words64 found = 0;
    for (FoldedWords words(text); found != all_ && words.next(beginnings_);) {
        auto known = known_.find(words.word());
        if (known == known_.end()) {
            if (known_.size() >= most_known_words) known_.clear();
            const auto term = terms_.find(stem(words.word()));
            known = known_.emplace(words.word(), term == terms_.end() ? no_term : term->second).first;
        }
        if (known->second == no_term) continue;
        hits_.push_back({words.index(), known->second,
                         has_capitals_only(text.substr(words.begin(), words.end() - words.begin()))});
        for (const Phrase& phrase : phrases_[known->second]) {
            if (ends_phrase(phrase)) found |= phrase.covers;
        }
    }
    return found;
}

bool WordMatcher::matches(std::string_view text, graphs::VertexId vertex,
                          const graphs::PropertyGraph& graph) {
    Words64 found = found_in(text);
    if (found == all_) return all_ != 0;
    if (named_.empty() || mentions_.is_none()) return false;
    for (const graphs::Neighbour& neighbour : graph.out(vertex, mentions_)) {
        const auto named = named_.find(neighbour.vertex);
        if (named != named_.end()) found |= named->second;
    }
    return found == all_;
}

}  // namespace hearsay::engine

#include "graphs/indexes/text_index.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "graphs/indexes/find_text.hpp"
#include "graphs/indexes/text_tokens.hpp"

namespace hearsay::graphs {
namespace {

constexpr std::size_t longest_token = TextIndex::longest_token;
constexpr std::size_t most_wanted = 8;  // tokens of a part that are searched
// An estimate looks at the front of the vocabulary, where the frequent tokens are, and at stretches of the
// rest.
constexpr std::size_t front_tokens = 1 << 13, stretches = 32, stretch_tokens = 1 << 8;
constexpr std::size_t sampled_bytes = 1024;  // of the vocabulary, for TextFinder

// What things cost, in nanoseconds: to look at a text, to search a byte of the vocabulary, to find one more
// token in it, to read one more text of its postings.
constexpr double look_cost = 40, search_cost = 0.1, token_cost = 15, text_cost = 1.5;

// How many texts postings of so many bytes name: each is a gap to the one before, 7 bits of it in a byte.
double texts_of(double bytes, double all_texts) {
    if (bytes == 0) return 0;
    const double bits = std::log2(std::max(1.0, all_texts / bytes));
    return bytes / std::max(1.0, bits / 7);
}

std::size_t count_of(std::span<const std::uint64_t> bits) {
    std::size_t count = 0;
    for (const std::uint64_t word : bits) count += static_cast<std::size_t>(std::popcount(word));
    return count;
}

}  // namespace

struct TextIndex::Wanted {
    std::string pattern;  // with the marks of the token's ends where they are known
    std::size_t size;     // of the token
    bool whole;           // the part is this token and no more
    // Estimated: the tokens in which the pattern stands, and the texts that have one of these, each counted
    // for each.
    double tokens = 0, texts = 0;
};

std::size_t TextIndex::bytes() const {
    return vocabulary_.capacity() + begins_.capacity() * sizeof(std::uint32_t) +
           postings_at_.capacity() * sizeof(std::uint64_t) + postings_.capacity() + loose_.words().size() * 8;
}

std::vector<TextIndex::Wanted> TextIndex::wanted(TextPredicate test, std::string_view part) const {
    std::vector<Wanted> tokens;
    // The longest, as these are rare, and there may be thousands.
    const auto longer = [](const Wanted& a, const Wanted& b) { return a.size > b.size; };
    for_each_token(part, [&](const TextToken& token) {
        const std::size_t size = token.end - token.begin;
        if (tokens.size() == most_wanted && tokens.back().size >= size) return;
        const bool begins = token.sign || token.begin > 0 || test == TextPredicate::StartsWith;
        const bool ends = token.sign || token.end < part.size() || test == TextPredicate::EndsWith;
        std::string pattern;
        if (begins) pattern += mark;
        pattern += part.substr(token.begin, size);
        if (ends) pattern += mark;
        Wanted made{std::move(pattern), size, size == part.size() && test == TextPredicate::Contains};
        if (tokens.size() == most_wanted) tokens.pop_back();
        tokens.insert(std::upper_bound(tokens.begin(), tokens.end(), made, longer), std::move(made));
    });
    for (Wanted& token : tokens) estimate(token);
    std::stable_sort(tokens.begin(), tokens.end(),
                     [](const Wanted& a, const Wanted& b) { return a.texts < b.texts; });
    return tokens;
}

template <class F>
void TextIndex::for_each_token_with(std::string_view pattern, std::size_t begin, std::size_t end,
                                    F&& f) const {
    if (begin == end) return;
    const std::string_view all(vocabulary_.data(), begins_[end]);
    const TextFinder finder(pattern, all.substr(begins_[begin] - 1, sampled_bytes));
    const bool from_mark = pattern.front() == mark;
    std::size_t token = begin;
    for (std::size_t at = begins_[begin] - 1; at < all.size();) {
        at = finder.find(all, at);
        if (at == std::string_view::npos) return;
        const auto inside = static_cast<std::uint32_t>(at + (from_mark ? 1 : 0));
        // The next match is mostly near: steps that double, then halving.
        std::size_t step = 1;
        while (token + step < begins_.size() && begins_[token + step] <= inside) step *= 2;
        const auto from = begins_.begin() + static_cast<std::ptrdiff_t>(token + step / 2);
        const auto to =
            begins_.begin() + static_cast<std::ptrdiff_t>(std::min(token + step + 1, begins_.size()));
        token = static_cast<std::size_t>(std::upper_bound(from, to, inside) - begins_.begin()) - 1;
        f(token);
        ++token;
        at = begins_[token] - 1;  // the mark behind it
    }
}

void TextIndex::estimate(Wanted& token) const {
    if (token.size > longest_token) return;  // it is not kept
    const auto all = static_cast<double>(text_count_);
    double tokens = 0, texts = 0;
    const auto count = [&](std::size_t found) {
        ++tokens;
        texts += texts_of(static_cast<double>(postings_at_[found + 1] - postings_at_[found]), all);
    };
    const std::size_t front = std::min(front_tokens, token_count()), rest = token_count() - front;
    for_each_token_with(token.pattern, 0, front, count);
    token.tokens = tokens;
    token.texts = texts;
    if (rest == 0) return;
    tokens = texts = 0;
    std::size_t looked_at = 0;
    for (std::size_t i = 0; i < stretches; ++i) {
        const std::size_t begin = front + rest * i / stretches;
        const std::size_t end = std::min(begin + stretch_tokens, front + rest * (i + 1) / stretches);
        for_each_token_with(token.pattern, begin, end, count);
        looked_at += end - begin;
    }
    const double scale = static_cast<double>(rest) / static_cast<double>(looked_at);
    token.tokens += tokens * scale;
    token.texts += texts * scale;
}

// As bits.
std::vector<std::uint64_t> TextIndex::texts_with(const Wanted& token, const Progress& progress) const {
    std::vector<std::uint64_t> texts((text_count_ + 63) / 64);
    if (token.size > longest_token) return texts;
    std::size_t steps = 0;
    for_each_token_with(token.pattern, 0, token_count(), [&](std::size_t found) {
        const std::uint64_t begin = postings_at_[found], end = postings_at_[found + 1];
        if ((steps += end - begin + 16) > 100'000) {
            steps = 0;
            progress(0);
        }
        std::uint32_t next = 0;
        for (std::uint64_t at = begin; at < end;) {
            std::uint32_t difference = postings_[at] & 0x7FU;
            for (unsigned shift = 7; (postings_[at++] & 0x80U) != 0; shift += 7)
                difference |= (postings_[at] & 0x7FU) << shift;
            next += difference;
            texts[next / 64] |= std::uint64_t{1} << (next % 64);
            ++next;
        }
    });
    return texts;
}

std::vector<std::uint32_t> TextIndex::find(TextPredicate test, std::string_view part,
                                           const std::function<bool(std::uint32_t)>& verify,
                                           const Progress& progress) const {
    std::vector<std::uint64_t> texts;
    std::size_t left = text_count_;
    bool all_said = false;
    if (is_well_cut(part)) {
        for (const Wanted& token : wanted(test, part)) {
            // Is it worth its while to leave out those without the token?
            const double share = std::min(1.0, token.texts / static_cast<double>(text_count_));
            const double saved = look_cost * static_cast<double>(left) * (1 - share);
            const double cost = search_cost * static_cast<double>(vocabulary_.size()) +
                                token_cost * token.tokens + text_cost * token.texts;
            if (!token.whole && saved < cost) break;
            std::vector<std::uint64_t> with = texts_with(token, progress);
            if (texts.empty()) {
                texts = std::move(with);
            } else {
                for (std::size_t i = 0; i < texts.size(); ++i) texts[i] &= with[i];
            }
            left = count_of(texts);
            all_said = token.whole;
        }
    }
    if (texts.empty()) {  // nothing is known
        texts.assign((text_count_ + 63) / 64, ~std::uint64_t{0});
        if (text_count_ % 64 != 0) texts.back() = (std::uint64_t{1} << (text_count_ % 64)) - 1;
    }
    for (std::size_t i = 0; i < texts.size(); ++i) texts[i] |= loose_.word(i);

    std::vector<std::uint32_t> found;
    const std::size_t most = count_of(texts);
    progress(most * sizeof(std::uint32_t));
    found.reserve(most);
    std::size_t looked_at = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::uint64_t word = texts[i]; word != 0; word &= word - 1) {
            const auto number =
                static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
            if (!all_said || loose_.test(number)) {
                if (++looked_at % 256 == 0) progress(0);
                if (!verify(number)) continue;
            }
            found.push_back(number);
        }
    }
    return found;
}

double TextIndex::estimate(TextPredicate test, std::string_view part) const {
    auto least = static_cast<double>(text_count_);
    if (!is_well_cut(part)) return least;
    const auto tokens = wanted(test, part);
    if (!tokens.empty()) least = std::min(least, tokens[0].texts);
    return std::min(static_cast<double>(text_count_), least + static_cast<double>(count_of(loose_.words())));
}

}  // namespace hearsay::graphs

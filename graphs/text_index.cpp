#include "graphs/text_index.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "graphs/error.hpp"
#include "graphs/text_tokens.hpp"

namespace hearsay::graphs {
namespace {

constexpr std::size_t longest_token = 128;        // bytes; longer ones are rare, or no words
constexpr std::size_t few_texts = 256;            // are looked at rather than narrowed down further
constexpr std::size_t estimated_bytes = 1 << 20;  // of the vocabulary, that an estimate looks at

std::size_t find_in(std::string_view text, std::string_view part, std::size_t from) {
    const void* found = memmem(text.data() + from, text.size() - from, part.data(), part.size());
    return found == nullptr ? std::string_view::npos
                            : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

std::size_t count_of(std::span<const std::uint64_t> bits) {
    std::size_t count = 0;
    for (const std::uint64_t word : bits) count += static_cast<std::size_t>(std::popcount(word));
    return count;
}

}  // namespace

bool passes(std::string_view text, TextTest test, std::string_view part) {
    switch (test) {
        case TextTest::StartsWith:
            return text.starts_with(part);
        case TextTest::EndsWith:
            return text.ends_with(part);
        case TextTest::Contains:
            break;
    }
    return memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

struct TextIndex::Wanted {
    std::string pattern;  // searched in the vocabulary
    std::size_t size;     // of the token
    bool whole;           // the part is this token and no more
};

std::size_t TextIndex::bytes() const {
    return vocabulary_.capacity() + begins_.capacity() * sizeof(std::uint32_t) +
           postings_at_.capacity() * sizeof(std::uint64_t) + postings_.capacity() + loose_.words().size() * 8;
}

// Longest first: they stand in the fewest texts.
std::vector<TextIndex::Wanted> TextIndex::wanted(TextTest test, std::string_view part) const {
    std::vector<Wanted> tokens;
    for_each_token(part, [&](const TextToken& token) {
        const bool begins = token.sign || token.begin > 0 || test == TextTest::StartsWith;
        const bool ends = token.sign || token.end < part.size() || test == TextTest::EndsWith;
        std::string pattern;
        if (begins) pattern += mark;
        pattern += part.substr(token.begin, token.end - token.begin);
        if (ends) pattern += mark;
        const std::size_t size = token.end - token.begin;
        tokens.push_back({std::move(pattern), size, size == part.size() && test == TextTest::Contains});
    });
    std::stable_sort(tokens.begin(), tokens.end(),
                     [](const Wanted& a, const Wanted& b) { return a.size > b.size; });
    return tokens;
}

// f(token) for each token in which the pattern stands, of those that begin before `until`.
template <class F>
void TextIndex::for_each_token_with(std::string_view pattern, std::size_t until, F&& f) const {
    const std::string_view all(vocabulary_.data(), std::min(until, vocabulary_.size()));
    const bool from_mark = pattern.front() == mark;
    std::size_t token = 0;
    for (std::size_t at = 0; at <= all.size();) {
        at = find_in(all, pattern, at);
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

// As bits.
std::vector<std::uint64_t> TextIndex::texts_with(const Wanted& token, const Progress& progress) const {
    std::vector<std::uint64_t> texts((text_count_ + 63) / 64);
    if (token.size > longest_token) return texts;
    std::size_t steps = 0;
    for_each_token_with(token.pattern, vocabulary_.size(), [&](std::size_t found) {
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

std::vector<std::uint32_t> TextIndex::find(TextTest test, std::string_view part,
                                           const std::function<bool(std::uint32_t)>& verify,
                                           const Progress& progress) const {
    std::vector<std::uint64_t> texts;
    bool all_said = false;
    if (is_well_cut(part)) {
        bool first = true;
        for (const Wanted& token : wanted(test, part)) {
            if (first) {
                texts = texts_with(token, progress);
                all_said = token.whole;
            } else {
                if (count_of(texts) <= few_texts) break;
                const std::vector<std::uint64_t> more = texts_with(token, progress);
                for (std::size_t i = 0; i < texts.size(); ++i) texts[i] &= more[i];
            }
            first = false;
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

double TextIndex::estimate(TextTest test, std::string_view part) const {
    const auto all = static_cast<double>(text_count_);
    double least = all;
    if (!is_well_cut(part)) return all;
    const auto tokens = wanted(test, part);
    for (std::size_t i = 0; i < std::min<std::size_t>(tokens.size(), 2); ++i) {
        double texts = 0;  // a posting is mostly one byte
        for_each_token_with(tokens[i].pattern, estimated_bytes, [&](std::size_t token) {
            texts += static_cast<double>(postings_at_[token + 1] - postings_at_[token]);
        });
        if (vocabulary_.size() > estimated_bytes)
            texts *= static_cast<double>(vocabulary_.size()) / static_cast<double>(estimated_bytes);
        least = std::min(least, texts);
    }
    return least + static_cast<double>(count_of(loose_.words()));
}

// --- building ----------------------------------------------------------------------------------------------

namespace {

std::uint64_t load(const char* from, std::size_t size) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, size);
    return word;
}

// Of up to 128 bytes. Multiplying folds as in wyhash (Wang Yi, 2019).
std::uint32_t short_hash(std::string_view token) {
    const auto fold = [](std::uint64_t a, std::uint64_t b) {
        __extension__ using Wide = unsigned __int128;
        const Wide product = static_cast<Wide>(a) * b;
        return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
    };
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U, other = 0xE7037ED1A0B428DBU;
    const char* at = token.data();
    std::size_t left = token.size();
    std::uint64_t hash = left * odd;
    for (; left > 8; left -= 8, at += 8) hash = fold(hash ^ load(at, 8), other);
    // The last 1 to 8 bytes in two loads that may overlap.
    std::uint64_t last;
    if (left >= 4)
        last = load(at, 4) | load(at + left - 4, 4) << 32;
    else
        last = load(at, 1) | load(at + left / 2, 1) << 8 | load(at + left - 1, 1) << 16;
    hash = fold(hash ^ last, odd);
    return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

std::size_t encoded_size(std::uint32_t number) {
    return (static_cast<std::size_t>(std::bit_width(number | 1U)) + 6) / 7;
}

}  // namespace

struct TextIndex::Builder::Parts {
    explicit Parts(const Progress& given) : progress(given) {}

    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t token = none;
    };
    struct OfToken {
        std::uint32_t next = 0;   // one past the last text that has it
        std::uint32_t bytes = 0;  // of its postings
    };
    static constexpr std::uint32_t none = UINT32_MAX;
    static constexpr std::size_t block = 1 << 16;

    std::string_view token_text(std::uint32_t token) const {
        const std::uint32_t begin = index.begins_[token];
        return {index.vocabulary_.data() + begin, index.begins_[token + 1] - 1 - begin};
    }

    // Made if there is none; none if the vocabulary is full.
    std::uint32_t token(std::string_view text) {
        const std::uint32_t hash = short_hash(text);
        const std::size_t mask = slots.size() - 1;
        for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
            Slot& slot = slots[at];
            if (slot.token == none) {
                if (index.vocabulary_.size() + text.size() + 1 >= UINT32_MAX) return none;
                slot = {hash, static_cast<std::uint32_t>(tokens.size())};
                const std::uint32_t made = slot.token;
                make(text);
                return made;
            }
            if (slot.hash == hash && token_text(slot.token) == text) return slot.token;
        }
    }

    void make(std::string_view text) {
        index.vocabulary_ += text;
        index.vocabulary_ += mark;
        index.begins_.push_back(static_cast<std::uint32_t>(index.vocabulary_.size()));
        tokens.emplace_back();
        if (tokens.size() * 2 > slots.size()) grow();
    }

    void grow() {
        progress(slots.size() * 2 * sizeof(Slot) + tokens.size() * (sizeof(OfToken) + 12));
        const std::vector<Slot> old = std::exchange(slots, std::vector<Slot>(slots.size() * 2));
        const std::size_t mask = slots.size() - 1;
        for (const Slot& slot : old) {
            if (slot.token == none) continue;
            std::size_t free = slot.hash & mask;
            while (slots[free].token != none) free = (free + 1) & mask;
            slots[free] = slot;
        }
    }

    void add(std::uint32_t token) {
        if (stream.empty() || stream.back().size() == block) {
            progress(block * sizeof(std::uint32_t));
            stream.emplace_back().reserve(block);
        }
        stream.back().push_back(token);
    }

    const Progress& progress;
    TextIndex index;
    std::vector<Slot> slots = std::vector<Slot>(1 << 12);  // open addressing, at most half full
    std::vector<OfToken> tokens;
    std::vector<std::vector<std::uint32_t>> stream;  // the distinct tokens of each text, in turn
    std::vector<std::uint32_t> of_text;              // how many of these are each text's
};

TextIndex::Builder::Builder(const Progress& progress) : parts_(std::make_unique<Parts>(progress)) {}
TextIndex::Builder::~Builder() = default;

void TextIndex::Builder::add(std::string_view text) {
    Parts& p = *parts_;
    HEARSAY_ASSERT(p.of_text.size() < UINT32_MAX);
    const auto number = static_cast<std::uint32_t>(p.of_text.size());
    std::uint32_t count = 0;
    for_each_token(text, [&](const TextToken& where) {
        const std::size_t size = where.end - where.begin;
        const std::uint32_t token =
            size > longest_token ? Parts::none : p.token(text.substr(where.begin, size));
        if (token == Parts::none) {
            p.index.loose_.set(number);
            return;
        }
        Parts::OfToken& its = p.tokens[token];
        if (its.next == number + 1) return;
        its.bytes += static_cast<std::uint32_t>(encoded_size(number - its.next));
        its.next = number + 1;
        p.add(token);
        ++count;
    });
    p.of_text.push_back(count);
    if (number % 256 == 0 || text.size() > 4096) p.progress(0);
}

TextIndex TextIndex::Builder::finish() {
    Parts& p = *parts_;
    TextIndex& index = p.index;
    index.text_count_ = p.of_text.size();
    p.slots = {};
    std::vector<std::uint64_t>& places = index.postings_at_;
    p.progress(p.tokens.size() * sizeof(std::uint64_t));
    places.reserve(p.tokens.size() + 1);
    std::uint64_t total = 0;
    for (Parts::OfToken& token : p.tokens) {
        places.push_back(total);
        total += token.bytes;
        token.next = 0;
    }
    p.progress(total);
    index.postings_.resize(total);
    // `places` goes forward with what is written, and is set back after that.
    std::size_t block = 0, at = 0;
    for (std::uint32_t number = 0; number < p.of_text.size(); ++number) {
        if (number % 1024 == 0) p.progress(0);
        for (std::uint32_t i = 0; i < p.of_text[number]; ++i) {
            const std::uint32_t token = p.stream[block][at];
            if (++at == Parts::block) {
                p.stream[block] = {};
                ++block;
                at = 0;
            }
            std::uint32_t difference = number - p.tokens[token].next;
            p.tokens[token].next = number + 1;
            std::uint64_t& place = places[token];
            for (; difference >= 0x80U; difference >>= 7)
                index.postings_[place++] = static_cast<std::uint8_t>(difference | 0x80U);
            index.postings_[place++] = static_cast<std::uint8_t>(difference);
        }
    }
    for (std::size_t token = 0; token < p.tokens.size(); ++token) places[token] -= p.tokens[token].bytes;
    places.push_back(total);
    index.vocabulary_.shrink_to_fit();
    index.begins_.shrink_to_fit();
    return std::move(index);
}

}  // namespace hearsay::graphs

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "graphs/error.hpp"
#include "graphs/indexes/text_index.hpp"
#include "graphs/indexes/text_tokens.hpp"

namespace hearsay::graphs {
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

// As a == b for short texts, without a call.
[[gnu::always_inline]] inline bool same_token(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    std::size_t left = a.size();
    const char *x = a.data(), *y = b.data();
    for (; left > 8; left -= 8, x += 8, y += 8) {
        if (load(x, 8) != load(y, 8)) return false;
    }
    if (left >= 4) return load(x, 4) == load(y, 4) && load(x + left - 4, 4) == load(y + left - 4, 4);
    return x[0] == y[0] && x[left / 2] == y[left / 2] && x[left - 1] == y[left - 1];
}

std::size_t encoded_size(std::uint32_t number) {
    return (static_cast<std::size_t>(std::bit_width(number | 1U)) + 6) / 7;
}

std::uint8_t* encode(std::uint32_t number, std::uint8_t* to) {
    for (; number >= 0x80U; number >>= 7) *to++ = static_cast<std::uint8_t>(number | 0x80U);
    *to++ = static_cast<std::uint8_t>(number);
    return to;
}

// The numbers of tokens in the order in which they come; each in as few bytes as the numbers of its block
// need.
class NumberStream {
  public:
    // REQUIRES: number < end, which never becomes less.
    void add(std::uint32_t number, std::size_t end, const Progress& progress) {
        if (blocks_.empty() || blocks_.back().size == block_numbers) {
            // While the block fills, no more than its numbers can be new.
            const std::size_t most = end + block_numbers;
            const unsigned width = most <= (1U << 16) ? 2 : most <= (1U << 24) ? 3 : 4;
            const std::size_t bytes = block_numbers * width + sizeof number;
            progress(bytes);
            blocks_.push_back({std::make_unique<std::uint8_t[]>(bytes), 0, width});
        }
        Block& block = blocks_.back();
        std::memcpy(block.bytes.get() + block.size++ * block.width, &number, sizeof number);
    }
    // f(numbers) for some at a time, and lets go of what was read. To be called once.
    template <class F>
    void read(F&& f) {
        std::vector<std::uint32_t> numbers;
        for (Block& block : blocks_) {
            numbers.resize(block.size);
            const std::uint32_t mask = UINT32_MAX >> (32 - 8 * block.width);
            for (std::size_t i = 0; i < block.size; ++i) {
                std::memcpy(&numbers[i], block.bytes.get() + i * block.width, sizeof numbers[i]);
                numbers[i] &= mask;
            }
            block.bytes.reset();
            f(std::span<const std::uint32_t>(numbers));
        }
    }

  private:
    static_assert(std::endian::native == std::endian::little);
    static constexpr std::size_t block_numbers = 1 << 14;
    struct Block {
        std::unique_ptr<std::uint8_t[]> bytes;
        std::size_t size;  // in numbers
        unsigned width;    // of a number, in bytes
    };
    std::vector<Block> blocks_;
};

}  // namespace

// Of many distinct tokens each is far from the others in memory. So tokens wait until there are some, and
// what each needs is fetched while others are handled.
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
    struct Waiting {
        std::string_view text;
        std::uint32_t hash;
        std::uint32_t number;        // of the text that it stands in
        std::uint32_t token = none;  // that it may be
    };
    static constexpr std::uint32_t none = UINT32_MAX;
    static constexpr std::size_t many = 128;  // are waiting
    static constexpr std::size_t ahead = 8;   // so far are postings fetched

    std::string_view token_text(std::uint32_t token) const {
        const std::uint32_t begin = index.begins_[token];
        return {index.vocabulary_.data() + begin, index.begins_[token + 1] - 1 - begin};
    }

    void wait(std::string_view text, std::uint32_t number) {
        const std::uint32_t hash = short_hash(text);
        __builtin_prefetch(&slots[hash & (slots.size() - 1)]);
        waiting.push_back({text, hash, number});
    }

    void handle_waiting() {
        progress(0);
        for (Waiting& it : waiting) {
            const Slot& slot = slots[it.hash & (slots.size() - 1)];
            if (slot.token == none || slot.hash != it.hash) continue;
            it.token = slot.token;
            __builtin_prefetch(&index.begins_[slot.token]);
            __builtin_prefetch(&tokens[slot.token]);
        }
        for (const Waiting& it : waiting) {
            if (it.token != none) __builtin_prefetch(index.vocabulary_.data() + index.begins_[it.token]);
        }
        for (const Waiting& it : waiting) handle(it);
        waiting.clear();
    }

    void handle(const Waiting& it) {
        const std::uint32_t token =
            it.token != none && same_token(token_text(it.token), it.text) ? it.token : find(it);
        if (token == none) {
            index.loose_.set(it.number);
            return;
        }
        OfToken& its = tokens[token];
        if (its.next == it.number + 1) return;
        its.bytes += static_cast<std::uint32_t>(encoded_size(it.number - its.next));
        its.next = it.number + 1;
        stream.add(token, tokens.size(), progress);
        ++of_text[it.number];
    }

    // Made if there is none; none if the vocabulary is full.
    std::uint32_t find(const Waiting& it) {
        const std::size_t mask = slots.size() - 1;
        for (std::size_t at = it.hash & mask;; at = (at + 1) & mask) {
            Slot& slot = slots[at];
            if (slot.token == none) {
                if (index.vocabulary_.size() + it.text.size() + 1 >= UINT32_MAX) return none;
                slot = {it.hash, static_cast<std::uint32_t>(tokens.size())};
                const std::uint32_t made = slot.token;
                make(it.text);
                return made;
            }
            if (slot.hash == it.hash && same_token(token_text(slot.token), it.text)) return slot.token;
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

    const Progress& progress;
    TextIndex index;
    std::vector<Slot> slots = std::vector<Slot>(1 << 12);  // open addressing, at most half full
    std::vector<OfToken> tokens;
    NumberStream stream;                 // the distinct tokens of each text, in turn
    std::vector<std::uint32_t> of_text;  // how many of these are each text's
    std::vector<Waiting> waiting;
};

TextIndex::Builder::Builder(const Progress& progress) : parts_(std::make_unique<Parts>(progress)) {}
TextIndex::Builder::~Builder() = default;

void TextIndex::Builder::add(std::span<const std::string_view> texts) {
    Parts& p = *parts_;
    HEARSAY_ASSERT(p.of_text.size() + texts.size() < UINT32_MAX);
    for (const std::string_view text : texts) {
        const auto number = static_cast<std::uint32_t>(p.of_text.size());
        p.of_text.push_back(0);
        for_each_token(text, [&](const TextToken& where) {
            const std::size_t size = where.end - where.begin;
            if (size > longest_token) {
                p.index.loose_.set(number);
                return;
            }
            p.wait(text.substr(where.begin, size), number);
            if (p.waiting.size() == Parts::many) p.handle_waiting();
        });
    }
    p.handle_waiting();
}

TextIndex TextIndex::Builder::finish() {
    Parts& p = *parts_;
    TextIndex& index = p.index;
    index.text_count_ = p.of_text.size();
    p.slots = {};
    p.progress(index.vocabulary_.size() + index.begins_.size() * sizeof(std::uint32_t));
    index.vocabulary_.shrink_to_fit();
    index.begins_.shrink_to_fit();
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
    std::uint32_t number = 0, left = 0;  // of the text's tokens
    if (!p.of_text.empty()) left = p.of_text[0];
    p.stream.read([&](std::span<const std::uint32_t> tokens) {
        p.progress(0);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (i + 2 * Parts::ahead < tokens.size()) {
                const std::uint32_t later = tokens[i + 2 * Parts::ahead];
                __builtin_prefetch(&p.tokens[later], 1);
                __builtin_prefetch(&places[later], 1);
                __builtin_prefetch(&index.postings_[places[tokens[i + Parts::ahead]]], 1);
            }
            while (left == 0) left = p.of_text[++number];
            --left;
            const std::uint32_t token = tokens[i];
            const std::uint32_t difference = number - p.tokens[token].next;
            p.tokens[token].next = number + 1;
            std::uint8_t* const begin = index.postings_.data();
            places[token] = static_cast<std::uint64_t>(encode(difference, begin + places[token]) - begin);
        }
    });
    for (std::size_t token = 0; token < p.tokens.size(); ++token) places[token] -= p.tokens[token].bytes;
    places.push_back(total);
    return std::move(index);
}

}  // namespace hearsay::graphs

#include "engine/articles/attribution/word_class.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "engine/articles/characters.hpp"

namespace hearsay::engine {
namespace {

#include "engine/articles/attribution/word_classes.inc"

constexpr std::string_view letters = "NPROJAUDBVTEGMICHWLSKXYQF";
static_assert(letters.size() == word_classes);

struct Choice {
    WordClass kind;
    float weight;  // log P(class | word) - log P(class)
};

// At most six classes come into question for one word.
class Choices {
  public:
    void add(WordClass kind, double share) {
        if (count_ == all_.size()) return;
        const double prior = share_table[static_cast<std::size_t>(kind)] / 100.0;
        all_[count_++] = {kind, static_cast<float>(std::log(share) - prior)};
    }
    bool empty() const { return count_ == 0; }
    const Choice* begin() const { return all_.data(); }
    const Choice* end() const { return all_.data() + count_; }
    std::size_t size() const { return count_; }

  private:
    std::array<Choice, 6> all_{};
    std::size_t count_ = 0;
};

Choices parse(std::string_view shares) {
    Choices out;
    for (std::size_t i = 0; i + 1 < shares.size(); i += 2) {
        const int tenths = shares[i + 1] - '0';
        out.add(static_cast<WordClass>(letters.find(shares[i])), tenths / 10.0);
    }
    return out;
}

const std::unordered_map<std::string_view, Choices>& listed() {
    static const auto* table = [] {
        auto* out = new std::unordered_map<std::string_view, Choices>;
        out->reserve(8192);
        std::string_view rest = word_table;
        while (!rest.empty()) {
            const std::size_t end = rest.find('\n');
            const std::string_view line = rest.substr(0, end);
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
            const std::size_t gap = line.find(' ');
            if (gap != std::string_view::npos) out->emplace(line.substr(0, gap), parse(line.substr(gap + 1)));
        }
        return out;
    }();
    return *table;
}

bool ends(std::string_view word, std::string_view tail) {
    return word.size() > tail.size() + 2 && word.substr(word.size() - tail.size()) == tail;
}

Choices guess(std::string_view word, std::string_view low, bool first, bool titled) {
    using C = WordClass;
    Choices out;
    const char32_t c = character_at(word, 0).code;
    if (is_digit(c)) {
        const bool ordinal = ends(low, "th") || ends(low, "st") || ends(low, "nd") || ends(low, "rd");
        out.add(ordinal || low.find('-') != std::string_view::npos ? C::Adjective : C::Number, 1.0);
        return out;
    }
    if (!is_letter(c)) {
        const bool quote = c == U'"' || c == U'\'' || c == U'`' || c == 0x201C || c == 0x201D ||
                           c == 0x2018 || c == 0x2019 || c == 0xAB || c == 0xBB;
        const bool sign =
            c == U'$' || c == U'#' || c == U'%' || c == U'&' || c == U'@' || c == 0x20AC || c == 0xA3;
        if (sign)
            out.add(c == U'%' ? C::Noun : C::Other, 1.0);
        else
            out.add(quote ? C::Quote : C::Mark, 1.0);
        return out;
    }
    const bool capital = is_upper(c);
    if (capital && !titled && !first) {
        out.add(C::Name, 0.93);
        out.add(C::Noun, 0.04);
        out.add(C::Adjective, 0.03);
        return out;
    }
    if (capital) out.add(C::Name, titled ? 0.5 : 1.2);
    const bool compound = low.find('-') != std::string_view::npos;
    if (compound) {
        out.add(C::Adjective, 0.6);
        out.add(C::Noun, 0.4);
    } else if (ends(low, "ing")) {
        out.add(C::Gerund, 0.65);
        out.add(C::Noun, 0.2);
        out.add(C::Adjective, 0.15);
    } else if (ends(low, "ed")) {
        out.add(C::Past, 0.35);
        out.add(C::Participle, 0.45);
        out.add(C::Adjective, 0.2);
    } else if (ends(low, "ly")) {
        out.add(C::Adverb, 0.8);
        out.add(C::Adjective, 0.1);
        out.add(C::Noun, 0.1);
    } else if (ends(low, "ous") || ends(low, "ful") || ends(low, "ive") || ends(low, "able") ||
               ends(low, "ible") || ends(low, "ic") || ends(low, "less") || ends(low, "ish") ||
               ends(low, "al")) {
        out.add(C::Adjective, 0.75);
        out.add(C::Noun, 0.25);
    } else if (ends(low, "ize") || ends(low, "ise") || ends(low, "ify")) {
        out.add(C::Base, 0.6);
        out.add(C::Present, 0.2);
        out.add(C::Noun, 0.2);
    } else if (ends(low, "s") && !ends(low, "ss")) {
        out.add(C::Noun, 0.93);
        out.add(C::Present, 0.07);
    } else {
        out.add(C::Noun, 0.72);
        out.add(C::Adjective, 0.14);
        out.add(C::Base, 0.08);
        out.add(C::Present, 0.03);
        out.add(C::Past, 0.03);
    }
    return out;
}

Choices choices(std::string_view word, std::string_view low, bool first, bool titled) {
    if (word == "US" || word == "WHO" || word == "IT") {
        Choices name;
        name.add(WordClass::Name, 1.0);
        return name;
    }
    const auto& table = listed();
    const auto found = table.find(low);
    if (found == table.end()) return guess(word, low, first, titled);
    if (titled || first || !begins_upper(word) || word.size() == 1) return found->second;
    // A listed word with a capital inside a sentence is mostly part of a name.
    for (const Choice& c : found->second) {
        switch (c.kind) {
            case WordClass::Pronoun:
            case WordClass::Possessive:
            case WordClass::Determiner:
            case WordClass::Modal:
            case WordClass::Preposition:
            case WordClass::Conjunction:
            case WordClass::Complementizer:
            case WordClass::Wh:
            case WordClass::To:
            case WordClass::There:
                return found->second;
            default:
                break;
        }
    }
    Choices out;
    out.add(WordClass::Name, 0.85);
    for (const Choice& c : found->second) {
        if (out.size() < 3) out.add(c.kind, 0.15 / static_cast<double>(found->second.size()));
    }
    return out;
}

}  // namespace

std::vector<WordClass> guess_classes(const std::vector<std::string_view>& words,
                                     const std::vector<std::string_view>& lower, bool titled) {
    const std::size_t n = words.size();
    std::vector<WordClass> out(n, WordClass::Other);
    if (n == 0) return out;
    // The best way to each class of each word (Viterbi).
    struct Step {
        WordClass kind;
        float score;
        std::uint8_t from;
    };
    std::vector<std::array<Step, 6>> steps(n);
    std::vector<std::uint8_t> counts(n);
    bool first = true;  // no word yet: a capital says little
    for (std::size_t i = 0; i < n; ++i) {
        const Choices here = choices(words[i], lower[i], first, titled);
        if (is_word(character_at(words[i], 0).code)) first = false;
        if (words[i] == ":" || words[i] == "\"" || words[i] == "“" || words[i] == "``" || words[i] == "—")
            first = true;
        counts[i] = static_cast<std::uint8_t>(here.size());
        std::size_t k = 0;
        for (const Choice& c : here) {
            Step step{c.kind, -std::numeric_limits<float>::infinity(), 0};
            const auto column = static_cast<std::size_t>(c.kind);
            if (i == 0) {
                step.score =
                    static_cast<float>(follow_table[static_cast<std::size_t>(WordClass::Mark)][column]) /
                    100.0F;
            } else {
                for (std::uint8_t j = 0; j < counts[i - 1]; ++j) {
                    const Step& before = steps[i - 1][j];
                    const float score =
                        before.score +
                        static_cast<float>(follow_table[static_cast<std::size_t>(before.kind)][column]) /
                            100.0F;
                    if (score > step.score) {
                        step.score = score;
                        step.from = j;
                    }
                }
            }
            step.score += c.weight;
            steps[i][k++] = step;
        }
    }
    std::uint8_t best = 0;
    for (std::uint8_t j = 1; j < counts[n - 1]; ++j) {
        if (steps[n - 1][j].score > steps[n - 1][best].score) best = j;
    }
    for (std::size_t i = n; i-- > 0;) {
        out[i] = steps[i][best].kind;
        best = steps[i][best].from;
    }
    return out;
}

}  // namespace hearsay::engine

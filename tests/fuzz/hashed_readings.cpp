#include "tests/fuzz/hashed_readings.hpp"

#include <algorithm>
#include <vector>

#include "engine/articles/attribution/cue_verbs.hpp"
#include "engine/articles/names/word.hpp"
#include "engine/articles/text/characters.hpp"

namespace hearsay::fuzz {

using namespace engine;

namespace {

// Numbers below a bound, one after another (SplitMix64: Steele, Lea and Flood).
class Numbers {
  public:
    explicit Numbers(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t bound) {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return static_cast<std::size_t>((z ^ (z >> 31)) % bound);
    }

  private:
    std::uint64_t state_;
};

class Marker {
  public:
    Marker(Document& document, std::uint64_t seed) : document_(document), numbers_(seed) {
        std::size_t zone = 0;
        for (const Token& token : document.tokens) {
            while (zone < document.zones.size() && document.zones[zone].span.end <= token.span.begin) ++zone;
            if (zone < document.zones.size() && is_reading_zone(document.zones[zone].kind))
                words_.push_back(token.span);
        }
    }

    void names() {
        for (std::size_t i = 0; i < words_.size();) {
            const bool capital = begins_upper(document_.slice(words_[i]));
            if (numbers_.below(capital ? 3 : 24) > 0) {
                ++i;
                continue;
            }
            const std::size_t end = std::min(words_.size(), i + 1 + numbers_.below(3));
            constexpr NameClass classes[] = {NameClass::Person, NameClass::Organisation, NameClass::Place,
                                             NameClass::Other};
            document_.name_tags.push_back({span(i, end), classes[numbers_.below(4)]});
            i = end;
        }
    }

    void relations() {
        for (std::size_t i = 0; i < words_.size();) {
            const bool verb = cue_verb(lower(document_.slice(words_[i]))) != nullptr;
            if (numbers_.below(verb ? 4 : 32) > (verb ? 2U : 0U)) {
                ++i;
                continue;
            }
            const std::size_t begin = i - std::min(i, numbers_.below(verb ? 3 : 1));
            const std::size_t end = std::min(words_.size(), i + 1 + numbers_.below(4) * numbers_.below(2));
            relation(begin, end);
            i = end;
        }
    }

  private:
    Span span(std::size_t first, std::size_t last) const {
        return {words_[first].begin, words_[last - 1].end};
    }

    // Runs of words around the cue, each nothing, source or content.
    void relation(std::size_t first, std::size_t last) {
        SpanReading reading;
        reading.cue = span(first, last);
        const std::size_t longest = 1 + numbers_.below(24);
        std::size_t at = first - std::min(first, numbers_.below(24));
        const std::size_t end = std::min(words_.size(), last + numbers_.below(24));
        while (at < end) {
            const std::size_t next = std::min(end, at + 1 + numbers_.below(longest));
            const std::size_t role = numbers_.below(4);
            if (role == 1) reading.source.push_back(span(at, next));
            if (role > 1) reading.content.push_back(span(at, next));
            at = next;
        }
        reading.probability = static_cast<double>(numbers_.below(1001)) / 1000;
        if (reading.content.empty()) return;
        document_.readings.push_back(std::move(reading));
    }

    Document& document_;
    Numbers numbers_;
    std::vector<Span> words_;
};

}  // namespace

void HashedReadings::annotate(Document& document, const graphs::Progress&) const {
    document.readings.clear();
    document.name_tags.clear();
    Marker marker(document, seed_);
    marker.names();
    marker.relations();
    std::stable_sort(document.readings.begin(), document.readings.end(),
                     [](const SpanReading& a, const SpanReading& b) { return a.cue < b.cue; });
}

}  // namespace hearsay::fuzz

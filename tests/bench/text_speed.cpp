// How long an index of texts takes to build, how much memory it holds, and how fast it finds, against a look
// at every text: the least of some runs, in processor time.
//
//   text_speed LINES-FILE [PART ...]    each line of the file is a text
//   text_speed WORDS                    texts with so many distinct words, made up
#include <malloc.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "graphs/indexes/passing_texts.hpp"
#include "graphs/indexes/text_index.hpp"

using namespace hearsay::graphs;

namespace {

constexpr int runs = 7;
template <class F>
double least_milliseconds(const F& f) {
    double least = 1e9;
    for (int run = 0; run < runs; ++run) {
        const std::clock_t begin = std::clock();
        f();
        least = std::min(least, static_cast<double>(std::clock() - begin) * 1000 / CLOCKS_PER_SEC);
    }
    return least;
}

std::string lines_of(const char* file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Texts of a dozen words, of which few are frequent and most come a few times.
std::string made_up(std::size_t words) {
    std::mt19937_64 random(1);
    std::uniform_real_distribution<double> any(0, 1);
    std::string lines;
    for (std::size_t text = 0; text < words; ++text) {
        for (int i = 0; i < 12; ++i) {
            const double at = any(random);
            lines +=
                "w" + std::to_string(static_cast<std::size_t>(static_cast<double>(words) * at * at)) + " ";
        }
        lines.back() = '\n';
    }
    return lines;
}

}  // namespace

int main(int given, char** words) {
    if (given < 2) return std::fprintf(stderr, "usage: text_speed LINES-FILE|WORDS [PART ...]\n"), 2;
    const std::size_t distinct = std::strtoull(words[1], nullptr, 10);
    const std::string lines = distinct > 0 ? made_up(distinct) : lines_of(words[1]);
    std::vector<std::string_view> texts;
    for (std::size_t begin = 0; begin < lines.size();) {
        const std::size_t end = std::min(lines.find('\n', begin), lines.size());
        texts.emplace_back(lines.data() + begin, end - begin);
        begin = end + 1;
    }
    TextIndex index;
    std::size_t most_held = 0;
    const double built = least_milliseconds([&] {
        index = TextIndex();
        const std::size_t before = mallinfo2().uordblks + mallinfo2().hblkhd;
        most_held = 0;
        const Progress progress = [&](std::size_t bytes) {
            if (bytes == 0) return;
            most_held = std::max(most_held, mallinfo2().uordblks + mallinfo2().hblkhd + bytes - before);
        };
        TextIndex::Builder builder(progress);
        builder.add(texts);
        index = builder.finish();
    });
    const auto share = [&](std::size_t bytes) {
        return static_cast<double>(bytes) / static_cast<double>(lines.size());
    };
    std::printf(
        "%zu texts, %.1f MB, %zu distinct words: built in %.1f ms; holds %.2f of the text, at most %.2f\n",
        texts.size(), static_cast<double>(lines.size()) / 1e6, index.token_count(), built,
        share(index.bytes()), share(most_held));
    const char* usual[] = {"ceasefire", "a b", "a", "e t", "w77", "w77 w", "7 w7"};
    std::vector<const char*> parts(words + 2, words + given);
    if (parts.empty()) parts.assign(std::begin(usual), std::end(usual));
    for (const std::string_view part : parts) {
        std::size_t found = 0, looked_at = 0, scanned = 0;
        const double by_index = least_milliseconds([&] {
            looked_at = 0;
            found = index
                        .find(
                            TextPredicate::Contains, part,
                            [&](std::uint32_t text) {
                                ++looked_at;
                                return passes(texts[text], TextPredicate::Contains, part);
                            },
                            no_progress)
                        .size();
        });
        const double by_scan = least_milliseconds([&] {
            scanned = 0;
            for (const std::string_view text : texts) scanned += passes(text, TextPredicate::Contains, part);
        });
        double estimated = 0;
        const double estimate =
            least_milliseconds([&] { estimated = index.estimate(TextPredicate::Contains, part); });
        std::printf(
            "%-12.*s %8zu found, %8zu looked at: %8.3f ms, by a scan %8.3f ms; estimated %.0f in %.3f ms%s\n",
            static_cast<int>(part.size()), part.data(), found, looked_at, by_index, by_scan, estimated,
            estimate, found == scanned ? "" : "  DIFFERENT");
    }
    return 0;
}

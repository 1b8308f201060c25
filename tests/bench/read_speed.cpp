// read_speed [FILE.jsonl]: words a second of the whole reading on one core, and the time that each annotator
// takes.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

#include "engine/articles/pipeline.hpp"
#include "engine/articles/reader/read_articles.hpp"

using namespace hearsay::engine;
using Clock = std::chrono::steady_clock;

int main(int count, char** arguments) {
    const char* shared = std::getenv("HEARSAY_SHARED");
    const std::string file =
        count > 1 ? arguments[1]
                  : std::string(shared ? shared : "../shared") + "/attribution/polnear-dev.jsonl";
    const Pipeline pipeline = Pipeline::standard();
    std::map<std::string, double> seconds;
    std::size_t words = 0, articles = 0;
    const ReadEvents events{{},
                            [](const std::string& place, const std::string& reason) {
                                std::cerr << place << ": " << reason << '\n';
                            },
                            {}};

    auto last = Clock::now();
    const auto lap = [&](const std::string& name) {
        const auto now = Clock::now();
        seconds[name] += std::chrono::duration<double>(now - last).count();
        last = now;
    };
    read_articles({file}, std::cin, events, [&](Document&& document, const std::string&) {
        lap("reading the file");
        for (const auto& annotator : pipeline.annotators()) {
            annotator->annotate(document);
            lap(std::string(annotator->name()));
        }
        ++articles;
        bool inside = false;
        for (const char c : document.text) {
            const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
            words += !space && !inside;
            inside = !space;
        }
        last = Clock::now();
        return true;
    });
    double total = 0;
    for (const auto& [name, time] : seconds) total += time;
    if (articles == 0 || total <= 0) return 1;
    for (const auto& [name, time] : seconds)
        std::printf("%-20s %8.3f s  %4.0f %%\n", name.c_str(), time, 100 * time / total);
    std::printf("%zu articles, %zu words in %.3f s: %.0f words a second\n", articles, words, total,
                static_cast<double>(words) / total);
}

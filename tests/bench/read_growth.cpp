// read_growth [BYTES [SHAPE...]]: whether reading costs as much again for twice as much, whatever the text.
//
// Makes texts of many shapes (BYTES of each, 250,000 without it, then twice and four times as many) and reads
// them without the network, in whose place a hash marks who says what, and puts them into a graph. Prints the
// processor's time for each size and how it grew from the second to the third, and names the step that grew
// most where that is more than the text did.
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "engine/articles/loading/extract.hpp"
#include "engine/articles/loading/graph_builder.hpp"
#include "engine/articles/pipeline.hpp"
#include "engine/articles/reader/formats/html.hpp"
#include "engine/articles/reader/formats/json_articles.hpp"
#include "tests/fuzz/hashed_readings.hpp"

using namespace hearsay;
using namespace hearsay::engine;

namespace {

using Make = std::function<std::string(std::size_t number)>;  // the part with this number

std::string word(std::size_t number) {
    std::string out;
    do out += static_cast<char>('a' + number % 26);
    while ((number /= 26) > 0);
    return out + "o";
}
std::string name(std::size_t number) {
    std::string out = word(number);
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}

struct Shape {
    const char* title;
    enum class Kind { Text, Html, Json } kind;
    Make part;
    const char* begin = "";
    const char* end = "";
};

const std::vector<Shape>& shapes() {
    using enum Shape::Kind;
    static const std::string said = " said the dam is safe. ";
    static const std::vector<Shape> all = {
        {"sentences", Text, [](auto) { return "The mayor of Velk said on Monday that the dam is safe. "; }},
        {"paragraphs", Text, [](auto) { return "The mayor of Velk said that the dam is safe.\n\n"; }},
        {"words without a stop", Text, [](auto n) { return word(n) + " "; }},
        {"capitals without a stop", Text, [](auto n) { return name(n) + " "; }},
        {"one word", Text, [](auto) { return "aaaaaaaaaaaaaaaa"; }},
        {"short lines", Text, [](auto n) { return "Menu " + word(n) + "\n"; }},
        {"one line again and again", Text, [](auto) { return "Velk mayor denies theft\n"; }},
        {"marks", Text, [](auto) { return ". , ; "; }},
        {"stops and digits", Text, [](auto) { return "No. 1 . 2. "; }},
        {"spaces", Text, [](auto) { return "a                    . "; }},
        {"persons", Text, [](auto n) { return "Lena " + name(n) + said; }},
        {"one surname, many persons", Text, [](auto n) { return name(n) + " Orr" + said; }},
        {"one name, many initials", Text, [](auto n) { return "Lena " + name(n) + ". Orr" + said; }},
        {"surnames alone", Text, [](auto n) { return "Mr. " + name(n) + said; }},
        {"given names alone", Text, [](auto n) { return name(n) + " said Lena, and Lena" + said; }},
        {"bodies", Text,
         [](auto n) { return "The " + name(n) + " Ministry" + said + "The ministry denied it. "; }},
        {"letters in brackets", Text, [](auto n) { return "The " + name(n) + " Water Board (VWB)" + said; }},
        {"companies", Text,
         [](auto n) { return name(n) + " Ltd" + said + "The company denied the reports. "; }},
        {"companies in headlines", Text,
         [](auto n) {
             return "Velk " + name(n) + " Ltd says dam is safe\nThe company said that it held.\n\n";
         }},
        {"the group's claims", Text,
         [](auto n) {
             return "The " + name(n) + " Legion" + said + "The governor denied the group's claims. ";
         }},
        {"pronouns", Text,
         [](auto n) { return "Lena " + name(n) + " said she knew. He denied that they did. "; }},
        {"first persons", Text, [](auto) { return "“I said we know,” I said. “We think,” we said. "; }},
        {"relatives", Text, [](auto) { return "voters who said that the group which said that "; }},
        {"spokesmen", Text, [](auto n) { return "The " + name(n) + " council's spokesman" + said; }},
        {"roles", Text, [](auto) { return "Senior Deputy Chief Executive Officer "; }},
        {"lists of names", Text, [](auto n) { return "Lena " + name(n) + ", "; }},
        {"quotations", Text, [](auto) { return "“It holds,” he said. "; }},
        {"quotations never closed", Text, [](auto) { return "“It holds, he said. "; }},
        {"guillemets never closed", Text, [](auto) { return "« It holds, he said. "; }},
        {"straight marks", Text, [](auto) { return "\" It holds 'so. "; }},
        {"quotations in quotations", Text, [](auto) { return "“ ‘ « It holds "; }},
        {"apostrophes", Text, [](auto) { return "' '' `` 's "; }},
        {"auxiliaries", Text, [](auto) { return "not never can is really "; }},
        {"mail addresses", Text,
         [](auto n) { return "news@" + word(n) + "times.com The " + name(n) + " Times\n"; }},
        {"bylines", Text, [](auto n) { return "By Lena " + name(n) + " and Bo Lund, March 3, 2024\n"; }},
        {"copyright lines", Text,
         [](auto n) { return "© 2024 The " + name(n) + " Times. All rights reserved.\n"; }},
        {"dates", Text, [](auto) { return "March 3, 2024 3/4/2024 "; }},
        {"cut off teasers", Text,
         [](auto n) { return "The mayor of Velk said on Monday that the dam " + word(n) + " is...\n"; }},
        {"elements", Html, [](auto n) { return "<p>The <b>mayor</b> " + word(n) + " said so.</p>"; }},
        {"nested elements", Html, [](auto) { return "<div><span>a"; }},
        {"headings in headings", Html, [](auto) { return "<h1><i>"; }},
        {"attributes", Html, [](auto n) { return " " + word(n) + "=1"; }, "<p", ">x</p>"},
        {"attributes of a closing tag", Html, [](auto n) { return " " + word(n); }, "<p>x</p", ">"},
        {"formatting never closed", Html, [](auto n) { return "<font size=" + word(n) + "><p>x"; }},
        {"tables", Html, [](auto) { return "<table><tr><td>x"; }},
        {"comments", Html, [](auto) { return "<!-- <p -- >"; }},
        {"entities", Html, [](auto) { return "&amp;&bogus"; }},
        {"members", Json, [](auto n) { return "\"" + word(n) + "\":1e400,"; }, "{\"id\":1.0,",
         "\"text\":\"He said.\"}"},
        {"attributions again", Json, [](auto) { return "\"attributions\":[],"; }, "{",
         "\"text\":\"He said.\"}"},
        {"lists in lists", Json, [](auto) { return "["; }, "{\"text\":\"He said.\",\"a\":", ""},
        {"half surrogates", Json, [](auto) { return "\\ud83d"; }, "{\"text\":\"He said.", "\"}"},
    };
    return all;
}

std::string make(const Shape& shape, std::size_t bytes) {
    std::string out = shape.begin;
    for (std::size_t n = 0; out.size() < bytes; ++n) out += shape.part(n);
    return out + shape.end;
}

// The processor's time of this thread, in seconds.
double now() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

using Times = std::map<std::string, double>;

template <class Work>
void timed(Times& times, const std::string& step, const Work& work) {
    const double begin = now();
    work();
    times[step] += now() - begin;
}

Times read(const Pipeline& pipeline, const Shape& shape, const std::string& text) {
    Times times;
    Document document;
    document.id = "a";
    if (shape.kind == Shape::Kind::Json) {
        timed(times, "extract", [&] {
            std::istringstream in(text + "\n");
            std::ostringstream out;
            extract(in, out, pipeline, {});
        });
        return times;
    }
    if (shape.kind == Shape::Kind::Html) {
        timed(times, "html", [&] {
            if (nested_too_deeply(text)) return;
            if (auto page = read_html(text)) document = std::move(*page);
        });
    } else {
        document.text = text;
    }
    for (const auto& annotator : pipeline.annotators())
        timed(times, std::string(annotator->name()), [&] { annotator->annotate(document); });
    timed(times, "graph", [&] {
        graphs::PropertyGraph graph;
        GraphBuilder(graph).add(document);
    });
    return times;
}

double sum(const Times& times) {
    double out = 0;
    for (const auto& [step, seconds] : times) out += seconds;
    return out;
}

}  // namespace

int main(int count, char** arguments) {
    const std::size_t bytes = count > 1 ? std::strtoul(arguments[1], nullptr, 10) : 250'000;
    const std::vector<std::string> only(arguments + std::min(count, 2), arguments + count);
    const Pipeline pipeline = Pipeline::reading_with(std::make_unique<fuzz::HashedReadings>(1));
    constexpr double grew_too_much = 2.6, too_short = 0.05;  // seconds, below which nothing can be said
    std::printf("%-28s %8s %8s %8s  %s\n", "shape", "1", "2", "4", "growth");
    for (const Shape& shape : shapes()) {
        if (!only.empty() && std::find(only.begin(), only.end(), shape.title) == only.end()) continue;
        std::vector<Times> times;
        for (const std::size_t factor : {1, 2, 4})
            times.push_back(read(pipeline, shape, make(shape, factor * bytes)));
        std::printf("%-28s %8.3f %8.3f %8.3f  %.1f", shape.title, sum(times[0]), sum(times[1]), sum(times[2]),
                    sum(times[2]) / sum(times[1]));
        for (const auto& [step, seconds] : times[2])
            if (seconds > too_short && seconds > grew_too_much * times[1][step])
                std::printf("  %s %.3f -> %.3f", step.c_str(), times[1][step], seconds);
        std::printf("\n");
        std::fflush(stdout);
    }
}

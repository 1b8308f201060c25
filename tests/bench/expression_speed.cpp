// How long expressions take over 260,000 statements of 25 words and 40,000 parties: `expression_speed
// [EXPRESSION-OF-s]`.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <random>

#include "engine/claims/language.hpp"
#include "engine/query/expressions/compiled_expression.hpp"
#include "grammar/parse.hpp"

using namespace hearsay;
using namespace hearsay::engine;

namespace {

constexpr std::size_t statements = 260'000, parties = 40'000, words_each = 25;

// Words of an invented language with English endings, the frequent ones short.
std::vector<std::string> make_vocabulary(std::mt19937& random) {
    const std::string consonants = "bcdfghklmnprstvw", vowels = "aeiou";
    const std::vector<std::string> endings{"", "", "", "s", "ed", "ing", "ly", "ness", "ation"};
    std::vector<std::string> vocabulary{"the", "of", "and", "to", "in", "that", "said", "on", "a", "was"};
    while (vocabulary.size() < 30'000) {
        std::string word;
        for (std::size_t i = 0, syllables = 1 + random() % 3; i < syllables; ++i) {
            word += consonants[random() % consonants.size()];
            word += vowels[random() % vowels.size()];
            if (random() % 2) word += consonants[random() % consonants.size()];
        }
        vocabulary.push_back(word + endings[random() % endings.size()]);
    }
    return vocabulary;
}

void fill(graphs::PropertyGraph& graph) {
    std::mt19937 random(1);
    const std::vector<std::string> vocabulary = make_vocabulary(random);
    const auto word = [&]() -> const std::string& {  // Zipf's law, roughly
        const double part = std::uniform_real_distribution<double>(0, 1)(random);
        return vocabulary[static_cast<std::size_t>(part * part * part *
                                                   static_cast<double>(vocabulary.size()))];
    };
    const graphs::KeyId text = graph.key("text"), name = graph.key("name"), begin = graph.key("begin"),
                        aliases = graph.key("aliases");
    const std::vector actor{graph.label("Actor")}, statement{graph.label("Statement")};
    for (std::size_t i = 0; i < parties; ++i) {
        std::string first = vocabulary[10 + random() % 1000], last = vocabulary[1010 + random() % 20'000];
        first[0] = static_cast<char>(first[0] - 32);
        last[0] = static_cast<char>(last[0] - 32);
        graph.add_vertex(actor, {{name, first + " " + last}, {aliases, graphs::List{last}}});
    }
    for (std::size_t i = 0; i < statements; ++i) {
        std::string said = i % 3 == 0 ? "\xE2\x80\x9CThe" : "The";
        for (std::size_t k = 1; k < words_each; ++k) said += " " + word();
        said += i % 3 == 0 ? ".\xE2\x80\x9D" : ".";
        graph.add_vertex(statement, {{text, said}, {begin, static_cast<std::int64_t>(i)}});
    }
    graph.accept();
}

void measure(graphs::PropertyGraph& graph, const std::string& expression, std::string_view label) {
    const std::string text = "RETURN " + expression;
    const auto parsed = grammar::parse(text);
    if (!parsed) {
        std::fputs(grammar::render(parsed.error(), text, "query").c_str(), stderr);
        return;
    }
    const auto& clause = std::get<grammar::Query>(parsed->body).parts.front().clauses.front();
    const auto& item = std::get<grammar::Return>(clause.node).projection.items.front();
    const Parameters parameters;
    QueryContext context{graph, parameters, text};
    const auto vertices = graph.vertices(graph.find_label(label));
    const std::clock_t started = std::clock();  // of this process alone: the machine may have other work
    const Compiled compiled = compile(item.expression, {"s"}, claims_language().functions, nullptr);
    std::size_t yes = 0;
    for (std::size_t from = 0; from < vertices.size(); from += batch_rows) {
        const auto part = vertices.subspan(from, std::min(batch_rows, vertices.size() - from));
        Batch batch;
        batch.rows = part.size();
        batch.columns.emplace_back(std::vector(part.begin(), part.end()));
        const Column column = compiled->evaluate(batch, context);
        for (std::size_t row = 0; row < batch.rows; ++row) {
            const graphs::Value value = column.at(row);
            yes += value.kind() == graphs::Kind::Boolean && value.boolean() ? 1 : 0;
        }
    }
    const double taken = 1000.0 * static_cast<double>(std::clock() - started) / CLOCKS_PER_SEC;
    std::printf("%8.1f ms  %8zu true of %zu  %s\n", taken, yes, vertices.size(), expression.c_str());
}

}  // namespace

int main(int argc, char** argv) {
    graphs::PropertyGraph graph;
    fill(graph);
    for (int i = 1; i < argc; ++i) measure(graph, argv[i], "Statement");
    if (argc > 1) return 0;
    for (const char* expression :
         {"about(s, 'wagging')", "about(s, 'control of the villages')", "about(s, 'said bana testing')",
          "s.begin % 7 = 3", "s.begin > 1000 AND s.begin < 200000", "s.text CONTAINS 'bana'",
          "s.text =~ '.*bana.*'", "size([x IN range(1, 5) WHERE x > 2]) = 3",
          "CASE WHEN s.begin < 100 THEN true ELSE false END"}) {
        measure(graph, expression, "Statement");
    }
    measure(graph, "named(s, 'Bana')", "Actor");
}

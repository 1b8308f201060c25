// How long opening a graph of 10,000 articles takes: builds one in a temporary file, closes it, and times
// Store::open. Usage: open_graph [ARTICLES [REPETITIONS]]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "graphs/file/store.hpp"

using namespace hearsay::graphs;

namespace {

using Clock = std::chrono::steady_clock;
double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// Made-up words, the frequent ones short.
class Words {
  public:
    Words() {
        for (int i = 0; i < 5000; ++i) {
            std::string word;
            for (std::size_t n = 2 + random_() % (3 + static_cast<std::size_t>(i) / 900); n > 0; --n) {
                word += "bcdfghklmnprstvz"[random_() % 16];
                word += "aeiou"[random_() % 5];
            }
            words_.push_back(word);
        }
    }
    std::string text(std::size_t bytes) {
        std::string text;
        while (text.size() < bytes) {
            const double share = static_cast<double>(random_() % 10000) / 10000;
            text += words_[static_cast<std::size_t>(share * share * share * 4999)];
            text += ' ';
        }
        text.resize(bytes);
        return text;
    }
    std::size_t below(std::size_t n) { return random_() % n; }

  private:
    std::mt19937_64 random_{20240312};
    std::vector<std::string> words_;
};

void fill(Store& store, std::size_t articles) {
    PropertyGraph& g = store.graph();
    Words words;
    const LabelId article = g.label("Article"), statement = g.label("Statement");
    const std::vector<LabelId> parties = {g.label("Actor"), g.label("Organisation"), g.label("Place")};
    const std::vector<TypeId> says = {g.type("CLAIMS"), g.type("DENIES"), g.type("ATTRIBUTES")};
    const TypeId mentions = g.type("MENTIONS");
    std::vector<KeyId> k;
    for (const char* name :
         {"id",           "name",       "aliases",     "title",      "outlet", "published", "text",
          "form",         "article",    "begin",       "end",        "cue",    "cue_begin", "cue_end",
          "source_begin", "source_end", "source_text", "confidence", "sha256", "url"}) {
        k.push_back(g.key(name));
    }
    enum {
        id,
        name,
        aliases,
        title,
        outlet,
        published,
        text,
        form,
        in_article,
        begin,
        end,
        cue,
        cue_begin,
        cue_end,
        source_begin,
        source_end,
        source_text,
        confidence,
        sha256,
        url
    };
    const std::vector<std::string> cues = {"said",    "told reporters", "according to",
                                           "claimed", "denied",         "added"};
    const std::vector<std::string> forms = {"direct", "indirect", "mixed"};
    const std::vector<std::string> pronouns = {"he", "she", "they", "the ministry"};

    std::vector<VertexId> party;
    std::vector<std::string> party_names;
    for (std::size_t i = 0; i < articles; ++i) {
        const std::string article_id = "article-" + std::to_string(i);
        const int date = static_cast<int>(19000 + i / 30);
        const VertexId a =
            g.add_vertex(std::vector{article}, {{k[id], article_id},
                                                {k[title], words.text(60)},
                                                {k[outlet], "Outlet " + std::to_string(words.below(200))},
                                                {k[published], Date{date}},
                                                {k[text], words.text(5000)},
                                                {k[sha256], words.text(64)},
                                                {k[url], "https://example.org/" + std::to_string(i)}});
        for (int p = 0; p < 3; ++p) {
            party_names.push_back(words.text(16));
            party.push_back(g.add_vertex(std::vector{parties[words.below(3)]},
                                         {{k[id], "party-" + std::to_string(party.size())},
                                          {k[name], party_names.back()},
                                          {k[aliases], Value(List{words.text(8), words.text(5)})}}));
        }
        for (int s = 0; s < 26; ++s) {
            const auto from = static_cast<int>(words.below(4800));
            const VertexId v =
                g.add_vertex(std::vector{statement}, {{k[id], article_id + "#" + std::to_string(s)},
                                                      {k[text], words.text(150)},
                                                      {k[form], forms[words.below(3)]},
                                                      {k[in_article], article_id},
                                                      {k[begin], from},
                                                      {k[end], from + 150}});
            for (std::size_t e = s % 13 < 4 ? 3 : 2; e > 0; --e) {
                const std::size_t who = words.below(party.size());
                const Properties evidence = {
                    {k[in_article], article_id},
                    {k[cue], cues[words.below(cues.size())]},
                    {k[cue_begin], from - 20},
                    {k[cue_end], from - 10},
                    {k[source_begin], from - 50},
                    {k[source_end], from - 21},
                    {k[source_text], words.below(2) == 0 ? pronouns[words.below(4)] : party_names[who]},
                    {k[begin], from},
                    {k[end], from + 150},
                    {k[confidence], static_cast<double>(words.below(1000)) / 1000}};
                g.add_edge(words.below(3) == 0 ? a : party[who], says[words.below(3)], v, evidence);
                g.add_edge(v, mentions, party[words.below(party.size())]);
            }
        }
        if (i % 100 == 99 || i + 1 == articles) {
            if (const auto done = store.commit(); !done) {
                std::fprintf(stderr, "%s %s\n", done.error().place.c_str(), done.error().reason.c_str());
                std::exit(1);
            }
        }
    }
}

Store open_or_exit(const std::filesystem::path& file, Store::Access access) {
    Result<Store> store = Store::open(file, access);
    if (store) return std::move(*store);
    std::fprintf(stderr, "%s %s\n", store.error().place.c_str(), store.error().reason.c_str());
    std::exit(1);
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t articles = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10000;
    const int repetitions = argc > 2 ? std::atoi(argv[2]) : 5;
    const auto file = std::filesystem::temp_directory_path() / "open_graph_bench.hearsay";
    std::filesystem::remove(file);

    auto start = Clock::now();
    {
        Store store = open_or_exit(file, Store::Access::ReadWrite);
        fill(store, articles);
    }
    std::printf("built in %.2f s: %zu articles, %.1f MB\n", seconds_since(start), articles,
                static_cast<double>(std::filesystem::file_size(file)) / 1e6);

    std::vector<double> opened, found;
    for (int i = 0; i < repetitions; ++i) {
        start = Clock::now();
        Store store = open_or_exit(file, Store::Access::ReadOnly);
        opened.push_back(seconds_since(start));
        const PropertyGraph& g = store.graph();
        start = Clock::now();
        const std::size_t hits = g.find(g.find_label("Statement"), g.find_key("id"), "article-7#3").size();
        found.push_back(seconds_since(start));
        if (i == 0) {
            std::printf("%zu vertices, %zu edges; %zu found\n", g.vertex_count(), g.edge_count(), hits);
        }
    }
    std::sort(opened.begin(), opened.end());
    std::sort(found.begin(), found.end());
    std::printf("open: best %.3f s, median %.3f s of %d; index of 26 statements an article: median %.3f s\n",
                opened[0], opened[opened.size() / 2], repetitions, found[found.size() / 2]);
    std::filesystem::remove(file);
}

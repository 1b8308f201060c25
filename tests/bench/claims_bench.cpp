// Eleven figures of one claims graph: how long it takes to load, and ten questions to answer.
//
//   claims_bench DATADIR [RUNS=9] [OPTION...]
//
// Loads the CSV files of DATADIR, sends each question of claims_tasks.hpp as text, once for the first time,
// twice to warm up and RUNS times by the clock, and prints one line of JSON with the medians in milliseconds.
// With ANSWERS in the environment, each answer is written to $ANSWERS/hearsay.TASK.json.
//
//   --only TASK         asks only this one; may be repeated
//   --ask NAME=TEXT     asks this as well; may be repeated
//   --profile           prints each question's plan with times instead
//   --front             prints how long each question's text takes up to its operators instead, in
//   microseconds
//   --no-cache          parses and plans each text each time, as if it came for the first time
#include <fmt/format.h>
#include <nettle/md5.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>

#include "engine/query/statement/run_query.hpp"
#include "engine/query/statement/statement_cache.hpp"
#include "repl/output/json_text.hpp"
#include "tests/bench/claims_data.hpp"
#include "tests/bench/claims_tasks.hpp"
#include "tests/bench/front_times.hpp"

using namespace hearsay;

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

std::string json_of(const graphs::PropertyGraph& graph, const std::vector<graphs::List>& rows) {
    std::string text = "[";
    for (const auto& row : rows) {
        if (text.size() > 1) text += ',';
        text += '[';
        for (const auto& value : row) {
            if (&value != &row.front()) text += ',';
            text += repl::to_json(graph, value);
        }
        text += ']';
    }
    return text + "]";
}

std::string hash_of(const std::string& text) {
    md5_ctx state;
    md5_init(&state);
    md5_update(&state, text.size(), reinterpret_cast<const std::uint8_t*>(text.data()));
    std::uint8_t digest[MD5_DIGEST_SIZE];
    md5_digest(&state, sizeof digest, digest);
    return fmt::format("{:02x}{:02x}{:02x}{:02x}", digest[0], digest[1], digest[2], digest[3]);
}

double median(const std::vector<double>& ascending) {
    const std::size_t half = ascending.size() / 2;
    return ascending.size() % 2 == 1 ? ascending[half] : (ascending[half - 1] + ascending[half]) / 2;
}

double rounded(double milliseconds) {
    return std::round(milliseconds * 1e4) / 1e4;
}

// Rows of two names and a number, where nothing says which name comes first: the lesser one; then by number,
// the highest first, and names.
void put_pairs_in_order(std::vector<graphs::List>& rows) {
    for (auto& row : rows)
        if (graphs::order(row[1], row[0]) < 0) std::swap(row[0], row[1]);
    std::sort(rows.begin(), rows.end(), [](const graphs::List& a, const graphs::List& b) {
        for (const auto& [x, y] :
             {std::pair(&b[2], &a[2]), std::pair(&a[0], &b[0]), std::pair(&a[1], &b[1])}) {
            const int order = graphs::order(*x, *y);
            if (order != 0) return order < 0;
        }
        return false;
    });
}

class Bench {
  public:
    Bench(std::size_t runs, bool cached) : runs_(runs), cached_(cached) {}

    graphs::PropertyGraph& graph() { return graph_; }

    engine::QueryResult run(const std::string& text) {
        engine::QueryOptions options;
        options.cache = cached_ ? &cache_ : nullptr;
        auto result = engine::run_query(graph_, text, options);
        if (!result) {
            std::fputs(render(result.error()[0], text, "statement").c_str(), stderr);
            std::exit(1);
        }
        return std::move(*result);
    }

    nlohmann::ordered_json time(const bench::Task& task) {
        Clock::time_point begin = Clock::now();
        auto result = run(task.text);
        const double first = milliseconds_since(begin);
        for (int i = 0; i < 2; ++i) run(task.text);
        std::vector<double> times;
        for (std::size_t i = 0; i < runs_; ++i) {
            begin = Clock::now();
            run(task.text);
            times.push_back(milliseconds_since(begin));
        }
        std::sort(times.begin(), times.end());
        if (task.pairs) put_pairs_in_order(result.rows);
        const std::string answer = json_of(graph_, result.rows);
        if (const char* folder = std::getenv("ANSWERS"))
            std::ofstream(std::string(folder) + "/hearsay." + task.name + ".json") << answer << '\n';
        return {{"ms", rounded(median(times))}, {"min", rounded(times.front())},
                {"max", rounded(times.back())}, {"runs", runs_},
                {"first", rounded(first)},      {"rows", result.rows.size()},
                {"hash", hash_of(answer)}};
    }

    void profile(const bench::Task& task) {
        run(task.text);
        std::printf("%s\n%s\n", task.name.c_str(), task.text.c_str());
        for (const auto& row : run("PROFILE " + task.text).rows)
            std::printf("    %s\n", std::string(row[0].string()).c_str());
    }

    void front(const bench::Task& task) {
        const auto took = bench::front_times(graph_, task.text, 200);
        std::printf("%-10s parse %6.1f  check %6.1f  plan %6.1f  operators %6.1f  all %6.1f us\n",
                    task.name.c_str(), took.parse, took.check, took.plan, took.operators,
                    took.parse + took.check + took.plan + took.operators);
    }

  private:
    std::size_t runs_;
    bool cached_;
    engine::StatementCache cache_;
    graphs::PropertyGraph graph_;
};

long peak_megabytes() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss / 1024;
}

}  // namespace

int main(int count, char** words) {
    CLI::App app{"How long questions to a claims graph take"};
    std::string folder;
    std::size_t runs = 9;
    std::vector<std::string> only, asked;
    bool profile = false, front = false, no_cache = false;
    app.add_option("DATADIR", folder)->required();
    app.add_option("RUNS", runs)->check(CLI::PositiveNumber);
    app.add_option("--only", only);
    app.add_option("--ask", asked)->take_all();
    app.add_flag("--profile", profile);
    app.add_flag("--front", front);
    app.add_flag("--no-cache", no_cache);
    CLI11_PARSE(app, count, words);

    auto tasks = bench::read_tasks(folder + "/params.json");
    if (!tasks) {
        std::fprintf(stderr, "%s: %s\n", tasks.error().place.c_str(), tasks.error().reason.c_str());
        return 1;
    }
    if (!only.empty())
        std::erase_if(*tasks, [&only](const bench::Task& task) {
            return std::find(only.begin(), only.end(), task.name) == only.end();
        });
    for (const std::string& each : asked) {
        const std::size_t equals = each.find('=');
        if (equals == std::string::npos) {
            std::fputs("--ask takes NAME=TEXT\n", stderr);
            return 1;
        }
        tasks->push_back({each.substr(0, equals), each.substr(equals + 1), false});
    }

    Bench bench(runs, !no_cache);
    const auto begin = Clock::now();
    const auto loaded = bench::load_claims(bench.graph(), folder);
    if (!loaded) {
        std::fprintf(stderr, "%s: %s\n", loaded.error().place.c_str(), loaded.error().reason.c_str());
        return 1;
    }
    const double load = milliseconds_since(begin);

    if (profile || front) {
        for (const auto& task : *tasks) {
            if (profile) bench.profile(task);
            if (front) bench.front(task);
        }
        return 0;
    }
    nlohmann::ordered_json line{{"engine", "hearsay"},
                                {"version", HEARSAY_VERSION},
                                {"lang", "Cypher"},
                                {"load_ms", std::round(load)}};
    line["rss_loaded_mb"] = peak_megabytes();
    for (const auto& task : *tasks) line["q"][task.name] = bench.time(task);
    line["rss_peak_mb"] = peak_megabytes();
    std::puts(line.dump().c_str());
}

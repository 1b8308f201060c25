// How long reading CSV files into a graph in memory takes, and how much memory the graph needs.
//   import_speed FOLDER [RUNS]
// FOLDER has entity.csv, article.csv, statement.csv, claims.csv, denies.csv, attributes.csv, mentions.csv and
// reported_in.csv.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "graphs/csv/import/import_csv.hpp"

namespace {

namespace csv = hearsay::graphs::csv;

double milliseconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

csv::Import files_in(const std::string& folder) {
    csv::Import files;
    for (const char* label : {"Entity", "Article", "Statement"}) {
        std::string name = label;
        name[0] = static_cast<char>(name[0] | 0x20);
        files.nodes.push_back({{label}, folder + "/" + name + ".csv"});
    }
    const auto edges = [&](const char* type, const char* from, const char* to, const char* file) {
        files.edges.push_back({type, {from}, {to}, folder + "/" + file});
    };
    edges("CLAIMS", "Entity", "Statement", "claims.csv");
    edges("DENIES", "Entity", "Statement", "denies.csv");
    edges("ATTRIBUTES", "Entity", "Statement", "attributes.csv");
    edges("MENTIONS", "Article", "Entity", "mentions.csv");
    edges("REPORTED_IN", "Statement", "Article", "reported_in.csv");
    return files;
}

}  // namespace

int main(int count, char** words) {
    if (count < 2) {
        std::fprintf(stderr, "usage: import_speed FOLDER [RUNS]\n");
        return 2;
    }
    const csv::Import files = files_in(words[1]);
    const int runs = count > 2 ? std::atoi(words[2]) : 1;
    for (int run = 0; run < runs; ++run) {
        rusage before{}, after{};
        getrusage(RUSAGE_SELF, &before);
        const auto start = std::chrono::steady_clock::now();
        hearsay::graphs::PropertyGraph graph;
        const csv::Outcome outcome = import_csv(graph, files);
        const double wall =
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        getrusage(RUSAGE_SELF, &after);
        for (const csv::BadRow& row : outcome.imported.bad)
            std::fprintf(stderr, "%s:%llu: %s\n", row.file.c_str(), static_cast<unsigned long long>(row.line),
                         row.reason.c_str());
        if (!outcome.done) return 1;
        std::printf("%zu vertices, %zu edges: %.0f ms (user %.0f, system %.0f), peak %ld MB\n",
                    graph.vertex_count(), graph.edge_count(), wall,
                    milliseconds(after.ru_utime) - milliseconds(before.ru_utime),
                    milliseconds(after.ru_stime) - milliseconds(before.ru_stime), after.ru_maxrss / 1024);
    }
}

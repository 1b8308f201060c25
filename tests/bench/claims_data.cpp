#include "tests/bench/claims_data.hpp"

#include "graphs/csv/import/import_csv.hpp"

namespace hearsay::bench {

graphs::Result<void> load_claims(graphs::PropertyGraph& graph, const std::filesystem::path& folder) {
    const graphs::csv::Import what{
        .nodes = {{{"Entity"}, folder / "entity.csv"},
                  {{"Article"}, folder / "article.csv"},
                  {{"Statement"}, folder / "statement.csv"}},
        .edges = {{"CLAIMS", {"Entity"}, {"Statement"}, folder / "claims.csv"},
                  {"DENIES", {"Entity"}, {"Statement"}, folder / "denies.csv"},
                  {"ATTRIBUTES", {"Entity"}, {"Statement"}, folder / "attributes.csv"},
                  {"MENTIONS", {"Article"}, {"Entity"}, folder / "mentions.csv"},
                  {"REPORTED_IN", {"Statement"}, {"Article"}, folder / "reported_in.csv"}},
    };
    const auto outcome = graphs::csv::import_csv(graph, what);
    if (outcome.done) return {};
    if (outcome.imported.bad.empty()) return graphs::fail(folder.string(), "was not imported");
    const auto& first = outcome.imported.bad.front();
    return graphs::fail(first.file + ":" + std::to_string(first.line), first.reason);
}

}  // namespace hearsay::bench

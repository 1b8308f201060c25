// Bytes as a file of articles, read to the end: as text, HTML, JSON or JSON lines, whatever they look like.
// The articles come apart as they should, and so does the graph that is made of them.
//
// The first byte says how: its lowest bit gives the articles to `extract` as well. What stands in the
// network's place (hashed_readings.hpp) is made of the second and third. The target fuzz_read_network is the
// same with the network itself.
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "engine/articles/loading/extract.hpp"
#include "engine/articles/loading/graph_builder.hpp"
#include "engine/articles/loading/sha256.hpp"
#include "engine/articles/network/network_annotator.hpp"
#include "engine/articles/pipeline.hpp"
#include "engine/articles/reader/read_articles.hpp"
#include "tests/fuzz/check_document.hpp"
#include "tests/fuzz/fuzz_graph.hpp"
#include "tests/fuzz/hashed_readings.hpp"
#include "tests/fuzz/target.hpp"

using namespace hearsay;
using namespace hearsay::engine;
using fuzz::require;

namespace {

#ifdef HEARSAY_FUZZ_WEIGHTS
const Pipeline& pipeline_for(std::uint64_t) {
    static const Pipeline pipeline = [] {
        const auto network = open_network(HEARSAY_FUZZ_WEIGHTS);
        require(network.has_value(), "the weights can be opened");
        return Pipeline::standard(*network);
    }();
    return pipeline;
}
#else
Pipeline pipeline_for(std::uint64_t seed) {
    return Pipeline::reading_with(std::make_unique<fuzz::HashedReadings>(seed));
}
#endif

void check_graph_of(const Document& document) {
    graphs::PropertyGraph graph;
    const GraphBuilder::Added added = GraphBuilder(graph).add(document, sha256(document.text));
    const graphs::LabelId label = graph.find_label("Statement");
    require(added.statements == (label.is_none() ? 0 : graph.vertices(label).size()),
            "statements are counted");
    fuzz::check_graph(graph);
    fuzz::check_evidence(graph, document);
}

// An article as a line: it comes out as it stood, with spans that lie in its text.
void check_extract(const Pipeline& pipeline, const Document& document) {
    const nlohmann::json line = {{"id", document.id}, {"text", document.text}};
    std::istringstream in(line.dump() + "\n");
    std::ostringstream out;
    const ExtractSummary summary = extract(in, out, pipeline, {});
    require(summary.articles == 1 && summary.failed == 0, "an article that was read is read again");
    nlohmann::json read = nlohmann::json::parse(out.str());
    require(read["attributions"].size() == summary.attributions, "attributions are counted");
    for (const auto& attribution : read["attributions"])
        for (const char* role : {"source", "cue", "content"})
            for (const auto& span : attribution[role])
                require(span[0] < span[1] && span[1] <= document.text.size(), "a span lies in the text");
    read.erase("attributions");
    require(read == line, "an article's fields stay");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 3) return 0;
    const std::uint64_t seed = data[1] * 256U + data[2];
    const Pipeline& pipeline = pipeline_for(seed);
    std::istringstream in(std::string(fuzz::text_of(data + 3, size - 3)));
    std::size_t articles = 0, errors = 0;
    ReadEvents events;
    events.note = [](const std::string&, const std::string& text) {
        require(!text.empty(), "notes say something");
    };
    events.error = [&](const std::string& place, const std::string& reason) {
        require(!place.empty() && !reason.empty(), "an error has its place and reason");
        ++errors;
    };
    read_articles({"-"}, in, events, [&](Document&& document, const std::string& place) {
        ++articles;
        require(!place.empty() && !document.id.empty(), "an article has a place and an id");
        const std::string text = document.text;
        pipeline.annotate(document);
        require(document.text == text, "reading leaves the text alone");
        fuzz::check_document(document);
        check_graph_of(document);
        if ((data[0] & 1) != 0) check_extract(pipeline, document);
        return articles < 8;
    });
    require(articles + errors > 0, "what is read gives an article or says why not");
    return 0;
}

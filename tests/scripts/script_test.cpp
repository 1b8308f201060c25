// Runs every *.test file of this folder and of bad/. With HEARSAY_WRITE_SCRIPTS set, writes what came out
// into the files instead of comparing; look at the difference before you keep it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>

#include "engine/claims/language.hpp"
#include "engine/query/statement/run_query.hpp"
#include "engine/query/statement/statement_cache.hpp"
#include "grammar/text/diagnostic.hpp"
#include "tests/scripts/script_file.hpp"
#include "tests/scripts/small_graph.hpp"

using namespace hearsay;
using namespace hearsay::scripts;

namespace {

std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".test") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

void add_lines(const std::string& text, std::vector<std::string>& lines) {
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        if (end > from) lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
}

// `with name = value`
engine::Parameters parameters_of(const Block& block) {
    engine::Parameters parameters;
    for (const auto& line : block.lines) {
        const std::size_t equal = line.find(" = ");
        REQUIRE(equal != std::string::npos);
        parameters[line.substr(5, equal - 5)] = value_of(line.substr(equal + 3));
    }
    return parameters;
}

// "changes: +1 nodes, +2 labels, 3 properties", or nothing if nothing has changed.
void add_effects(const engine::Effects& effects, std::vector<std::string>& lines) {
    std::string text;
    const auto add = [&text](std::string_view sign, std::size_t count, std::string_view what) {
        if (count == 0) return;
        text += (text.empty() ? "changes: " : ", ") + std::string(sign) + std::to_string(count) + " " +
                std::string(what);
    };
    add("+", effects.nodes_created, "nodes");
    add("-", effects.nodes_deleted, "nodes");
    add("+", effects.relationships_created, "relationships");
    add("-", effects.relationships_deleted, "relationships");
    add("+", effects.labels_added, "labels");
    add("-", effects.labels_removed, "labels");
    add("", effects.properties_set, "properties");
    add("+", effects.indexes_added, "indexes");
    add("-", effects.indexes_removed, "indexes");
    if (!text.empty()) lines.push_back(text);
}

// What the case's answer is, as lines, and which kind it is.
std::pair<std::string, std::vector<std::string>> run(const Block& block, graphs::PropertyGraph& graph) {
    std::vector<std::string> lines;
    engine::StatementCache cache;
    const engine::QueryOptions options{parameters_of(block), nullptr, &engine::claims_language(), {}, &cache};
    auto result = engine::run_query(graph, block.query, options);
    // What changed nothing must be answered alike when it comes again, made ready.
    if (graph.changes().empty()) result = engine::run_query(graph, block.query, options);
    if (!result) {
        for (const auto& diagnostic : result.error())
            add_lines(render(diagnostic, block.query, "query"), lines);
        return {"error", lines};
    }
    for (const auto& warning : result->warnings) add_lines(render(warning, block.query, "query"), lines);
    add_effects(result->effects, lines);
    graph.accept();
    std::string head;
    for (const auto& column : result->columns) head += (head.empty() ? "" : " | ") + column;
    if (!head.empty()) lines.push_back(head);
    for (const auto& row : result->rows) {
        std::string line;
        for (const auto& value : row) {
            line += (line.empty() ? "" : " | ") +
                    (result->is_plan ? std::string(value.string()) : text_of(value, graph));
        }
        if (result->is_plan) line = line.substr(0, line.find("  ~"));
        while (line.ends_with(' ')) line.pop_back();
        lines.push_back(line);
    }
    return {block.expectation == "answer in order" ? block.expectation : "answer", lines};
}

std::string joined(std::vector<std::string> lines, bool sort) {
    if (sort) std::sort(lines.begin(), lines.end());
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

void run_file(const std::filesystem::path& file) {
    auto blocks = read_blocks(file);
    const bool write = std::getenv("HEARSAY_WRITE_SCRIPTS") != nullptr;
    graphs::PropertyGraph graph;
    std::size_t cases = 0;
    for (auto& block : blocks) {
        if (block.kind == Block::Kind::Graph) graph = make_graph(block.lines);
        if (block.kind != Block::Kind::Case) continue;
        ++cases;
        INFO(file.string() << ":" << block.line << "\n" << block.query);
        const auto [kind, lines] = run(block, graph);
        if (write) {
            block.expectation = kind;
            block.expected = lines;
            continue;
        }
        CHECK(kind == block.expectation);
        const bool any_order = kind == "answer";
        CHECK(joined(lines, any_order) == joined(block.expected, any_order));
    }
    CHECK(cases > 0);
    if (write) write_blocks(file, blocks);
}

}  // namespace

TEST_CASE("questions and their answers") {
    const auto files = files_of("tests/scripts");
    REQUIRE_FALSE(files.empty());
    for (const auto& file : files) run_file(file);
}

TEST_CASE("bad questions and their errors") {
    const auto files = files_of("tests/scripts/bad");
    REQUIRE_FALSE(files.empty());
    for (const auto& file : files) run_file(file);
}

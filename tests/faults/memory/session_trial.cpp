#include "tests/faults/memory/session_trial.hpp"

#include <map>
#include <stdexcept>

#include "engine/query/statement/run_query.hpp"
#include "repl/commands/script.hpp"
#include "repl/session/out_of_memory.hpp"
#include "repl/session/session.hpp"
#include "tests/faults/memory/graph_dump.hpp"

namespace hearsay::faults {
namespace {

// Changes a bit of everything, and says what it sees.
constexpr const char* probe =
    "MERGE (n:Person:Later {name: 'Ivan'}) SET n:Town, n.fresh = [1, 'x'] "
    "CREATE (n)-[:KNOWS {since: 1}]->(:Later:Town {name: 'anew'})-[:LATER]->(n) "
    "WITH n MATCH (n)-[r]->(m) RETURN labels(n), n.fresh, type(r), labels(m), m.name ORDER BY type(r)";

bool run(repl::Session& session, const std::string& text) {
    return repl::unless_out_of_memory("there is not enough memory left for this", [&] {
        return repl::run_script(session, {text, "test", {}, false});
    });
}

std::string stored(const std::filesystem::path& file) {
    const auto store = graphs::Store::open(file, graphs::Store::Access::ReadOnly);
    return store ? dump_content(store->graph()) : "cannot be opened: " + store.error().reason;
}

// What the probe answers; afterwards the graph is as before.
std::string probed(graphs::PropertyGraph& graph) {
    const auto result = engine::run_query(graph, probe);
    std::string text;
    if (result) {
        repl::StringSink sink;
        repl::write_result(sink, graph, *result, {});
        text = sink.text();
    } else {
        text = "failed: " + result.error()[0].message;
    }
    graph.take_back();
    return text;
}

// The first line in which the texts differ.
std::string difference(const std::string& is, const std::string& should_be) {
    std::size_t at = 0;
    while (at < is.size() && at < should_be.size() && is[at] == should_be[at]) ++at;
    const std::size_t from = at == 0 ? 0 : is.rfind('\n', at - 1) + 1;
    const auto line = [from](const std::string& text) {
        return from < text.size() ? text.substr(from, text.find('\n', from) - from) : std::string();
    };
    return "is '" + line(is) + "', should be '" + line(should_be) + "'";
}

// What is there before and after, and what is written.
struct Expected {
    std::string before, before_stored, after, after_stored, answer, probed_before, probed_after;
};

class SessionTrial : public Trial {
  public:
    SessionTrial(const std::filesystem::path& file, const std::string& statement)
        : file_(file), statement_(statement) {
        auto opened = repl::GraphFile::open(file);
        if (!opened) throw std::runtime_error(opened.error().reason);
        session_ = std::make_unique<repl::Session>(std::move(*opened), sink_, repl::Terminal());
    }

    Expected find_out() {
        Expected found;
        found.before = dump_all(graph());
        found.before_stored = stored(file_);
        found.probed_before = probed(graph());
        if (!run(*session_, statement_)) throw std::runtime_error("it fails by itself: " + statement_);
        found.answer = sink_.text();
        found.after = dump_all(graph());
        found.after_stored = stored(file_);
        found.probed_after = probed(graph());
        if (found.before.find("WRONG") != std::string::npos || found.after.find("WRONG") != std::string::npos)
            throw std::runtime_error("wrong by itself: " + statement_);
        return found;
    }
    void begin(const Expected& expected, Begin begin) {
        expected_ = &expected;
        if (begin == Begin::Warm && dump_all(graph()) != expected.before)
            throw std::runtime_error("another graph: " + statement_);
    }

    bool act(std::string&) override {
        answer_before_ = sink_.text().size();
        return run(*session_, statement_);
    }

    std::string wrong(bool done) override {
        as_before_ = false;
        const std::string is = dump_all(graph());
        const std::string& should_be = done ? expected_->after : expected_->before;
        if (is != should_be) {
            // It may have been done, and the answer could not be shown.
            if (!done && is == expected_->after && stored(file_) == expected_->after_stored) return "";
            return "the graph " + difference(is, should_be);
        }
        const std::string file = stored(file_);
        if (file != (done ? expected_->after_stored : expected_->before_stored))
            return "the file " + difference(file, done ? expected_->after_stored : expected_->before_stored);
        if (done && sink_.text().substr(answer_before_) != expected_->answer)
            return "the answer " + difference(sink_.text().substr(answer_before_), expected_->answer);
        const std::string later = probed(graph());
        if (later != (done ? expected_->probed_after : expected_->probed_before))
            return "a later statement " +
                   difference(later, done ? expected_->probed_after : expected_->probed_before);
        const std::string again = dump_all(graph());
        if (again != should_be) return "the graph, after a later statement, " + difference(again, should_be);
        as_before_ = again == expected_->before && file == expected_->before_stored;
        return "";
    }
    bool is_as_before() const override { return as_before_; }

  private:
    graphs::PropertyGraph& graph() { return session_->file().graph(); }

    std::filesystem::path file_;
    std::string statement_;
    repl::StringSink sink_;
    std::unique_ptr<repl::Session> session_;
    const Expected* expected_ = nullptr;
    std::size_t answer_before_ = 0;
    bool as_before_ = true;
};

}  // namespace

void make_graph(const std::filesystem::path& file, const std::vector<std::string>& statements) {
    if (std::filesystem::exists(file)) return;
    auto made = repl::GraphFile::open_or_new(file);
    if (!made) throw std::runtime_error(made.error().reason);
    repl::StringSink sink;
    repl::Session session(std::move(*made), sink, repl::Terminal());
    for (const std::string& statement : statements)
        if (!run(session, statement)) throw std::runtime_error("the graph cannot be made: " + statement);
}

Scenario session_scenario(std::string name, const std::vector<std::string>& graph, std::string statement,
                          Begin begin, std::uint64_t stride) {
    const auto expected = std::make_shared<std::optional<Expected>>();
    const auto begin_trial = [=](const std::filesystem::path& folder) -> std::unique_ptr<Trial> {
        const std::filesystem::path base = folder / "base", file = folder / "graph";
        make_graph(base, graph);
        const auto fresh = [&] {
            std::filesystem::copy_file(base, file, std::filesystem::copy_options::overwrite_existing);
            return std::make_unique<SessionTrial>(file, statement);
        };
        if (!*expected) *expected = fresh()->find_out();
        auto trial = fresh();
        trial->begin(**expected, begin);
        return trial;
    };
    return {std::move(name), begin_trial, stride};
}

}  // namespace hearsay::faults

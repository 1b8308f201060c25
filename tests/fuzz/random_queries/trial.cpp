#include "tests/fuzz/random_queries/trial.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

namespace hearsay::random_queries {
namespace {

std::string parameters_text(const Query& query) {
    std::string text;
    for (const auto& [name, value] : parameters_of(query))
        text += ":param " + name + " = " + literal(value) + "\n";
    return text;
}

std::vector<std::string> index_texts() {
    return {"CREATE INDEX FOR (n:A) ON (n.i)",      "CREATE INDEX FOR (n:B) ON (n.i)",
            "CREATE INDEX FOR (n:A) ON (n.s)",      "CREATE INDEX FOR (n:A) ON (n.m)",
            "CREATE TEXT INDEX FOR (n:A) ON (n.s)", "CREATE TEXT INDEX FOR (n:C) ON (n.s)"};
}

}  // namespace

std::string Trial::text() const {
    std::string script;
    if (indexed) {
        for (const auto& each : index_texts()) script += each + ";\n";
    }
    if (const std::string create = create_text(graph); !create.empty()) script += create + ";\n";
    for (const Query& each : before) script += parameters_text(each) + to_text(each) + ";\n";
    if (!rule_left_out.empty()) script += "// without the rule: " + rule_left_out + "\n";
    script += parameters_text(query);
    for (int i = cached ? 3 : 1; i > 0; --i) script += to_text(query) + ";\n";
    if (to_text(meant) != to_text(query)) script += "// is the same as: " + to_text(meant) + "\n";
    return script;
}

graphs::PropertyGraph engine_graph(const Graph& graph, bool indexed) {
    graphs::PropertyGraph made;
    if (indexed) {
        for (const auto& each : index_texts()) ask(made, each);
    }
    if (const std::string create = create_text(graph); !create.empty()) ask(made, create);
    made.accept();
    return made;
}

Finding judge(const Graph& before, const Query& meant, const Expected& expected, const Answer& answer,
              const Graph& after) {
    if (agrees(meant, expected, answer, after) || order_of(before, meant, answer, after)) return {};
    const Verdict verdict = answer.refusal.empty() ? Verdict::Wrong : Verdict::Refused;
    return {verdict, show(meant, expected), show(meant, answer, after)};
}

Finding run(const Trial& trial) {
    try {
        graphs::PropertyGraph graph = engine_graph(trial.graph, trial.indexed);
        Graph model = trial.graph;
        for (const Query& each : trial.before) {
            const Answer answer = ask(graph, to_text(each), parameters_of(each));
            const auto expected = expect(model, each);
            if (!expected || expected->fails || !answer.refusal.empty()) {
                graph.take_back();
                continue;
            }
            graph.accept();
            model = expected->graph;
        }
        const auto expected = expect(model, trial.meant);
        if (!expected) return {Verdict::Invalid};
        const auto parameters = parameters_of(trial.query);
        const std::string text = to_text(trial.query);
        engine::StatementCache cache;
        if (trial.cached) {
            ask(graph, text, parameters, &cache);
            ask(graph, text, parameters, &cache);
        }
        const Answer answer =
            ask(graph, text, parameters, trial.cached ? &cache : nullptr, trial.rule_left_out);
        return judge(model, trial.meant, *expected, answer, read_out(graph));
    } catch (const std::out_of_range&) {
        return {Verdict::Invalid};
    }
}

Finding run_apart(const Trial& trial) {
    int ends[2];
    if (pipe(ends) != 0) return {Verdict::Invalid};
    const pid_t child = fork();
    if (child < 0) return {Verdict::Invalid};
    if (child == 0) {
        close(ends[0]);
        if (std::freopen("/dev/null", "w", stderr) == nullptr) _exit(3);
        const Finding finding = run(trial);
        const std::string told = std::string(1, static_cast<char>('0' + static_cast<int>(finding.verdict))) +
                                 finding.expected + '\0' + finding.got;
        for (std::size_t done = 0; done < told.size();) {
            const ssize_t written = write(ends[1], told.data() + done, told.size() - done);
            if (written <= 0) break;
            done += static_cast<std::size_t>(written);
        }
        _exit(0);
    }
    close(ends[1]);
    std::string told;
    char buffer[4096];
    for (ssize_t size = 0; (size = read(ends[0], buffer, sizeof buffer)) > 0;)
        told.append(buffer, static_cast<std::size_t>(size));
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF) return {Verdict::Hangs};
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || told.empty()) return {Verdict::Aborted};
    const std::size_t middle = told.find('\0');
    return {static_cast<Verdict>(told[0] - '0'), told.substr(1, middle - 1), told.substr(middle + 1)};
}

}  // namespace hearsay::random_queries

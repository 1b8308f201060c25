#include "tests/fuzz/random_queries/random_case.hpp"

#include "tests/fuzz/random_queries/make_graph.hpp"
#include "tests/fuzz/random_queries/make_query.hpp"
#include "tests/fuzz/random_queries/rewrite.hpp"

namespace hearsay::random_queries {
namespace {

constexpr int statements_a_case = 12;
constexpr std::size_t most_elements = 30;  // of the graph; beyond that the case ends

// The statement's answer on two graphs, one with indexes.
class Case {
  public:
    Case(std::uint64_t seed, Counts& counts, const std::function<void(const Trial&)>& about_to_ask)
        : dice_(seed), counts_(counts), about_to_ask_(about_to_ask) {
        first_ = model_ = make_graph(dice_);
        plain_ = engine_graph(model_, false);
        indexed_ = engine_graph(model_, true);
    }

    Finding run(Trial& found) {
        for (int i = 0; i < statements_a_case; ++i) {
            if (model_.nodes.size() + model_.edges.size() > most_elements) break;
            const Query query = QueryMaker(dice_).make();
            const Finding finding = run(query);
            if (finding.verdict != Verdict::Right) {
                found = last_;
                return finding;
            }
        }
        return {};
    }

  private:
    Finding run(const Query& query) {
        bool too_much = false;
        const auto expected = expect(model_, query, 0, &too_much);
        if (too_much) return {};
        ++counts_.statements;
        const bool changes = changes_graph(query);
        bool known = expected.has_value();
        if (known && changes) {  // what depends on the order of rows would lead the two graphs apart
            for (std::uint64_t order = 1; order <= 3 && known; ++order) {
                const auto other = expect(model_, query, order);
                known = other && show(query, *other) == show(query, *expected);
            }
        }
        if (known) {
            ++counts_.compared;
            if (expected->fails) ++counts_.failing;
            if (!expected->table.rows.empty()) ++counts_.with_rows;
        }
        const Query other_words = dice_.chance(60) ? rewritten(query, dice_) : query;
        const std::string rule = dice_.chance(25) ? rule_to_leave_out(dice_.below(64)) : "";
        std::vector<Trial> trials{{first_, before_, query, query},
                                  {first_, before_, other_words, query, true}};
        trials[1].rule_left_out = rule;
        if (!changes) trials.push_back({first_, before_, query, query, false, true});
        for (const Trial& trial : trials) {
            last_ = trial;
            about_to_ask_(trial);
            auto& graph = trial.indexed ? indexed_ : plain_;
            ++counts_.asked;
            engine::StatementCache* cache = trial.cached ? &cache_ : nullptr;
            const auto parameters = parameters_of(trial.query);
            const std::string text = to_text(trial.query);
            if (trial.cached) {
                counts_.asked += 2;
                ask(graph, text, parameters, cache);
                ask(graph, text, parameters, cache);
            }
            const Answer answer = ask(graph, text, parameters, cache, trial.rule_left_out);
            if (known) {
                const Finding finding = judge(model_, query, *expected, answer, read_out(graph));
                if (finding.verdict != Verdict::Right) return finding;
                if (changes && !expected->fails && !agrees(query, *expected, answer, read_out(graph)))
                    known = false;
            }
        }
        if (!changes) return {};
        if (known && !expected->fails) {
            plain_.accept();
            indexed_.accept();
            model_ = expected->graph;
            before_.push_back(query);
        } else {
            plain_.take_back();
            indexed_.take_back();
        }
        return {};
    }

    Dice dice_;
    Counts& counts_;
    const std::function<void(const Trial&)>& about_to_ask_;
    Graph first_, model_;
    graphs::PropertyGraph plain_, indexed_;
    engine::StatementCache cache_;
    std::vector<Query> before_;
    Trial last_;
};

}  // namespace

Finding run_case(std::uint64_t seed, Counts& counts, const std::function<void(const Trial&)>& about_to_ask,
                 Trial& found) {
    return Case(seed, counts, about_to_ask).run(found);
}

}  // namespace hearsay::random_queries

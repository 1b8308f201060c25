#include "tests/faults/job.hpp"

#include <algorithm>
#include <sstream>

#include "tests/faults/made_up.hpp"

namespace hearsay::faults {
namespace {

std::string text(std::size_t number) {
    return std::to_string(number);
}

// How many whole lines begin with this.
std::size_t whole_lines(const std::string& output, const std::string& beginning) {
    std::istringstream lines(output);
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line) && !lines.eof();)
        count += line.rfind(beginning, 0) == 0 ? 1 : 0;
    return count;
}

class LoadJob : public Job {
  public:
    using Job::Job;

    // All from the first on: those that are there are not loaded again.
    Order order(const std::string& file, std::size_t, std::size_t to) const override {
        write_text("in/articles.jsonl", article_lines(to));
        Order order;
        order.words = {"load", "--threads", "1", file, "in/articles.jsonl"};
        return order;
    }
    std::size_t acknowledged(const Ran& ran) const override { return whole_lines(ran.err, "loaded in/"); }
    std::size_t held(const Content& content) const override {
        return count_lines(content, R"({"what": "node", "kind": ["Article"])");
    }
};

// Jobs of statements, which answer with their number.
class StatementsJob : public Job {
  public:
    StatementsJob(std::string name, std::size_t steps, bool from_standard_input)
        : Job(std::move(name), steps), from_standard_input_(from_standard_input) {}

    Order order(const std::string& file, std::size_t from, std::size_t to) const override {
        std::string script = ":mode jsonl\n";
        for (std::size_t step = from; step < to; ++step) script += statement(step);
        write_text("in/script.cypher", script);
        Order order;
        if (from_standard_input_) {
            order.words = {file};
            order.input = "in/script.cypher";
        } else {
            order.words = {"run", file, "in/script.cypher"};
        }
        return order;
    }
    std::size_t acknowledged(const Ran& ran) const override { return whole_lines(ran.out, "{\"done\": "); }

  private:
    virtual std::string statement(std::size_t step) const = 0;
    bool from_standard_input_;
};

class ScriptJob : public StatementsJob {
  public:
    using StatementsJob::StatementsJob;

    std::size_t held(const Content& content) const override {
        return count_lines(content, R"({"what": "node", "kind": ["Step"])");
    }

  private:
    std::string statement(std::size_t step) const override {
        const std::string n = text(step);
        const std::string begin = "CREATE (s:Step {id: 'step-" + n + "', number: " + n + "}) WITH s ";
        const std::string end = " WITH DISTINCT s RETURN s.number AS done;\n";
        switch (step % 4) {
            case 1:  // changes what the statement before made
                return begin + "MATCH (p:Part) WHERE p.number >= s.number - 2 SET p.seen = s.number, p:Seen" +
                       end;
            case 3:  // takes half of it away
                return begin +
                       "MATCH (p:Part) WHERE p.number = s.number - 1 AND p.i % 2 = 0 DETACH DELETE p" + end;
            default:
                return begin +
                       "UNWIND range(1, 150) AS i CREATE (s)-[:HOLDS {id: i, weight: i * 1.5}]->(:Part {id: "
                       "'part-" +
                       n +
                       "-' + toString(i), number: s.number, i: i, text: 'part ' + toString(i) + ' of step " +
                       n + "', points: [i, i * 0.5, 'x']})" + end;
        }
    }
};

class IndexJob : public StatementsJob {
  public:
    using StatementsJob::StatementsJob;

    std::size_t held(const Content& content) const override {
        return count_lines(content, R"({"name": "index_)");
    }

  private:
    std::string statement(std::size_t step) const override {
        const std::string kind = step % 2 == 0 ? "INDEX" : "TEXT INDEX";
        const std::string key = step < 2 ? "text" : "key_" + text(step / 2);
        return "CREATE " + kind + " index_" + text(step) + " FOR (p:Part) ON (p." + key + ");\nRETURN " +
               text(step) + " AS done;\n";
    }
};

class ImportJob : public Job {
  public:
    ImportJob(std::string name, std::size_t rows) : Job(std::move(name), 1), rows_(rows) {}

    Order order(const std::string& file, std::size_t, std::size_t) const override {
        write_text("in/rows.csv", node_table(rows_, "row"));
        write_text("in/chain.csv", edge_table(rows_, "row"));
        write_text("in/mark.csv", "id\nimported\n");
        Order order;
        order.words = {"import",
                       file,
                       "--nodes",
                       "Row=in/rows.csv",
                       "Imported=in/mark.csv",
                       "--edges",
                       "NEXT:Row:Row=in/chain.csv"};
        return order;
    }
    std::size_t acknowledged(const Ran& ran) const override { return ran.status == 0 ? 1 : 0; }
    std::size_t held(const Content& content) const override {
        return count_lines(content, R"({"what": "node", "kind": ["Imported"])");
    }

  private:
    std::size_t rows_;
};

}  // namespace

std::unique_ptr<Job> load_job(std::string name, std::size_t articles) {
    return std::make_unique<LoadJob>(std::move(name), articles);
}
std::unique_ptr<Job> script_job(std::string name, std::size_t statements, bool from_standard_input) {
    return std::make_unique<ScriptJob>(std::move(name), statements, from_standard_input);
}
std::unique_ptr<Job> index_job(std::string name, std::size_t indexes) {
    return std::make_unique<IndexJob>(std::move(name), indexes, false);
}
std::unique_ptr<Job> import_job(std::string name, std::size_t rows) {
    return std::make_unique<ImportJob>(std::move(name), rows);
}

}  // namespace hearsay::faults

// Several programs on one file: two loads, a load and statements, readers beside a writer, and readers of a
// file that another one takes the place of. Each says truly what it did, and a reader sees one state, whole.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <list>
#include <sstream>

#include "tests/faults/made_up.hpp"
#include "tests/faults/trial.hpp"

using namespace hearsay::faults;

namespace fs = std::filesystem;

namespace {

constexpr const char* graph = "graph/g";

// What articles say, whichever was loaded first: statements are told by where they stand, parties by their
// names.
constexpr const char* what_articles_say =
    "MATCH (s:Statement)-[r]-(x) RETURN s.article AS article, s.text AS text, s.begin AS begin, type(r) AS "
    "type, "
    "properties(r) AS evidence, coalesce(x.name, x.id) AS who "
    "UNION ALL "
    "MATCH (a:Article)-[r]-(x) RETURN a.id AS article, a.text AS text, 0 AS begin, type(r) AS type, "
    "properties(r) AS evidence, coalesce(x.name, x.text) AS who";

Content answer(const std::string& program, const std::string& file, const std::string& query) {
    Order order;
    order.words = {program, "query", "--format", "jsonl", file, query};
    return content_in(run(order), file);
}

class Crowd {
  public:
    explicit Crowd(Campaign& campaign) : campaign_(campaign) {
        fs::create_directory("in");
        fs::create_directory("undisturbed");
        write_text("in/one.jsonl", article_lines(70));
        std::string two;
        for (std::size_t number = 70; number < 140; ++number) two += article_line(number);
        write_text("in/two.jsonl", two);
        must(run(load("undisturbed/both", "in/one.jsonl")));
        must(run(load("undisturbed/both", "in/two.jsonl")));
        said_by_both_ = answer(campaign.program(), "undisturbed/both", what_articles_say);
        // Two graphs in which every element has the graph's name.
        for (const char* name : {"old", "new"}) {
            const std::string file = std::string("undisturbed/") + name;
            Order order;
            order.words = {campaign.program(), "query", file,
                           "UNWIND range(1, 3000) AS i CREATE (:P {id: '" + std::string(name) +
                               "' + toString(i)})-[:K {w: '" + name + "'}]->(:P {id: '" + name +
                               "-' + toString(i)})"};
            must(run(order));
            contents_.push_back(answer(campaign.program(), file, everything));
        }
    }

    // Two programs load different articles into a graph that is not there yet. One may be told to come again.
    void two_loads() {
        begin("two loads");
        Child one(load(graph, "in/one.jsonl"));
        pause(100'000);
        Child two(load(graph, "in/two.jsonl"));
        const Ran first = one.wait(), second = two.wait();
        for (const Ran& ran : {first, second}) {
            decent(ran);
            if (ran.status != 0) in_use(ran);
        }
        const Content said = answer(campaign_.program(), graph, what_articles_say);
        campaign_.expect(said.wrong.empty(), "cannot be read: " + said.wrong);
        for (const Ran& ran : {first, second})
            for (const std::string& article : loaded(ran))
                campaign_.expect(has_all_of(said, article), article + " was loaded and is not there whole");
        // Whoever was turned away comes again.
        for (const char* input : {"in/one.jsonl", "in/two.jsonl"}) {
            const Ran again = run(load(graph, input));
            campaign_.expect(again.status == 0, "the next load failed: " + again.err);
        }
        const std::string unlike =
            difference(answer(campaign_.program(), graph, what_articles_say), said_by_both_);
        campaign_.expect(unlike.empty(), unlike);
        sound();
    }

    // A load, and statements from a prompt that goes on behind an error.
    void load_and_statements() {
        begin("a load and statements");
        constexpr int statements = 30;
        std::string script = ":mode jsonl\n";
        for (int i = 0; i < statements; ++i)
            script +=
                "CREATE (s:Step {number: " + std::to_string(i) +
                "}) WITH s UNWIND range(1, 20) AS i CREATE (s)-[:HOLDS]->(:Part {i: i}) RETURN DISTINCT "
                "s.number AS done;\n";
        write_text("in/script.cypher", script);
        Order at_prompt;
        at_prompt.words = {campaign_.program(), "run", "--keep-going", graph, "in/script.cypher"};
        Child loading(load(graph, "in/one.jsonl"));
        pause(100'000);
        Child stating(at_prompt);
        const Ran loader = loading.wait(), stater = stating.wait();
        decent(loader);
        decent(stater);
        if (loader.status != 0) in_use(loader);
        if (stater.status != 0) in_use(stater);
        const Content said = answer(campaign_.program(), graph, what_articles_say);
        for (const std::string& article : loaded(loader))
            campaign_.expect(has_all_of(said, article), article + " was loaded and is not there whole");
        const Content steps = answer(campaign_.program(), graph,
                                     "MATCH (s:Step) RETURN s.number AS done, COUNT { (s)-->() } AS parts");
        for (const std::string& line : steps.lines)
            campaign_.expect(line.find("\"parts\": 20}") != std::string::npos,
                             "half of a statement: " + line);
        const auto done = static_cast<std::size_t>(std::count(stater.out.begin(), stater.out.end(), '\n'));
        campaign_.expect(steps.lines.size() == done,
                         std::to_string(done) + " statements were answered, and " +
                             std::to_string(steps.lines.size()) + " are there; it said: " + stater.err);
        campaign_.count("a load and statements: statements done beside the load");
        sound();
    }

    // Readers beside a program that writes.
    void readers_and_writer(Trial& writer) {
        writer.begin_anew();
        campaign_.begin("readers beside " + writer.job().name());
        Child writing(writer.order());
        pause(30'000);
        std::list<Child> readers;
        Order order;
        order.words = {campaign_.program(), "query", "--format", "jsonl", graph, everything};
        for (int i = 0; i < 4; ++i) {
            readers.emplace_back(order);
            pause(20'000);
        }
        std::vector<Content> seen;
        for (Child& reader : readers) seen.push_back(content_in(reader.wait(), graph));
        const Ran wrote = writing.wait();
        writer.judge(wrote, Trial::Leaves::Nothing);
        campaign_.expect(writer.done(), "beside readers the writer failed: " + wrote.err);
        for (const Content& content : seen) {
            if (!campaign_.expect(content.wrong.empty(), "a reader failed: " + content.wrong)) continue;
            const std::size_t held = writer.job().held(content);
            const std::string unlike = difference(content, writer.expected(held));
            campaign_.expect(unlike.empty(),
                             "a reader saw no whole state: of step " + std::to_string(held) + " " + unlike);
        }
    }

    // Readers of a file whose place is taken by another, again and again.
    void readers_of_replaced() {
        begin("readers of a file that is replaced");
        fs::copy_file("undisturbed/old", graph);
        Order order;
        order.words = {campaign_.program(), "query", "--format", "jsonl", graph, everything};
        std::list<Child> readers;
        for (int i = 0; i < 3; ++i) readers.emplace_back(order);
        for (int i = 0; i < 12; ++i) {
            fs::copy_file(i % 2 == 0 ? "undisturbed/new" : "undisturbed/old", "in/next",
                          fs::copy_options::overwrite_existing);
            fs::rename("in/next", graph);
            pause(20'000);
        }
        for (Child& reader : readers) {
            const Ran ran = reader.wait();
            decent(ran);
            const Content content = content_in(ran, graph);
            if (ran.status != 0) {
                campaign_.count("readers of a file that is replaced: an error");
                campaign_.expect(ran.err.find("damaged") == std::string::npos, "not true: " + ran.err);
                continue;
            }
            campaign_.count("readers of a file that is replaced: read");
            campaign_.expect(
                difference(content, contents_[0]).empty() || difference(content, contents_[1]).empty(),
                "a reader saw neither file: " + difference(content, contents_[0]));
        }
        sound();
    }

  private:
    void begin(const std::string& what) {
        fs::remove_all("graph");
        fs::create_directory("graph");
        campaign_.begin(what);
    }
    void pause(std::uint64_t most) { usleep(static_cast<useconds_t>(campaign_.below(most))); }

    Order load(const std::string& file, const std::string& input) const {
        Order order;
        order.words = {campaign_.program(), "load", "--threads", "1", file, input};
        return order;
    }
    static void must(const Ran& ran) {
        if (ran.status == 0) return;
        std::printf("without any fault: %s\n", ran.err.c_str());
        std::exit(1);
    }
    void decent(const Ran& ran) { campaign_.expect(indecent(ran).empty(), indecent(ran)); }
    // The only reason to fail.
    void in_use(const Ran& ran) {
        campaign_.count("turned away, as another program writes");
        campaign_.expect(ran.err.find("is in use by another program") != std::string::npos ||
                             ran.err.find("was changed by another program") != std::string::npos,
                         "it failed otherwise: " + ran.err);
    }
    void sound() {
        const std::string faults = unsound(graph);
        campaign_.expect(faults.empty(), "SQLite finds: " + faults);
        const std::string others = others_in("graph", {"g"});
        campaign_.expect(others.empty(), "there lies " + others);
    }

    // The ids of the articles that it said are loaded.
    static std::vector<std::string> loaded(const Ran& ran) {
        std::vector<std::string> ids;
        std::istringstream lines(ran.err);
        for (std::string line; std::getline(lines, line);)
            if (const auto at = line.find(": Bridge ");
                line.rfind("loaded ", 0) == 0 && at != std::string::npos)
                ids.push_back("report-" + line.substr(at + 9));
        return ids;
    }
    // Whether it says all of the article that it would alone.
    bool has_all_of(const Content& said, const std::string& article) const {
        const auto of_article = [&](const Content& content) {
            Content its;
            for (const std::string& line : content.lines)
                if (line.rfind("{\"article\": \"" + article + "\"", 0) == 0) its.lines.push_back(line);
            return its;
        };
        const Content whole = of_article(said_by_both_);
        return !whole.lines.empty() && difference(of_article(said), whole).empty();
    }

    Campaign& campaign_;
    Content said_by_both_;
    std::vector<Content> contents_;  // of the graphs `old` and `new`
};

}  // namespace

int main(int argc, char** argv) {
    Campaign campaign("crowd", argc, argv, 200, HEARSAY_PROGRAM);
    Crowd crowd(campaign);
    Trial statements(campaign, script_job("statements", campaign.rounds() < 50 ? 6 : 20),
                     load_job("some articles", 3));
    for (std::size_t round = 0; round < campaign.rounds() && !campaign.stopped(); ++round) {
        switch (round % 4) {
            case 0:
                crowd.two_loads();
                break;
            case 1:
                crowd.load_and_statements();
                break;
            case 2:
                crowd.readers_and_writer(statements);
                break;
            default:
                crowd.readers_of_replaced();
        }
    }
    return campaign.finish();
}

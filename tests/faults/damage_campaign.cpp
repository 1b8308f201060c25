// Bytes of a graph's file are changed at random, or cut off: the program says that it is damaged, or
// everything in it is right. Then it is written to: what was right stays right.
#include <algorithm>
#include <filesystem>

#include "tests/faults/campaign.hpp"
#include "tests/faults/job.hpp"

using namespace hearsay::faults;

namespace {

struct Graph {
    std::string name, bytes;
    Content content;
};

Graph make(Campaign& campaign, const std::vector<std::unique_ptr<Job>>& jobs) {
    std::filesystem::remove("g");
    Graph graph;
    for (const auto& job : jobs) {
        Order order = job->order("g", 0, job->steps());
        order.words.insert(order.words.begin(), campaign.program());
        const Ran ran = run(order);
        if (ran.status != 0) {
            std::printf("without any fault: %s: %s\n", job->name().c_str(), ran.err.c_str());
            std::exit(1);
        }
        graph.name += (graph.name.empty() ? "" : " and ") + job->name();
    }
    graph.bytes = text_of("g");
    graph.content = content_of(campaign.program(), "g");
    return graph;
}

// Damages the bytes; says how.
std::string damage(Campaign& campaign, std::string& bytes) {
    const std::size_t at = campaign.below(bytes.size());
    const std::size_t length = 1 + campaign.below(campaign.below(2) == 0 ? 16 : 8192);
    const std::size_t end = std::min(bytes.size(), at + length);
    const std::string where = " at " + std::to_string(at);
    const std::string run_of = std::to_string(end - at) + " bytes" + where;
    switch (campaign.below(9)) {
        case 0:
        case 1:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << campaign.below(8)));
            return "a bit" + where;
        case 2: {  // in the header of the file or of a page
            const std::size_t page = at / 8192 * 8192 + campaign.below(120);
            bytes[page] = static_cast<char>(campaign.below(256));
            return "a byte at " + std::to_string(page);
        }
        case 3: {
            std::string places;
            for (std::size_t i = 0, many = 2 + campaign.below(30); i < many; ++i) {
                const std::size_t place = campaign.below(bytes.size());
                bytes[place] = static_cast<char>(campaign.below(256));
                places += " " + std::to_string(place);
            }
            return "bytes at" + places;
        }
        case 4:
            std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                      bytes.begin() + static_cast<std::ptrdiff_t>(end), '\0');
            return "zeros for " + run_of;
        case 5:
            for (std::size_t i = at; i < end; ++i) bytes[i] = static_cast<char>(campaign.below(256));
            return "anything for " + run_of;
        case 6:
            bytes.resize(at);
            return "cut off" + where;
        case 7:
            bytes.erase(at, end - at);
            return "cut out " + run_of;
        default: {  // two pages change places
            const std::size_t pages = bytes.size() / 8192;
            const std::size_t one = campaign.below(pages) * 8192, other = campaign.below(pages) * 8192;
            std::swap_ranges(bytes.begin() + static_cast<std::ptrdiff_t>(one),
                             bytes.begin() + static_cast<std::ptrdiff_t>(one) + 8192,
                             bytes.begin() + static_cast<std::ptrdiff_t>(other));
            return "pages at " + std::to_string(one) + " and " + std::to_string(other) + " changed";
        }
    }
}

// What the statements that write to the damaged file add.
constexpr const char* writing =
    "CREATE (:Later {id: 'later-1'});\n"
    "UNWIND range(1, 400) AS i CREATE (:Later {id: 'later-2-' + toString(i), text: 'words of ' + "
    "toString(i)});\n"
    "MATCH (l:Later) WHERE l.text IS NOT NULL DETACH DELETE l;\n";

// Without what was added.
Content without_later(Content content) {
    std::erase_if(content.lines, [](const std::string& line) {
        return line.rfind(R"({"what": "node", "kind": ["Later"])", 0) == 0;
    });
    return content;
}

void expect_clear(Campaign& campaign, const std::string& error) {
    campaign.expect(error.find("g: ") != std::string::npos || error.find(" g ") != std::string::npos,
                    "an error that does not name the file: " + error);
}

// `read`: what the damaged file, graph/g, holds when it is opened.
void check_and_rescue(Campaign& campaign, const Graph& graph, const Content& read) {
    std::filesystem::remove("saved");
    Order order;
    order.words = {campaign.program(), "check", "graph/g", "--rescue", "saved"};
    const Ran ran = run(order);
    campaign.expect(indecent(ran).empty(), "hearsay check: " + indecent(ran));
    if (ran.status == 0) {
        campaign.expect(read.wrong.empty(),
                        "hearsay check finds nothing, and it cannot be read: " + read.wrong);
    } else {
        expect_clear(campaign, ran.err);
    }
    if (!std::filesystem::exists("saved")) return campaign.count("rescued: nothing");
    const Content saved = content_of(campaign.program(), "saved");
    campaign.expect(saved.wrong.empty(), "what was rescued cannot be read: " + saved.wrong);
    const auto nodes_and_edges = [](const Content& content) { return count_lines(content, R"({"what": )"); };
    const bool all = nodes_and_edges(saved) == nodes_and_edges(graph.content);
    campaign.count(all ? "rescued: all" : "rescued: a part");
    campaign.expect(all || !read.wrong.empty(), "what could be read was not rescued whole");
    for (const std::string& line : saved.lines) {
        if (std::binary_search(graph.content.lines.begin(), graph.content.lines.end(), line)) continue;
        campaign.expect(false, "rescued, and never there: " + line);
        break;
    }
}

}  // namespace

int main(int argc, char** argv) {
    Campaign campaign("damage", argc, argv, 2000, HEARSAY_PROGRAM);
    std::vector<Graph> graphs;
    const auto add = [&](auto... jobs) {
        std::vector<std::unique_ptr<Job>> list;
        (list.push_back(std::move(jobs)), ...);
        graphs.push_back(make(campaign, list));
    };
    std::filesystem::create_directory("in");
    add(load_job("articles", 40));
    add(script_job("statements", 12), index_job("indexes", 4));
    add(import_job("an import", 3000), load_job("articles", 5));
    write_text("in/writing.cypher", writing);

    for (std::size_t round = 0; round < campaign.rounds() && !campaign.stopped(); ++round) {
        const Graph& graph = graphs[round % graphs.size()];
        std::string bytes = graph.bytes;
        const std::string how = damage(campaign, bytes);
        campaign.begin(graph.name + ": " + how);
        std::filesystem::remove_all("graph");
        std::filesystem::create_directory("graph");
        write_text("graph/g", bytes);

        const Content read = content_of(campaign.program(), "graph/g");
        campaign.count(read.wrong.empty() ? "read: right" : "read: an error");
        if (read.wrong.empty()) {
            const std::string unlike = difference(read, graph.content);
            campaign.expect(unlike.empty(), "silently wrong: " + unlike);
        } else {
            campaign.expect(read.wrong.find("status 1: ") == 0, "no decent error: " + read.wrong);
            expect_clear(campaign, read.wrong);
        }

        if (!bytes.empty()) check_and_rescue(campaign, graph, read);

        Order order;
        order.words = {campaign.program(), "run", "graph/g", "in/writing.cypher"};
        const Ran wrote = run(order);
        campaign.expect(indecent(wrote).empty(), "writing to it: " + indecent(wrote));
        campaign.expect(wrote.status != 0 || read.wrong.empty() || bytes.empty(),
                        "what could not be read could be written to");
        const Content after = content_of(campaign.program(), "graph/g");
        if (wrote.status == 0 && !bytes.empty()) {
            campaign.count(after.wrong.empty() ? "written to: right" : "written to: an error only later");
            const std::string unlike = difference(without_later(after), graph.content);
            campaign.expect(!after.wrong.empty() || unlike.empty(),
                            "silently wrong when written to: " + unlike);
        }
        const std::string others = others_in("graph", {"g"});
        campaign.expect(others.empty(), "there lies " + others);
    }
    return campaign.finish();
}

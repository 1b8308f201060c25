#include "repl/commands/help.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "engine/claims/language.hpp"
#include "engine/claims/short_forms.hpp"
#include "repl/commands/commands.hpp"
#include "repl/output/terminal/text_width.hpp"

namespace hearsay::repl {
namespace {

std::string lower(std::string_view text) {
    std::string low(text);
    for (char& c : low) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return low;
}

constexpr std::size_t page_width = 79;  // of the narrowest usual terminal

// The lines of a text, each broken where it would not fit behind `indent` columns; lines after the first are
// indented.
std::string fitted(std::string_view text, std::size_t indent) {
    std::string page;
    while (true) {
        const std::size_t end = text.find('\n');
        for (const std::string& line : wrap(text.substr(0, end), page_width - indent))
            page += (page.empty() ? "" : "\n" + std::string(indent, ' ')) + line;
        if (end == std::string_view::npos) return page;
        text.remove_prefix(end + 1);
    }
}

std::string entries_text(const std::vector<HelpEntry>& entries) {
    std::string text;
    for (const HelpEntry& entry : entries)
        text += fmt::format("  {};\n      {}\n", entry.example, entry.summary);
    return text;
}

std::string procedure_text(const std::string& name) {
    const engine::Procedure& procedure = *engine::claims_language().procedures.find(name);
    return fmt::format("{}\n    {}\n", procedure.signature(), procedure.summary);
}

}  // namespace

const std::vector<HelpEntry>& short_forms() {
    static const std::vector<HelpEntry> all = [] {
        std::vector<HelpEntry> entries;
        for (const engine::claims::ShortFormEntry& form : engine::claims::short_forms())
            if (!form.example.empty())
                entries.push_back(
                    {lower(form.beginning()), std::string(form.example), std::string(form.summary)});
        return entries;
    }();
    return all;
}

const std::vector<HelpEntry>& clauses() {
    static const std::vector<HelpEntry> all = {
        {"match",
         "MATCH (a:Actor)-[c:CLAIMS]->(s:Statement) WHERE a.name CONTAINS 'Voss' RETURN s.text, c.cue",
         "patterns of nodes and relationships"},
        {"optional match",
         "MATCH (s:Statement) OPTIONAL MATCH (a)-[:DENIES]->(s) RETURN s.text, collect(a.name)",
         "null where the pattern is not there"},
        {"where", "MATCH (a:Actor) WHERE a.role IS NOT NULL AND a.name STARTS WITH 'M' RETURN a",
         "keeps the rows for which it is true"},
        {"with",
         "MATCH (a:Actor)-[:CLAIMS]->(s) WITH a, count(s) AS claims WHERE claims > 2 RETURN a.name, claims",
         "hands rows on, grouped by what is no aggregate"},
        {"return", "MATCH (a:Actor) RETURN DISTINCT a.name AS name ORDER BY name SKIP 10 LIMIT 5",
         "what the answer holds"},
        {"unwind", "UNWIND [1, 2, 3] AS n RETURN n * n", "a row an item"},
        {"union", "MATCH (a:Actor) RETURN a.name UNION MATCH (o:Organisation) RETURN o.name AS `a.name`",
         "rows of both; UNION ALL keeps repeated ones"},
        {"call",
         "CALL graph.pagerank({types: 'CLAIMS', direction: 'in'}) YIELD node, score RETURN node.name, score "
         "ORDER BY score DESC LIMIT 5",
         "runs a procedure; `:help procedures` lists them"},
        {"create",
         "MATCH (s:Statement {id: 42}) CREATE (:Actor {name: 'Mara Voss'})-[:CLAIMS {cue: 'said'}]->(s)",
         "makes nodes and relationships"},
        {"merge",
         "MERGE (a:Actor {name: 'Mara Voss'}) ON CREATE SET a.role = 'mayor' ON MATCH SET a.checked = true",
         "finds the pattern, or makes it where it is not there"},
        {"set", "MATCH (a:Actor {name: 'M. Voss'}) SET a.name = 'Mara Voss', a.aliases = a.aliases + a.name",
         "sets properties and labels: a.name = ..., a += {role: 'mayor'}, a:Checked"},
        {"remove", "MATCH (a:Actor {name: 'Mara Voss'}) REMOVE a.role, a:Checked",
         "takes properties and labels away"},
        {"delete", "MATCH (:Actor {name: 'Mara Voss'})-[c:CLAIMS]->(:Statement {id: 42}) DELETE c",
         "removes relationships, and nodes that have none"},
        {"detach delete", "MATCH (s:Statement {id: 42}) DETACH DELETE s",
         "removes nodes with all their relationships"},
        {"foreach",
         "MATCH (a:Actor {name: 'Mara Voss'}) FOREACH (name IN ['Voss', 'M. Voss'] | SET a.aliases = "
         "a.aliases + name)",
         "changes something for each item of a list"},
        {"create index", "CREATE INDEX names IF NOT EXISTS FOR (a:Actor) ON (a.name)",
         "keeps an index of a property's values ready; CREATE TEXT INDEX one of the words in its texts"},
        {"drop index", "DROP INDEX names IF EXISTS", "forgets an index that was asked for"},
        {"show indexes", "SHOW INDEXES", "the indexes that were asked for"},
        {"explain", "EXPLAIN WHO CLAIMS 'control of the bridge'",
         "the plan, and what a short form stands for, without running it"},
        {"profile", "PROFILE MATCH (a:Actor) RETURN count(*)",
         "runs it, and says how many rows and how much time each step took"},
    };
    return all;
}

std::string help_overview() {
    std::string text = "Questions in plain words\n" + entries_text(short_forms());
    text +=
        "\nopenCypher\n  MATCH (a:Actor)-[:CLAIMS]->(s:Statement) RETURN a.name, s.text LIMIT 5;\n"
        "      MATCH, OPTIONAL MATCH, WHERE, WITH, RETURN, UNWIND, UNION, ORDER BY, ...;\n"
        "      EXPLAIN and PROFILE in front\n"
        "  MATCH (a:Actor {name: 'M. Voss'}) SET a.name = 'Mara Voss';\n"
        "      CREATE, MERGE, SET, REMOVE, DELETE, DETACH DELETE and FOREACH change the\n"
        "      graph; each statement is in the file, whole, before its answer is shown\n"
        "\nCommands\n";
    for (const Command& command : commands())
        text += fmt::format("  {:<22} {}\n",
                            ":" + command.name + (command.arguments.empty() ? "" : " " + command.arguments),
                            fitted(command.summary, 25));
    return text +
           "\nA statement ends with `;`. Tab completes, Ctrl-C stops a query or clears the\n"
           "line, Ctrl-D leaves.\n"
           ":help TOPIC says more: a command, a short form, a clause, a function or\n"
           "procedure.\n";
}

std::optional<std::string> help_topic(std::string_view topic) {
    while (!topic.empty() && (topic.front() == ':' || topic.front() == ' ')) topic.remove_prefix(1);
    while (!topic.empty() && (topic.back() == ' ' || topic.back() == '(' || topic.back() == ')'))
        topic.remove_suffix(1);
    const std::string low = lower(topic);
    if (const Command* command = find_command(low)) {
        std::string text = fmt::format(":{} {}\n{}\n", command->name, command->arguments, command->summary);
        if (!command->details.empty()) text += fitted(command->details, 0) + "\n";
        return text;
    }
    for (const auto* entries : {&short_forms(), &clauses()})
        for (const HelpEntry& entry : *entries)
            if (entry.name == low || (low.size() >= 4 && entry.name.rfind(low + " ", 0) == 0))
                return fmt::format("{};\n{}\n", entry.example, entry.summary);
    if (low == "functions" || low == "function") {
        std::string text;
        for (const engine::builtins::Function& f : engine::claims_language().functions.all())
            text += fmt::format("{}\n    {}\n", f.signature.signature, f.signature.summary);
        return text;
    }
    if (const engine::builtins::Function* function = engine::claims_language().functions.find(low)) {
        const engine::FunctionSignature& f = function->signature;
        std::string text =
            fmt::format("{}\n{}{}\n", f.signature, f.summary, f.extension ? " (not of openCypher)" : "");
        for (const auto& example : engine::examples_of(f.name, engine::claims_function_families()))
            text += fmt::format("  {} is {}\n", example.query, example.result);
        return text;
    }
    std::string text;
    for (const std::string& name : engine::claims_language().procedures.names()) {
        if (low == "procedures" || low == "procedure" || low == lower(name)) text += procedure_text(name);
    }
    if (!text.empty()) return text;
    return std::nullopt;
}

std::vector<std::string> help_topics() {
    std::vector<std::string> topics = engine::claims_language().procedures.names();
    topics.insert(topics.end(), {"functions", "procedures"});
    for (const Command& command : commands()) topics.push_back(command.name);
    for (const auto* entries : {&short_forms(), &clauses()})
        for (const HelpEntry& entry : *entries) topics.push_back(entry.name);
    for (std::string& name : engine::claims_language().functions.names()) topics.push_back(std::move(name));
    return topics;
}

}  // namespace hearsay::repl

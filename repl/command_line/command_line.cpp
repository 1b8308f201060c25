#include "repl/command_line/command_line.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "grammar/text/diagnostic.hpp"
#include "repl/commands/reading.hpp"
#include "repl/output/terminal/text_width.hpp"
#include "repl/output/write_result.hpp"
#include "repl/session/literal.hpp"

#ifndef HEARSAY_VERSION
#error "the build gives HEARSAY_VERSION"
#endif

namespace hearsay::repl {
namespace {

Ending wrong_usage(const std::string& command, const std::string& reason) {
    const std::string help = command.empty() ? "hearsay --help" : "hearsay " + command + " --help";
    return {2, fmt::format("hearsay: {}{}\n{} says how.\n", command.empty() ? "" : command + ": ",
                           harmless_lines(reason), help)};
}

// `name` must be one of `names`, else the ending says so.
std::optional<std::string> not_one_of(const std::string& name, const std::vector<std::string>& names) {
    if (std::find(names.begin(), names.end(), name) != names.end()) return std::nullopt;
    const std::string near = grammar::nearest(name, names);
    return fmt::format("no format `{}`{}; it is one of {}", name,
                       near.empty() ? "" : ", did you mean `" + near + "`?", fmt::join(names, ", "));
}

// Reads the limits as written into `limits`; what is wrong with one of them.
std::optional<std::string> read_limits(const std::optional<std::string>& timeout,
                                       const std::optional<std::string>& max_memory,
                                       const std::optional<std::string>& max_rows,
                                       const std::optional<std::string>& max_article, ChosenLimits& limits) {
    if (timeout) {
        const auto time = time_limit_from(*timeout);
        if (!time) return "--timeout " + time.error().reason;
        limits.time = *time;
    }
    if (max_memory) {
        const auto memory = memory_limit_from(*max_memory);
        if (!memory) return "--max-memory " + memory.error().reason;
        limits.memory = *memory;
        limits.memory_chosen = true;
    }
    if (max_rows) {
        const auto rows = row_limit_from(*max_rows);
        if (!rows) return "--max-rows " + rows.error().reason;
        limits.rows = *rows;
    }
    if (max_article) {
        const auto bytes = memory_limit_from(*max_article);
        if (!bytes) return "--max-article " + bytes.error().reason;
        limits.article = *bytes;
    }
    return std::nullopt;
}

// CLI11's words for what is wrong are for programmers.
std::string plain_reason(const CLI::ParseError& error) {
    const std::string text = error.what();
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
        const std::size_t end = text.find(" is required");
        return (end == std::string::npos ? text : text.substr(0, end) + " is missing");
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
        const std::size_t end = text.find(':');
        return (end == std::string::npos ? text : text.substr(0, end) + " needs a value");
    }
    return text;
}

}  // namespace

const std::vector<std::string>& command_names() {
    static const std::vector<std::string> names = {"load", "import", "extract", "query",
                                                   "run",  "export", "check"};
    return names;
}

std::variant<Invocation, Ending> parse_command_line(int argc, const char* const* argv) {
    Invocation asked;
    std::string graph;
    std::vector<std::string> parameters;
    std::optional<std::string> threads, timeout, max_memory, max_rows, max_article, delimiter;

    CLI::App app;
    app.set_help_flag("-h,--help");
    app.set_version_flag("-V,--version", "hearsay " HEARSAY_VERSION);
    CLI::Option* prompt_graph = app.add_option("GRAPH", graph);
    const auto command = [&app](const std::string& name) {
        CLI::App* sub = app.add_subcommand(name);
        sub->set_help_flag("-h,--help");
        return sub;
    };
    const auto with_parameters = [&](CLI::App* sub) {
        sub->add_option("-p,--param", parameters)->allow_extra_args(false);
    };
    const auto with_limits = [&](CLI::App* sub) {
        sub->add_option("--timeout", timeout);
        sub->add_option("--max-memory", max_memory);
        if (sub->get_name() != "import") sub->add_option("--max-rows", max_rows);
    };
    const auto with_reading = [&](CLI::App* sub) {
        sub->add_option("-t,--threads", threads);
        sub->add_option("-w,--weights", asked.weights);
        sub->add_option("--max-article", max_article);
        sub->add_option("--timeout", timeout);
        sub->add_option("--max-memory", max_memory);
    };
    with_limits(&app);
    app.add_option("--max-article", max_article);
    CLI::App* load = command("load");
    load->add_option("GRAPH", graph)->required();
    load->add_option("PATH", asked.paths)->required();
    load->add_flag("-q,--quiet", asked.quiet);
    with_reading(load);
    CLI::App* tables = command("import");
    tables->add_option("GRAPH", graph)->required();
    tables->add_option("FOLDER", asked.folder);
    tables->add_option("-n,--nodes", asked.nodes);
    tables->add_option("-e,--edges", asked.edges);
    tables->add_flag("--skip-bad", asked.skip_bad);
    tables->add_option("--delimiter", delimiter);
    with_limits(tables);
    CLI::App* extract = command("extract");
    with_reading(extract);
    CLI::App* query = command("query");
    query->add_option("GRAPH", graph)->required();
    query->add_option("QUERY", asked.query)->required();
    query->add_option("-f,--format", asked.format);
    with_parameters(query);
    with_limits(query);
    CLI::App* run = command("run");
    run->add_option("GRAPH", graph)->required();
    run->add_option("FILE", asked.paths)->required();
    run->add_option("-f,--format", asked.format);
    run->add_flag("-k,--keep-going", asked.keep_going);
    with_parameters(run);
    with_limits(run);
    CLI::App* draw = command("export");
    draw->add_option("GRAPH", graph)->required();
    draw->add_option("-f,--format", asked.format);
    draw->add_option("-q,--query", asked.query);
    draw->add_option("-o,--output", asked.output);
    with_parameters(draw);
    with_limits(draw);
    CLI::App* check = command("check");
    check->add_option("GRAPH", graph)->required();
    check->add_option("--rescue", asked.rescue);
    app.require_subcommand(0, 1);

    const std::pair<CLI::App*, Verb> verbs[] = {
        {load, Verb::Load}, {tables, Verb::Import}, {extract, Verb::Extract}, {query, Verb::Query},
        {run, Verb::Run},   {draw, Verb::Export},   {check, Verb::Check}};
    const auto chosen = [&]() -> std::string {
        for (const auto& [sub, verb] : verbs)
            if (sub->parsed() || app.got_subcommand(sub)) return sub->get_name();
        return "";
    };
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return Ending{0, command_line_help(chosen())};
    } catch (const CLI::CallForVersion& version) {
        return Ending{0, std::string(version.what()) + "\n"};
    } catch (const CLI::ExtrasError&) {
        std::vector<std::string> extra = app.remaining(true);
        const std::string first = extra.empty() ? "" : extra.front();
        if (!first.empty() && first.front() == '-')
            return wrong_usage(chosen(), fmt::format("no option {}", first));
        if (const std::string near = grammar::nearest(graph, command_names());
            chosen().empty() && !near.empty())
            return wrong_usage("", fmt::format("no command `{}`; did you mean `{}`?", graph, near));
        if (chosen().empty())
            return wrong_usage(
                "", fmt::format("no command `{}`; commands are {}", graph, fmt::join(command_names(), ", ")));
        if (chosen() == "query")
            return wrong_usage("query",
                               fmt::format("`{}` is one argument too many; is the query in quotes?", first));
        return wrong_usage(chosen(), fmt::format("`{}` is one argument too many", first));
    } catch (const CLI::ParseError& error) {
        return wrong_usage(chosen(), plain_reason(error));
    }

    for (const auto& [sub, verb] : verbs)
        if (sub->parsed()) asked.verb = verb;
    if (asked.verb != Verb::Prompt && prompt_graph->count() > 0)
        return wrong_usage("", fmt::format("`{}` stands before the command", graph));
    if (!graph.empty()) asked.graph = graph;
    if (asked.verb != Verb::Prompt && asked.verb != Verb::Extract && graph.empty())
        return wrong_usage(chosen(), "GRAPH is empty");
    for (const std::string& text : parameters) {
        auto parameter = name_and_value(text);
        if (!parameter) return wrong_usage(chosen(), fmt::format("--param {} is not NAME=VALUE", text));
        asked.parameters.push_back(std::move(*parameter));
    }
    if (threads) {
        const auto number = threads_from(*threads);
        if (!number) return wrong_usage(chosen(), number.error().reason);
        asked.threads = *number;
    }
    if (delimiter) {
        if (*delimiter == "tab" || *delimiter == "\\t") delimiter = "\t";
        const bool one_sign = delimiter->size() == 1 && static_cast<unsigned char>(delimiter->front()) < 0x80;
        if (!one_sign || delimiter->find_first_of("\"\r\n") != std::string::npos)
            return wrong_usage(chosen(), "--delimiter is one ASCII character, or tab");
        asked.delimiter = delimiter->front();
    }
    if (asked.verb == Verb::Import &&
        asked.folder.has_value() == !(asked.nodes.empty() && asked.edges.empty()))
        return wrong_usage(chosen(),
                           "name the files with --nodes and --edges, or a FOLDER with a contents.csv");
    if (auto bad = read_limits(timeout, max_memory, max_rows, max_article, asked.limits))
        return wrong_usage(chosen(), *bad);
    if (asked.format) {
        const std::vector<std::string> pictures = {"dot", "svg", "png", "csv"};
        const auto bad = not_one_of(*asked.format, asked.verb == Verb::Export ? pictures : format_names());
        if (bad) return wrong_usage(chosen(), *bad);
    }
    return asked;
}

}  // namespace hearsay::repl

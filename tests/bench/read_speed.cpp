// read_speed [PATH...]: how fast the program reads articles, and what it needs for that.
//
// Gives the articles of the files and folders (PolNeAR's dev part without any) to `hearsay extract`, on one
// core with one thread and on two with two, and prints words a second (words are what white space separates;
// the whole run counts, its start too), the processor's time beside the clock's (together they show whether
// the machine was at rest), the peak of the memory (the kernel's VmHWM), and how long the program takes to
// start, open the weights and end. Then what each annotator takes, on one core.
#include <fcntl.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "engine/articles/reader/read_articles.hpp"
#include "repl/commands/reading.hpp"

using namespace hearsay;
using Clock = std::chrono::steady_clock;

namespace {

struct Run {
    bool fine = false;
    double seconds = 0, processor_seconds = 0;
    long peak_kilobytes = 0;
};

// Runs `hearsay extract` on the first `cores` cores that this program may use.
Run extract(const std::string& input, int cores) {
    Run run;
    const auto begin = Clock::now();
    const pid_t child = fork();
    if (child == 0) {
        cpu_set_t all, some;
        CPU_ZERO(&some);
        if (sched_getaffinity(0, sizeof all, &all) == 0) {
            for (int core = 0, left = cores; core < CPU_SETSIZE && left > 0; ++core)
                if (CPU_ISSET(core, &all)) {
                    CPU_SET(core, &some);
                    --left;
                }
            sched_setaffinity(0, sizeof some, &some);
        }
        const int in = open(input.c_str(), O_RDONLY), out = open("/dev/null", O_WRONLY);
        dup2(in, STDIN_FILENO);
        dup2(out, STDOUT_FILENO);
        execl(HEARSAY_PROGRAM, HEARSAY_PROGRAM, "extract", "--threads", std::to_string(cores).c_str(),
              nullptr);
        _exit(127);
    }
    int status = -1;
    rusage used{};
    if (child < 0 || wait4(child, &status, 0, &used) != child) return run;
    run.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
    };
    run.processor_seconds = seconds(used.ru_utime) + seconds(used.ru_stime);
    run.peak_kilobytes = used.ru_maxrss;
    run.fine = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return run;
}

std::size_t count_words(const std::string& text) {
    std::size_t words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        words += !space && !inside;
        inside = !space;
    }
    return words;
}

// A file that goes with the program.
class ScratchFile {
  public:
    ScratchFile() {
        std::string name = (std::filesystem::temp_directory_path() / "read_speed-XXXXXX").string();
        const int file = mkstemp(name.data());
        if (file < 0) {
            std::perror(name.c_str());
            std::exit(1);
        }
        close(file);
        name_ = name;
    }
    ~ScratchFile() { std::filesystem::remove(name_); }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    const std::string& name() const { return name_; }

  private:
    std::string name_;
};

}  // namespace

int main(int count, char** arguments) {
    std::vector<std::string> paths(arguments + 1, arguments + count);
    const char* shared = std::getenv("HEARSAY_SHARED");
    if (paths.empty())
        paths = {std::string(shared ? shared : "../shared") + "/attribution/polnear-dev.jsonl"};

    // The articles are not kept: a child's peak counts what its parent had when it was forked.
    std::size_t documents = 0, words = 0;
    const ScratchFile articles;
    const engine::ReadEvents events{{},
                                    [](const std::string& place, const std::string& reason) {
                                        std::cerr << place << ": " << reason << '\n';
                                    },
                                    {}};
    {
        std::ofstream lines(articles.name());
        engine::read_articles(paths, std::cin, events, [&](engine::Document&& document, const std::string&) {
            words += count_words(document.text);
            lines << nlohmann::json{{"id", document.id}, {"text", document.text}}.dump() << '\n';
            ++documents;
            return true;
        });
    }
    if (words == 0) return 1;
    std::printf("%zu articles, %zu words\n", documents, words);

    Run start = extract("/dev/null", 1);
    for (int i = 0; i < 4; ++i) {
        const Run again = extract("/dev/null", 1);
        if (again.seconds < start.seconds) start = again;
    }
    if (!start.fine) return 1;  // the program has said why
    std::printf("start, weights and end: %.3f s, %.0f MB at most\n", start.seconds,
                static_cast<double>(start.peak_kilobytes) / 1024);
    for (const int cores : {1, 2}) {
        const Run run = extract(articles.name(), cores);
        if (!run.fine) return 1;
        std::printf(
            "%d %s %8.0f words a second, %.2f s by the clock, %.2f s of the processor, %.0f MB at most\n",
            cores, cores == 1 ? "core: " : "cores:", static_cast<double>(words) / run.seconds, run.seconds,
            run.processor_seconds, static_cast<double>(run.peak_kilobytes) / 1024);
    }

    const auto pipeline = repl::open_reading(std::nullopt);
    if (!pipeline) return 1;
    std::map<std::string, double> seconds;
    double total = 0;
    engine::read_articles(
        {articles.name()}, std::cin, events, [&](engine::Document&& document, const std::string&) {
            for (const auto& annotator : pipeline->annotators()) {
                const auto begin = Clock::now();
                annotator->annotate(document);
                const double took = std::chrono::duration<double>(Clock::now() - begin).count();
                seconds[std::string(annotator->name())] += took;
                total += took;
            }
            return true;
        });
    for (const auto& [name, took] : seconds)
        std::printf("%-20s %8.3f s  %4.0f %%\n", name.c_str(), took, 100 * took / total);
}

#include "repl/commands/load_report.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <new>

#include "repl/output/table.hpp"
#include "repl/output/terminal/interrupt.hpp"
#include "repl/output/terminal/terminal.hpp"
#include "repl/output/terminal/text_width.hpp"
#include "repl/session/messages.hpp"

namespace hearsay::repl {
namespace {

using Clock = std::chrono::steady_clock;

class Progress {
  public:
    Progress(const LoadManner& manner) : terminal_(describe_terminal(STDERR_FILENO)), quiet_(manner.quiet) {
        bar_ = terminal_.is_terminal && !quiet_;
    }
    ~Progress() { clear(); }

    void progress(std::size_t done, std::size_t total) {
        done_ = done;
        total_ = total;
        draw();
    }
    void loaded(const std::string& place, const std::string& title) {
        ++articles_;
        if (bar_) return draw();
        if (quiet_) return;
        const std::string line =
            "loaded " + harmless(place) + (title.empty() ? "" : ": " + harmless(title)) + "\n";
        std::fwrite(line.data(), 1, line.size(), stderr);
    }
    void say(const std::string& place, const std::string& text) {
        clear();
        complain(graphs::Error{place, text}, terminal_.colour);
        shown_at_ = {};
    }

  private:
    void draw() {
        const auto now = Clock::now();
        if (!bar_ || now - shown_at_ < std::chrono::milliseconds(100)) return;
        shown_at_ = now;
        const std::chrono::duration<double> took = now - begin_;
        const std::string line = bar_text(done_, total_, articles_, took.count(), terminal_.width - 1);
        std::fprintf(stderr, "\r%s%s", line.c_str(),
                     std::string(last_ > line.size() ? last_ - line.size() : 0, ' ').c_str());
        std::fflush(stderr);
        last_ = line.size();
    }
    void clear() {
        if (last_ == 0) return;
        std::fprintf(stderr, "\r%s\r", std::string(last_, ' ').c_str());
        std::fflush(stderr);
        last_ = 0;
    }

    Terminal terminal_;
    bool quiet_;
    bool bar_ = false;
    Clock::time_point begin_ = Clock::now(), shown_at_;
    std::size_t done_ = 0, total_ = 0, articles_ = 0, last_ = 0;
};

}  // namespace

std::string bar_text(std::size_t done, std::size_t total, std::size_t articles, double seconds,
                     std::size_t width) {
    const double part =
        total == 0 ? 0 : std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
    std::string right =
        fmt::format(" {:3.0f}%  {}", std::floor(part * 100), count_of(articles, "article", "articles"));
    if (seconds >= 1) right += fmt::format("  {:.0f}/s", static_cast<double>(articles) / seconds);
    if (right.size() + 12 > width) return right.substr(0, width);
    const std::size_t length = std::min<std::size_t>(width - right.size() - 2, 40);
    const auto full = static_cast<std::size_t>(part * static_cast<double>(length));
    return "[" + std::string(full, '#') + std::string(length - full, '-') + "]" + right;
}

std::string summary_text(const engine::LoadSummary& s, bool seconds) {
    std::string text =
        fmt::format("{}, {}, {}, {}, {}, {}", count_of(s.articles, "article", "articles"),
                    count_of(s.statements, "statement", "statements"), count_of(s.claims, "claim", "claims"),
                    count_of(s.denials, "denial", "denials"), count_of(s.parties, "party", "parties"),
                    count_of(s.places, "place", "places"));
    if (seconds) text += fmt::format(", {:.2f} s", s.seconds);
    text += "\n";
    if (s.duplicates > 0) text += count_of(s.duplicates, "article was", "articles were") + " loaded before\n";
    if (s.failed > 0) text += count_of(s.failed, "input", "inputs") + " could not be read\n";
    return text;
}

bool load_and_report(graphs::Store& store, const engine::Pipeline& pipeline,
                     const std::vector<std::string>& paths, Sink& out, const LoadManner& manner) {
    graphs::Result<engine::LoadSummary> summary;
    const engine::Watch watch(manner.limits, &interrupted());
    {
        Progress progress(manner);
        engine::LoadEvents events;
        events.progress = [&](std::size_t done, std::size_t total, const std::string&) {
            progress.progress(done, total);
        };
        events.loaded = [&](const std::string& place, const std::string& title) {
            progress.loaded(place, title);
        };
        events.note = [&](const std::string& place, const std::string& text) { progress.say(place, text); };
        events.error = [&](const std::string& place, const std::string& reason) {
            progress.say(place, reason);
        };
        try {
            summary = engine::load_articles(store, pipeline, paths, events, manner.threads, watch);
        } catch (const std::bad_alloc&) {
            store.roll_back();
            summary = graphs::fail("", "the machine has no memory left to read on");
        }
    }
    const bool stopped = interrupted().exchange(false) || !watch.reason().empty();
    if (!summary) {
        complain(summary.error(), describe_terminal(STDERR_FILENO).colour);
        complain("the load ended here; articles that were loaded before are kept");
        return false;
    }
    out.write(summary_text(*summary, manner.seconds));
    if (stopped) {
        (void)out.flush();
        if (!watch.reason().empty()) complain(watch.reason());
        complain(
            fmt::format("stopped{} at {}; what was loaded before it is kept, and loading the same again "
                        "goes on from there",
                        watch.reason().empty() ? " by Ctrl-C" : "",
                        summary->stopped_at == "-" ? "standard input" : harmless(summary->stopped_at)));
    }
    return summary->failed == 0 && !stopped;
}

}  // namespace hearsay::repl

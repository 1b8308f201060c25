// The prompt, by way of a pseudo-terminal.
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>

#include "run_program.hpp"

using namespace hearsay::repl::test;
using Catch::Matchers::Contains;

namespace {

using Clock = std::chrono::steady_clock;

// The program with a terminal of its own.
class Screen {
  public:
    Screen(const std::vector<std::string>& arguments, const std::string& term, unsigned short columns = 80) {
        const winsize size{24, columns, 0, 0};
        process_ = forkpty(&terminal_, nullptr, nullptr, &size);
        REQUIRE(process_ >= 0);
        if (process_ == 0) {
            if (term.empty())
                unsetenv("TERM");
            else
                setenv("TERM", term.c_str(), 1);
            setenv("LC_ALL", "C.UTF-8", 1);
            setenv("XDG_STATE_HOME", std::filesystem::current_path().c_str(), 1);
            std::vector<char*> words{const_cast<char*>(HEARSAY_PROGRAM)};
            for (const std::string& argument : arguments)
                words.push_back(const_cast<char*>(argument.c_str()));
            words.push_back(nullptr);
            execv(HEARSAY_PROGRAM, words.data());
            _exit(127);
        }
    }
    ~Screen() {
        if (process_ > 0) {
            kill(process_, SIGKILL);
            waitpid(process_, nullptr, 0);
        }
        close(terminal_);
    }

    void type(std::string_view keys) {
        REQUIRE(::write(terminal_, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
    }
    // Waits until the text stands behind what was waited for before.
    bool shows(const std::string& text) {
        const auto deadline = Clock::now() + std::chrono::seconds(60);
        std::size_t at = 0;
        while ((at = text_.find(text, seen_until_)) == std::string::npos) {
            if (Clock::now() < deadline && read_some()) continue;
            UNSCOPED_INFO("not shown: " << text << "\nthe screen had: " << text_.substr(seen_until_));
            return false;
        }
        seen_until_ = at + text.size();
        return true;
    }
    int exit_status() {
        const auto deadline = Clock::now() + std::chrono::seconds(30);
        while (read_some() && Clock::now() < deadline) {
        }
        int status = 0;
        if (waitpid(process_, &status, Clock::now() < deadline ? 0 : WNOHANG) != process_) return -1;
        process_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }

  private:
    bool read_some() {
        pollfd wait{terminal_, POLLIN, 0};
        if (poll(&wait, 1, 200) == 0) return true;
        char bytes[4096];
        const ssize_t got = ::read(terminal_, bytes, sizeof bytes);
        if (got <= 0) return false;
        text_.append(bytes, static_cast<std::size_t>(got));
        return true;
    }

    int terminal_ = -1;
    pid_t process_ = 0;
    std::string text_;
    std::size_t seen_until_ = 0;
};

}  // namespace

TEST_CASE("the prompt answers, goes on behind errors and leaves with Ctrl-D") {
    WorkFolder folder;
    make_graph("g");
    for (const char* term : {"xterm", "dumb", "", "no-such-terminal"}) {
        INFO("TERM=" << term);
        Screen screen({"g"}, term);
        CHECK(screen.shows("hearsay> "));
        screen.type("RETURN 6 * 7 AS answer;\r");
        CHECK(screen.shows("42"));
        CHECK(screen.shows("1 row"));
        screen.type("RETURN nonsense;\r");
        CHECK(screen.shows("error"));
        CHECK(screen.shows("hearsay> "));
        screen.type("\x04");
        CHECK(screen.exit_status() == 0);
    }
}

TEST_CASE("a statement may take several lines and is recalled whole in the next session") {
    WorkFolder folder;
    make_graph("g");
    {
        Screen screen({"g"}, "xterm");
        CHECK(screen.shows("hearsay> "));
        screen.type("RETURN 40\r");
        CHECK(screen.shows("... "));
        screen.type("+ 2 AS n;\r");
        CHECK(screen.shows("42"));
        CHECK(screen.shows("hearsay> "));
        screen.type(":quit\r");
        CHECK(screen.exit_status() == 0);
    }
    CHECK(read("hearsay/history") == "RETURN 40\\n+ 2 AS n;\n:quit\n");
    Screen screen({"g"}, "xterm");
    CHECK(screen.shows("hearsay> "));
    screen.type("\x1b[A\x1b[A");
    CHECK(screen.shows("+ 2 AS n;"));
    screen.type("\r");
    CHECK(screen.shows("42"));
}

TEST_CASE("Tab completes") {
    WorkFolder folder;
    make_graph("g");
    Screen screen({"g"}, "xterm");
    CHECK(screen.shows("hearsay> "));
    screen.type("MATCH (a:Act");
    CHECK(screen.shows("Act"));
    screen.type("\t");
    CHECK(screen.shows("or"));
    screen.type(") RETURN count(a) > 0 AS found;\r");
    CHECK(screen.shows("true"));
}

TEST_CASE("Ctrl-C clears the line and stops a query, but not the program") {
    WorkFolder folder;
    make_graph("g");
    for (const char* term : {"xterm", "dumb"}) {
        INFO("TERM=" << term);
        Screen screen({"g"}, term, 200);
        CHECK(screen.shows("hearsay> "));
        screen.type("RETURN 1 + ");
        CHECK(screen.shows("1 + "));
        screen.type("\x03");
        CHECK(screen.shows("hearsay> "));
        screen.type("UNWIND range(1, 10000000) AS a UNWIND range(1, 10000000) AS b RETURN count(*);\r");
        CHECK(screen.shows("count(*);"));
        usleep(2000000);  // the query runs for hours, if nobody stops it
        screen.type("\x03");
        CHECK(screen.shows("stopped"));
        CHECK(screen.shows("hearsay> "));
        screen.type("RETURN 6 * 7 AS answer;\r");
        CHECK(screen.shows("42"));
        CHECK(screen.shows("hearsay> "));
        screen.type("\x04");
        CHECK(screen.exit_status() == 0);
    }
}

TEST_CASE("a pasted text comes in whole: newlines, Tabs and all") {
    WorkFolder folder;
    make_graph("g");
    Screen screen({"g"}, "xterm");
    CHECK(screen.shows("hearsay> "));
    screen.type("\x1b[200~RETURN\t20\n\t+ 22\n\tAS n;\x1b[201~");
    CHECK(screen.shows("AS n;"));
    screen.type("\r");
    CHECK(screen.shows("42"));
    // The same on a terminal that does not mark what is pasted.
    screen.type("RETURN\t50\r\t+ 5 AS\r\tn;\r");
    CHECK(screen.shows("55"));
}

TEST_CASE("tables fit a narrow window") {
    WorkFolder folder;
    make_graph("g");
    Screen screen({"g"}, "xterm", 40);
    CHECK(screen.shows("hearsay> "));
    screen.type("RETURN 'one two three four five six seven eight nine ten' AS t;\r");
    CHECK(screen.shows("1 row"));
}

TEST_CASE("a new graph is made by its first :load") {
    WorkFolder folder;
    write("one.txt", "A headline\n\nThe mill is closed, miller Osk Brandt said on Tuesday.\n");
    Screen screen({"new.hearsay"}, "dumb");
    CHECK(screen.shows("new; the first :load or CREATE makes it"));
    CHECK_FALSE(std::filesystem::exists("new.hearsay"));
    screen.type(":load one.txt\r");
    CHECK(screen.shows("1 article, "));
    CHECK(std::filesystem::exists("new.hearsay"));
}

TEST_CASE("Ctrl-C in a statement that writes leaves the graph as it was and the prompt open") {
    WorkFolder folder;
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"new.hearsay"}, {}}) {
        Screen screen(arguments, "dumb");
        CHECK(screen.shows("hearsay> "));
        screen.type("CREATE (:Town {name: 'Osk'});\r");
        CHECK(screen.shows("1 node created, 1 property set, 1 label added"));
        screen.type("UNWIND range(1, 9000000) AS i CREATE (:Town {name: i});\r");
        usleep(300'000);
        screen.type("\x03");
        CHECK(screen.shows("stopped"));
        screen.type("MATCH (t:Town) RETURN 'towns: ' + toString(count(t)) AS n;\r");
        CHECK(screen.shows("towns: 1 "));
        screen.type(":mode json\r");
        screen.type("CREATE (:Town);\r");
        CHECK(screen.shows("1 node created, 1 label added"));
        screen.type("\x04");
        CHECK(screen.exit_status() == 0);
    }
    CHECK(run_program({"query", "new.hearsay", "-f", "csv", "MATCH (n) RETURN count(n) AS n"}).out ==
          "n\r\n2\r\n");
}

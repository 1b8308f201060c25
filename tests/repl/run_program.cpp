#include "run_program.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace hearsay::repl::test {
namespace {

namespace fs = std::filesystem;

std::string shell_quoted(const std::string& text) {
    std::string quoted = "'";
    for (char c : text) quoted += c == '\'' ? "'\\''" : std::string(1, c);
    return quoted + "'";
}

}  // namespace

void write(const fs::path& file, std::string_view text) {
    if (file.has_parent_path()) fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

Ran run_shell(const std::string& command) {
    const fs::path folder = fs::temp_directory_path() / ("hearsay-run-" + std::to_string(getpid()));
    fs::create_directories(folder);
    const fs::path out = folder / "out", err = folder / "err";
    const std::string line = "( " + command + "\n) >" + out.string() + " 2>" + err.string();
    setenv("HEARSAY", HEARSAY_PROGRAM, 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    const int status = std::system(line.c_str());
    Ran ran;
    ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ran.out = read(out);
    ran.err = read(err);
    fs::remove_all(folder);
    return ran;
}

Ran run_program(const std::vector<std::string>& arguments, std::string_view standard_input) {
    const fs::path input = fs::temp_directory_path() / ("hearsay-input-" + std::to_string(getpid()));
    write(input, standard_input);
    std::string command = "\"$HEARSAY\"";
    for (const std::string& argument : arguments) command += " " + shell_quoted(argument);
    Ran ran = run_shell(command + " <" + input.string());
    fs::remove(input);
    return ran;
}

WorkFolder::WorkFolder() : before_(fs::current_path()) {
    std::string pattern = (fs::temp_directory_path() / "hearsay-test-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
    fs::current_path(path_);
}

WorkFolder::~WorkFolder() {
    fs::current_path(before_);
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

void make_graph(const std::string& file) {
    write("articles/ferry.txt",
          "Ferry strike enters second day\n\n"
          "QUELLHAVEN - The ferries will sail on Monday, harbour master Mara Voss said on Friday.\n\n"
          "Jorin Pell, chairman of the Harbour Union, denied that the ferries will sail on Monday.\n");
    const Ran ran = run_program({"load", "--quiet", file, "articles"});
    INFO(ran.err);
    REQUIRE(ran.status == 0);
}

}  // namespace hearsay::repl::test

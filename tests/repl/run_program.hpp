// Runs the program as a user does: with arguments, standard input, in a folder of its own.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay::repl::test {

struct Ran {
    int status = -1;  // the exit status; 128 + the signal's number if one ended it
    std::string out, err;
};
Ran run_program(const std::vector<std::string>& arguments, std::string_view standard_input = "");
// By a shell: for pipes and redirections. $HEARSAY is the program.
Ran run_shell(const std::string& command);

// An empty folder that is the current one as long as this lives.
class WorkFolder {
  public:
    WorkFolder();
    ~WorkFolder();
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path before_, path_;
};
void write(const std::filesystem::path& file, std::string_view text);
std::string read(const std::filesystem::path& file);

// Loads an article in which one party claims something and another denies it into the graph's file.
void make_graph(const std::string& file);

}  // namespace hearsay::repl::test

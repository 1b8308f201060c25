// A page in Markdown whose examples are run: a block fenced by ```cypher, and what comes out below it, as a
// table or as blocks fenced by plain ```.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hearsay::docs {

struct Example {
    std::size_t line = 0;            // of its first line in the page, from 1
    std::vector<std::string> query;  // the lines between the fences
    // The lines of what comes out, from the first table or block to the last, without blank lines around.
    std::vector<std::string> answer;
};

// A stretch of text without examples, and the example behind it, if there is one.
struct Section {
    std::vector<std::string> text;
    bool has_example = false;
    Example example;
};

// Throws std::runtime_error, which names file and line, if the file cannot be read or a block has no end.
std::vector<Section> read_page(const std::filesystem::path& file);
std::string page_text(const std::vector<Section>& sections);

std::string joined(const std::vector<std::string>& lines);  // each with its line end
std::vector<std::string> lines_of(const std::string& text);

}  // namespace hearsay::docs

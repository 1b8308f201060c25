#include "tests/docs/page.hpp"

#include <fstream>
#include <stdexcept>

namespace hearsay::docs {
namespace {

class Reader {
  public:
    Reader(const std::filesystem::path& file, std::vector<std::string> lines)
        : file_(file), lines_(std::move(lines)) {}

    std::vector<Section> read() {
        std::vector<Section> sections(1);
        while (at_ < lines_.size()) {
            if (lines_[at_] == "```cypher") {
                sections.back().has_example = true;
                sections.back().example = read_example();
                sections.emplace_back();
            } else if (lines_[at_].starts_with("```")) {
                read_block(sections.back().text);
            } else {
                sections.back().text.push_back(lines_[at_++]);
            }
        }
        return sections;
    }

  private:
    // A fenced block with its fences.
    void read_block(std::vector<std::string>& into) {
        const std::size_t first = at_;
        into.push_back(lines_[at_++]);
        while (at_ < lines_.size() && lines_[at_] != "```") into.push_back(lines_[at_++]);
        if (at_ == lines_.size())
            throw std::runtime_error(file_.string() + ":" + std::to_string(first + 1) +
                                     ": the block has no end");
        into.push_back(lines_[at_++]);
    }

    Example read_example() {
        Example example;
        example.line = at_ + 1;
        read_block(example.query);
        example.query.erase(example.query.begin());
        example.query.pop_back();
        for (std::size_t next = at_; next < lines_.size(); next = at_) {
            while (next < lines_.size() && lines_[next].empty()) ++next;
            const bool table = next < lines_.size() && lines_[next].starts_with("|");
            if (!table && (next == lines_.size() || lines_[next] != "```")) break;
            if (!example.answer.empty()) example.answer.emplace_back();
            at_ = next;
            if (!table) read_block(example.answer);
            while (table && at_ < lines_.size() && lines_[at_].starts_with("|"))
                example.answer.push_back(lines_[at_++]);
        }
        return example;
    }

    std::filesystem::path file_;
    std::vector<std::string> lines_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<Section> read_page(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error(file.string() + ": cannot be read");
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return Reader(file, std::move(lines)).read();
}

std::string page_text(const std::vector<Section>& sections) {
    std::string text;
    for (const Section& section : sections) {
        text += joined(section.text);
        if (!section.has_example) continue;
        text += "```cypher\n" + joined(section.example.query) + "```\n";
        if (!section.example.answer.empty()) text += "\n" + joined(section.example.answer);
    }
    return text;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

}  // namespace hearsay::docs

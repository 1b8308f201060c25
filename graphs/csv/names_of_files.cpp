#include "graphs/csv/names_of_files.hpp"

#include <array>

#include "graphs/csv/cells/type.hpp"
#include "graphs/csv/text/rows_of_text.hpp"

namespace hearsay::graphs::csv {
namespace {

// The first of `signs` that does not stand between backquotes.
std::size_t find_outside(std::string_view text, std::string_view signs) {
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '`') quoted = !quoted;
        if (!quoted && signs.find(text[i]) != std::string_view::npos) return i;
    }
    return std::string_view::npos;
}

// `name`, or name between backquotes.
std::optional<std::string> name_from(std::string_view text) {
    if (text.empty()) return std::nullopt;
    if (text.front() != '`')
        return text.find('`') == std::string_view::npos ? std::optional(std::string(text)) : std::nullopt;
    if (text.size() < 2 || text.back() != '`') return std::nullopt;
    std::string name;
    text = text.substr(1, text.size() - 2);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '`' && (++i == text.size() || text[i] != '`')) return std::nullopt;
        name += text[i];
    }
    return name;
}

std::string name_text(const std::string& name) {
    if (!name.empty() && name.find_first_of(":&=`") == std::string::npos) return name;
    std::string text = "`";
    for (const char c : name) text += c == '`' ? "``" : std::string(1, c);
    return text + "`";
}

tl::unexpected<Error> wrong(std::string reason) {
    return fail("", std::move(reason));
}

}  // namespace

std::optional<std::vector<std::string>> labels_from(std::string_view text) {
    std::vector<std::string> labels;
    while (!text.empty()) {
        const std::size_t end = find_outside(text, ":&");
        auto name = name_from(text.substr(0, end));
        if (!name || end + 1 == text.size()) return std::nullopt;
        labels.push_back(std::move(*name));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return labels;
}

std::string labels_text(const std::vector<std::string>& labels) {
    std::string text;
    for (const std::string& label : labels) text += (text.empty() ? "" : ":") + name_text(label);
    return text;
}

Result<NodeFile> node_file_from(std::string_view text) {
    const std::size_t sign = find_outside(text, "=");
    if (sign == std::string_view::npos) return wrong("is not LABEL=FILE");
    const auto labels = labels_from(text.substr(0, sign));
    if (!labels || sign + 1 == text.size()) return wrong("is not LABEL=FILE");
    return NodeFile{*labels, std::string(text.substr(sign + 1))};
}

Result<EdgeFile> edge_file_from(std::string_view text) {
    const std::size_t sign = find_outside(text, "=");
    if (sign == std::string_view::npos || sign + 1 == text.size()) return wrong("is not TYPE:FROM:TO=FILE");
    const std::string_view said = text.substr(0, sign);
    const std::size_t first = find_outside(said, ":");
    if (first == std::string_view::npos) return wrong("is not TYPE:FROM:TO=FILE");
    const std::string_view ends = said.substr(first + 1);
    const std::size_t second = find_outside(ends, ":");
    if (second == std::string_view::npos) return wrong("is not TYPE:FROM:TO=FILE");
    const auto type = name_from(said.substr(0, first));
    const auto from = labels_from(ends.substr(0, second));
    if (find_outside(ends.substr(second + 1), ":") != std::string_view::npos)
        return wrong("has too many colons: it is TYPE:FROM:TO=FILE, with & between several labels");
    const auto to = labels_from(ends.substr(second + 1));
    if (!type || !from || !to) return wrong("is not TYPE:FROM:TO=FILE");
    return EdgeFile{*type, *from, *to, std::string(text.substr(sign + 1))};
}

Result<Import> read_contents(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / contents_file;
    auto opened = TextFile::open(file);
    if (!opened) return tl::unexpected(opened.error());
    RowsOfText rows(std::move(*opened), ',');
    const auto wrong_row = [&](const std::string& reason) {
        return fail(file.string() + ":" + std::to_string(rows.line()), reason);
    };
    Import files;
    constexpr std::array<std::string_view, 5> header{"kind", "name", "from", "to", "file"};
    bool first = true;
    for (;; first = false) {
        const RowsOfText::Next next = rows.next();
        if (next == RowsOfText::Next::End && !first) return files;
        if (next == RowsOfText::Next::Bad || next == RowsOfText::Next::Failed)
            return wrong_row(rows.reason());
        const auto fields = rows.fields();
        bool right = next == RowsOfText::Next::Row && fields.size() == header.size();
        for (std::size_t i = 0; right && i < header.size(); ++i)
            right = first ? fields[i].text == header[i] : is_utf8(fields[i].text);
        if (!right) return wrong_row("the columns must be kind, name, from, to and file");
        if (first) continue;
        const auto labels = labels_from(fields[1].text), from = labels_from(fields[2].text);
        const auto to = labels_from(fields[3].text);
        if (!labels || !from || !to || fields[4].text.empty())
            return wrong_row("names no labels, type or file");
        const std::filesystem::path named = folder / std::string(fields[4].text);
        if (fields[0].text == "nodes")
            files.nodes.push_back({*labels, named});
        else if (fields[0].text == "edges" && labels->size() == 1)
            files.edges.push_back({labels->front(), *from, *to, named});
        else
            return wrong_row("is neither of nodes nor of edges of one type");
    }
}

}  // namespace hearsay::graphs::csv

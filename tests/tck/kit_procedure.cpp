#include "tests/tck/kit_procedure.hpp"

#include <algorithm>
#include <stdexcept>

#include "tests/tck/graph_values.hpp"

namespace hearsay::tck {

namespace {

using engine::Procedure;

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return "";
    return std::string(text.substr(begin, text.find_last_not_of(' ') + 1 - begin));
}

// "a :: INTEGER?, b :: STRING"
std::vector<Procedure::Field> fields_of(const std::string& text) {
    std::vector<Procedure::Field> fields;
    std::size_t from = 0;
    while (!trimmed(std::string_view(text).substr(from)).empty()) {
        const std::size_t end = std::min(text.find(',', from), text.size());
        const std::size_t colons = text.find("::", from);
        if (colons >= end) throw std::runtime_error("not a list of fields: " + text);
        fields.push_back(
            {trimmed(text.substr(from, colons - from)), trimmed(text.substr(colons + 2, end - colons - 2))});
        from = std::min(end + 1, text.size());
    }
    return fields;
}

}  // namespace

Procedure procedure_of(const KitProcedure& kit) {
    const std::string& text = kit.signature;
    const std::size_t open = text.find('('), close = text.find(')');
    const std::size_t second = text.find('(', open + 1), end = text.rfind(')');
    if (second == std::string::npos || close > second || end < second)
        throw std::runtime_error("not a signature: " + text);
    Procedure procedure;
    procedure.name = trimmed(text.substr(0, open));
    procedure.arguments = fields_of(text.substr(open + 1, close - open - 1));
    procedure.results = fields_of(text.substr(second + 1, end - second - 1));

    std::vector<graphs::List> rows;
    for (const auto& cells : kit.rows) {
        // How the kit may write the table of a procedure that takes and gives nothing.
        if (cells.empty() || cells == std::vector<std::string>{""}) continue;
        if (cells.size() != procedure.arguments.size() + procedure.results.size())
            throw std::runtime_error("a row does not fit the signature: " + text);
        graphs::List row;
        for (const auto& cell : cells) row.push_back(value_of(parse_kit_value(cell)));
        rows.push_back(std::move(row));
    }
    procedure.run = [rows, taken = procedure.arguments.size()](engine::QueryContext&,
                                                               const graphs::List& arguments) {
        std::vector<graphs::List> answer;
        const auto split = static_cast<std::ptrdiff_t>(taken);
        for (const auto& row : rows) {
            if (std::equal(row.begin(), row.begin() + split, arguments.begin(), graphs::equivalent))
                answer.emplace_back(row.begin() + split, row.end());
        }
        return answer;
    };
    return procedure;
}

}  // namespace hearsay::tck

#include "graphs/csv/header.hpp"

#include <algorithm>

namespace hearsay::graphs::csv {

tl::expected<std::vector<ColumnName>, std::string> read_header(std::span<const Field> fields) {
    std::vector<ColumnName> columns;
    for (const Field& field : fields) {
        const std::string place = "column " + std::to_string(columns.size() + 1) + " of the header ";
        std::string_view text = field.text;
        if (!field.quoted) {
            while (text.starts_with(' ')) text.remove_prefix(1);
            while (text.ends_with(' ')) text.remove_suffix(1);
        }
        if (!is_utf8(text)) return tl::unexpected(place + "is not UTF-8");
        if (text.find('\r') != std::string_view::npos)
            return tl::unexpected(std::string("the lines end with CR alone; they must end with LF or CRLF"));
        ColumnName column;
        const std::size_t colon = text.rfind(':');
        if (colon != std::string_view::npos) {
            column.type = cell_type(text.substr(colon + 1));
            if (!column.type) {
                return tl::unexpected(place + "says the type `" + std::string(text.substr(colon + 1)) +
                                      "`, which there is not");
            }
        }
        column.name = text.substr(0, colon);
        if (text.empty()) return tl::unexpected(place + "has no name");
        if (read_float(column.name))
            return tl::unexpected(place + "is a number: the first line must name the columns");
        for (const ColumnName& other : columns) {
            if (other.name == column.name)
                return tl::unexpected("the header names `" + column.name + "` twice");
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

}  // namespace hearsay::graphs::csv

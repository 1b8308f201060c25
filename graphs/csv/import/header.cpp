#include "graphs/csv/import/header.hpp"

#include <algorithm>

namespace hearsay::graphs::csv {

tl::expected<std::vector<ColumnName>, std::string> read_header(std::span<const Field> fields,
                                                               std::size_t keys) {
    std::vector<ColumnName> columns;
    for (const Field& field : fields) {
        const std::string place = "column " + std::to_string(columns.size() + 1) + " of the header ";
        std::string_view text = field.text;
        if (!field.quoted) {
            while (text.starts_with(' ')) text.remove_prefix(1);
            while (text.ends_with(' ')) text.remove_suffix(1);
        }
        if (!is_utf8(text)) return tl::unexpected(place + "is not UTF-8");
        if (!field.quoted && text.find('\r') != std::string_view::npos)
            return tl::unexpected(std::string("the lines end with CR alone; they must end with LF or CRLF"));
        ColumnName column;
        const std::size_t colon = text.rfind(':');
        column.only_id = text == ":id";
        if (colon != std::string_view::npos && !column.only_id) {
            column.type = cell_type(text.substr(colon + 1));
            if (!column.type) {
                return tl::unexpected(
                    place + "says the type `" + std::string(text.substr(colon + 1)) +
                    "`; types are boolean, integer, float, date, localtime, time, localdatetime, datetime, "
                    "duration, string, list and any");
            }
        }
        column.name = text.substr(0, colon);
        if (column.name.empty() && !column.only_id && !column.type)
            return tl::unexpected(place + "has no name");
        if (read_float(column.name) && !column.type)
            return tl::unexpected(place + "is a number: the first line must name the columns");
        for (std::size_t i = 0; i < columns.size(); ++i) {
            // A property may have the name of a key, if it says its type.
            if (columns[i].name == column.name && !(column.type && i < keys))
                return tl::unexpected("the header names `" + column.name + "` twice");
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

}  // namespace hearsay::graphs::csv

// The rows of a CSV file, as RFC 4180 has them: fields between commas, quoted where they hold a comma, a
// quotation mark (then doubled) or a line break; a row ends with LF or CRLF.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/csv/text/text_file.hpp"

namespace hearsay::graphs::csv {

struct Field {
    std::string_view text;
    bool quoted = false;
    // Nothing between two commas is a missing value; "" is the empty text.
    bool missing() const { return text.empty() && !quoted; }
};

class RowsOfText {
  public:
    RowsOfText(TextFile file, char delimiter);

    enum class Next { Row, Bad, End, Failed };
    // Row: `fields` has it, until the next call. Bad: the row at `line` is not one; `reason` says why, and
    // the next call goes on behind it. Failed: `reason` says why the file cannot be read to its end. Empty
    // lines are passed over.
    Next next();
    std::span<const Field> fields() const { return fields_; }
    std::uint64_t line() const { return line_; }  // where the row begins, from 1
    const std::string& reason() const { return reason_; }

    bool restart();
    std::size_t file_size() const { return file_.size(); }

  private:
    enum class Cut { Whole, Unfinished, Bad };
    Cut cut(const char*& at);
    Cut cut_quoted(const char*& at);
    Next bad_row(const char* at);
    Next fail(std::string reason);

    TextFile file_;
    char delimiter_;
    bool started_ = false, ended_ = false;  // ended: all of the file was read
    std::uint64_t line_ = 0, next_line_ = 1;
    std::uint64_t breaks_ = 0;  // within the row that is cut
    std::vector<Field> fields_;
    // Texts of fields that hold doubled quotation marks, and which fields they are of.
    std::string unescaped_;
    struct Unescaped {
        std::size_t field, begin, end;
    };
    std::vector<Unescaped> unescaped_fields_;
    std::string reason_;
};

}  // namespace hearsay::graphs::csv

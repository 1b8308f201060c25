// One end of every edge in a CSV file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graphs/columns/string_pool.hpp"
#include "graphs/csv/cells/type.hpp"
#include "graphs/csv/text/rows_of_text.hpp"
#include "graphs/ids.hpp"

namespace hearsay::graphs::csv {

class EdgeEnds {
  public:
    // The id in row `row`; empty, or what is wrong with it.
    std::string put(std::uint64_t row, const Field& cell);
    void truncate(std::uint64_t rows) { ids_.resize(rows); }

    // look_up(id) for each row, where the id is an int64 or a text; ids that are texts are looked up once
    // each.
    template <class LookUp>
    std::vector<VertexId> resolve(const LookUp& look_up) const {
        std::vector<VertexId> of_texts, vertices;
        of_texts.reserve(texts_.size());
        for (std::uint32_t i = 0; i < texts_.size(); ++i)
            of_texts.push_back(found(texts_.text(StringId{i}), look_up));
        vertices.reserve(ids_.size());
        for (const std::uint32_t id : ids_)
            vertices.push_back(id < is_text ? look_up(std::int64_t{id}) : of_texts[id - is_text]);
        return vertices;
    }
    std::string id_text(std::uint64_t row) const {
        const std::uint32_t id = ids_[row];
        return id < is_text ? std::to_string(id) : std::string(texts_.text(StringId{id - is_text}));
    }

  private:
    // A number may stand between spaces, unless they are part of some id.
    template <class LookUp>
    static VertexId found(std::string_view text, const LookUp& look_up) {
        const VertexId as_it_stands = look_up(text);
        const auto number = as_it_stands.is_none() ? read_integer(text) : std::nullopt;
        return number ? look_up(*number) : as_it_stands;
    }

    static constexpr std::uint32_t is_text = std::uint32_t{1} << 31;
    std::vector<std::uint32_t> ids_;  // a number below `is_text`, or that and the place of a text
    StringPool texts_;
};

}  // namespace hearsay::graphs::csv

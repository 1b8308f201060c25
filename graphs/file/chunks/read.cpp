// Bytes to vertices and edges. The bytes may be damaged: every number is checked before it is used.
#include <array>
#include <bit>
#include <optional>
#include <span>

#include "graphs/file/chunks/bytes.hpp"
#include "graphs/file/chunks/chunk.hpp"

namespace hearsay::graphs {
namespace {

constexpr int deepest_list = 32;

Value read_value(ByteReader& in, int depth = 0);

Value damaged(ByteReader& in) {
    in.fail();
    return {};
}

std::int32_t read_nanoseconds(ByteReader& in) {
    const std::uint64_t number = in.number();
    return static_cast<std::int32_t>(number < nanoseconds_per_second ? number : in.fail());
}
std::int32_t read_offset(ByteReader& in) {
    const std::int64_t number = in.signed_number();
    if (number >= -furthest_offset && number <= furthest_offset) return static_cast<std::int32_t>(number);
    return static_cast<std::int32_t>(in.fail());
}

template <class T>
Value valid_or_damaged(ByteReader& in, T temporal) {
    return is_valid(temporal) ? Value(std::move(temporal)) : damaged(in);
}

Value read_content(ByteReader& in, Kind kind, int depth) {
    switch (kind) {
        case Kind::Null:
            return {};
        case Kind::Boolean:
            return in.byte() != 0;
        case Kind::Integer:
            return in.signed_number();
        case Kind::Float:
            return in.floating();
        case Kind::String:
            return Value(in.text());
        case Kind::List: {
            const std::uint64_t size = in.number();
            if (size > in.left() || depth == deepest_list) break;  // each item takes a byte at least
            List list;
            list.reserve(size);
            for (std::uint64_t i = 0; i < size; ++i) list.push_back(read_value(in, depth + 1));
            return Value(std::move(list));
        }
        case Kind::Date:
            return Date{in.signed_number()};
        // Braces: the parts are read in the order in which they stand.
        case Kind::LocalTime:
            return valid_or_damaged(in, LocalTime{static_cast<std::int64_t>(in.number())});
        case Kind::Time:
            return valid_or_damaged(in, Time{static_cast<std::int64_t>(in.number()), read_offset(in)});
        case Kind::LocalDateTime:
            return valid_or_damaged(in, LocalDateTime{in.signed_number(), read_nanoseconds(in)});
        case Kind::DateTime:
            return valid_or_damaged(in, DateTime{in.signed_number(), read_nanoseconds(in), read_offset(in),
                                                 std::string(in.text())});
        case Kind::Duration:
            return valid_or_damaged(in, Duration{in.signed_number(), in.signed_number(), in.signed_number(),
                                                 read_nanoseconds(in)});
        case Kind::Map:
        case Kind::Vertex:
        case Kind::Edge:
        case Kind::Path:
            break;
    }
    return damaged(in);
}

Value read_value(ByteReader& in, int depth) {
    const auto kind = static_cast<Kind>(in.byte());
    return read_content(in, kind, depth);
}

// Calls act(row) for each bit, ascending.
template <class Act>
void for_rows(std::uint64_t bits, const ChunkRows& rows, Act&& act) {
    for (; bits != 0; bits &= bits - 1) act(rows.row(static_cast<std::uint32_t>(std::countr_zero(bits))));
}

void read_texts(ByteReader& in, std::uint64_t present, const ChunkRows& rows, Column& column,
                StringPool& strings) {
    std::array<std::string_view, chunk_size> texts;
    std::array<StringId, chunk_size> ids;
    const std::uint64_t count = in.number();
    if (count > chunk_size) return void(in.fail());
    for (std::uint64_t i = 0; i < count; ++i) texts[i] = in.text();
    strings.intern(std::span(texts).first(count), std::span(ids).first(count));
    for_rows(present, rows, [&](std::uint32_t row) {
        const std::uint64_t number = in.number();
        if (number < count)
            column.put(row, ids[number], strings);
        else
            in.fail();
    });
}

void read_column(ByteReader& in, std::uint64_t present, const ChunkRows& rows, Column& column,
                 StringPool& strings) {
    const auto kind = static_cast<Kind>(in.byte());
    switch (kind) {
        case Kind::Boolean:
            return for_rows(present, rows, [&](std::uint32_t row) { column.put(row, in.byte(), strings); });
        case Kind::Integer:
            return for_rows(present, rows,
                            [&](std::uint32_t row) { column.put(row, in.signed_number(), strings); });
        case Kind::Float:
            return for_rows(present, rows,
                            [&](std::uint32_t row) { column.put(row, in.floating(), strings); });
        case Kind::Date:
            return for_rows(present, rows,
                            [&](std::uint32_t row) { column.put(row, Date{in.signed_number()}, strings); });
        case Kind::String:
            return read_texts(in, present, rows, column, strings);
        case Kind::List:
            return for_rows(present, rows,
                            [&](std::uint32_t row) { column.set(row, read_value(in), strings); });
        case Kind::LocalTime:
        case Kind::Time:
        case Kind::LocalDateTime:
        case Kind::DateTime:
        case Kind::Duration:
            return for_rows(present, rows,
                            [&](std::uint32_t row) { column.set(row, read_content(in, kind, 0), strings); });
        case Kind::Null:
        case Kind::Map:
        case Kind::Vertex:
        case Kind::Edge:
        case Kind::Path:
            break;
    }
    in.fail();
}

void read_properties(ByteReader& in, std::uint64_t alive, const ChunkRows& rows, std::size_t keys,
                     PropertyTable& properties) {
    const std::uint64_t count = in.number();
    for (std::uint64_t i = 0; i < count && in.ok(); ++i) {
        const std::uint64_t key = in.number();
        const std::uint64_t present = in.word();
        if (key >= keys || (present & ~alive) != 0) return void(in.fail());
        read_column(in, present, rows, properties.column(KeyId{static_cast<std::uint32_t>(key)}),
                    properties.strings());
    }
}

// The body of a chunk whose checksum is right and whose ids lie below the capacity.
struct Opened {
    ByteReader in;
    std::uint64_t alive = 0;
    ChunkRows rows{};
};

bool open(std::string_view bytes, std::uint32_t chunk, const Numbering& numbers, std::size_t capacity,
          Opened& opened) {
    if (bytes.size() < 16 || load_word(bytes.data()) != checksum(bytes.substr(8), chunk)) return false;
    opened.in = ByteReader(bytes.substr(8));
    opened.alive = opened.in.word();
    const auto rows = numbers.rows(chunk);
    if (opened.alive == 0 || !rows) return false;
    opened.rows = *rows;
    if (numbers.closed_up()) return rows->closed_up == opened.alive;
    const std::uint64_t first = std::uint64_t{chunk} * chunk_size;
    return first + static_cast<std::uint64_t>(std::bit_width(opened.alive)) <= capacity;
}

}  // namespace

bool decode_vertices(std::string_view bytes, std::uint32_t chunk, BulkFill& fill) {
    Opened opened{ByteReader({})};
    if (!open(bytes, chunk, fill.vertex_numbers(), fill.graph().vertex_capacity(), opened)) return false;
    ByteReader& in = opened.in;

    std::array<std::uint32_t, chunk_size> sets{};
    const std::uint64_t set_count = in.number();
    if (set_count > chunk_size) return false;
    for (std::uint64_t i = 0; i < set_count; ++i) {
        const std::uint64_t size = in.number();
        if (size > fill.graph().label_count()) return false;
        std::vector<LabelId> set;
        for (std::uint64_t j = 0; j < size; ++j) {
            const std::uint64_t label = in.number();
            if (label >= fill.graph().label_count() || (j > 0 && label <= set.back().value)) return false;
            set.push_back(LabelId{static_cast<std::uint32_t>(label)});
        }
        sets[i] = fill.label_set(std::move(set));
    }
    for_rows(opened.alive, opened.rows, [&](std::uint32_t row) {
        const std::uint64_t number = in.number();
        if (number < set_count)
            fill.vertex(VertexId{row}, sets[number]);
        else
            in.fail();
    });
    read_properties(in, opened.alive, opened.rows, fill.graph().key_count(), fill.vertex_properties());
    return in.ok() && in.at_end();
}

bool decode_edges(std::string_view bytes, std::uint32_t chunk, BulkFill& fill) {
    Opened opened{ByteReader({})};
    if (!open(bytes, chunk, fill.edge_numbers(), fill.graph().edge_capacity(), opened)) return false;
    ByteReader& in = opened.in;

    const auto vertices = static_cast<std::uint64_t>(fill.graph().vertex_capacity());
    // None: there is no such vertex.
    const auto end = [&](std::uint64_t in_file) -> std::optional<std::uint32_t> {
        if (in_file > VertexId::none().value) return std::nullopt;
        const auto id = fill.vertex_numbers().id(static_cast<std::uint32_t>(in_file));
        return id && *id < vertices ? id : std::nullopt;
    };
    // Unsigned, so that damaged differences wrap around instead of overflowing.
    std::uint64_t source = 0, target = 0;
    for_rows(opened.alive, opened.rows, [&](std::uint32_t row) {
        const std::uint64_t type = in.number();
        source += static_cast<std::uint64_t>(in.signed_number());
        target += static_cast<std::uint64_t>(in.signed_number());
        const auto from = end(source), to = end(target);
        if (!in.ok() || type >= fill.graph().type_count() || !from || !to) {
            in.fail();
            return;
        }
        fill.edge(EdgeId{row}, VertexId{*from}, TypeId{static_cast<std::uint32_t>(type)}, VertexId{*to});
    });
    read_properties(in, opened.alive, opened.rows, fill.graph().key_count(), fill.edge_properties());
    return in.ok() && in.at_end();
}

}  // namespace hearsay::graphs

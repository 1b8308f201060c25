#include "engine/query/groups/packed_layout.hpp"

#include <algorithm>

#include "engine/query/running/pace.hpp"
#include "graphs/error.hpp"

namespace hearsay::engine {

using graphs::EdgeId;
using graphs::StringId;
using graphs::Value;
using graphs::VertexId;
using ValueKind = graphs::Kind;

namespace {

// None() becomes 0, so that the words of a graph's first ids are small.
template <class Id>
std::uint64_t half_of(Id id) {
    return id.value + 1;  // of 32 bits
}
template <class Id>
Id id_of(std::uint64_t half) {
    return Id{static_cast<std::uint32_t>(half) - 1};
}

// The kinds whose equivalence is that of their bits, and no Float, which may be equivalent to an Integer.
bool is_mixable(const Value& value) {
    switch (value.kind()) {
        case ValueKind::Null:
        case ValueKind::Boolean:
        case ValueKind::Integer:
        case ValueKind::Date:
        case ValueKind::LocalTime:
        case ValueKind::Vertex:
        case ValueKind::Edge:
            return true;
        default:
            return false;
    }
}

std::uint64_t mixed_bits(const Value& value) {
    switch (value.kind()) {
        case ValueKind::Boolean:
            return value.boolean() ? 1 : 0;
        case ValueKind::Integer:
            return static_cast<std::uint64_t>(value.integer());
        case ValueKind::Date:
            return static_cast<std::uint64_t>(value.date().days);
        case ValueKind::LocalTime:
            return static_cast<std::uint64_t>(value.local_time().nanoseconds);
        case ValueKind::Vertex:
            return value.vertex().value;
        case ValueKind::Edge:
            return value.edge().value;
        default:
            return 0;
    }
}

Value mixed_value(ValueKind kind, std::uint64_t bits) {
    switch (kind) {
        case ValueKind::Boolean:
            return bits != 0;
        case ValueKind::Integer:
            return static_cast<std::int64_t>(bits);
        case ValueKind::Date:
            return graphs::Date{static_cast<std::int64_t>(bits)};
        case ValueKind::LocalTime:
            return graphs::LocalTime{static_cast<std::int64_t>(bits)};
        case ValueKind::Vertex:
            return VertexId{static_cast<std::uint32_t>(bits)};
        case ValueKind::Edge:
            return EdgeId{static_cast<std::uint32_t>(bits)};
        default:
            return {};
    }
}

// Stands for items of which only the rows matter.
struct EveryRow {
    std::size_t operator[](std::size_t row) const { return row; }
};

// f(item) of each row into the words that stand `stride` apart.
template <class Items, class F>
void put(const Items& items, std::size_t rows, std::size_t stride, std::uint64_t* words, unsigned shift,
         const F& f) {
    if (stride == 1) {
        for (std::size_t row = 0; row < rows; ++row) words[row] |= f(items[row]) << shift;
    } else {
        for (std::size_t row = 0; row < rows; ++row) words[row * stride] |= f(items[row]) << shift;
    }
}

// f(word) of each row, out of words that stand `stride` apart.
template <class T, class F>
std::vector<T> taken(const std::uint64_t* words, std::size_t rows, std::size_t stride, const F& f) {
    std::vector<T> items(rows);
    if (stride == 1) {
        for (std::size_t row = 0; row < rows; ++row) items[row] = f(words[row]);
    } else {
        for (std::size_t row = 0; row < rows; ++row) items[row] = f(words[row * stride]);
    }
    return items;
}

}  // namespace

PackedLayout::Part PackedLayout::part_of_kind(ValueKind kind) {
    Part part;
    switch (kind) {
        case ValueKind::Vertex:
            part.kind = Kind::Vertex;
            break;
        case ValueKind::Edge:
            part.kind = Kind::Edge;
            break;
        case ValueKind::Boolean:
            part.kind = Kind::Truth;
            break;
        case ValueKind::Integer:
            part.kind = Kind::Integer;
            break;
        case ValueKind::Date:
            part.kind = Kind::Date;
            break;
        default:
            part.kind = Kind::Mixed;
    }
    return part;
}

std::optional<PackedLayout::Part> PackedLayout::part_of(const Column& column) {
    Part part;
    if (column.as<VertexId>() != nullptr) {
        part.kind = Kind::Vertex;
    } else if (column.as<EdgeId>() != nullptr) {
        part.kind = Kind::Edge;
    } else if (const auto* texts = column.as<Texts>()) {
        part.kind = Kind::Text;
        part.pool = texts->pool;
    } else if (column.as<Truth>() != nullptr) {
        part.kind = Kind::Truth;
    } else if (column.as<std::int64_t>() != nullptr) {
        part.kind = Kind::Integer;
    } else if (column.as<Dates>() != nullptr) {
        part.kind = Kind::Date;
    } else if (const Value* same = column.repeated()) {
        part.constant = *same;
    } else {
        const auto& values = *column.as<Value>();
        if (std::all_of(values.begin(), values.end(), [](const Value& v) { return v.is_null(); }))
            return part;
        if (!std::all_of(values.begin(), values.end(), engine::is_mixable)) return std::nullopt;
        part.kind = Kind::Mixed;
    }
    return part;
}

bool PackedLayout::is_mixable(const Part& part) {
    return part.kind == Kind::Constant ? engine::is_mixable(part.constant) : part.kind != Kind::Text;
}

bool PackedLayout::fits(const Part& part, const Value& value) {
    switch (part.kind) {
        case Kind::Vertex:
            return value.is_null() || value.kind() == ValueKind::Vertex;
        case Kind::Edge:
            return value.is_null() || value.kind() == ValueKind::Edge;
        case Kind::Truth:
            return value.is_null() || value.kind() == ValueKind::Boolean;
        case Kind::Text:
            return value.is_null() || (value.kind() == ValueKind::String && !Pace::is_large(value) &&
                                       !part.pool->find(value.string()).is_none());
        case Kind::Integer:
            return value.kind() == ValueKind::Integer;
        case Kind::Date:
            return value.kind() == ValueKind::Date;
        case Kind::Mixed:
            return engine::is_mixable(value);
        case Kind::Constant:
            return value.kind() == part.constant.kind() && graphs::equivalent(value, part.constant);
    }
    return false;
}

bool PackedLayout::fits(const Part& part, const Column& column) {
    if (const Value* same = column.repeated()) return fits(part, *same);
    if (const auto* values = column.as<Value>())
        return std::all_of(values->begin(), values->end(), [&](const Value& v) { return fits(part, v); });
    switch (part.kind) {
        case Kind::Vertex:
            return column.as<VertexId>() != nullptr;
        case Kind::Edge:
            return column.as<EdgeId>() != nullptr;
        case Kind::Truth:
            return column.as<Truth>() != nullptr;
        case Kind::Text:
            return column.as<Texts>() != nullptr && column.as<Texts>()->pool == part.pool;
        case Kind::Integer:
            return column.as<std::int64_t>() != nullptr;
        case Kind::Date:
            return column.as<Dates>() != nullptr;
        case Kind::Mixed:
            return column.as<Texts>() == nullptr;
        case Kind::Constant:
            break;
    }
    return false;
}

std::optional<PackedLayout::Part> PackedLayout::common(const Part& part, const Column& column) {
    if (fits(part, column)) return part;
    const std::optional<Part> other = part_of(column);
    if (!other) return std::nullopt;
    if (part.kind == Kind::Constant) {
        const Part wider = other->kind == Kind::Constant ? part_of_kind(part.constant.kind()) : *other;
        if (fits(wider, part.constant) && fits(wider, column)) return wider;
    }
    if (is_mixable(part) && is_mixable(*other)) return part_of_kind(ValueKind::Null);
    return std::nullopt;
}

// Integers, dates and bits have words of their own; the halves share what comes behind.
PackedLayout PackedLayout::laid_out(std::vector<Part> parts) {
    PackedLayout layout;
    std::size_t words = 0, halves = 0;
    for (Part& part : parts) {
        if (is_word(part.kind) || part.kind == Kind::Mixed) part.word = words++;
    }
    for (Part& part : parts) {
        if (!is_word(part.kind) && part.kind != Kind::Constant) part.half = 2 * words + halves++;
    }
    layout.words_ = std::max<std::size_t>(1, words + (halves + 1) / 2);
    layout.single_ = words + halves == 1;
    layout.id_ = words == 0 && halves == 1;
    layout.pair_ = words == 0 && halves == 2;
    layout.parts_ = std::move(parts);
    return layout;
}

std::optional<PackedLayout> PackedLayout::of(const std::vector<Column>& columns) {
    std::vector<Part> parts;
    for (const Column& column : columns) {
        std::optional<Part> part = part_of(column);
        if (!part) return std::nullopt;
        parts.push_back(std::move(*part));
    }
    return laid_out(std::move(parts));
}

std::optional<PackedLayout> PackedLayout::widened(const std::vector<Column>& columns) const {
    std::vector<Part> parts;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::optional<Part> part = common(parts_[i], columns[i]);
        if (!part) return std::nullopt;
        parts.push_back(std::move(*part));
    }
    return laid_out(std::move(parts));
}

bool PackedLayout::fits(const std::vector<Column>& columns) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!fits(parts_[i], columns[i])) return false;
    }
    return true;
}

std::uint64_t PackedLayout::bits_of(const Part& part, const Value& value) {
    switch (part.kind) {
        case Kind::Vertex:
            return value.is_null() ? 0 : half_of(value.vertex());
        case Kind::Edge:
            return value.is_null() ? 0 : half_of(value.edge());
        case Kind::Truth:
            return static_cast<std::uint64_t>(value.is_null() ? Truth::Unknown : truth_from(value.boolean()));
        case Kind::Text:
            return value.is_null() ? 0 : half_of(part.pool->find(value.string()));
        default:
            return mixed_bits(value);
    }
}

void PackedLayout::pack(const std::vector<Column>& columns, std::size_t rows, std::uint64_t* words) const {
    std::fill_n(words, rows * words_, 0);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (parts_[i].kind != Kind::Constant) pack(parts_[i], columns[i], rows, words);
    }
}

void PackedLayout::pack(const Part& part, const Column& column, std::size_t rows,
                        std::uint64_t* words) const {
    std::uint64_t* const halves = words + part.half / 2;
    const unsigned shift = part.half % 2 == 0 ? 0 : 32;
    const bool mixed = part.kind == Kind::Mixed, whole = mixed || is_word(part.kind);
    const auto put_bits = [&](const auto& items, const auto& bits) {
        put(items, rows, words_, whole ? words + part.word : halves, whole ? 0 : shift, bits);
    };
    const auto put_kind = [&](const auto& items, const auto& kind) {
        if (!mixed) return;
        put(items, rows, words_, halves, shift,
            [&](const auto& item) { return static_cast<std::uint64_t>(kind(item)); });
    };
    const auto put_ids = [&](const auto& ids, ValueKind kind) {
        if (mixed)
            put_bits(ids, [](auto id) { return id.is_none() ? 0 : std::uint64_t{id.value}; });
        else
            put_bits(ids, [](auto id) { return half_of(id); });
        put_kind(ids, [kind](auto id) { return id.is_none() ? ValueKind::Null : kind; });
    };

    if (const auto* vertices = column.as<VertexId>()) {
        put_ids(*vertices, ValueKind::Vertex);
    } else if (const auto* edges = column.as<EdgeId>()) {
        put_ids(*edges, ValueKind::Edge);
    } else if (const auto* texts = column.as<Texts>()) {
        put_ids(texts->ids, ValueKind::String);
    } else if (const auto* integers = column.as<std::int64_t>()) {
        put_bits(*integers, [](std::int64_t i) { return static_cast<std::uint64_t>(i); });
        put_kind(*integers, [](std::int64_t) { return ValueKind::Integer; });
    } else if (const auto* dates = column.as<Dates>()) {
        put_bits(dates->days, [](std::int64_t day) { return static_cast<std::uint64_t>(day); });
        put_kind(dates->days, [](std::int64_t) { return ValueKind::Date; });
    } else if (const auto* truths = column.as<Truth>()) {
        put_bits(*truths, [mixed](Truth truth) {
            return static_cast<std::uint64_t>(mixed && truth == Truth::Unknown ? Truth::False : truth);
        });
        put_kind(*truths,
                 [](Truth truth) { return truth == Truth::Unknown ? ValueKind::Null : ValueKind::Boolean; });
    } else if (const Value* same = column.repeated()) {
        const std::uint64_t bits = bits_of(part, *same);
        const EveryRow every_row;
        put_bits(every_row, [bits](std::size_t) { return bits; });
        put_kind(every_row, [same](std::size_t) { return same->kind(); });
    } else {
        const auto& values = *column.as<Value>();
        put_bits(values, [&](const Value& value) { return bits_of(part, value); });
        put_kind(values, [](const Value& value) { return value.kind(); });
    }
}

Column PackedLayout::unpack(std::size_t column, std::span<const std::uint64_t> words) const {
    const Part& part = parts_[column];
    const std::size_t rows = words.size() / words_;
    const unsigned shift = part.half % 2 == 0 ? 0 : 32;
    const auto halves = [&]<class T>(const auto& from_half, T) {
        return taken<T>(words.data() + part.half / 2, rows, words_,
                        [&](std::uint64_t word) { return from_half(word >> shift & 0xFFFF'FFFFU); });
    };
    const auto whole = [&] {
        return taken<std::int64_t>(words.data() + part.word, rows, words_,
                                   [](std::uint64_t word) { return static_cast<std::int64_t>(word); });
    };
    const auto ids = [&]<class Id>(Id id) {
        return halves([](std::uint64_t half) { return id_of<Id>(half); }, id);
    };
    switch (part.kind) {
        case Kind::Vertex:
            return Column(ids(VertexId()));
        case Kind::Edge:
            return Column(ids(EdgeId()));
        case Kind::Text:
            return Column(Texts{part.pool, ids(StringId())});
        case Kind::Truth:
            return Column(halves([](std::uint64_t half) { return static_cast<Truth>(half); }, Truth()));
        case Kind::Integer:
            return Column(whole());
        case Kind::Date:
            return Column(Dates{whole()});
        case Kind::Mixed: {
            const auto kinds =
                halves([](std::uint64_t half) { return static_cast<ValueKind>(half); }, ValueKind());
            std::vector<Value> values;
            values.reserve(rows);
            for (std::size_t row = 0; row < rows; ++row)
                values.push_back(mixed_value(kinds[row], words[row * words_ + part.word]));
            return Column(std::move(values));
        }
        case Kind::Constant:
            break;
    }
    return Column::repeat(part.constant, rows);
}

}  // namespace hearsay::engine

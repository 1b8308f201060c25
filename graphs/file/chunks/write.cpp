// Vertices and edges to bytes.
#include <algorithm>
#include <array>
#include <vector>

#include "graphs/error.hpp"
#include "graphs/file/chunks/bytes.hpp"
#include "graphs/file/chunks/chunk.hpp"

namespace hearsay::graphs {
namespace {

void write_value(ByteWriter& out, const Value& value);

void write_content(ByteWriter& out, const Value& value) {
    switch (value.kind()) {
        case Kind::Null:
            break;
        case Kind::Boolean:
            out.byte(value.boolean());
            break;
        case Kind::Integer:
            out.signed_number(value.integer());
            break;
        case Kind::Float:
            out.floating(value.floating());
            break;
        case Kind::String:
            out.text(value.string());
            break;
        case Kind::List:
            out.number(value.list().size());
            for (const Value& item : value.list()) write_value(out, item);
            break;
        case Kind::Date:
            out.signed_number(value.date().days);
            break;
        case Kind::LocalTime:
            out.number(static_cast<std::uint64_t>(value.local_time().nanoseconds));
            break;
        case Kind::Time:
            out.number(static_cast<std::uint64_t>(value.time().nanoseconds));
            out.signed_number(value.time().offset);
            break;
        case Kind::LocalDateTime:
            out.signed_number(value.local_date_time().seconds);
            out.number(static_cast<std::uint64_t>(value.local_date_time().nanoseconds));
            break;
        case Kind::DateTime: {
            const DateTime& time = value.date_time();
            out.signed_number(time.seconds);
            out.number(static_cast<std::uint64_t>(time.nanoseconds));
            out.signed_number(time.offset);
            out.text(time.zone);
            break;
        }
        case Kind::Duration: {
            const Duration& duration = value.duration();
            out.signed_number(duration.months);
            out.signed_number(duration.days);
            out.signed_number(duration.seconds);
            out.number(static_cast<std::uint64_t>(duration.nanoseconds));
            break;
        }
        case Kind::Map:
        case Kind::Vertex:
        case Kind::Edge:
        case Kind::Path:
            HEARSAY_ASSERT(!"a property is of a kind that can be stored");
    }
}

void write_value(ByteWriter& out, const Value& value) {
    out.byte(static_cast<std::uint8_t>(value.kind()));
    write_content(out, value);
}

// Each different text once, then the number of each row's text.
void write_texts(ByteWriter& out, const std::vector<Value>& values) {
    std::vector<std::string_view> texts;
    std::vector<std::size_t> numbers;
    for (const Value& value : values) {
        // Texts of one column are shared: equal ones stand at one address.
        const std::string_view text = value.string();
        const auto known = std::find_if(texts.begin(), texts.end(), [text](std::string_view other) {
            return other.data() == text.data();
        });
        numbers.push_back(static_cast<std::size_t>(known - texts.begin()));
        if (known == texts.end()) texts.push_back(text);
    }
    out.number(texts.size());
    for (const std::string_view text : texts) out.text(text);
    for (const std::size_t number : numbers) out.number(number);
}

void write_column(ByteWriter& out, const std::vector<Value>& values) {
    Kind kind = values.front().kind();
    for (const Value& value : values) {
        if (value.kind() != kind) kind = Kind::List;
    }
    out.byte(static_cast<std::uint8_t>(kind));
    if (kind == Kind::String) return write_texts(out, values);
    for (const Value& value : values) {
        if (kind == Kind::List)
            write_value(out, value);  // values of any kind
        else
            write_content(out, value);
    }
}

template <class ElementId>
void write_properties(ByteWriter& out, const PropertyGraph& graph, const std::vector<ElementId>& alive) {
    ByteWriter columns;
    std::size_t count = 0;
    for (std::uint32_t k = 0; k < graph.key_count(); ++k) {
        std::uint64_t present = 0;
        std::vector<Value> values;
        for (const ElementId id : alive) {
            Value value = graph.property(id, KeyId{k});
            if (value.is_null()) continue;
            present |= std::uint64_t{1} << (id.value % chunk_size);
            values.push_back(std::move(value));
        }
        if (values.empty()) continue;
        ++count;
        columns.number(k);
        columns.word(present);
        write_column(columns, values);
    }
    out.number(count);
    out.append(columns);
}

template <class ElementId>
std::vector<ElementId> alive_in(const PropertyGraph& graph, std::uint32_t chunk) {
    std::vector<ElementId> alive;
    for (std::uint32_t i = 0; i < chunk_size; ++i) {
        const ElementId id{chunk * chunk_size + i};
        if (graph.alive(id)) alive.push_back(id);
    }
    return alive;
}

template <class ElementId>
std::uint64_t mask(const std::vector<ElementId>& ids) {
    std::uint64_t bits = 0;
    for (const ElementId id : ids) bits |= std::uint64_t{1} << (id.value % chunk_size);
    return bits;
}

std::string sealed(const ByteWriter& body, std::uint32_t chunk) {
    ByteWriter out;
    out.word(checksum(body.bytes(), chunk));
    out.append(body);
    return out.bytes();
}

}  // namespace

std::string encode_vertices(const PropertyGraph& graph, std::uint32_t chunk) {
    const std::vector<VertexId> alive = alive_in<VertexId>(graph, chunk);
    if (alive.empty()) return {};
    ByteWriter out;
    out.word(mask(alive));

    std::vector<std::vector<LabelId>> sets;
    std::vector<std::size_t> numbers;
    for (const VertexId v : alive) {
        const std::vector<LabelId> set(graph.labels(v).begin(), graph.labels(v).end());
        const auto known = std::find(sets.begin(), sets.end(), set);
        numbers.push_back(static_cast<std::size_t>(known - sets.begin()));
        if (known == sets.end()) sets.push_back(set);
    }
    out.number(sets.size());
    for (const auto& set : sets) {
        out.number(set.size());
        for (const LabelId label : set) out.number(label.value);
    }
    for (const std::size_t number : numbers) out.number(number);
    write_properties(out, graph, alive);
    return sealed(out, chunk);
}

std::string encode_edges(const PropertyGraph& graph, std::uint32_t chunk) {
    const std::vector<EdgeId> alive = alive_in<EdgeId>(graph, chunk);
    if (alive.empty()) return {};
    ByteWriter out;
    out.word(mask(alive));
    // Edges that follow one another often join vertices that do: differences are short.
    std::int64_t source = 0, target = 0;
    for (const EdgeId e : alive) {
        const std::int64_t next_source = graph.source(e).value, next_target = graph.target(e).value;
        out.number(graph.type(e).value);
        out.signed_number(next_source - source);
        out.signed_number(next_target - target);
        source = next_source;
        target = next_target;
    }
    write_properties(out, graph, alive);
    return sealed(out, chunk);
}

}  // namespace hearsay::graphs

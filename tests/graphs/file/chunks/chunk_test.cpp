// Chunks as bytes: what is written is read again, and no bytes at all make the reader crash.
#include "graphs/file/chunks/chunk.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "graphs/file/chunks/bytes.hpp"

using namespace hearsay::graphs;

namespace {

std::string with_checksum(const std::string& body, std::uint32_t chunk) {
    ByteWriter out;
    out.word(checksum(body, chunk));
    return out.bytes() + body;
}

void name_all(PropertyGraph& g) {
    for (const char* name : {"A", "B"}) g.label(name);
    for (const char* name : {"R", "S"}) g.type(name);
    for (const char* name : {"x", "y", "z", "time", "length"}) g.key(name);
}

PropertyGraph sample() {
    PropertyGraph g;
    name_all(g);
    for (int i = 0; i < 64; ++i) {
        const VertexId v = g.add_vertex(std::vector{LabelId{static_cast<std::uint32_t>(i % 2)}},
                                        {{KeyId{0}, i}, {KeyId{1}, "text " + std::to_string(i % 5)}});
        if (i % 3 == 0)
            g.set_property(v, KeyId{2}, Value(List{i, "in a list", Value(List{1.5, true, Date{3}})}));
        if (i % 3 == 1) g.set_property(v, KeyId{2}, 0.5 * i);
        if (i % 5 == 0) g.set_property(v, KeyId{2}, DateTime{i, i, 60 * i, "Africa/Lagos"});
        g.set_property(v, KeyId{3}, Time{i * 1000, -60 * i});
        g.set_property(v, KeyId{4}, Duration{i, -i, -1, i});
        if (i > 0)
            g.add_edge(v, TypeId{0}, VertexId{static_cast<std::uint32_t>(i / 2)},
                       {{KeyId{0}, Date{i}}, {KeyId{1}, i % 2 == 0}});
    }
    return g;
}

}  // namespace

TEST_CASE("numbers are written short and read again", "[chunk]") {
    ByteWriter out;
    const std::vector<std::int64_t> numbers = {0,
                                               1,
                                               -1,
                                               63,
                                               -64,
                                               64,
                                               1 << 20,
                                               std::numeric_limits<std::int64_t>::max(),
                                               std::numeric_limits<std::int64_t>::min()};
    for (const std::int64_t n : numbers) out.signed_number(n);
    out.number(std::numeric_limits<std::uint64_t>::max());
    out.floating(-0.25);
    out.text("end");
    ByteReader in(out.bytes());
    for (const std::int64_t n : numbers) CHECK(in.signed_number() == n);
    CHECK(in.number() == std::numeric_limits<std::uint64_t>::max());
    CHECK(in.floating() == -0.25);
    CHECK(in.text() == "end");
    CHECK((in.ok() && in.at_end()));
    CHECK(in.byte() == 0);
    CHECK_FALSE(in.ok());
    ByteReader endless(std::string_view("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"));
    endless.number();
    CHECK_FALSE(endless.ok());
}

TEST_CASE("a checksum sees every bit and the length", "[chunk]") {
    const std::string bytes = "some bytes, not a multiple of eight";
    const std::uint64_t sum = checksum(bytes, 1);
    CHECK(checksum(bytes, 2) != sum);
    CHECK(checksum(bytes + std::string(1, '\0'), 1) != sum);
    for (std::size_t i = 0; i < bytes.size() * 8; ++i) {
        std::string flipped = bytes;
        flipped[i / 8] ^= static_cast<char>(1 << i % 8);
        CHECK(checksum(flipped, 1) != sum);
    }
}

TEST_CASE("bytes that are damaged but bear the right checksum are refused or read, never a crash",
          "[chunk]") {
    const PropertyGraph g = sample();
    const std::string vertices = encode_vertices(g, 0).substr(8), edges = encode_edges(g, 0).substr(8);
    std::mt19937 random(9);
    int refused = 0, read = 0;
    for (int i = 0; i < 3000; ++i) {
        std::string v = vertices, e = edges;
        for (std::string* bytes : {&v, &e}) {
            for (std::size_t n = random() % 4; n > 0; --n)
                (*bytes)[random() % bytes->size()] = static_cast<char>(random());
            if (random() % 8 == 0) bytes->resize(random() % bytes->size());
            if (random() % 8 == 0) bytes->append(random() % 5, static_cast<char>(random()));
        }
        PropertyGraph damaged;
        name_all(damaged);
        BulkFill fill(damaged);
        fill.expect(64, 64);
        const bool both =
            decode_vertices(with_checksum(v, 0), 0, fill) & decode_edges(with_checksum(e, 0), 0, fill);
        fill.link_edges();
        if (fill.finish() && both) {
            ++read;
            for (std::uint32_t id = 0; id < 64; ++id) {
                if (!damaged.alive(VertexId{id})) continue;
                for (const auto& [key, value] : damaged.properties(VertexId{id})) hash(value);
                for (std::uint32_t t = 0; t < 2; ++t) CHECK(damaged.out(VertexId{id}, TypeId{t}).size() < 65);
            }
        } else {
            ++refused;
        }
    }
    CHECK(refused > 100);
    CHECK(read > 100);
}

TEST_CASE("temporal values out of their range are damage", "[chunk]") {
    // One vertex without labels, with one property: what `write` puts behind the kind.
    const auto is_read = [](Kind kind, const auto& write) {
        ByteWriter body;
        body.word(1);
        for (const std::uint64_t n : {1, 0, 0, 1, 0})
            body.number(n);  // label sets, its set; columns, the key
        body.word(1);
        body.byte(static_cast<std::uint8_t>(kind));
        write(body);
        PropertyGraph g;
        g.key("x");
        BulkFill fill(g);
        fill.expect(1, 0);
        return decode_vertices(with_checksum(body.bytes(), 0), 0, fill);
    };
    constexpr auto day = static_cast<std::uint64_t>(nanoseconds_per_day);
    for (const std::uint64_t n : {day - 1, day, ~std::uint64_t{0}}) {
        CHECK(is_read(Kind::LocalTime, [&](ByteWriter& out) { out.number(n); }) == (n < day));
        CHECK(is_read(Kind::Time, [&](ByteWriter& out) { out.number(n), out.signed_number(0); }) ==
              (n < day));
    }
    for (const std::int64_t offset : {64'800L, 64'801L, -64'801L, 1L << 32}) {
        const bool fine = offset == 64'800;
        CHECK(is_read(Kind::Time, [&](ByteWriter& out) { out.number(0), out.signed_number(offset); }) ==
              fine);
        CHECK(is_read(Kind::DateTime, [&](ByteWriter& out) {
                  out.signed_number(0), out.number(0), out.signed_number(offset), out.text("");
              }) == fine);
    }
    for (const std::uint64_t n : {999'999'999UL, 1'000'000'000UL, 1UL << 32, ~0UL}) {
        const bool fine = n < 1'000'000'000;
        CHECK(is_read(Kind::LocalDateTime, [&](ByteWriter& out) { out.signed_number(-1), out.number(n); }) ==
              fine);
        CHECK(is_read(Kind::Duration, [&](ByteWriter& out) {
                  for (int part = 0; part < 3; ++part) out.signed_number(part);
                  out.number(n);
              }) == fine);
    }
    for (const std::string& zone : {std::string("Africa/Lagos"), std::string(longest_zone_name + 1, 'a'),
                                    std::string("\x1b[31m"), std::string("a\0b", 3)}) {
        CHECK(is_read(Kind::DateTime, [&](ByteWriter& out) {
                  out.signed_number(0), out.number(0), out.signed_number(0), out.text(zone);
              }) == (zone == "Africa/Lagos"));
    }
    for (const Kind kind : {Kind::Null, Kind::Map, Kind::Vertex, Kind::Edge, Kind::Path,
                            static_cast<Kind>(16), static_cast<Kind>(255)}) {
        CHECK_FALSE(is_read(kind, [](ByteWriter&) {}));
    }
}

TEST_CASE("a chunk is refused in another place", "[chunk]") {
    const PropertyGraph g = sample();
    PropertyGraph other;
    name_all(other);
    BulkFill fill(other);
    fill.expect(128, 128);
    CHECK_FALSE(decode_vertices(encode_vertices(g, 0), 1, fill));
    CHECK_FALSE(decode_vertices("", 0, fill));
    CHECK(decode_vertices(encode_vertices(g, 0), 0, fill));
}

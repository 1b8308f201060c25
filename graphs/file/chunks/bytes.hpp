// Numbers and texts as bytes, the same on every machine: little-endian, small numbers short (LEB128).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hearsay::graphs {

inline std::uint64_t load_word(const char* bytes) {
    std::uint64_t word = 0;
    for (int i = 0; i < 8; ++i)
        word |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    return word;
}

class ByteWriter {
  public:
    void byte(std::uint8_t b) { bytes_.push_back(static_cast<char>(b)); }
    void word(std::uint64_t w) {
        for (int i = 0; i < 8; ++i) byte(static_cast<std::uint8_t>(w >> (8 * i)));
    }
    void number(std::uint64_t n) {
        for (; n >= 0x80; n >>= 7) byte(static_cast<std::uint8_t>(n | 0x80));
        byte(static_cast<std::uint8_t>(n));
    }
    // Zigzag: small numbers of either sign are short.
    void signed_number(std::int64_t n) {
        number(static_cast<std::uint64_t>(n) << 1 ^ static_cast<std::uint64_t>(n >> 63));
    }
    void floating(double d) { word(std::bit_cast<std::uint64_t>(d)); }
    void text(std::string_view t) {
        number(t.size());
        bytes_.append(t);
    }
    void append(const ByteWriter& other) { bytes_.append(other.bytes_); }
    const std::string& bytes() const { return bytes_; }

  private:
    std::string bytes_;
};

// Reads what a ByteWriter wrote. At ill-formed or missing bytes it gives zeros and `ok` turns false for good.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    bool ok() const { return ok_; }
    bool at_end() const { return at_ == end_; }
    std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

    std::uint8_t byte() {
        if (at_ == end_) return static_cast<std::uint8_t>(fail());
        return static_cast<std::uint8_t>(*at_++);
    }
    std::uint64_t word() {
        if (left() < 8) return fail();
        at_ += 8;
        return load_word(at_ - 8);
    }
    std::uint64_t number() {
        std::uint64_t n = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::uint8_t b = byte();
            n |= static_cast<std::uint64_t>(b & 0x7f) << shift;
            if (b < 0x80) return n;
        }
        return fail();
    }
    std::int64_t signed_number() {
        const std::uint64_t n = number();
        return static_cast<std::int64_t>(n >> 1 ^ (~(n & 1) + 1));
    }
    double floating() { return std::bit_cast<double>(word()); }
    std::string_view text() {
        const std::uint64_t size = number();
        if (size > left()) {
            fail();
            return {};
        }
        at_ += size;
        return {at_ - size, static_cast<std::size_t>(size)};
    }
    std::uint64_t fail() {
        ok_ = false;
        at_ = end_;
        return 0;
    }

  private:
    const char* at_;
    const char* end_;
    bool ok_ = true;
};

// Tells damage, not malice: any flipped bit changes it. Mixing as in SplitMix64, eight bytes at a time.
inline std::uint64_t checksum(std::string_view bytes, std::uint64_t seed) {
    std::uint64_t sum = seed * 0x9e3779b97f4a7c15ULL + bytes.size();
    const auto mix = [&sum](std::uint64_t word) {
        sum = std::rotl((sum ^ word) * 0xbf58476d1ce4e5b9ULL, 31);
    };
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) mix(load_word(bytes.data() + i));
    std::uint64_t rest = 0;
    for (int shift = 0; i < bytes.size(); ++i, shift += 8) {
        rest |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << shift;
    }
    mix(rest);
    sum = (sum ^ (sum >> 30)) * 0x94d049bb133111ebULL;
    return sum ^ (sum >> 31);
}

}  // namespace hearsay::graphs

// The inner loops of the network on rows of numbers, built once for each kind of processor.
//
// All of them give the same bits: sums have sixteen lanes that are added in one order, whatever the width of
// the processor's registers; exp and erf are polynomials of our own, since a library's differ between
// machines; no product is contracted with a sum; and attention multiplies whole numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace hearsay::engine {

// One head's attention over one sequence: out[i] = sum over j of softmax_j(queries[i] . keys[j]) * values[j].
struct AttentionHead {
    static constexpr std::size_t size = 32;          // numbers of a row that belong to one head
    static constexpr std::size_t row_multiple = 32;  // `padded` is a multiple of it
    static constexpr std::size_t block = 4;          // rows whose scores are held at once
    static constexpr float largest_key = 8191;       // 32 * 8191 * 8191 < 2^31: sums of queries and keys fit
    static constexpr float largest_value = 32767;

    std::size_t rows = 0, padded = 0;  // padded: rows rounded up; rows past the end are zero
    std::size_t stride = 0;            // of queries and of out
    const std::int16_t* queries = nullptr;
    const float* query_scales = nullptr;
    const std::int16_t* keys = nullptr;  // [size / 2][padded][2]: pairs of a key's numbers, key by key
    const float* key_scales = nullptr;
    const std::int16_t* values =
        nullptr;  // [padded / 2][size][2]: pairs of values' numbers, number by number
    const float* value_scales = nullptr;
    float* out = nullptr;
    float* scores = nullptr;        // [block][padded], for the kernel's use
    std::int16_t* parts = nullptr;  // [block][padded], for the kernel's use
};

// Every n is a multiple of 16.
struct Kernels {
    static constexpr std::size_t row_multiple = 16;
    const char* name;
    // out = (sums - correction) * (row_scale * scale) + bias
    void (*rescale)(const std::int32_t* sums, const std::int32_t* correction, const float* scale,
                    const float* bias, float row_scale, std::size_t n, float* out);
    // The same, then gelu: x * (1 + erf(x / sqrt(2))) / 2.
    void (*rescale_gelu)(const std::int32_t* sums, const std::int32_t* correction, const float* scale,
                         const float* bias, float row_scale, std::size_t n, float* out);
    // out = x + y
    void (*add)(const float* x, const float* y, std::size_t n, float* out);
    // x = (x - mean) / sqrt(variance + 1e-12) * weight + bias
    void (*norm)(float* x, const float* weight, const float* bias, std::size_t n);
    // out = bytes * scale + position + shape
    void (*embed)(const std::int8_t* bytes, float scale, const float* position, const float* shape,
                  std::size_t n, float* out);
    // out = 128 + x / scale, rounded half to even, within 1 and 255. Returns scale = max|x| / 127.
    float (*to_bytes)(const float* x, std::size_t n, std::uint8_t* out);
    // out = x / scale, rounded half to even. Returns scale = max|x| / largest.
    float (*to_shorts)(const float* x, std::size_t n, float largest, std::int16_t* out);
    float (*dot)(const float* x, const float* y, std::size_t n);
    void (*attend)(const AttentionHead& head);
};

// The fastest that this processor can run.
const Kernels& kernels();
// All that it can run, for tests; the last is the fastest.
std::span<const Kernels* const> all_kernels();

}  // namespace hearsay::engine

#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <random>
#include <vector>

#include "engine/articles/network/kernels/float_math.hpp"
#include "engine/articles/network/kernels/kernels.hpp"

using namespace hearsay::engine;

namespace {

std::vector<float> random_floats(std::size_t n, float most, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<float> out(n);
    for (float& x : out) x = most * (static_cast<float>(random() % 200001U) / 100000.0F - 1.0F);
    return out;
}

template <class T>
bool same_bits(const std::vector<T>& a, const std::vector<T>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0;
}

// Queries, keys and values of one head, and a place for the output.
struct HeadData {
    HeadData(std::size_t rows, float sharpness, unsigned seed) : count(rows) {
        padded = (rows + AttentionHead::row_multiple - 1) / AttentionHead::row_multiple *
                 AttentionHead::row_multiple;
        q = random_floats(rows * size, sharpness, seed);
        k = random_floats(rows * size, 1, seed + 1);
        v = random_floats(rows * size, 3, seed + 2);
        queries.resize(rows * size);
        keys.assign(padded * size, 0);
        values.assign(padded * size, 0);
        query_scales.resize(rows);
        key_scales.assign(padded, 0);
        value_scales.assign(padded, 0);
        std::vector<std::int16_t> row(size);
        const Kernels& use = *all_kernels().front();
        for (std::size_t i = 0; i < rows; ++i) {
            query_scales[i] =
                use.to_shorts(&q[i * size], size, AttentionHead::largest_key, &queries[i * size]);
            key_scales[i] = use.to_shorts(&k[i * size], size, AttentionHead::largest_key, row.data());
            for (std::size_t d = 0; d < size; ++d) keys[(d / 2 * padded + i) * 2 + d % 2] = row[d];
            value_scales[i] = use.to_shorts(&v[i * size], size, AttentionHead::largest_value, row.data());
            for (std::size_t d = 0; d < size; ++d) values[(i / 2 * size + d) * 2 + i % 2] = row[d];
        }
    }
    std::vector<float> attend(const Kernels& with) const {
        std::vector<float> out(count * size), scores(AttentionHead::block * padded);
        std::vector<std::int16_t> parts(AttentionHead::block * padded);
        AttentionHead h;
        h.rows = count;
        h.padded = padded;
        h.stride = size;
        h.queries = queries.data();
        h.query_scales = query_scales.data();
        h.keys = keys.data();
        h.key_scales = key_scales.data();
        h.values = values.data();
        h.value_scales = value_scales.data();
        h.out = out.data();
        h.scores = scores.data();
        h.parts = parts.data();
        with.attend(h);
        return out;
    }
    std::vector<double> reference() const {
        std::vector<double> out(count * size);
        for (std::size_t i = 0; i < count; ++i) {
            std::vector<double> weight(count);
            double top = -1e30, sum = 0;
            for (std::size_t j = 0; j < count; ++j) {
                for (std::size_t d = 0; d < size; ++d) weight[j] += double(q[i * size + d]) * k[j * size + d];
                top = std::max(top, weight[j]);
            }
            for (double& w : weight) sum += w = std::exp(w - top);
            for (std::size_t j = 0; j < count; ++j)
                for (std::size_t d = 0; d < size; ++d) out[i * size + d] += weight[j] / sum * v[j * size + d];
        }
        return out;
    }
    static constexpr std::size_t size = AttentionHead::size;
    std::size_t count, padded;
    std::vector<float> q, k, v, query_scales, key_scales, value_scales;
    std::vector<std::int16_t> queries, keys, values;
};

}  // namespace

TEST_CASE("all kernels give the same bits", "[kernels]") {
    constexpr std::size_t n = 192;
    const auto x = random_floats(n, 5, 1), y = random_floats(n, 2, 2), w = random_floats(n, 1, 3);
    std::vector<std::int32_t> sums(n), correction(n);
    std::vector<std::int8_t> bytes(n);
    std::mt19937 random(4);
    for (std::size_t i = 0; i < n; ++i) {
        sums[i] = static_cast<std::int32_t>(random() % 20000000U) - 10000000;
        correction[i] = static_cast<std::int32_t>(random() % 100000U) - 50000;
        bytes[i] = static_cast<std::int8_t>(static_cast<int>(random() % 255U) - 127);
    }
    const auto all = [&](const Kernels& k) {
        std::vector<float> out;
        const auto keep = [&](const std::vector<float>& v) { out.insert(out.end(), v.begin(), v.end()); };
        std::vector<float> r(n);
        k.rescale(sums.data(), correction.data(), w.data(), y.data(), 1e-5F, n, r.data());
        keep(r);
        k.rescale_gelu(sums.data(), correction.data(), w.data(), y.data(), 1e-6F, n, r.data());
        keep(r);
        k.add(x.data(), y.data(), n, r.data());
        keep(r);
        k.norm(r.data(), w.data(), y.data(), n);
        keep(r);
        k.embed(bytes.data(), 0.01F, x.data(), y.data(), n, r.data());
        keep(r);
        std::vector<std::uint8_t> b(n);
        std::vector<std::int16_t> s(n);
        keep({k.to_bytes(x.data(), n, b.data()), k.to_shorts(x.data(), n, 8191, s.data()),
              k.dot(x.data(), y.data(), n)});
        for (std::size_t i = 0; i < n; ++i) keep({static_cast<float>(b[i]), static_cast<float>(s[i])});
        for (const std::size_t rows : {1, 31, 33, 96}) keep(HeadData(rows, 2, 7).attend(k));
        return out;
    };
    const auto first = all(*all_kernels().front());
    for (const Kernels* k : all_kernels()) {
        INFO(k->name);
        CHECK(same_bits(all(*k), first));
    }
    CHECK(&kernels() == all_kernels().back());
}

TEST_CASE("gelu is x times the normal distribution's share below x", "[kernels]") {
    const Kernels& k = kernels();
    std::vector<std::int32_t> sums(1024), zeros(1024);
    std::vector<float> ones(1024, 1.0F), none(1024), out(1024);
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] = static_cast<std::int32_t>(i) - 512;
    k.rescale_gelu(sums.data(), zeros.data(), ones.data(), none.data(), 1.0F / 64, sums.size(), out.data());
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const double x = sums[i] / 64.0;
        CHECK(std::abs(out[i] - x * 0.5 * (1 + std::erf(x / std::sqrt(2.0)))) < 2e-6);
    }
}

TEST_CASE("norm gives mean 0 and variance 1, weighed", "[kernels]") {
    auto x = random_floats(384, 9, 5);
    const auto w = random_floats(384, 1, 6), b = random_floats(384, 1, 7);
    double mean = 0, variance = 0;
    for (const float v : x) mean += v / 384.0;
    for (const float v : x) variance += (v - mean) * (v - mean) / 384.0;
    const auto before = x;
    kernels().norm(x.data(), w.data(), b.data(), 384);
    for (std::size_t i = 0; i < x.size(); ++i)
        CHECK(std::abs(x[i] - ((before[i] - mean) / std::sqrt(variance) * w[i] + b[i])) < 1e-5);
    std::vector<float> flat(16, 3.0F), one(16, 1.0F), zero(16);
    kernels().norm(flat.data(), one.data(), zero.data(), 16);
    for (const float v : flat) CHECK(v == 0);
}

TEST_CASE("rows become bytes and shorts, half to even", "[kernels]") {
    std::vector<float> x(16);
    x[0] = 127;
    x[1] = -127;
    x[2] = 0.5F;
    x[3] = 1.5F;
    x[4] = -2.5F;
    x[5] = 2.51F;
    std::vector<std::uint8_t> bytes(16);
    CHECK(kernels().to_bytes(x.data(), 16, bytes.data()) == 1.0F);
    CHECK(std::vector<std::uint8_t>(bytes.begin(), bytes.begin() + 7) ==
          std::vector<std::uint8_t>{255, 1, 128, 130, 126, 131, 128});
    std::vector<std::int16_t> shorts(16);
    x[0] = 8191;
    CHECK(kernels().to_shorts(x.data(), 16, 8191, shorts.data()) == 1.0F);
    CHECK(std::vector<std::int16_t>(shorts.begin(), shorts.begin() + 7) ==
          std::vector<std::int16_t>{8191, -127, 0, 2, -2, 3, 0});
    x.assign(16, 0.0F);
    CHECK(kernels().to_bytes(x.data(), 16, bytes.data()) == 0);
    CHECK(bytes == std::vector<std::uint8_t>(16, 128));
}

TEST_CASE("attention is the softmax's mean of the values", "[kernels]") {
    for (const std::size_t rows : {1, 2, 5, 32, 63, 255}) {
        for (const float sharpness : {0.01F, 1.0F, 30.0F}) {
            const HeadData data(rows, sharpness, static_cast<unsigned>(rows));
            const auto out = data.attend(kernels());
            const auto expected = data.reference();
            double worst = 0;
            for (std::size_t i = 0; i < out.size(); ++i)
                worst = std::max(worst, std::abs(out[i] - expected[i]));
            INFO(rows << " rows, " << sharpness);
            CHECK(worst < 0.02);  // of values within -3 and 3
        }
    }
}

TEST_CASE("exp and log agree with the library's", "[kernels]") {
    for (double x = -650; x < 650; x += 0.737) CHECK(exp_of(x) == Approx(std::exp(x)).epsilon(1e-13));
    for (double x = 1e-300; x < 1e300; x *= 17.3) CHECK(log_of(x) == Approx(std::log(x)).epsilon(1e-13));
    CHECK(exp_of(0) == 1);
    CHECK(log_of(1) == 0);
    CHECK(from_log_odds(log_odds(0.25)) == Approx(0.25));
    CHECK(from_log_odds(log_odds(0)) > 0);
    CHECK(from_log_odds(log_odds(1)) < 1);
}

#include "tests/engine/articles/network/weights_builder.hpp"

#include <unistd.h>

#include <atomic>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace hearsay::tests {
namespace {

template <class T>
std::string raw(const T& value) {
    std::string out(sizeof value, '\0');
    std::memcpy(out.data(), &value, sizeof value);
    return out;
}

std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

std::size_t aligned(std::size_t at) {
    return (at + 63) / 64 * 64;
}

}  // namespace

std::uint32_t WeightsBuilder::random() {
    state_ = state_ * 1664525U + 1013904223U;
    return state_ >> 8;
}

void WeightsBuilder::signed_bytes(const std::string& name, std::size_t rows, std::size_t columns, int most) {
    TestTensor t{name, 0, 2, rows, columns, {}};
    for (std::size_t i = 0; i < rows * columns; ++i)
        t.bytes.push_back(
            static_cast<char>(static_cast<int>(random() % (2U * static_cast<unsigned>(most) + 1)) - most));
    tensors.push_back(std::move(t));
}

void WeightsBuilder::floats(const std::string& name, std::size_t rows, std::size_t columns, float least,
                            float most) {
    TestTensor t{name, 3, columns == 1 ? 1U : 2U, rows, columns, {}};
    for (std::size_t i = 0; i < rows * columns; ++i)
        t.bytes += raw(least + (most - least) * static_cast<float>(random() % 65536U) / 65536.0F);
    tensors.push_back(std::move(t));
}

void WeightsBuilder::integer(const std::string& name, std::int32_t value) {
    tensors.push_back({name, 2, 1, 1, 1, raw(value)});
}

void WeightsBuilder::unsigned_bytes(const std::string& name, const std::string& bytes) {
    tensors.push_back({name, 1, 1, bytes.size(), 1, bytes});
}

TestTensor& WeightsBuilder::at(const std::string& name) {
    for (TestTensor& t : tensors) {
        if (t.name == name) return t;
    }
    throw std::out_of_range(name);
}

std::string WeightsBuilder::file() const {
    std::string directory, contents;
    const std::size_t begin = aligned(64 + 96 * tensors.size());
    for (const TestTensor& t : tensors) {
        contents.resize(aligned(contents.size()));
        directory += t.name + std::string(56 - t.name.size(), '\0') + raw(t.type) + raw(t.dimensions) +
                     raw(t.rows) + raw(t.columns) + raw<std::uint64_t>(begin + contents.size()) +
                     raw<std::uint64_t>(t.bytes.size());
        contents += t.bytes;
    }
    std::string out = "HSWEIGHT" + raw(version) + raw<std::uint32_t>(0) +
                      raw<std::uint64_t>(begin + contents.size()) +
                      raw(static_cast<std::uint32_t>(tensors.size())) + std::string(36, '\0') + directory;
    out.resize(begin);
    out += contents;
    mend_checksum(out);
    return out;
}

void mend_checksum(std::string& file) {
    file.replace(12, 4, raw(crc32(std::string_view(file).substr(16))));
}

WeightsBuilder small_network(std::size_t layers) {
    constexpr std::size_t width = 64, inner = 128;
    const std::string words =
        "[UNK]\n[CLS]\n[SEP]\n.\n?\n!\n,\n\"\n\u201C\n\u201D\n'\nthe\nmayor\nsaid\nthat\nit\nrain\n##ed\n##"
        "s\n##y\ntold\n"
        "reporters\nold\nbridge\nwas\nsafe\nmara\nfen\n##wick\nof\nand\nclosed\na\nb\n##c\nharbour\n";
    std::size_t pieces = 0;
    for (const char c : words) pieces += c == '\n' ? 1 : 0;
    WeightsBuilder b;
    const auto product = [&](const std::string& name, std::size_t outputs, std::size_t inputs) {
        b.signed_bytes(name + ".weight", outputs, inputs, 63);
        b.floats(name + ".scale", outputs, 1, 0.001F, 0.006F);
        b.floats(name + ".bias", outputs, 1, -0.1F, 0.1F);
    };
    const auto norm = [&](const std::string& name) {
        b.floats(name + ".weight", width, 1, 0.8F, 1.2F);
        b.floats(name + ".bias", width, 1, -0.1F, 0.1F);
    };
    const auto layer = [&](const std::string& name) {
        product(name + ".qkv", 3 * width, width);
        product(name + ".output", width, width);
        product(name + ".up", inner, width);
        product(name + ".down", width, inner);
        norm(name + ".norm1");
        norm(name + ".norm2");
    };
    const auto tagger = [&](const std::string& name, std::size_t tags) {
        product(name + ".up", width, width);
        b.floats(name + ".out.weight", tags, width, -0.4F, 0.4F);
        b.floats(name + ".out.bias", tags, 1, -0.1F, 0.1F);
        b.floats(name + ".crf.move", tags, tags, -0.5F, 0.5F);
        b.floats(name + ".crf.start", tags, 1, -0.5F, 0.5F);
        b.floats(name + ".crf.stop", tags, 1, -0.5F, 0.5F);
    };
    b.integer("number.heads", 2);
    b.integer("number.window", 96);
    b.integer("number.chunk", 128);
    b.unsigned_bytes("vocabulary", words);
    b.signed_bytes("embedding.word", pieces, width, 127);
    b.floats("embedding.word.scale", pieces, 1, 0.004F, 0.012F);
    b.floats("embedding.position", 128, width, -0.1F, 0.1F);
    b.floats("embedding.shape", 14, width, -0.3F, 0.3F);
    norm("embedding.norm");
    for (std::size_t i = 0; i < layers; ++i) layer("layer." + std::to_string(i));
    tagger("cue", 3);
    tagger("name", 9);
    tagger("argument", 5);
    b.floats("cue.bias", 1, 1, 0, 0);
    product("argument.value", width, width);
    norm("argument.norm");
    b.floats("argument.near", 64, width, -0.3F, 0.3F);
    b.floats("argument.inside", 2, width, -0.3F, 0.3F);
    std::string buckets;
    for (std::size_t i = 0; i < 200; ++i) buckets.push_back(static_cast<char>(i < 31 ? i : 31));
    b.unsigned_bytes("argument.bucket", buckets);
    layer("argument.layer.0");
    b.floats("calibration", 7, 1, 0, 0.5F);
    return b;
}

TestFile::TestFile(const std::string& bytes) {
    static std::atomic<int> count = 0;
    path = std::filesystem::temp_directory_path() /
           ("hearsay-weights-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    std::ofstream(path, std::ios::binary) << bytes;
}

TestFile::~TestFile() {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
}

}  // namespace hearsay::tests

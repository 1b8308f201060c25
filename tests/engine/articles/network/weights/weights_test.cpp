#include <catch2/catch.hpp>

#include "engine/articles/network/network.hpp"
#include "engine/articles/network/network_annotator.hpp"
#include "engine/articles/network/weights/weights.hpp"
#include "tests/engine/articles/network/weights_builder.hpp"

using namespace hearsay::engine;
using namespace hearsay::tests;
using Catch::Matchers::Contains;

namespace {

std::string reason_of(const std::string& bytes) {
    const TestFile file(bytes);
    const auto opened = open_network(file.path);
    if (opened) return "opened";
    CHECK(opened.error().place == file.path.string());
    CHECK_THAT(opened.error().reason, Contains("engine/articles/network/weights/reading.weights"));
    CHECK_THAT(opened.error().reason, Contains("train.sh"));
    return opened.error().reason;
}

void put(std::string& file, std::size_t at, std::uint64_t value) {
    for (std::size_t i = 0; i < 8; ++i) file[at + i] = static_cast<char>(value >> (8 * i));
}

}  // namespace

TEST_CASE("a weights file gives its tensors", "[weights]") {
    const TestFile file(small_network().file());
    const auto weights = Weights::open(file.path);
    REQUIRE(weights);
    const Weights::Tensor* t = (*weights)->find("layer.1.up.weight");
    REQUIRE(t != nullptr);
    CHECK(t->type == Weights::Type::SignedBytes);
    CHECK(t->rows == 128);
    CHECK(t->columns == 64);
    CHECK(t->bytes.size() == 128 * 64);
    CHECK(reinterpret_cast<std::uintptr_t>(t->bytes.data()) % 64 == 0);
    CHECK((*weights)->find("layer.2.up.weight") == nullptr);
    CHECK(reason_of(small_network().file()) == "opened");
}

TEST_CASE("what is no weights file is said to be none", "[weights]") {
    const auto missing = open_network("/nowhere/at/all.weights");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().place == "/nowhere/at/all.weights");
    CHECK_THAT(missing.error().reason, Contains("there is no such file") && Contains("reading.weights"));
    const auto folder = open_network(std::filesystem::temp_directory_path());
    REQUIRE_FALSE(folder);
    CHECK_THAT(folder.error().reason, Contains("is not a file"));
    CHECK_THAT(reason_of(""), Contains("is not a weights file"));
    CHECK_THAT(reason_of("HSW"), Contains("is not a weights file"));
    CHECK_THAT(reason_of("%PDF-1.4 and more than that"), Contains("is not a weights file"));
    CHECK_THAT(reason_of("HSWEIGHT"), Contains("is cut off"));
}

TEST_CASE("a weights file of another version is named so", "[weights]") {
    WeightsBuilder builder = small_network();
    builder.version = 7;
    CHECK_THAT(reason_of(builder.file()), Contains("has version 7") && Contains("reads version 1"));
}

TEST_CASE("a damaged weights file is found out, wherever the damage is", "[weights]") {
    const std::string good = small_network(1).file();
    for (std::size_t length = 0; length < good.size(); length += length < 70 ? 7 : 4999) {
        INFO("cut to " << length);
        CHECK(reason_of(good.substr(0, length)) != "opened");
    }
    CHECK(reason_of(good + "x") != "opened");
    for (std::size_t at = 0; at < good.size(); at += at < 300 ? 11 : 3989) {
        INFO("bit of byte " << at);
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x10);
        CHECK(reason_of(bad) != "opened");
    }
}

TEST_CASE("sizes and places in the directory are not believed", "[weights]") {
    const std::string good = small_network(1).file();
    const std::uint64_t huge = ~std::uint64_t{0};
    for (std::size_t entry = 0; entry < 6; ++entry) {
        for (const std::size_t field : {64, 72, 80, 88}) {
            for (const std::uint64_t value :
                 {huge, huge - 63, huge / 2 + 1, std::uint64_t{1} << 32, std::uint64_t{0}}) {
                std::string bad = good;
                put(bad, 64 + entry * 96 + field, value);
                mend_checksum(bad);
                INFO("entry " << entry << " field " << field << " value " << value);
                CHECK(reason_of(bad) != "opened");
            }
        }
        std::string bad = good;
        bad[64 + entry * 96 + 56] = 9;  // no such type
        mend_checksum(bad);
        CHECK_THAT(reason_of(bad), Contains("does not lie within it"));
    }
    std::string bad = good;
    put(bad, 24, 0xFFFFFFFFU);  // tensors
    mend_checksum(bad);
    CHECK_THAT(reason_of(bad), Contains("its directory is cut off"));
}

TEST_CASE("a weights file with another network is refused", "[weights]") {
    WeightsBuilder builder = small_network();
    SECTION("a tensor is missing") {
        builder.at("cue.up.bias").name = "something.else";
        CHECK_THAT(reason_of(builder.file()), Contains("it has no \"cue.up.bias\""));
    }
    SECTION("a tensor is there twice") {
        builder.at("cue.up.bias").name = "cue.up.scale";
        CHECK_THAT(reason_of(builder.file()), Contains("is there twice"));
    }
    SECTION("a tensor has another size") {
        TestTensor& t = builder.at("layer.0.down.weight");
        std::swap(t.rows, t.columns);
        CHECK_THAT(reason_of(builder.file()), Contains("\"layer.0.down.weight\" is 128 x 64"));
    }
    SECTION("heads that do not fit the width") {
        builder.at("number.heads").bytes[0] = 3;
        CHECK_THAT(reason_of(builder.file()), Contains("does not hold the network"));
    }
    SECTION("a number past its limits") {
        builder.at("number.chunk").bytes[3] = static_cast<char>(0x80);
        CHECK_THAT(reason_of(builder.file()), Contains("number.chunk"));
    }
    SECTION("weights that could overflow") {
        builder.at("layer.1.qkv.weight").bytes[17] = 64;
        CHECK_THAT(reason_of(builder.file()), Contains("past 63"));
    }
    SECTION("a bucket that is not there") {
        builder.at("argument.bucket").bytes[9] = 32;
        CHECK_THAT(reason_of(builder.file()), Contains("argument.bucket"));
    }
    SECTION("a vocabulary without its marks") {
        builder.at("vocabulary").bytes[0] = 'x';
        CHECK_THAT(reason_of(builder.file()), Contains("vocabulary"));
    }
}

#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <random>
#include <thread>

#include "engine/articles/network/network.hpp"
#include "engine/articles/network/network_annotator.hpp"
#include "tests/engine/articles/network/weights_builder.hpp"

using namespace hearsay::engine;
using namespace hearsay::tests;

namespace {

std::shared_ptr<const Network> network() {
    const TestFile file(small_network().file());
    auto opened = open_network(file.path);
    REQUIRE(opened);
    return *opened;
}

std::string article(std::size_t paragraphs) {
    std::string out;
    for (std::size_t i = 0; i < paragraphs; ++i) {
        out += "The mayor of Fenwick said that the old bridge was safe, and it rained.\n";
        out += i % 2 == 0 ? "\u201CIt rains,\u201D Mara Fenwick told reporters.\n" : "Harbours closed!\n";
    }
    return out;
}

Document document_of(const std::string& text, ZoneKind kind = ZoneKind::Body) {
    Document d;
    d.text = text;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
        d.zones.push_back({{begin, end}, kind});
        begin = end;
    }
    return d;
}

bool same(const Document& a, const Document& b) {
    const auto reading = [](const SpanReading& x, const SpanReading& y) {
        return x.cue == y.cue && x.source == y.source && x.content == y.content &&
               x.probability == y.probability;
    };
    const auto name = [](const NameTag& x, const NameTag& y) { return x.span == y.span && x.kind == y.kind; };
    return std::equal(a.readings.begin(), a.readings.end(), b.readings.begin(), b.readings.end(), reading) &&
           std::equal(a.name_tags.begin(), a.name_tags.end(), b.name_tags.begin(), b.name_tags.end(), name);
}

}  // namespace

TEST_CASE("products are the sums of whole numbers", "[network]") {
    WeightsBuilder b;
    b.signed_bytes("m.weight", 48, 160, 63);
    b.floats("m.scale", 48, 1, 0, 1);
    b.floats("m.bias", 48, 1, 0, 1);
    for (std::size_t i = 0; i < 160; ++i) b.at("m.weight").bytes[i] = 63;  // the most that a pair can come to
    const TestFile file(b.file());
    const auto weights = Weights::open(file.path);
    REQUIRE(weights);
    TensorReader reader(*weights);
    const Matrix matrix(reader, "m", 0, 0);
    REQUIRE(reader.result());
    for (const std::size_t rows : {1, 16, 17, 48, 64}) {
        std::vector<std::uint8_t> in((rows + 15) / 16 * 16 * 160);
        std::mt19937 random(1);
        for (std::uint8_t& x : in)
            x = random() % 3 == 0 ? 255 : static_cast<std::uint8_t>(1 + random() % 255);
        std::fill_n(in.begin(), 160, std::uint8_t{255});
        std::vector<std::int32_t> sums((rows + 15) / 16 * 16 * 48);
        matrix.multiply(in.data(), rows, sums.data());
        bool right = true;
        for (std::size_t r = 0; r < rows; ++r)
            for (std::size_t o = 0; o < 48; ++o) {
                std::int32_t sum = 0;
                for (std::size_t i = 0; i < 160; ++i)
                    sum += (in[r * 160 + i] - 128) *
                           static_cast<std::int8_t>(b.at("m.weight").bytes[o * 160 + i]);
                right = right && sums[r * 48 + o] - matrix.correction()[o] == sum;
            }
        INFO(rows << " rows");
        CHECK(right);
    }
}

TEST_CASE("a CRF takes the best of all tags, and knows how probable it is", "[network]") {
    constexpr std::size_t tags = 3, words = 5, paths = 243;
    WeightsBuilder b;
    b.floats("c.move", tags, tags, -2, 2);
    b.floats("c.start", tags, 1, -2, 2);
    b.floats("c.stop", tags, 1, -2, 2);
    b.floats("scores", words, tags, -2, 2);
    const float never = -10000;
    std::memcpy(b.at("c.move").bytes.data() + 2 * sizeof never, &never, sizeof never);  // from 0 to 2
    const TestFile file(b.file());
    const auto weights = Weights::open(file.path);
    REQUIRE(weights);
    TensorReader reader(*weights);
    const auto move = reader.floats("c.move", 3, 3), start = reader.floats("c.start", 3),
               stop = reader.floats("c.stop", 3);
    const auto scores = reader.floats("scores", words, tags);
    const Crf crf(reader, "c", tags);
    double best = -1e30, all = 0;
    std::vector<std::uint8_t> best_path;
    std::vector<double> with(words * tags);
    for (std::size_t n = 0; n < paths; ++n) {
        std::vector<std::uint8_t> path;
        for (std::size_t w = 0, rest = n; w < words; ++w, rest /= tags) path.push_back(rest % tags);
        double score = start[path[0]] + stop[path[words - 1]];
        for (std::size_t w = 0; w < words; ++w)
            score += scores[w * tags + path[w]] + (w > 0 ? move[path[w - 1] * tags + path[w]] : 0);
        if (score > best) {
            best = score;
            best_path = path;
        }
        all += std::exp(score);
        for (std::size_t w = 0; w < words; ++w) with[w * tags + path[w]] += std::exp(score);
    }
    CHECK(crf.decode(scores) == best_path);
    const auto sure = crf.certainty(scores, best_path);
    CHECK(sure.log_path == Approx(best - std::log(all)));
    for (std::size_t w = 0; w < words; ++w)
        CHECK(sure.words[w] == Approx(with[w * tags + best_path[w]] / all));
    CHECK(crf.decode({}).empty());
}

TEST_CASE("spans are read from tags", "[network]") {
    const auto spans = spans_of(std::vector<std::uint8_t>{0, 1, 2, 1, 3, 4, 4, 0, 3});
    REQUIRE(spans.size() == 4);
    CHECK((spans[0].first == 1 && spans[0].last == 3 && spans[0].kind == 1));
    CHECK((spans[1].first == 3 && spans[1].last == 4 && spans[1].kind == 1));
    CHECK((spans[2].first == 4 && spans[2].last == 7 && spans[2].kind == 2));
    CHECK((spans[3].first == 8 && spans[3].last == 9 && spans[3].kind == 2));
}

TEST_CASE("the network reads relations and names", "[network]") {
    const NetworkAnnotator annotator(network());
    Document d = document_of(article(20));
    annotator.annotate(d);
    REQUIRE(d.readings.size() > 3);
    REQUIRE(d.name_tags.size() > 3);
    const auto whole = [&](const Span& s) {
        return !s.empty() && s.end <= d.text.size() && (d.text[s.begin] & 0xC0) != 0x80 &&
               (s.end == d.text.size() || (d.text[s.end] & 0xC0) != 0x80);
    };
    std::size_t cue = 0, name = 0;
    for (const SpanReading& r : d.readings) {
        CHECK(whole(r.cue));
        CHECK(r.cue.begin >= cue);
        cue = r.cue.end;
        CHECK_FALSE(r.content.empty());
        for (const Span& s : r.source) CHECK(whole(s));
        for (const Span& s : r.content) CHECK(whole(s));
        CHECK((r.probability >= 0 && r.probability <= 1));
    }
    for (const NameTag& n : d.name_tags) {
        CHECK(whole(n.span));
        CHECK(n.span.begin >= name);
        name = n.span.end;
    }
}

TEST_CASE("the same text is read the same, in any number of threads", "[network]") {
    const NetworkAnnotator annotator(network());
    Document once = document_of(article(12));
    annotator.annotate(once);
    REQUIRE_FALSE(once.readings.empty());
    std::vector<Document> others(4, document_of(article(12)));
    std::vector<std::thread> threads;
    for (Document& d : others) threads.emplace_back([&] { annotator.annotate(d); });
    for (std::thread& t : threads) t.join();
    for (const Document& d : others) CHECK(same(once, d));
    const NetworkAnnotator another(network());
    Document again = document_of(article(12));
    another.annotate(again);
    another.annotate(again);
    CHECK(same(once, again));
}

TEST_CASE("only titles, headings and running text are read", "[network]") {
    const NetworkAnnotator annotator(network());
    Document plain = document_of(article(3));
    annotator.annotate(plain);
    REQUIRE_FALSE(plain.readings.empty());
    const std::string caption = "The old harbour, Mara told reporters.\n";
    Document mixed = document_of(caption + article(3));
    mixed.zones[0].kind = ZoneKind::Caption;
    annotator.annotate(mixed);
    REQUIRE(mixed.readings.size() == plain.readings.size());
    for (std::size_t i = 0; i < plain.readings.size(); ++i) {
        CHECK(mixed.readings[i].cue.begin == plain.readings[i].cue.begin + caption.size());
        CHECK(mixed.readings[i].probability == plain.readings[i].probability);
    }
    for (const ZoneKind kind : {ZoneKind::Byline, ZoneKind::Furniture}) {
        Document none = document_of(article(3), kind);
        annotator.annotate(none);
        CHECK(none.readings.empty());
        CHECK(none.name_tags.empty());
    }
}

TEST_CASE("texts of nothing and of strange bytes are read", "[network]") {
    const NetworkAnnotator annotator(network());
    for (const std::string& text :
         {std::string(), std::string(" \n \n"), std::string("a"), std::string("\xFF\xFE\x00\x80", 4),
          std::string(5000, 'a'), std::string(5000, '\xC3'), std::string(3000, '.')}) {
        Document d = document_of(text);
        CHECK_NOTHROW(annotator.annotate(d));
        for (const SpanReading& r : d.readings) CHECK(r.cue.end <= text.size());
    }
}

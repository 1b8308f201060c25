#include "engine/articles/network/network.hpp"

#include <algorithm>

#include "engine/articles/network/kernels/float_math.hpp"

namespace hearsay::engine {
namespace {

constexpr std::size_t cue_tags = 3, name_tags = 9;
constexpr std::size_t rows_at_once =
    512;  // pieces of a run of chunks, and words of a run of windows: fits the cache

// The words around a cue that are read for it: its paragraph within the chunk, `most` before and after it.
WordSpan window_of(const PieceText& text, const Chunk& chunk, const WordSpan& cue, std::size_t most) {
    WordSpan w = cue;
    while (w.first > chunk.first && cue.first - w.first < most && !text.words[w.first].begins_paragraph)
        --w.first;
    while (w.last < chunk.last && w.last - cue.last < most && !text.words[w.last].begins_paragraph) ++w.last;
    return w;
}

WordSpan moved(const WordSpan& range, std::size_t by) {
    return {range.first + by, range.last + by};
}

RelationScores scores_of(const std::vector<TaggedSpan>& spans, const Crf::Certainty& sure, double cue) {
    double content = 0, edges = 1, source = 1;
    std::size_t words = 0;
    bool has_source = false;
    for (const TaggedSpan& span : spans) {
        for (std::size_t w = span.first; w < span.last; ++w) {
            if (span.kind == ArgumentReader::content) {
                content += sure.words[w];
                ++words;
            } else {
                source = std::min(source, sure.words[w]);
                has_source = true;
            }
        }
        if (span.kind == ArgumentReader::content)
            edges = std::min({edges, sure.words[span.first], sure.words[span.last - 1]});
    }
    RelationScores out;
    out.cue = log_odds(cue);
    out.content = log_odds(content / static_cast<double>(std::max<std::size_t>(1, words)));
    out.edges = log_odds(edges);
    out.source = has_source ? log_odds(source) : 0;
    out.no_source = has_source ? 0 : 1;
    out.path = sure.log_path;
    return out;
}

}  // namespace

graphs::Result<std::shared_ptr<const Network>> Network::from(std::shared_ptr<const Weights> weights) {
    TensorReader reader(weights);
    auto vocabulary = Vocabulary::from(reader.unsigned_bytes("vocabulary"));
    if (!vocabulary) {
        reader.reject("its vocabulary is none");
        return tl::unexpected(reader.result().error());
    }
    std::shared_ptr<const Network> network(new Network(std::move(weights), std::move(*vocabulary), reader));
    if (auto fits = reader.result(); !fits) return tl::unexpected(fits.error());
    return network;
}

Network::Network(std::shared_ptr<const Weights> weights, Vocabulary vocabulary, TensorReader& reader)
    : weights_(std::move(weights)),
      vocabulary_(std::move(vocabulary)),
      heads_(reader.number("number.heads", 1, 64)),
      window_(reader.number("number.window", 1, 4096)),
      chunk_(reader.number("number.chunk", 128, 4096)),
      encoder_(reader, vocabulary_, heads_, chunk_),
      cues_(reader, "cue", encoder_.width(), cue_tags),
      names_(reader, "name", encoder_.width(), name_tags),
      arguments_(reader, encoder_.width(), heads_),
      calibration_(reader.floats("calibration", RelationScores{}.all().size() + 1)) {
    const auto bias = reader.floats("cue.bias", 1);
    if (!bias.empty()) cue_bias_ = bias[0];
}

NetworkReading Network::read(const PieceText& text, const graphs::Progress& progress) const {
    NetworkReading out;
    LayerMemory memory;
    const std::vector<Chunk> chunks = split_chunks(text.words, chunk_);
    for (std::size_t first = 0; first < chunks.size();) {
        progress(0);
        std::size_t last = first, pieces = 0;
        while (last < chunks.size() && (last == first || pieces + chunk_ <= rows_at_once)) {
            for (std::size_t w = chunks[last].first; w < chunks[last].last; ++w)
                pieces += text.words[w].pieces + 1U;
            ++last;
        }
        const std::span<const Chunk> now = std::span(chunks).subspan(first, last - first);
        const Rows words = encoder_.encode(text, now, memory);
        read_names(words, now.front().first, now, memory, out);
        read_relations(text, words, now, memory, progress, out);
        first = last;
    }
    return out;
}

void Network::read_names(const Rows& words, std::size_t first_word, std::span<const Chunk> chunks,
                         LayerMemory& memory, NetworkReading& out) const {
    const std::vector<float> scores = names_.score(words, memory);
    for (const Chunk& chunk : chunks) {
        const auto tags = names_.crf().decode(std::span(scores).subspan(
            (chunk.first - first_word) * name_tags, (chunk.last - chunk.first) * name_tags));
        for (const TaggedSpan& span : spans_of(tags))
            out.names.push_back({moved({span.first, span.last}, chunk.first), span.kind});
    }
}

// Cues in the rows of `words`, and how sure each is: of the word that is least sure to have its tag.
void Network::find_cues(const PieceText& text, const Rows& words, std::span<const Chunk> chunks,
                        LayerMemory& memory, std::vector<CueWindow>& cues, std::vector<double>& sure) const {
    const std::size_t first_word = chunks.front().first;
    const std::vector<float> scores = cues_.score(words, memory);
    for (const Chunk& chunk : chunks) {
        const std::span<const float> plain = std::span(scores).subspan((chunk.first - first_word) * cue_tags,
                                                                       (chunk.last - chunk.first) * cue_tags);
        std::vector<float> biased(plain.begin(), plain.end());
        for (std::size_t i = 0; i < biased.size(); i += cue_tags) biased[i] -= cue_bias_;
        const auto tags = cues_.crf().decode(biased);
        const auto spans = spans_of(tags);
        if (spans.empty()) continue;
        const Crf::Certainty certainty = cues_.crf().certainty(plain, tags);
        for (const TaggedSpan& span : spans) {
            const WordSpan cue = moved({span.first, span.last}, chunk.first);
            const WordSpan window = window_of(text, chunk, cue, window_);
            cues.push_back({{cue.first - first_word, cue.last - first_word},
                            {window.first - first_word, window.last - first_word}});
            double least = 1;
            for (std::size_t w = span.first; w < span.last; ++w) least = std::min(least, certainty.words[w]);
            sure.push_back(least);
        }
    }
}

void Network::read_relations(const PieceText& text, const Rows& words, std::span<const Chunk> chunks,
                             LayerMemory& memory, const graphs::Progress& progress,
                             NetworkReading& out) const {
    const std::size_t first_word = chunks.front().first;
    std::vector<CueWindow> cues;
    std::vector<double> sure;
    find_cues(text, words, chunks, memory, cues, sure);
    for (std::size_t first = 0; first < cues.size();) {
        progress(0);
        std::size_t last = first;
        for (std::size_t rows = 0; last < cues.size() && rows < rows_at_once; ++last)
            rows += cues[last].window.last - cues[last].window.first;
        const std::span<const CueWindow> now = std::span(cues).subspan(first, last - first);
        const auto window_scores = arguments_.score(words, now, memory);
        for (std::size_t c = 0; c < now.size(); ++c) {
            const auto tags = arguments_.crf().decode(window_scores[c]);
            const auto spans = spans_of(tags);
            ReadRelation relation;
            relation.cue = moved(now[c].cue, first_word);
            for (const TaggedSpan& span : spans) {
                auto& role = span.kind == ArgumentReader::source ? relation.source : relation.content;
                role.push_back(moved({span.first, span.last}, now[c].window.first + first_word));
            }
            if (relation.content.empty()) continue;
            relation.scores =
                scores_of(spans, arguments_.crf().certainty(window_scores[c], tags), sure[first + c]);
            double odds = calibration_[0];
            const auto all = relation.scores.all();
            for (std::size_t i = 0; i < all.size(); ++i) odds += calibration_[i + 1] * all[i];
            relation.probability = from_log_odds(odds);
            out.relations.push_back(std::move(relation));
        }
        first = last;
    }
}

}  // namespace hearsay::engine

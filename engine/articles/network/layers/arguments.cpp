#include "engine/articles/network/layers/arguments.hpp"

#include <algorithm>

#include "engine/articles/network/kernels/kernels.hpp"

namespace hearsay::engine {
namespace {

constexpr std::size_t buckets_a_side = 32;

std::size_t size_of(const WordSpan& range) {
    return range.last - range.first;
}

}  // namespace

ArgumentReader::ArgumentReader(TensorReader& from, std::size_t width, std::size_t heads)
    : value_(from, "argument.value", width, width),
      norm_(from, "argument.norm", width),
      near_(from.floats("argument.near", 2 * buckets_a_side, width)),
      inside_(from.floats("argument.inside", 2, width)),
      buckets_(from.unsigned_bytes("argument.bucket")),
      tagger_(from, "argument", width, tags) {
    for (const std::uint8_t bucket : buckets_) {
        if (bucket >= buckets_a_side) from.reject("\"argument.bucket\" has a bucket past the last");
    }
    for (std::size_t i = 0; from.has("argument.layer." + std::to_string(i) + ".qkv.weight"); ++i)
        layers_.emplace_back(from, "argument.layer." + std::to_string(i), width, heads);
}

// Each word's row, plus what the cue's own words say, how far the cue is, and whether the word is the cue's.
void ArgumentReader::mark(const Rows& words, std::span<const CueWindow> cues, Rows& rows,
                          LayerMemory& memory) const {
    const Kernels& k = kernels();
    const std::size_t width = words.width;
    Rows means(cues.size(), width);
    for (std::size_t c = 0; c < cues.size(); ++c) {
        const WordSpan& cue = cues[c].cue;
        for (std::size_t w = cue.first; w < cue.last; ++w)
            k.add(means.at(c), words.at(w), width, means.at(c));
        for (std::size_t i = 0; i < width; ++i) means.at(c)[i] /= static_cast<float>(size_of(cue));
        means.quantise(c);
    }
    memory.sums.resize(std::max(memory.sums.size(), Matrix::most_rows * width));
    std::vector<float> value(width), from_cue(width);
    std::size_t row = 0;
    for (std::size_t first = 0; first < cues.size(); first += Matrix::most_rows) {
        const std::size_t count = std::min(Matrix::most_rows, cues.size() - first);
        value_.multiply(means.bytes_at(first), count, memory.sums.data());
        for (std::size_t i = 0; i < count; ++i) {
            k.rescale(memory.sums.data() + i * width, value_.correction(), value_.scale(), value_.bias(),
                      means.scales[first + i], width, value.data());
            const auto& [cue, window] = cues[first + i];
            for (std::size_t w = window.first; w < window.last; ++w, ++row) {
                const bool before = w < cue.first, within = !before && w < cue.last;
                const std::size_t distance = before ? cue.first - w : within ? 0 : w - cue.last + 1;
                const std::size_t bucket =
                    buckets_[std::min(distance, buckets_.size() - 1)] + (before ? buckets_a_side : 0);
                k.add(words.at(w), value.data(), width, rows.at(row));
                k.add(rows.at(row), near_.data() + bucket * width, width, rows.at(row));
                k.add(rows.at(row), inside_.data() + (within ? width : 0), width, rows.at(row));
                k.norm(rows.at(row), norm_.weight.data(), norm_.bias.data(), width);
                rows.quantise(row);
            }
        }
    }
}

std::vector<std::vector<float>> ArgumentReader::score(const Rows& words, std::span<const CueWindow> cues,
                                                      LayerMemory& memory) const {
    std::vector<Sequence> sequences;
    std::size_t total = 0;
    for (const CueWindow& cue : cues) {
        sequences.push_back({total, size_of(cue.window)});
        total += size_of(cue.window);
    }
    Rows rows(total, words.width);
    mark(words, cues, rows, memory);
    for (const TransformerLayer& layer : layers_) layer.run(rows, sequences, memory);
    const std::vector<float> scores = tagger_.score(rows, memory);
    std::vector<std::vector<float>> out;
    for (const Sequence& s : sequences) {
        const auto begin = scores.begin() + static_cast<std::ptrdiff_t>(s.first * tags);
        out.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(s.count * tags));
    }
    return out;
}

}  // namespace hearsay::engine

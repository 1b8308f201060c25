#include "engine/articles/network/layers/tagger.hpp"

#include <algorithm>

#include "engine/articles/network/kernels/kernels.hpp"

namespace hearsay::engine {

Tagger::Tagger(TensorReader& from, const std::string& name, std::size_t width, std::size_t tags)
    : tags_(tags),
      up_(from, name + ".up", 0, width),
      weight_(from.floats(name + ".out.weight", tags, up_.outputs())),
      bias_(from.floats(name + ".out.bias", tags)),
      crf_(from, name + ".crf", tags) {}

std::vector<float> Tagger::score(const Rows& words, LayerMemory& memory) const {
    const Kernels& k = kernels();
    const std::size_t inner = up_.outputs();
    std::vector<float> scores(words.count * tags_);
    memory.sums.resize(std::max(memory.sums.size(), Matrix::most_rows * inner));
    memory.row.resize(std::max(memory.row.size(), inner));
    for (std::size_t first = 0; first < words.count; first += Matrix::most_rows) {
        const std::size_t count = std::min(Matrix::most_rows, words.count - first);
        up_.multiply(words.bytes_at(first), count, memory.sums.data());
        for (std::size_t i = 0; i < count; ++i) {
            k.rescale_gelu(memory.sums.data() + i * inner, up_.correction(), up_.scale(), up_.bias(),
                           words.scales[first + i], inner, memory.row.data());
            for (std::size_t tag = 0; tag < tags_; ++tag)
                scores[(first + i) * tags_ + tag] =
                    k.dot(memory.row.data(), weight_.data() + tag * inner, inner) + bias_[tag];
        }
    }
    return scores;
}

std::vector<TaggedSpan> spans_of(std::span<const std::uint8_t> tags) {
    std::vector<TaggedSpan> out;
    for (std::size_t at = 0; at < tags.size();) {
        if (tags[at] == 0) {
            ++at;
            continue;
        }
        const std::size_t kind = (tags[at] + 1U) / 2;
        std::size_t end = at + 1;
        while (end < tags.size() && tags[end] == 2 * kind) ++end;
        out.push_back({at, end, kind});
        at = end;
    }
    return out;
}

}  // namespace hearsay::engine

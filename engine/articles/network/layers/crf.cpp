#include "engine/articles/network/layers/crf.hpp"

#include <algorithm>

#include "engine/articles/network/kernels/float_math.hpp"

namespace hearsay::engine {
namespace {

double weight(double score) {
    return score < -600 ? 0.0 : exp_of(score);
}

// Divides by the sum, and gives the sum.
double normalise(std::span<double> row) {
    double sum = 0;
    for (const double x : row) sum += x;
    if (sum > 0) {
        for (double& x : row) x /= sum;
    }
    return sum;
}

}  // namespace

Crf::Crf(TensorReader& from, const std::string& name, std::size_t tags)
    : tags_(tags),
      move_(from.floats(name + ".move", tags, tags)),
      start_(from.floats(name + ".start", tags)),
      stop_(from.floats(name + ".stop", tags)) {
    for (const float score : move_) move_weights_.push_back(weight(score));
    for (const float score : stop_) stop_weights_.push_back(weight(score));
}

std::vector<std::uint8_t> Crf::decode(std::span<const float> scores) const {
    const std::size_t words = scores.size() / tags_;
    std::vector<std::uint8_t> best(words);
    if (words == 0) return best;
    std::vector<std::uint8_t> from(words * tags_);
    std::vector<float> now(tags_), next(tags_);
    for (std::size_t t = 0; t < tags_; ++t) now[t] = scores[t] + start_[t];
    for (std::size_t w = 1; w < words; ++w) {
        for (std::size_t t = 0; t < tags_; ++t) {
            std::size_t chosen = 0;
            for (std::size_t f = 1; f < tags_; ++f) {
                if (now[f] + move_[f * tags_ + t] > now[chosen] + move_[chosen * tags_ + t]) chosen = f;
            }
            next[t] = now[chosen] + move_[chosen * tags_ + t] + scores[w * tags_ + t];
            from[w * tags_ + t] = static_cast<std::uint8_t>(chosen);
        }
        now.swap(next);
    }
    for (std::size_t t = 0; t < tags_; ++t) now[t] += stop_[t];
    best[words - 1] = static_cast<std::uint8_t>(std::max_element(now.begin(), now.end()) - now.begin());
    for (std::size_t w = words - 1; w > 0; --w) best[w - 1] = from[w * tags_ + best[w]];
    return best;
}

Crf::Certainty Crf::certainty(std::span<const float> scores, std::span<const std::uint8_t> tags) const {
    const std::size_t words = tags.size();
    Certainty out;
    out.words.resize(words);
    if (words == 0) return out;
    // Forward sums, each word's divided by their total, of which the logarithms add up to that of all paths.
    std::vector<double> forward(words * tags_), here(words * tags_);
    double log_all = 0, log_this = 0;
    for (std::size_t w = 0; w < words; ++w) {
        const std::span<const float> score = scores.subspan(w * tags_, tags_);
        const double top = *std::max_element(score.begin(), score.end());
        const std::span<double> row = std::span(forward).subspan(w * tags_, tags_);
        for (std::size_t t = 0; t < tags_; ++t) {
            double before = w == 0 ? weight(start_[t]) : 0;
            for (std::size_t f = 0; w > 0 && f < tags_; ++f)
                before += forward[(w - 1) * tags_ + f] * move_weights_[f * tags_ + t];
            here[w * tags_ + t] = weight(score[t] - top);
            row[t] = before * here[w * tags_ + t];
            if (w + 1 == words) row[t] *= stop_weights_[t];
        }
        log_all += log_of(std::max(normalise(row), 1e-300)) + top;
        log_this += score[tags[w]] + (w == 0 ? start_[tags[w]] : move_[tags[w - 1] * tags_ + tags[w]]);
    }
    out.log_path = std::min(0.0, log_this + stop_[tags[words - 1]] - log_all);
    std::vector<double> after(tags_, 1.0), sum(tags_);
    for (std::size_t w = words; w-- > 0;) {
        if (w + 1 < words) {
            const bool last = w + 2 == words;
            for (std::size_t t = 0; t < tags_; ++t) {
                sum[t] = 0;
                for (std::size_t n = 0; n < tags_; ++n)
                    sum[t] += move_weights_[t * tags_ + n] * here[(w + 1) * tags_ + n] * after[n] *
                              (last ? stop_weights_[n] : 1.0);
            }
            normalise(sum);
            after = sum;
        }
        double total = 0;
        for (std::size_t t = 0; t < tags_; ++t) total += forward[w * tags_ + t] * after[t];
        if (total > 0) out.words[w] = forward[w * tags_ + tags[w]] * after[tags[w]] / total;
    }
    return out;
}

}  // namespace hearsay::engine

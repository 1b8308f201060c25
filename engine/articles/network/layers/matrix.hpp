// Products of rows with a matrix of learned weights, in 8-bit integers (oneDNN).
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/articles/network/weights/weights.hpp"

namespace hearsay::engine {

// A product of the weights file: output = scale * (weight . input) + bias. The sums are whole numbers, so
// they are the same on every processor: 8-bit inputs, and weights within -63 and 63, of which a pair's
// products fit 16 bits where a processor adds them so.
class Matrix {
  public:
    static constexpr std::size_t most_rows = 64;     // in one product
    static constexpr std::size_t row_multiple = 16;  // rows are multiplied in multiples of it

    // `inputs`, `outputs`: 0 takes the file's. What does not fit is left with `from`.
    Matrix(TensorReader& from, const std::string& name, std::size_t outputs, std::size_t inputs);
    ~Matrix();
    Matrix(Matrix&&) noexcept;

    std::size_t inputs() const { return inputs_; }
    std::size_t outputs() const { return outputs_; }

    // The sums of the rows, which hold 128 + their numbers; rescale() of kernels/kernels.hpp makes floats of
    // them with the spans below. REQUIRES: at most most_rows; rows and sums have room for the next multiple
    // of row_multiple. Any number of threads may call it; each computes alone (it sets OpenMP's number of
    // threads for the calling thread to one).
    void multiply(const std::uint8_t* rows, std::size_t count, std::int32_t* sums) const;
    const std::int32_t* correction() const { return correction_.data(); }  // what the 128 add
    const float* scale() const { return scale_.data(); }
    const float* bias() const { return bias_.data(); }

  private:
    struct Packed;
    std::size_t inputs_ = 0, outputs_ = 0;
    std::span<const std::int8_t> weight_;
    std::span<const float> scale_, bias_;
    std::vector<std::int32_t> correction_;
    std::unique_ptr<Packed> packed_;  // made at the first product
};

}  // namespace hearsay::engine

// The weights file (network/FORMAT.md): what the network has learned, mapped read-only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "graphs/error.hpp"

namespace hearsay::engine {

class Weights {
  public:
    static constexpr std::uint32_t version = 1;
    enum class Type : std::uint32_t { SignedBytes, UnsignedBytes, Integers, Floats };

    struct Tensor {
        Type type = Type::Floats;
        std::size_t rows = 0, columns = 0;  // columns: 1 where there is one dimension
        std::span<const std::byte> bytes;   // exactly rows * columns numbers
    };

    // Maps the file and checks it whole: size, checksum, and that every tensor lies within it. Error: it is
    // not there, cannot be read, is no weights file, is damaged, or is of another version; the reason says
    // how to get the right one.
    static graphs::Result<std::shared_ptr<const Weights>> open(const std::filesystem::path& file);
    ~Weights();
    Weights(const Weights&) = delete;
    Weights& operator=(const Weights&) = delete;

    const Tensor* find(std::string_view name) const;  // nullptr: there is none

    // An Error about this file: the reason, and how to get a good one.
    tl::unexpected<graphs::Error> fail(std::string reason) const;

  private:
    Weights() = default;
    graphs::Result<void> check();
    std::filesystem::path file_;
    const std::byte* data_ = nullptr;
    std::size_t size_ = 0;
    std::unordered_map<std::string, Tensor> tensors_;
};

// Takes tensors out of a weights file and remembers what did not fit: ask for all, then for error() once.
class TensorReader {
  public:
    explicit TensorReader(std::shared_ptr<const Weights> weights) : weights_(std::move(weights)) {}

    // A size of 0 in the request fits any size. What does not fit gives an empty span and is remembered.
    std::span<const float> floats(const std::string& name, std::size_t rows, std::size_t columns = 1);
    std::span<const std::int8_t> signed_bytes(const std::string& name, std::size_t rows, std::size_t columns);
    std::span<const std::uint8_t> unsigned_bytes(const std::string& name);
    // A whole number within [least, greatest]; `least` where it does not fit.
    std::size_t number(const std::string& name, std::size_t least, std::size_t greatest);
    bool has(const std::string& name) const { return weights_->find(name) != nullptr; }
    std::size_t rows(const std::string& name) const;  // 0: there is none
    std::size_t columns(const std::string& name) const;

    // Remembers the first reason only.
    void reject(std::string reason);
    graphs::Result<void> result() const;

  private:
    const Weights::Tensor* take(const std::string& name, Weights::Type type, std::size_t rows,
                                std::size_t columns);
    std::shared_ptr<const Weights> weights_;
    std::string reason_;
};

}  // namespace hearsay::engine

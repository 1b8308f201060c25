// Texts that stand one behind the other in a few large blocks, so that none needs memory of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "graphs/values/value.hpp"

namespace hearsay::graphs {

// A block lives as long as one of its texts does, somewhere: texts may outlive the arena.
class TextArena {
  public:
    TextArena() = default;
    TextArena(TextArena&&) noexcept;
    TextArena& operator=(TextArena&&) noexcept;
    ~TextArena();

    Value add(std::string_view text);

  private:
    friend class Value;
    static Value alone(std::string_view text);  // in a block of its own
    static Value::TextBlock* make_block(std::size_t bytes);
    static Value put(Value::TextBlock* block, std::size_t at, std::string_view text);
    static std::size_t long_size(const Value::Shared* block);
    static void free(Value::Shared* block) noexcept;
    void let_go() noexcept;

    Value::TextBlock* block_ = nullptr;  // the one that is filled
    std::size_t used_ = 0, size_ = 0;    // bytes of it
};

}  // namespace hearsay::graphs

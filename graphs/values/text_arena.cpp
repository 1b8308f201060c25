#include "graphs/values/text_arena.hpp"

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace hearsay::graphs {

struct Value::TextBlock : Value::Shared {
    std::uint64_t long_size = 0;
};

namespace {

constexpr std::size_t smallest_block = 512;
constexpr std::size_t largest_block = std::size_t{1} << 18;
constexpr std::size_t size_bytes = sizeof(std::uint32_t);

}  // namespace

Value::TextBlock* TextArena::make_block(std::size_t bytes) {
    return new (::operator new(bytes)) Value::TextBlock;
}

// The block's own reference is the value's, or the arena's.
Value TextArena::put(Value::TextBlock* block, std::size_t at, std::string_view text) {
    char* const size_at = reinterpret_cast<char*>(block) + at;
    const auto size = static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), Value::long_text));
    std::memcpy(size_at, &size, size_bytes);
    if (!text.empty()) std::memcpy(size_at + size_bytes, text.data(), text.size());
    Value value;
    value.kind_ = Kind::String;
    value.into_shared_ = static_cast<std::uint32_t>(at + size_bytes);
    value.text_ = size_at + size_bytes;
    return value;
}

Value TextArena::alone(std::string_view text) {
    Value::TextBlock* const block = make_block(sizeof(Value::TextBlock) + size_bytes + text.size());
    block->long_size = text.size();
    return put(block, sizeof(Value::TextBlock), text);
}

Value TextArena::add(std::string_view text) {
    const std::size_t bytes = (size_bytes + text.size() + size_bytes - 1) / size_bytes * size_bytes;
    if (bytes > largest_block / 8) return alone(text);
    if (bytes > size_ - used_) {
        const std::size_t wanted = std::max(smallest_block, sizeof(Value::TextBlock) + 2 * bytes);
        const std::size_t size = std::min(std::max(2 * size_, wanted), largest_block);
        Value::TextBlock* const fresh = make_block(size);
        let_go();
        block_ = fresh;
        size_ = size;
        used_ = sizeof(Value::TextBlock);
    }
    block_->references.fetch_add(1, std::memory_order_relaxed);
    const std::size_t at = std::exchange(used_, used_ + bytes);
    return put(block_, at, text);
}

std::size_t TextArena::long_size(const Value::Shared* block) {
    return static_cast<const Value::TextBlock*>(block)->long_size;
}

void TextArena::free(Value::Shared* block) noexcept {
    static_cast<Value::TextBlock*>(block)->~TextBlock();
    ::operator delete(block);
}

void TextArena::let_go() noexcept {
    if (block_ != nullptr && block_->references.fetch_sub(1, std::memory_order_acq_rel) == 1) free(block_);
    block_ = nullptr;
}

TextArena::TextArena(TextArena&& other) noexcept
    : block_(std::exchange(other.block_, nullptr)),
      used_(std::exchange(other.used_, 0)),
      size_(std::exchange(other.size_, 0)) {}

TextArena& TextArena::operator=(TextArena&& other) noexcept {
    std::swap(block_, other.block_);
    std::swap(used_, other.used_);
    std::swap(size_, other.size_);
    return *this;
}

TextArena::~TextArena() {
    let_go();
}

}  // namespace hearsay::graphs

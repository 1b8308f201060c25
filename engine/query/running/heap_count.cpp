// Replaces the global operator new and delete by ones that count in `heap_bytes` and are otherwise the same.
// What C libraries take with malloc is not counted.
#include <malloc.h>

#include <cstdlib>
#include <new>

#include "engine/query/running/heap.hpp"

namespace {

using hearsay::engine::heap_bytes;

// What a block takes of the heap: what can be used of it, and the allocator's word before it.
std::int64_t weight(void* block) {
    return static_cast<std::int64_t>(malloc_usable_size(block) + sizeof(std::size_t));
}

void* taken(void* block) noexcept {
    if (block != nullptr) heap_bytes += weight(block);
    return block;
}

void* take(std::size_t size) noexcept {
    return taken(std::malloc(size == 0 ? 1 : size));
}

void* take(std::size_t size, std::align_val_t alignment) noexcept {
    const auto align = static_cast<std::size_t>(alignment);
    const std::size_t whole = (size + align - 1) / align * align;
    return whole < size ? nullptr : taken(std::aligned_alloc(align, whole == 0 ? align : whole));
}

void give_back(void* block) noexcept {
    if (block == nullptr) return;
    heap_bytes -= weight(block);
    std::free(block);
}

// As the standard has it: a new-handler may make room; without one, bad_alloc.
template <class... Alignment>
void* take_or_throw(std::size_t size, Alignment... alignment) {
    while (true) {
        if (void* block = take(size, alignment...)) return block;
        const std::new_handler handler = std::get_new_handler();
        if (handler == nullptr) throw std::bad_alloc();
        handler();
    }
}

template <class... Alignment>
void* take_or_null(std::size_t size, Alignment... alignment) noexcept {
    try {
        return take_or_throw(size, alignment...);
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}

}  // namespace

void* operator new(std::size_t size) {
    return take_or_throw(size);
}
void* operator new[](std::size_t size) {
    return take_or_throw(size);
}
void* operator new(std::size_t size, std::align_val_t alignment) {
    return take_or_throw(size, alignment);
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
    return take_or_throw(size, alignment);
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return take_or_null(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
    return take_or_null(size);
}
void* operator new(std::size_t size, std::align_val_t alignment, const std::nothrow_t&) noexcept {
    return take_or_null(size, alignment);
}
void* operator new[](std::size_t size, std::align_val_t alignment, const std::nothrow_t&) noexcept {
    return take_or_null(size, alignment);
}

void operator delete(void* block) noexcept {
    give_back(block);
}
void operator delete[](void* block) noexcept {
    give_back(block);
}
void operator delete(void* block, std::size_t) noexcept {
    give_back(block);
}
void operator delete[](void* block, std::size_t) noexcept {
    give_back(block);
}
void operator delete(void* block, std::align_val_t) noexcept {
    give_back(block);
}
void operator delete[](void* block, std::align_val_t) noexcept {
    give_back(block);
}
void operator delete(void* block, std::size_t, std::align_val_t) noexcept {
    give_back(block);
}
void operator delete[](void* block, std::size_t, std::align_val_t) noexcept {
    give_back(block);
}
void operator delete(void* block, const std::nothrow_t&) noexcept {
    give_back(block);
}
void operator delete[](void* block, const std::nothrow_t&) noexcept {
    give_back(block);
}
void operator delete(void* block, std::align_val_t, const std::nothrow_t&) noexcept {
    give_back(block);
}
void operator delete[](void* block, std::align_val_t, const std::nothrow_t&) noexcept {
    give_back(block);
}

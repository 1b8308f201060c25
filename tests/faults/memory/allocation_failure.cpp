#include "tests/faults/memory/allocation_failure.hpp"

#include <sqlite3.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::uint64_t> count{0};
std::atomic<std::uint64_t> first_to_fail{0};  // 0: none
std::atomic<bool> all_after{false};
std::atomic<std::uint64_t> failed{0};

bool fails() noexcept {
    const std::uint64_t first = first_to_fail.load(std::memory_order_relaxed);
    if (first == 0) return false;
    const std::uint64_t number = ++count;
    if (number != first && !(all_after.load(std::memory_order_relaxed) && number > first)) return false;
    ++failed;
    return true;
}

void* take(std::size_t size) {
    void* const block = fails() ? nullptr : std::malloc(size == 0 ? 1 : size);
    if (block == nullptr) throw std::bad_alloc();
    return block;
}

void* take(std::size_t size, std::align_val_t alignment) {
    const auto align = static_cast<std::size_t>(alignment);
    const std::size_t whole = (size + align - 1) / align * align;
    void* const block = fails() ? nullptr : std::aligned_alloc(align, whole == 0 ? align : whole);
    if (block == nullptr) throw std::bad_alloc();
    return block;
}

sqlite3_mem_methods usual{};

void* sqlite_take(int size) {
    return fails() ? nullptr : usual.xMalloc(size);
}
void* sqlite_change(void* block, int size) {
    return fails() ? nullptr : usual.xRealloc(block, size);
}

}  // namespace

namespace hearsay::faults {

void fail_allocation(std::uint64_t number, Failing failing) {
    count = 0;
    failed = 0;
    all_after = failing == Failing::FromThen;
    first_to_fail = number;
}

std::uint64_t stop_failing() {
    first_to_fail = 0;
    return count;
}

std::uint64_t failed_allocations() {
    return failed;
}

void replace_sqlite_memory() {
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &usual);
    sqlite3_mem_methods methods = usual;
    methods.xMalloc = sqlite_take;
    methods.xRealloc = sqlite_change;
    if (sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) != SQLITE_OK) {
        std::fputs("SQLite's memory cannot be replaced\n", stderr);
        std::exit(2);
    }
    // What it keeps ready for small pieces would hide failures.
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
}

}  // namespace hearsay::faults

void* operator new(std::size_t size) {
    return take(size);
}
void* operator new[](std::size_t size) {
    return take(size);
}
void* operator new(std::size_t size, std::align_val_t alignment) {
    return take(size, alignment);
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
    return take(size, alignment);
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return fails() ? nullptr : std::malloc(size == 0 ? 1 : size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
    return fails() ? nullptr : std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* block) noexcept {
    std::free(block);
}
void operator delete[](void* block) noexcept {
    std::free(block);
}
void operator delete(void* block, std::size_t) noexcept {
    std::free(block);
}
void operator delete[](void* block, std::size_t) noexcept {
    std::free(block);
}
void operator delete(void* block, std::align_val_t) noexcept {
    std::free(block);
}
void operator delete[](void* block, std::align_val_t) noexcept {
    std::free(block);
}
void operator delete(void* block, std::size_t, std::align_val_t) noexcept {
    std::free(block);
}
void operator delete[](void* block, std::size_t, std::align_val_t) noexcept {
    std::free(block);
}

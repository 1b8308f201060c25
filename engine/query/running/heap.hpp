// What this thread holds on the heap.
#pragma once

#include <cstddef>
#include <cstdint>

namespace hearsay::engine {

// Bytes that this thread has taken from the heap less those that it has given back, with the allocator's own
// bookkeeping; below 0 where it gave back what another thread took. Counted only in programs that link
// hearsay_heap_count (heap_count.cpp); elsewhere it stays 0.
extern constinit thread_local std::int64_t heap_bytes;

// The memory of the machine, or of the control group that this process is in, in bytes.
std::size_t machine_memory();

}  // namespace hearsay::engine

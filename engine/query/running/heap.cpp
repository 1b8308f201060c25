#include "engine/query/running/heap.hpp"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <string>

namespace hearsay::engine {

constinit thread_local std::int64_t heap_bytes = 0;

std::size_t machine_memory() {
    auto bytes =
        static_cast<std::size_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    // Linux, control groups v2 and v1 as a container sees its own: a number of bytes, or "max".
    for (const char* file : {"/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"}) {
        std::size_t limit = 0;
        if (std::ifstream(file) >> limit && limit > 0) bytes = std::min(bytes, limit);
    }
    return bytes;
}

}  // namespace hearsay::engine

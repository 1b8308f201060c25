#include "engine/articles/network/kernels/kernels.hpp"

#include <array>

namespace hearsay::engine {

extern const Kernels kernels_baseline;
#if defined(__x86_64__)
extern const Kernels kernels_avx2;
extern const Kernels kernels_avx512;
#endif

std::span<const Kernels* const> all_kernels() {
#if defined(__x86_64__)
    static const std::array<const Kernels*, 3> all = {&kernels_baseline, &kernels_avx2, &kernels_avx512};
    std::size_t count = 1;
    if (__builtin_cpu_supports("avx2")) count = 2;
    if (count == 2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512vnni")) {
        count = 3;
    }
    return std::span(all).first(count);
#else
    static const std::array<const Kernels*, 1> all = {&kernels_baseline};
    return all;
#endif
}

const Kernels& kernels() {
    static const Kernels& best = *all_kernels().back();
    return best;
}

}  // namespace hearsay::engine

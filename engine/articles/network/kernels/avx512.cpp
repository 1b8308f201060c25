// The kernels for processors with AVX-512; CMakeLists.txt has the compiler's options.
#define KERNELS_NAME kernels_avx512
#define KERNELS_TITLE "avx512"
#include "engine/articles/network/kernels/body.inc"

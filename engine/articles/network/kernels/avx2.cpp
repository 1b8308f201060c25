// The kernels for processors with AVX2; CMakeLists.txt has the compiler's options.
#define KERNELS_NAME kernels_avx2
#define KERNELS_TITLE "avx2"
#include "engine/articles/network/kernels/body.inc"

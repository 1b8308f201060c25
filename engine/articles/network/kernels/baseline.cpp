// The kernels for any processor; CMakeLists.txt has the compiler's options.
#define KERNELS_NAME kernels_baseline
#define KERNELS_TITLE "baseline"
#include "engine/articles/network/kernels/body.inc"

#ifndef DIZIM_LEVELS_H
#define DIZIM_LEVELS_H

#include "NameKernels.h"

extern const dizim_kernels dizim_plain_kernels;
#if defined(__x86_64__)
extern const dizim_kernels dizim_avx2_kernels;
extern const dizim_kernels dizim_avx512_kernels;
#endif

#endif

#include "levels.h"

int dizim_best_level(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512bitalg")) {
    return DIZIM_AVX512;
  }
  if (__builtin_cpu_supports("avx2")) return DIZIM_AVX2;
#endif
  return DIZIM_PLAIN;
}

const dizim_kernels *dizim_kernels_of(int level) {
#if defined(__x86_64__)
  if (level == DIZIM_AVX512) return &dizim_avx512_kernels;
  if (level == DIZIM_AVX2) return &dizim_avx2_kernels;
#else
  (void)level;
#endif
  return &dizim_plain_kernels;
}

// Vectors of 64 bytes: a table of 64 bytes is looked up by one instruction.

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdint.h>

#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512bitalg"))), apply_to = function)

enum { VECTOR = 64 };
typedef uint8_t bytes __attribute__((vector_size(VECTOR)));
typedef uint16_t words __attribute__((vector_size(VECTOR)));

typedef struct {
  __m512i table;
} byte_table;
typedef struct {
  __m512i low, high;
} word_table;

static inline byte_table byte_table_of(const uint8_t *table) { return (byte_table){_mm512_loadu_si512(table)}; }
static inline word_table word_table_of(const uint16_t *table) {
  return (word_table){_mm512_loadu_si512(table), _mm512_loadu_si512(table + 32)};
}

static inline bytes find_bytes(byte_table table, bytes symbols) {
  return (bytes)_mm512_permutexvar_epi8((__m512i)symbols, table.table);
}

static inline words find_words(word_table table, words symbols) {
  return (words)_mm512_permutex2var_epi16(table.low, (__m512i)symbols, table.high);
}

// A bit for each lane that is not 0, and whether there is one.
static inline uint64_t lanes_of(bytes lanes) { return _mm512_movepi8_mask((__m512i)lanes); }
static inline int any(words lanes) { return _mm512_test_epi16_mask((__m512i)lanes, (__m512i)lanes) != 0; }

#define KERNELS dizim_avx512_kernels
#include "kernels.inc"

#pragma clang attribute pop
#endif

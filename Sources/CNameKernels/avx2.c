// Vectors of 32 bytes: tables are looked up 16 bytes at a time, and the part that a symbol is in is chosen by its high
// bits.

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdint.h>

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)

enum { VECTOR = 32 };
typedef uint8_t bytes __attribute__((vector_size(VECTOR)));
typedef uint16_t words __attribute__((vector_size(VECTOR)));

typedef struct {
  __m256i part[4];
} byte_table;
// The low and the high halves of the words.
typedef struct {
  byte_table low, high;
} word_table;

static inline byte_table byte_table_of(const uint8_t *table) {
  byte_table parts;
  for (int k = 0; k < 4; k++) {
    parts.part[k] = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)(table + 16 * k)));
  }
  return parts;
}

static inline word_table word_table_of(const uint16_t *table) {
  const __m128i ends = _mm_setr_epi8(0, 2, 4, 6, 8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15);
  word_table parts;
  for (int k = 0; k < 4; k++) {
    __m128i a = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(table + 16 * k)), ends);
    __m128i b = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(table + 16 * k + 8)), ends);
    parts.low.part[k] = _mm256_broadcastsi128_si256(_mm_unpacklo_epi64(a, b));
    parts.high.part[k] = _mm256_broadcastsi128_si256(_mm_unpackhi_epi64(a, b));
  }
  return parts;
}

static inline bytes find_bytes(byte_table table, bytes symbols) {
  __m256i index = (__m256i)symbols;
  // Bits 4 and 5 come to the top of each byte, where a blend looks.
  __m256i bit4 = _mm256_slli_epi16(index, 3), bit5 = _mm256_slli_epi16(index, 2);
  __m256i lower = _mm256_blendv_epi8(
      _mm256_shuffle_epi8(table.part[0], index), _mm256_shuffle_epi8(table.part[1], index), bit4);
  __m256i upper = _mm256_blendv_epi8(
      _mm256_shuffle_epi8(table.part[2], index), _mm256_shuffle_epi8(table.part[3], index), bit4);
  return (bytes)_mm256_blendv_epi8(lower, upper, bit5);
}

static inline words find_words(word_table table, words symbols) {
  words low = (words)find_bytes(table.low, (bytes)symbols), high = (words)find_bytes(table.high, (bytes)symbols);
  // The high half of each index is 0, and found the table's first entry.
  return (low & 0xFF) | (high << 8);
}

// A bit for each lane that is not 0, and whether there is one.
static inline uint64_t lanes_of(bytes lanes) { return (uint32_t)_mm256_movemask_epi8((__m256i)lanes); }
static inline int any(words lanes) { return !_mm256_testz_si256((__m256i)lanes, (__m256i)lanes); }

#define KERNELS dizim_avx2_kernels
#include "kernels.inc"

#pragma clang attribute pop
#endif

// Vectors of 16 bytes, which every processor of ours has; tables are looked up a lane at a time.

#include <stdint.h>

enum { VECTOR = 16 };
typedef uint8_t bytes __attribute__((vector_size(VECTOR)));
typedef uint16_t words __attribute__((vector_size(VECTOR)));

typedef struct {
  const uint8_t *table;
} byte_table;
typedef struct {
  const uint16_t *table;
} word_table;

static inline byte_table byte_table_of(const uint8_t *table) { return (byte_table){table}; }
static inline word_table word_table_of(const uint16_t *table) { return (word_table){table}; }

static inline bytes find_bytes(byte_table table, bytes symbols) {
  bytes found;
  for (int lane = 0; lane < VECTOR; lane++) found[lane] = table.table[symbols[lane] & 63];
  return found;
}

static inline words find_words(word_table table, words symbols) {
  words found;
  for (int lane = 0; lane < VECTOR / 2; lane++) found[lane] = table.table[symbols[lane] & 63];
  return found;
}

// A bit for each lane that is not 0, and whether there is one.
static inline uint64_t lanes_of(bytes lanes) {
  uint64_t bits = 0;
  for (int lane = 0; lane < VECTOR; lane++) bits |= (uint64_t)(lanes[lane] & 1) << lane;
  return bits;
}

static inline int any(words lanes) {
  uint16_t found = 0;
  for (int lane = 0; lane < VECTOR / 2; lane++) found |= lanes[lane];
  return found != 0;
}

#define KERNELS dizim_plain_kernels
#include "kernels.inc"

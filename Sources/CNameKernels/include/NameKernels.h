// Comparisons of one token with blocks of tokens, a candidate a lane.
//
// Swift has no attribute for the instructions that one function may use, so these loops are C: written once in
// kernels.inc over vector types, compiled for three widths, and chosen when the program runs.
#ifndef DIZIM_NAME_KERNELS_H
#define DIZIM_NAME_KERNELS_H

#include <stddef.h>
#include <stdint.h>

enum {
  // Candidates of a block.
  DIZIM_LANES = 64,
  // Symbols are bytes 1 to 63; 0 fills up what is shorter than its block.
  DIZIM_ALPHABET = 64,
  // No token of a kernel is longer.
  DIZIM_LONGEST = 64,
  // Candidates that are aligned together.
  DIZIM_GROUP = 32,
};

// Tokens in blocks of 64, transposed: symbol `j` of lane `l` of block `b` is `symbols[(rows[b] + j) * 64 + l]`.
typedef struct {
  const uint8_t *symbols;
  // The rows before each block, and those of all: a block has as many as its longest token has symbols.
  const uint32_t *rows;
  // The length of each token, 64 a block; 0 in lanes without a token.
  const uint8_t *lengths;
  // The length of each block's shortest token.
  const uint8_t *shortest;
  // How many tokens there are; the lanes after them are empty.
  size_t tokens;
} dizim_blocks;

// Where a token stands in an arena of symbols.
typedef struct {
  uint32_t start;
  uint32_t length;
} dizim_span;

// A long move: one or two symbols for others, two on a side at least.
typedef struct {
  // What it puts in their place; `second` is 0 where that is one symbol.
  uint8_t first, second;
  uint16_t cost;
} dizim_move;

// What moves cost, in 1/1024 bits. A cost that 16 bits cannot hold is 65535, 64 bits: dearer than any limit.
typedef struct {
  // `x * 64 + y`.
  const uint16_t *substitution;
  // 64 of them.
  const uint16_t *indel;
  uint16_t repetition;
  uint16_t transposition;
  // How many numbers there are of two symbols that long moves take, 0 among them.
  uint32_t pairs;
  // The number of each two symbols, `first * 64 + second`; 0 where none does.
  const uint16_t *numbers;
  // One symbol for two, `number * 64 + symbol`.
  const uint16_t *one_for_two;
  // Long moves that take a symbol, from `of_symbol[x]` to `of_symbol[x + 1]`; that take two, by their number.
  const dizim_move *moves;
  const uint32_t *of_symbol;
  const uint32_t *of_pair;
} dizim_costs;

// A token made ready to be aligned with many, with room to work in. Filled by `dizim_prepare`; belongs to one thread.
typedef struct dizim_query dizim_query;

// Room for queries under `costs`, which must outlive it; NULL where there is no memory.
dizim_query *dizim_query_new(const dizim_costs *costs);
void dizim_query_free(dizim_query *query);
// Makes `symbols`, at most 64, the query.
void dizim_prepare(dizim_query *query, const uint8_t *symbols, size_t length);

// A candidate within the limit, by its number among all lanes, and its cost.
typedef struct {
  uint32_t candidate;
  uint32_t cost;
} dizim_match;

// What one kind of processor does.
typedef struct {
  // Edits to each lane of the blocks `from` to `to`.
  void (*levenshtein)(
      const uint8_t *query, size_t length, const dizim_blocks *blocks, size_t from, size_t to, uint8_t *edits);
  // Similarities after Jaro and Winkler (0.1 a symbol of the common beginning, from 0.7 on).
  void (*jaro_winkler)(
      const uint8_t *query, size_t length, const dizim_blocks *blocks, size_t from, size_t to, float *similarities);
  // A bit for each lane that may be within `limit`: none whose cost is within it is missing.
  void (*may_match)(
      const dizim_query *query, const dizim_blocks *blocks, size_t from, size_t to, uint16_t limit, uint64_t *lanes);
  // The cost of each lane; 65535 where it is more than `limit`.
  void (*align)(
      dizim_query *query, const dizim_blocks *blocks, size_t from, size_t to, uint16_t limit, uint16_t *costs);
  // The same for tokens out of an arena of `size` symbols, by number: token `n` is
  // `symbols[offsets[n]..<offsets[n + 1]]`.
  void (*align_some)(
      dizim_query *query, const uint8_t *symbols, size_t size, const uint32_t *offsets, const uint32_t *tokens,
      size_t count, uint16_t limit, uint16_t *costs);
  // The lanes of the blocks `from` to `to` within `limit` in their order, as many as there are; room for all lanes.
  size_t (*matches)(
      dizim_query *query, const dizim_blocks *blocks, size_t from, size_t to, uint16_t limit, dizim_match *matches);
  // Up to 64 tokens of an arena of `size` symbols as a block, the longest of them as given: `longest` rows of 64.
  void (*lay_out)(
      const uint8_t *symbols, size_t size, const dizim_span *tokens, size_t count, unsigned longest, uint8_t *rows);
  // The numbers of those tokens of an arena whose symbols cost no more than `most`, ascending, as many as there are; room
  // for all. Prices are those of 64 symbols; a symbol that repeats the one before it costs nothing.
  size_t (*within_prices)(
      const uint8_t *prices, const uint8_t *symbols, size_t size, const dizim_span *tokens, size_t count, uint8_t most,
      uint32_t *numbers);
} dizim_kernels;

enum { DIZIM_PLAIN, DIZIM_AVX2, DIZIM_AVX512 };

// The highest level that this processor has.
int dizim_best_level(void);
// The kernels of a level that the processor has; those of the plain level otherwise.
const dizim_kernels *dizim_kernels_of(int level);

#endif

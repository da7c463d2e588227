// What a query keeps; shared by its preparation and the kernels.
#ifndef DIZIM_QUERY_H
#define DIZIM_QUERY_H

#include "NameKernels.h"

// From 1/1024 bits to eighths of a bit.
enum { DIZIM_COARSE_SHIFT = 7 };

// Candidates aligned together, transposed, with the moves of two of their symbols that the query has a use for.
typedef struct {
  uint32_t count;
  uint32_t longest;
  uint32_t hits;
  uint8_t lengths[DIZIM_GROUP];
  uint8_t symbols[DIZIM_LONGEST][DIZIM_GROUP];
  struct {
    uint8_t lane;
    // The place of the second symbol.
    uint8_t place;
    // Into `pairs_met`.
    uint16_t pair;
  } hit[DIZIM_GROUP * DIZIM_LONGEST];
} dizim_group;

// What two symbols of a candidate cost where the query has come to a place.
typedef struct {
  // The next of the same two symbols, at an earlier place; 0 behind the last one.
  uint32_t next;
  uint8_t place;
  // In the place of one symbol of the query, and of two.
  uint16_t for_one, for_two;
} dizim_pair_cost;

// Two symbols of a candidate that may be moved at once.
typedef struct {
  uint16_t symbols;
  // Where the first of their costs stands in `pair_costs`.
  uint32_t costs;
} dizim_pair_met;

struct dizim_query {
  const dizim_costs *costs;
  uint32_t length;
  uint8_t symbols[DIZIM_LONGEST];
  // What each symbol costs alone.
  uint16_t alone[DIZIM_LONGEST];
  // The number of each symbol and the one before it.
  uint16_t numbers[DIZIM_LONGEST];
  // For each two symbols, where they stand in `pairs_met`; 0 where the query has no use for them.
  uint16_t met[DIZIM_ALPHABET * DIZIM_ALPHABET];
  uint32_t pairs;
  dizim_pair_met pairs_met[DIZIM_ALPHABET * DIZIM_ALPHABET + 1];
  // From 1 on, with room for all moves that a query can have.
  uint32_t pair_cost_count;
  dizim_pair_cost *pair_costs;

  // The same in eighths of a bit, rounded down, for a bound; 255 where there is no such move.
  uint8_t coarse_indel[DIZIM_ALPHABET];
  uint8_t coarse_repetition;
  uint8_t coarse_alone[DIZIM_LONGEST];
  // A symbol of the query for one of a candidate; it and the one before it for one.
  uint8_t coarse_beside[DIZIM_LONGEST][DIZIM_ALPHABET];
  uint8_t coarse_pair[DIZIM_LONGEST][DIZIM_ALPHABET];
  // The least of what a symbol, or two, for any two cost of which the first is known, or the second.
  uint8_t coarse_one_first[DIZIM_LONGEST][DIZIM_ALPHABET], coarse_one_second[DIZIM_LONGEST][DIZIM_ALPHABET];
  uint8_t coarse_two_first[DIZIM_LONGEST][DIZIM_ALPHABET], coarse_two_second[DIZIM_LONGEST][DIZIM_ALPHABET];
  // Whether there are moves of two of a candidate's symbols that take one of the query, or two.
  uint8_t has_one[DIZIM_LONGEST], has_two[DIZIM_LONGEST];

  dizim_group group;
  // The costs of long moves that end in a cell, a vector of lanes each: one symbol of the query for two, two for two.
  _Alignas(64) uint16_t for_one[DIZIM_LONGEST * DIZIM_LONGEST * DIZIM_GROUP];
  _Alignas(64) uint16_t for_two[DIZIM_LONGEST * DIZIM_LONGEST * DIZIM_GROUP];
};

#endif

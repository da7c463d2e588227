#include "query.h"

#include <stdlib.h>
#include <string.h>

dizim_query *dizim_query_new(const dizim_costs *costs) {
  dizim_query *query = aligned_alloc(64, (sizeof *query + 63) / 64 * 64);
  if (!query) return NULL;
  query->costs = costs;
  query->length = 0;
  query->pairs = 0;
  memset(query->met, 0, sizeof query->met);
  return query;
}

void dizim_query_free(dizim_query *query) { free(query); }

// A cost as a bound counts it.
static uint8_t eighths(uint32_t cost) {
  uint32_t eighths = cost >> DIZIM_BOUND_SHIFT;
  return eighths < 255 ? eighths : 255;
}

static void lower(uint8_t *bound, uint8_t value) {
  if (value < *bound) *bound = value;
}

// Notes that two symbols of a candidate may be moved at once where the query has come to `place`.
static void meet(dizim_query *query, uint16_t symbols, uint32_t place) {
  uint16_t *met = &query->met[symbols];
  if (!*met) {
    *met = (uint16_t)++query->pairs;
    query->pairs_met[*met] = (dizim_pair_met){.symbols = symbols};
  }
  query->pairs_met[*met].rows |= UINT64_C(1) << place;
}

// The bounds rest on this: each move of an alignment takes one or two symbols of a side or none, and is paid for once. So
// the cost is at least the sum, over the symbols of one side, of the least that any move could cost which takes the
// symbol, half of it where the move takes two of that side. Only moves count that the query allows, and for the query's
// own symbols only those with a symbol on the other side that the candidate has.

// What a move costs that takes the query's symbol at `place` for two symbols of a candidate.
static void take_one_for_two(dizim_query *query, uint32_t place) {
  const dizim_costs *costs = query->costs;
  uint8_t symbol = query->symbols[place];
  for (uint32_t k = costs->of_symbol_from[symbol]; k < costs->of_symbol_from[symbol + 1]; k++) {
    uint32_t number = costs->of_symbol[k];
    uint16_t both = costs->symbols_of[number];
    uint16_t cost = costs->one_for_two[number * DIZIM_ALPHABET + symbol];
    const uint8_t sides[2] = {both >> 6, both & 63};
    for (int side = 0; side < 2; side++) {
      lower(&query->least[sides[side]], eighths(cost / 2));
      lower(&query->least_beside[place][sides[side]], eighths(cost));
    }
    meet(query, both, place);
  }
}

// The same for two symbols of the query, the second at `place`, and the two of a candidate that `both` names.
static void take_two_for_two(dizim_query *query, uint32_t place, uint16_t both, uint16_t cost) {
  const uint8_t sides[2] = {both >> 6, both & 63};
  for (int side = 0; side < 2; side++) {
    lower(&query->least[sides[side]], eighths(cost / 2));
    lower(&query->least_beside[place][sides[side]], eighths(cost / 2));
    lower(&query->least_beside[place - 1][sides[side]], eighths(cost / 2));
  }
  meet(query, both, place);
}

static void take_pair(dizim_query *query, uint32_t place) {
  const dizim_costs *costs = query->costs;
  uint8_t first = query->symbols[place - 1], second = query->symbols[place];
  if (first != second) {
    take_two_for_two(query, place, (uint16_t)(second << 6 | first), costs->transposition);
  }
  uint32_t number = costs->numbers[first << 6 | second];
  query->numbers[place] = (uint16_t)number;
  if (!number) return;
  for (int y = 1; y < DIZIM_ALPHABET; y++) {
    uint16_t cost = costs->one_for_two[number * DIZIM_ALPHABET + y];
    lower(&query->least[y], eighths(cost));
    lower(&query->least_beside[place][y], eighths(cost / 2));
    lower(&query->least_beside[place - 1][y], eighths(cost / 2));
  }
  for (uint32_t k = costs->of_pair_from[number]; k < costs->of_pair_from[number + 1]; k++) {
    uint32_t other = costs->of_pair[k];
    take_two_for_two(
        query, place, costs->symbols_of[other], costs->two_for_two[number * costs->pairs + other]);
  }
}

void dizim_prepare(dizim_query *query, const uint8_t *symbols, size_t length) {
  const dizim_costs *costs = query->costs;
  for (uint32_t pair = 1; pair <= query->pairs; pair++) query->met[query->pairs_met[pair].symbols] = 0;
  query->pairs = 0;
  query->length = (uint32_t)length;
  memcpy(query->symbols, symbols, length);
  for (int y = 0; y < DIZIM_ALPHABET; y++) query->least[y] = eighths(costs->indel[y]);
  query->least_repetition = eighths(costs->repetition);
  for (size_t i = 0; i < length; i++) {
    int repeats = i > 0 && symbols[i] == symbols[i - 1];
    query->alone[i] = repeats ? costs->repetition : costs->indel[symbols[i]];
    query->least_alone[i] = eighths(query->alone[i]);
    query->numbers[i] = 0;
    const uint16_t *costs_of_symbol = costs->substitution + symbols[i] * DIZIM_ALPHABET;
    for (int y = 0; y < DIZIM_ALPHABET; y++) query->least_beside[i][y] = eighths(costs_of_symbol[y]);
    for (int y = 0; y < DIZIM_ALPHABET; y++) lower(&query->least[y], query->least_beside[i][y]);
  }
  for (uint32_t i = 0; i < length; i++) {
    take_one_for_two(query, i);
    if (i > 0) take_pair(query, i);
  }
  // Lanes are filled up with 0, which is no symbol: it costs nothing and stands beside nothing.
  query->least[0] = 0;
  for (size_t i = 0; i < length; i++) query->least_beside[i][0] = 255;
}

#include "query.h"

#include <stdlib.h>
#include <string.h>

// A cost as a bound counts it.
static uint8_t eighths(uint32_t cost) {
  uint32_t eighths = cost >> DIZIM_COARSE_SHIFT;
  return eighths < 255 ? eighths : 255;
}

// The most moves of two of a candidate's symbols that end at one place of a query.
static size_t most_moves(const dizim_costs *costs) {
  uint32_t of_symbol = 0, of_pair = 0;
  for (int x = 0; x < DIZIM_ALPHABET; x++) {
    uint32_t count = costs->of_symbol[x + 1] - costs->of_symbol[x];
    if (count > of_symbol) of_symbol = count;
  }
  for (uint32_t number = 0; number < costs->pairs; number++) {
    uint32_t count = costs->of_pair[number + 1] - costs->of_pair[number];
    if (count > of_pair) of_pair = count;
  }
  // And an exchange.
  return (size_t)of_symbol + of_pair + 1;
}

dizim_query *dizim_query_new(const dizim_costs *costs) {
  dizim_query *query = aligned_alloc(64, (sizeof *query + 63) / 64 * 64);
  if (!query) return NULL;
  query->pair_costs = malloc((1 + DIZIM_LONGEST * most_moves(costs)) * sizeof *query->pair_costs);
  if (!query->pair_costs) {
    free(query);
    return NULL;
  }
  query->costs = costs;
  query->length = 0;
  query->pairs = 0;
  memset(query->met, 0, sizeof query->met);
  for (int y = 0; y < DIZIM_ALPHABET; y++) query->coarse_indel[y] = eighths(costs->indel[y]);
  query->coarse_repetition = eighths(costs->repetition);
  return query;
}

void dizim_query_free(dizim_query *query) {
  free(query->pair_costs);
  free(query);
}

static void lower(uint8_t *bound, uint8_t value) {
  if (value < *bound) *bound = value;
}

// The costs of two symbols of a candidate where the query has come to `place`.
static dizim_pair_cost *meet(dizim_query *query, uint16_t symbols, uint32_t place) {
  uint16_t *met = &query->met[symbols];
  if (!*met) {
    *met = (uint16_t)++query->pairs;
    query->pairs_met[*met] = (dizim_pair_met){symbols, 0};
  }
  uint32_t *first = &query->pairs_met[*met].costs;
  if (*first && query->pair_costs[*first].place == place) return &query->pair_costs[*first];
  dizim_pair_cost *cost = &query->pair_costs[++query->pair_cost_count];
  *cost = (dizim_pair_cost){*first, (uint8_t)place, UINT16_MAX, UINT16_MAX};
  *first = query->pair_cost_count;
  return cost;
}

// Notes for the bound what two symbols cost for one symbol of the query, or for two, the last of them at `place`.
static void take(
    uint32_t place, const dizim_move *move, uint8_t *has, uint8_t first[DIZIM_LONGEST][DIZIM_ALPHABET],
    uint8_t second[DIZIM_LONGEST][DIZIM_ALPHABET]) {
  if (!*has) {
    memset(first[place], 255, DIZIM_ALPHABET);
    memset(second[place], 255, DIZIM_ALPHABET);
    *has = 1;
  }
  lower(&first[place][move->first], eighths(move->cost));
  lower(&second[place][move->second], eighths(move->cost));
}

static void lower_cost(uint16_t *cost, uint16_t value) {
  if (value < *cost) *cost = value;
}

// The moves that take one symbol of the query; the others are two.
static void take_one(dizim_query *query, uint32_t place) {
  const dizim_costs *costs = query->costs;
  uint8_t symbol = query->symbols[place];
  for (uint32_t k = costs->of_symbol[symbol]; k < costs->of_symbol[symbol + 1]; k++) {
    const dizim_move *move = &costs->moves[k];
    take(place, move, &query->has_one[place], query->coarse_one_first, query->coarse_one_second);
    lower_cost(&meet(query, (uint16_t)(move->first << 6 | move->second), place)->for_one, move->cost);
  }
}

static void take_two_for_two(dizim_query *query, uint32_t place, const dizim_move *move) {
  take(place, move, &query->has_two[place], query->coarse_two_first, query->coarse_two_second);
  lower_cost(&meet(query, (uint16_t)(move->first << 6 | move->second), place)->for_two, move->cost);
}

// The moves that take two symbols of the query, an exchange of them among those.
static void take_two(dizim_query *query, uint32_t place) {
  const dizim_costs *costs = query->costs;
  uint8_t first = query->symbols[place - 1], second = query->symbols[place];
  if (first != second) {
    dizim_move exchange = {second, first, costs->transposition};
    take_two_for_two(query, place, &exchange);
  }
  uint32_t number = costs->numbers[first << 6 | second];
  query->numbers[place] = (uint16_t)number;
  if (!number) return;
  const uint16_t *costs_of_pair = costs->one_for_two + number * DIZIM_ALPHABET;
  for (int y = 0; y < DIZIM_ALPHABET; y++) query->coarse_pair[place][y] = eighths(costs_of_pair[y]);
  for (uint32_t k = costs->of_pair[number]; k < costs->of_pair[number + 1]; k++) {
    if (costs->moves[k].second) take_two_for_two(query, place, &costs->moves[k]);
  }
}

void dizim_prepare(dizim_query *query, const uint8_t *symbols, size_t length) {
  const dizim_costs *costs = query->costs;
  for (uint32_t pair = 1; pair <= query->pairs; pair++) query->met[query->pairs_met[pair].symbols] = 0;
  query->pairs = 0;
  query->pair_cost_count = 0;
  query->length = (uint32_t)length;
  for (size_t i = 0; i < length; i++) {
    query->symbols[i] = symbols[i];
    int repeats = i > 0 && symbols[i] == symbols[i - 1];
    query->alone[i] = repeats ? costs->repetition : costs->indel[symbols[i]];
    query->coarse_alone[i] = eighths(query->alone[i]);
    query->numbers[i] = 0;
    query->has_one[i] = query->has_two[i] = 0;
    const uint16_t *costs_of_symbol = costs->substitution + symbols[i] * DIZIM_ALPHABET;
    for (int y = 0; y < DIZIM_ALPHABET; y++) query->coarse_beside[i][y] = eighths(costs_of_symbol[y]);
  }
  for (uint32_t i = 0; i < length; i++) {
    take_one(query, i);
    if (i > 0) take_two(query, i);
  }
}

// The linguist's tables, embedded as bytes (C23 #embed). Each tables/NAME.tsv has one line here and one in tables.c.
#ifndef DIZIM_NAME_TABLES_H
#define DIZIM_NAME_TABLES_H

#include <stddef.h>

typedef struct {
  const unsigned char *bytes;
  size_t size;
} dizim_table;

dizim_table dizim_table_phonemes(void);

#endif

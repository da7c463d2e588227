#include "NameTables.h"

#define TABLE(name)                                   \
  dizim_table dizim_table_##name(void) {              \
    return (dizim_table){name##_tsv, sizeof name##_tsv}; \
  }

static const unsigned char phonemes_tsv[] = {
#embed "tables/phonemes.tsv"
};
TABLE(phonemes)

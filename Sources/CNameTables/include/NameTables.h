// The linguist's tables, embedded as bytes (C23 #embed). Each tables/NAME.tsv has one line here and one in tables.c.
#ifndef DIZIM_NAME_TABLES_H
#define DIZIM_NAME_TABLES_H

#include <stddef.h>

typedef struct {
  const unsigned char *bytes;
  size_t size;
} dizim_table;

dizim_table dizim_table_phonemes(void);
dizim_table dizim_table_graphemes(void);
dizim_table dizim_table_scripts(void);
dizim_table dizim_table_habits(void);
dizim_table dizim_table_sounds(void);
dizim_table dizim_table_homoglyphs(void);
dizim_table dizim_table_marks(void);
dizim_table dizim_table_alignment(void);
dizim_table dizim_table_name_rates(void);
dizim_table dizim_table_symbol_bigrams(void);
dizim_table dizim_table_gender_words(void);
dizim_table dizim_table_alignment_by_hand(void);
dizim_table dizim_table_patronymic_affixes(void);
dizim_table dizim_table_surname_suffixes(void);
dizim_table dizim_table_case_endings(void);
dizim_table dizim_table_name_equivalents(void);
dizim_table dizim_table_titles(void);
dizim_table dizim_table_generation_words(void);
dizim_table dizim_table_given_names(void);
dizim_table dizim_table_name_elements(void);
dizim_table dizim_table_headers(void);
dizim_table dizim_table_cell_words(void);
dizim_table dizim_table_date_words(void);
dizim_table dizim_table_places(void);
dizim_table dizim_table_reasons(void);
dizim_table dizim_table_romanisation(void);
dizim_table dizim_table_romanisation_systems(void);
dizim_table dizim_table_cyrillic_alphabets(void);
dizim_table dizim_table_compound_words(void);
dizim_table dizim_table_diminutive_endings(void);
dizim_table dizim_table_russian_spelling(void);
dizim_table dizim_table_syllables(void);
dizim_table dizim_table_code_pages(void);
dizim_table dizim_table_letter_pairs(void);

#endif

#include "NameTables.h"

#define TABLE(name)                                   \
  dizim_table dizim_table_##name(void) {              \
    return (dizim_table){name##_tsv, sizeof name##_tsv}; \
  }

static const unsigned char phonemes_tsv[] = {
#embed "tables/phonemes.tsv"
};
TABLE(phonemes)

static const unsigned char graphemes_tsv[] = {
#embed "tables/graphemes.tsv"
};
TABLE(graphemes)

static const unsigned char places_tsv[] = {
#embed "tables/places.tsv"
};
TABLE(places)

static const unsigned char reasons_tsv[] = {
#embed "tables/reasons.tsv"
};
TABLE(reasons)

static const unsigned char scripts_tsv[] = {
#embed "tables/scripts.tsv"
};
TABLE(scripts)

static const unsigned char habits_tsv[] = {
#embed "tables/habits.tsv"
};
TABLE(habits)

static const unsigned char sounds_tsv[] = {
#embed "tables/sounds.tsv"
};
TABLE(sounds)

static const unsigned char homoglyphs_tsv[] = {
#embed "tables/homoglyphs.tsv"
};
TABLE(homoglyphs)

static const unsigned char marks_tsv[] = {
#embed "tables/marks.tsv"
};
TABLE(marks)

static const unsigned char alignment_tsv[] = {
#embed "tables/alignment.tsv"
};
TABLE(alignment)

static const unsigned char name_rates_tsv[] = {
#embed "tables/name-rates.tsv"
};
TABLE(name_rates)

static const unsigned char symbol_bigrams_tsv[] = {
#embed "tables/symbol-bigrams.tsv"
};
TABLE(symbol_bigrams)

static const unsigned char gender_words_tsv[] = {
#embed "tables/gender-words.tsv"
};
TABLE(gender_words)

static const unsigned char alignment_by_hand_tsv[] = {
#embed "tables/alignment-by-hand.tsv"
};
TABLE(alignment_by_hand)
static const unsigned char patronymic_affixes_tsv[] = {
#embed "tables/patronymic-affixes.tsv"
};
TABLE(patronymic_affixes)

static const unsigned char surname_suffixes_tsv[] = {
#embed "tables/surname-suffixes.tsv"
};
TABLE(surname_suffixes)

static const unsigned char case_endings_tsv[] = {
#embed "tables/case-endings.tsv"
};
TABLE(case_endings)

static const unsigned char name_equivalents_tsv[] = {
#embed "tables/name-equivalents.tsv"
};
TABLE(name_equivalents)

static const unsigned char generation_words_tsv[] = {
#embed "tables/generation-words.tsv"
};
TABLE(generation_words)

static const unsigned char titles_tsv[] = {
#embed "tables/titles.tsv"
};
TABLE(titles)

static const unsigned char given_names_tsv[] = {
#embed "tables/given-names.tsv"
};
TABLE(given_names)

static const unsigned char name_elements_tsv[] = {
#embed "tables/name-elements.tsv"
};
TABLE(name_elements)
static const unsigned char headers_tsv[] = {
#embed "tables/headers.tsv"
};
TABLE(headers)

static const unsigned char romanisation_tsv[] = {
#embed "tables/romanisation.tsv"
};
TABLE(romanisation)

static const unsigned char romanisation_systems_tsv[] = {
#embed "tables/romanisation-systems.tsv"
};
TABLE(romanisation_systems)

static const unsigned char cyrillic_alphabets_tsv[] = {
#embed "tables/cyrillic-alphabets.tsv"
};
TABLE(cyrillic_alphabets)

static const unsigned char compound_words_tsv[] = {
#embed "tables/compound-words.tsv"
};
TABLE(compound_words)

static const unsigned char diminutive_endings_tsv[] = {
#embed "tables/diminutive-endings.tsv"
};
TABLE(diminutive_endings)

static const unsigned char russian_spelling_tsv[] = {
#embed "tables/russian-spelling.tsv"
};
TABLE(russian_spelling)

static const unsigned char syllables_tsv[] = {
#embed "tables/syllables.tsv"
};
TABLE(syllables)

static const unsigned char code_pages_tsv[] = {
#embed "tables/code-pages.tsv"
};
TABLE(code_pages)

static const unsigned char letter_pairs_tsv[] = {
#embed "tables/letter-pairs.tsv"
};
TABLE(letter_pairs)

static const unsigned char cell_words_tsv[] = {
#embed "tables/cell-words.tsv"
};
TABLE(cell_words)

static const unsigned char date_words_tsv[] = {
#embed "tables/date-words.tsv"
};
TABLE(date_words)

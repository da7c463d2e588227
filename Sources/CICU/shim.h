// ICU renames its entry points by macro (u_strlen is u_strlen_72), which Swift cannot see: each call we
// use has a `static inline` face here.
#ifndef DIZIM_CICU_SHIM_H
#define DIZIM_CICU_SHIM_H

#include <unicode/unorm2.h>
#include <unicode/utrans.h>
#include <unicode/ustring.h>

static inline const UNormalizer2 *dizim_nfc(UErrorCode *status) { return unorm2_getNFCInstance(status); }

static inline int32_t dizim_decomposition(
    const UNormalizer2 *normalizer, UChar32 scalar, UChar *result, int32_t capacity, UErrorCode *status) {
  return unorm2_getDecomposition(normalizer, scalar, result, capacity, status);
}

static inline int32_t dizim_normalize(
    const UNormalizer2 *normalizer, const UChar *text, int32_t length, UChar *result, int32_t capacity,
    UErrorCode *status) {
  return unorm2_normalize(normalizer, text, length, result, capacity, status);
}

static inline UTransliterator *dizim_open_transliterator(
    const UChar *identifier, int32_t length, UErrorCode *status) {
  return utrans_openU(identifier, length, UTRANS_FORWARD, 0, 0, 0, status);
}

static inline void dizim_transliterate(
    const UTransliterator *transliterator, UChar *text, int32_t *length, int32_t capacity,
    int32_t *limit, UErrorCode *status) {
  utrans_transUChars(transliterator, text, length, capacity, 0, limit, status);
}

static inline void dizim_close_transliterator(UTransliterator *transliterator) {
  utrans_close(transliterator);
}

#endif

// ICU renames its entry points by macro (u_strlen is u_strlen_72), which Swift cannot see: each call we
// use has a face here.
#ifndef DIZIM_CICU_SHIM_H
#define DIZIM_CICU_SHIM_H

#include <unicode/unorm2.h>
#include <unicode/utrans.h>
#include <unicode/ustring.h>

#include "../CLinux/late.h"

// The libraries of the headers' own version.
#define DIZIM_ICU_UC "libicuuc.so." U_ICU_VERSION_SHORT
#define DIZIM_ICU_I18N "libicui18n.so." U_ICU_VERSION_SHORT

DIZIM_LATE(const UNormalizer2 *, dizim_nfc, (UErrorCode * status), DIZIM_ICU_UC, unorm2_getNFCInstance, (status))

DIZIM_LATE(
    int32_t, dizim_decomposition,
    (const UNormalizer2 *normalizer, UChar32 scalar, UChar *result, int32_t capacity, UErrorCode *status),
    DIZIM_ICU_UC, unorm2_getDecomposition, (normalizer, scalar, result, capacity, status))

DIZIM_LATE(
    int32_t, dizim_normalize,
    (const UNormalizer2 *normalizer, const UChar *text, int32_t length, UChar *result, int32_t capacity,
     UErrorCode *status),
    DIZIM_ICU_UC, unorm2_normalize, (normalizer, text, length, result, capacity, status))

DIZIM_LATE(
    UTransliterator *, dizim_open_transliterator, (const UChar *identifier, int32_t length, UErrorCode *status),
    DIZIM_ICU_I18N, utrans_openU, (identifier, length, UTRANS_FORWARD, 0, 0, 0, status))

DIZIM_LATE(
    void, dizim_transliterate,
    (const UTransliterator *transliterator, UChar *text, int32_t *length, int32_t capacity, int32_t *limit,
     UErrorCode *status),
    DIZIM_ICU_I18N, utrans_transUChars, (transliterator, text, length, capacity, 0, limit, status))

DIZIM_LATE(
    void, dizim_close_transliterator, (UTransliterator * transliterator), DIZIM_ICU_I18N, utrans_close,
    (transliterator))

#endif

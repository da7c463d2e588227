// ICU renames its entry points by macro (u_strlen is u_strlen_72), which Swift cannot see: each call we
// use has a `static inline` face here.
#ifndef DIZIM_CICU_SHIM_H
#define DIZIM_CICU_SHIM_H

#include <unicode/unorm2.h>
#include <unicode/utrans.h>
#include <unicode/ustring.h>

static inline const UNormalizer2 *dizim_nfc(UErrorCode *status) { return unorm2_getNFCInstance(status); }

#endif

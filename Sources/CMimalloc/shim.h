#ifndef DIZIM_CMIMALLOC_SHIM_H
#define DIZIM_CMIMALLOC_SHIM_H

#include <mimalloc.h>

/// Has memory come in pages of 2 MiB, where the system gives them to who asks.
static inline void dizim_use_large_pages(void) { mi_option_enable(mi_option_large_os_pages); }

#endif

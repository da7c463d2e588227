// Calls of Linux that the C library declares for `_GNU_SOURCE` only, which the headers as Swift sees them are without.
#ifndef DIZIM_CLINUX_SHIM_H
#define DIZIM_CLINUX_SHIM_H

extern int renameat2(int old_folder, const char *old_name, int new_folder, const char *new_name, unsigned int flags);
extern int memfd_create(const char *name, unsigned int flags);

/// Makes two files change their names.
static inline int dizim_exchange(const char *one, const char *other) {
  return renameat2(-100 /* AT_FDCWD */, one, -100, other, 2 /* RENAME_EXCHANGE */);
}

/// A file in memory.
static inline int dizim_memory_file(void) { return memfd_create("dizim", 1 /* MFD_CLOEXEC */); }

#endif

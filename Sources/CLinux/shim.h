// Calls of Linux that the C library declares for `_GNU_SOURCE` only, with arguments that Swift cannot give, or in headers
// that Swift does not bring.
#ifndef DIZIM_CLINUX_SHIM_H
#define DIZIM_CLINUX_SHIM_H

#include <malloc.h>
#include <sys/prctl.h>

extern int renameat2(int old_folder, const char *old_name, int new_folder, const char *new_name, unsigned int flags);
extern int memfd_create(const char *name, unsigned int flags);

/// Makes two files change their names.
static inline int dizim_exchange(const char *one, const char *other) {
  return renameat2(-100 /* AT_FDCWD */, one, -100, other, 2 /* RENAME_EXCHANGE */);
}

/// A file in memory.
static inline int dizim_memory_file(void) { return memfd_create("dizim", 1 /* MFD_CLOEXEC */); }

/// Keeps the system from writing the process's memory down, to a file or to a program that collects crashes.
static inline int dizim_refuse_dumps(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

/// Has the allocator take what has so many bytes and more from the system, and give it back when it is freed.
static inline int dizim_give_back_from(int bytes) { return mallopt(M_MMAP_THRESHOLD, bytes); }

#endif

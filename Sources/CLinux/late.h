// Functions of libraries that most runs never call. Such a library is opened when the first of its functions is called:
// to be linked with ICU and libxlsxwriter takes a program 5 ms at its start, whatever it is asked, and without
// them it does not start at all, though its lists be CSV.
#ifndef DIZIM_LATE_H
#define DIZIM_LATE_H

#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>

/// The address of a function; a run that needs a library which is not there ends, as it would have when it began.
static inline void *dizim_late_address(const char *library, const char *function) {
  void *handle = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
  void *address = handle ? dlsym(handle, function) : NULL;
  if (address) return address;
  fprintf(stderr, "dizim: this needs the library %s, which the system does not have\n", library);
  _exit(2);
}

#define DIZIM_TEXT_OF(name) #name
// Through a second macro, so that a name that is one itself, as all of ICU's are, is the one it stands for.
#define DIZIM_NAME_OF(name) DIZIM_TEXT_OF(name)

/// Declares `face`, which calls `function` of `library`; `parameters` and `arguments` are in brackets.
///
/// Threads that come first at once find the same address.
#define DIZIM_LATE(result, face, parameters, library, function, arguments)                               \
  static inline result face parameters {                                                                 \
    static void *known;                                                                                  \
    void *address = __atomic_load_n(&known, __ATOMIC_RELAXED);                                           \
    if (!address) {                                                                                      \
      address = dizim_late_address(library, DIZIM_NAME_OF(function));                                    \
      __atomic_store_n(&known, address, __ATOMIC_RELAXED);                                               \
    }                                                                                                    \
    return ((__typeof__(&function))address)arguments;                                                    \
  }

#endif

#if Mimalloc
  internal import CMimalloc
#else
  internal import CLinux
#endif

/// How the program takes memory from the system.
///
/// mimalloc stands in for the C library's allocator, for Swift as for all else, by being linked. Of 300,000 rows merged
/// on one thread (two runs at a time, in turn): glibc 70 CPU s and 646 MB, mimalloc 66 to 72 and 581, with large pages 57
/// and 692: a look at a name is a look at a page that the processor has not at hand, and there are 512 times fewer of them.
enum Allocator {
  #if Mimalloc
    static func prepare() { dizim_use_large_pages() }
  #else
    /// Has every large array given back as soon as it is freed. By itself glibc takes ever larger ones from the heap, where
    /// what is freed stays between others: a tenth more memory for lists of a hundred thousand rows, in the same time.
    static func prepare() { _ = dizim_give_back_from(large) }

    /// Arrays of so many bytes lie outside the heap.
    private static let large: Int32 = 1 << 17
  #endif
}

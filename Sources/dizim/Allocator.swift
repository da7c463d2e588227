internal import CLinux

/// How the program takes memory from the system.
enum Allocator {
  /// Arrays of so many bytes lie outside the heap.
  private static let large: Int32 = 1 << 17

  /// Has every large array given back as soon as it is freed. By itself glibc takes ever larger ones from the heap, where
  /// what is freed stays between others: a tenth more memory for lists of a hundred thousand rows, in the same time.
  static func giveBackLargeArrays() { _ = dizim_give_back_from(large) }
}

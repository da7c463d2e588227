internal import CNameKernels

/// The instructions that comparisons of blocks use.
public enum KernelLevel: Int32, Sendable, Hashable, CaseIterable, Comparable {
  /// Vectors of 16 bytes, which every processor has.
  case plain
  /// Vectors of 32 bytes (x86-64 since 2013).
  case avx2
  /// Vectors of 64 bytes with AVX-512 BW, VL, VBMI and BITALG (Ice Lake, Zen 4, and later).
  case avx512

  /// The highest level that this processor has; asked once.
  public static let best = KernelLevel(rawValue: dizim_best_level()) ?? .plain

  /// The levels that this processor has; all of them give the same results.
  public static var available: [KernelLevel] { allCases.filter { $0 <= best } }

  public static func < (a: KernelLevel, b: KernelLevel) -> Bool { a.rawValue < b.rawValue }

  /// The kernels of the level, or of the best one below it that this processor has.
  @safe var kernels: dizim_kernels {
    // Safety: a table of functions that is a constant of the program.
    unsafe dizim_kernels_of(min(self, Self.best).rawValue).pointee
  }
}

internal import Glibc
import TestSupport
import Testing

@testable import NameText

/// The Unicode Consortium's own test of form C, the form that cells are compared in: `make normalization FILE=…`. The
/// file is not ours to keep; without it, or without ICU, nothing is run.
@Suite struct NormalizationTests {
  static let path = unsafe getenv("DIZIM_NORMALIZATION_TEST").map { unsafe String(cString: $0) }

  @Test(.enabled(if: path != nil && ICUTrait.isEnabled))
  func formCIsTheStandards() throws {
    let text = String(decoding: try TestFiles.bytes(at: try #require(Self.path)), as: UTF8.self)
    var count = 0
    for line in text.split(separator: "\n") where !line.hasPrefix("#") && !line.hasPrefix("@") {
      // source; NFC; NFD; NFKC; NFKD
      let columns = line.split(separator: ";").prefix(5).map { column in
        String(
          String.UnicodeScalarView(
            column.split(separator: " ").compactMap {
              UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
            }))
      }
      count += 1
      for column in columns[0..<3] {
        #expect(Cleaning.composed(column) == Array(columns[1].unicodeScalars), "\(line)")
      }
      for column in columns[3..<5] {
        #expect(Cleaning.composed(column) == Array(columns[3].unicodeScalars), "\(line)")
      }
    }
    #expect(count > 10_000)
  }
}

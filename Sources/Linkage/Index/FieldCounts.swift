internal import NameIndex

/// How often values occur in the rows of an index.
struct FieldCounts: Sendable {
  var dates: [BirthDate: UInt64] = [:]
  var years: [Int: UInt64] = [:]
  var datedCount: UInt64 = 0
  var placeWords: [[UInt8]: UInt64] = [:]
  var placeCount: UInt64 = 0
  var texts: [String: UInt64] = [:]
  var textCount: UInt64 = 0
  var identifiers: [String: UInt64] = [:]
  var identifiedCount: UInt64 = 0
}

/// What is counted of the rows of an index; each value is known by a hash.
enum CountedValue {
  case name(coarse: [UInt8])
  case date(BirthDate)
  case year(Int)
  case placeWord([UInt8])
  case text(String)
  case identifier(String)

  var hash: UInt64 {
    let (kind, bytes): (UInt8, [UInt8]) =
      switch self {
      case .name(let coarse): (0, coarse)
      case .date(let date): (1, Array(date.description.utf8))
      case .year(let year): (2, Array(String(year).utf8))
      case .placeWord(let word): (3, word)
      case .text(let text): (4, Array(text.utf8))
      case .identifier(let identifier): (5, Array(identifier.utf8))
      }
    return DeletionJoin.hash(of: ([kind] + bytes).span)
  }
}

extension FieldModel {
  /// Calls `body` with every value that was counted.
  func forEachCount(_ body: (CountedValue, UInt64) -> Void) {
    for (date, count) in dates { body(.date(date), count) }
    for (year, count) in years { body(.year(year), count) }
    for (word, count) in placeWords { body(.placeWord(word), count) }
    for (text, count) in texts { body(.text(text), count) }
    for (identifier, count) in identifiers { body(.identifier(identifier), count) }
  }
}

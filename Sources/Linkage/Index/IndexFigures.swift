/// What an index says of itself in numbers.
struct IndexFigures: Sendable {
  var rowCount: UInt64
  /// Whether every token is compared with every one that is asked for.
  var isExact: UInt64
  /// Whether any two neighbours are tried as one word.
  var joinsAll: UInt64
  /// How many people's names were counted.
  var occurrenceCount: UInt64
  /// So many names have initials; they are the first.
  var namesWithInitials: UInt64
  var datedCount: UInt64
  var placeCount: UInt64
  var textCount: UInt64
  var identifiedCount: UInt64

  var numbers: [UInt64] {
    [
      rowCount, isExact, joinsAll, occurrenceCount, namesWithInitials, datedCount, placeCount,
      textCount, identifiedCount,
    ]
  }
}

extension IndexFigures {
  init(_ numbers: FlatArray<UInt64>) throws(IndexError) {
    rowCount = try numbers[0]
    isExact = try numbers[1]
    joinsAll = try numbers[2]
    occurrenceCount = try numbers[3]
    namesWithInitials = try numbers[4]
    datedCount = try numbers[5]
    placeCount = try numbers[6]
    textCount = try numbers[7]
    identifiedCount = try numbers[8]
    // What is counted stays far below what arithmetic on it holds.
    for place in 0..<9 where try numbers[place] > 1 << 40 { throw .damaged }
  }
}

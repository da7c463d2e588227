internal import NameIndex

/// The distinct strings of symbols that the shapes of tokens are spelled with, numbered in lexicographic order.
struct SortedStrings {
  /// The strings.
  private(set) var arena = StringArena()
  /// For each token the numbers of the strings of its shapes.
  private var ofShapes = FlatRows<UInt32>()

  /// The strings of all shapes of `tokens`.
  init(_ tokens: [TokenReadings]) {
    var all = StringArena()
    for token in tokens.indices {
      for shape in tokens[token].shapes { all.append(shape.symbols) }
    }
    var numbers = [UInt32](repeating: 0, count: all.count)
    var last: UInt32?
    for string in all.ascending() {
      if last.map({ !all.areEqual($0, string) }) ?? true {
        arena.append(all.bytes[all.range(of: string)])
        last = string
      }
      numbers[Int(string)] = UInt32(arena.count - 1)
    }
    var start = 0
    for token in tokens.indices {
      let end = start + tokens[token].shapes.count
      ofShapes.append(numbers[start..<end])
      start = end
    }
  }

  /// The shapes of the token with the given number, their strings numbered.
  func forms(of number: Int, _ token: TokenReadings) -> [IndexedForm] {
    zip(token.shapes, ofShapes[UInt32(number)]).map { IndexedForm($0, string: $1) }
  }
}

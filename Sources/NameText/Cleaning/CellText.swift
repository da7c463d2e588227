/// The words of a cell and where in it they stand.
struct CellText {
  /// The cell in form C.
  let written: [Unicode.Scalar]
  /// The same with full-width letters and marks made plain, one for one.
  let scalars: [Unicode.Scalar]
  var words: [Word] = []
  /// For each word its place in the cell; the words that one word of another script became share theirs.
  var places: [Range<Int>] = []

  init(_ written: [Unicode.Scalar]) {
    self.written = written
    var plain = written
    for index in plain.indices where (0xFF01...0xFF5E).contains(plain[index].value) {
      // Full-width forms stand in the order of ASCII.
      plain[index] = Unicode.Scalar(UInt8(plain[index].value - 0xFF01 + 0x21))
    }
    scalars = plain
    // Most cells have two to four words.
    words.reserveCapacity(4)
    places.reserveCapacity(4)
  }

  /// The same with no more than its first words.
  func prefix(_ count: Int) -> CellText {
    if words.count <= count { return self }
    var prefix = self
    prefix.words.removeLast(words.count - count)
    prefix.places.removeLast(places.count - count)
    return prefix
  }

  /// What stands between the word at `index` and the one before it, or before the first.
  func gap(before index: Int) -> ArraySlice<Unicode.Scalar> {
    let start = index > 0 ? places[index - 1].upperBound : 0
    return scalars[min(start, places[index].lowerBound)..<places[index].lowerBound]
  }

  /// Where the text of some words lies, with the full stop and the closing bracket that belong to the last.
  func extent(_ range: Range<Int>) -> Range<Int> {
    let (first, last) = (range.lowerBound, range.upperBound - 1)
    var end = places[last].upperBound
    if words[last].endsWithPeriod, end < scalars.count, scalars[end] == "." { end += 1 }
    if words[last].enclosure != .none, words[first].enclosure == .none, end < scalars.count {
      switch ScalarTable.shared.kind(of: scalars[end]) {
      case .close, .quote, .double, .apostrophe: end += 1
      default: break
      }
    }
    return places[first].lowerBound..<end
  }

  /// A part of the cell as written.
  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: written[range])
    return String(view)
  }
}

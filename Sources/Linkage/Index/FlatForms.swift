internal import NameIndex

/// The shapes of the tokens of an index, each token's behind those of the one before, so that tokens that are compared
/// together are read from one place.
struct FlatForms: Sendable {
  /// Where the shapes of each token begin, and behind the last one where they end.
  private let starts: FlatArray<UInt32>
  private let forms: FlatArray<UInt64>
  let symbols: FlatArray<UInt8>

  init(
    starts: FlatArray<UInt32>, _ forms: FlatArray<UInt64>, symbols: FlatArray<UInt8>
  ) {
    self.starts = starts
    self.forms = forms
    self.symbols = symbols
  }

  /// How many tokens there are.
  var count: Int { max(0, starts.count - 1) }

  /// Neighbouring tokens and their shapes.
  struct Run {
    var tokens: Range<Int>
    var forms: Range<Int>
  }

  func run(of tokens: Range<Int>) throws(IndexError) -> Run {
    let (first, last) = (Int(try starts[tokens.lowerBound]), Int(try starts[tokens.upperBound]))
    guard first <= last else { throw .damaged }
    return Run(tokens: tokens, forms: first..<last)
  }

  /// Calls `body` with where the symbols of each of some shapes stand, which are checked.
  @inline(__always)
  func forEachSymbols(of shapes: Range<Int>, _ body: (Range<Int>) -> Void) throws(IndexError) {
    guard shapes.upperBound < forms.count else { throw .damaged }
    try forms.withNumbers(in: shapes.lowerBound..<shapes.upperBound + 1) {
      forms throws(IndexError) in
      let first = Int(FlatForm(bits: forms[0]).start)
      let last = Int(FlatForm(bits: forms[shapes.count]).start)
      guard first <= last else { throw .damaged }
      try symbols.check(first..<last)
      var start = first
      for place in 0..<shapes.count {
        let end = Int(FlatForm(bits: forms[place + 1]).start)
        guard start <= end, end - start <= AlignmentTrie.longest, end <= last else {
          throw .damaged
        }
        body(start..<end)
        start = end
      }
    }
  }

  func form(_ place: Int) throws(IndexError) -> FlatForm { FlatForm(bits: try forms[place]) }

  /// Which of some tokens a shape of theirs is of.
  func token(of form: Int, in tokens: Range<Int>) throws(IndexError) -> Int {
    var (low, high) = (tokens.lowerBound, tokens.upperBound)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(try starts[middle]) <= form { low = middle } else { high = middle }
    }
    return low
  }

  /// Calls `body` with each shape of each of `tokens`, in their order: the token, the shape, and where its symbols stand.
  @inline(__always)
  func forEach(
    of tokens: Range<Int>,
    _ body: (_ token: Int, _ form: FlatForm, _ symbols: Range<Int>) throws(IndexError) -> Void
  ) throws(IndexError) {
    if tokens.isEmpty { return }
    try starts.withNumbers(in: tokens.lowerBound..<tokens.upperBound + 1) {
      starts throws(IndexError) in
      let (first, last) = (Int(starts[0]), Int(starts[tokens.count]))
      guard first <= last else { throw .damaged }
      try forms.withNumbers(in: first..<last + 1) { forms throws(IndexError) in
        let start = Int(FlatForm(bits: forms[0]).start)
        let symbolsEnd = Int(FlatForm(bits: forms[last - first]).start)
        guard start <= symbolsEnd else { throw .damaged }
        try symbols.check(start..<symbolsEnd)
        var place = 0
        for token in tokens.indices {
          let end = Int(starts[token - tokens.lowerBound + 1]) - first
          guard end >= place, end < forms.count else { throw .damaged }
          while place < end {
            let form = FlatForm(bits: forms[place])
            let start = Int(form.start)
            let next = Int(FlatForm(bits: forms[place + 1]).start)
            guard start <= next, next - start <= AlignmentTrie.longest, next <= symbolsEnd
            else {
              throw .damaged
            }
            try body(token, form, start..<next)
            place += 1
          }
        }
      }
    }
  }
}

/// The shapes of tokens while they are being written.
struct FlatFormsWriter: Sendable {
  private(set) var starts: [UInt32] = [0]
  private var forms: [FlatForm] = []
  private(set) var symbols: [UInt8] = []

  /// Adds the shapes of the next token.
  mutating func append(_ token: TokenRecord) throws(IndexError) {
    for form in token.forms {
      forms.append(try FlatForm(form, start: symbols.count))
      symbols += form.symbols
    }
    starts.append(UInt32(forms.count))
  }

  /// Adds the shapes of the tokens of another writer.
  mutating func append(_ other: FlatFormsWriter) throws(IndexError) {
    for token in 0..<other.starts.count - 1 { try append(token, of: other) }
  }

  /// Adds the shapes of a token of another writer.
  private mutating func append(_ token: Int, of other: FlatFormsWriter) throws(IndexError) {
    let range = Int(other.starts[token])..<Int(other.starts[token + 1])
    let start = other.start(of: range.lowerBound)
    for form in range {
      forms.append(
        try other.forms[form].moved(to: symbols.count + other.start(of: form) - start))
    }
    symbols += other.symbols[start..<other.start(of: range.upperBound)]
    starts.append(UInt32(forms.count))
  }

  private func start(of form: Int) -> Int {
    form < forms.count ? Int(forms[form].start) : symbols.count
  }

  /// The tokens in another order.
  func reordered(_ order: [UInt32]) throws(IndexError) -> FlatFormsWriter {
    var writer = FlatFormsWriter()
    writer.starts.reserveCapacity(starts.count)
    writer.forms.reserveCapacity(forms.count)
    writer.symbols.reserveCapacity(symbols.count)
    for token in order { try writer.append(Int(token), of: self) }
    return writer
  }

  /// The shapes and their end.
  func numbers() throws(IndexError) -> [UInt64] {
    forms.map(\.bits) + [try FlatForm(end: symbols.count).bits]
  }
}

/// Rows of different lengths in one array (compressed sparse rows).
struct FlatRows<Element: Sendable>: Sendable {
  private(set) var elements: [Element] = []
  private var starts: [UInt32] = [0]

  init() {}

  /// A row for each of `rows`.
  init(_ rows: some Sequence<[Element]>) {
    for row in rows { append(row) }
  }

  var count: Int { starts.count - 1 }

  mutating func append(_ row: some Collection<Element>) {
    elements.append(contentsOf: row)
    starts.append(UInt32(elements.count))
  }

  /// The same rows of what `transform` makes of each element.
  func mapElements<Other>(_ transform: (Element) -> Other) -> FlatRows<Other> {
    var rows = FlatRows<Other>()
    rows.elements = elements.map(transform)
    rows.starts = starts
    return rows
  }

  /// Where a row stands in `elements`.
  func range(_ row: UInt32) -> Range<Int> {
    Int(starts[Int(row)])..<Int(starts[Int(row) + 1])
  }

  subscript(row: UInt32) -> ArraySlice<Element> { elements[range(row)] }
}

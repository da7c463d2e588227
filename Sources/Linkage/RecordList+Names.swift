extension RecordList {
  /// A list of bare names, a row each, its lines counted from 1.
  ///
  /// ```swift
  /// let list = RecordList(names: ["Тажимуратов Даулетмурат", "Dauletmurat Tajimuratov"])
  /// ```
  public init(name: String = "names", names: some Sequence<String>) {
    self.init(name: name, columns: [Column(name: "name", kind: .name)])
    for (row, text) in names.enumerated() {
      append(cell: text.utf8)
      endRow(line: row + 1)
    }
  }
}

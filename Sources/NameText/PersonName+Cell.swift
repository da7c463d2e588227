extension PersonName {
  /// The name that a cell holds, in any spelling: `Тажимуратов Даулетмурат Полатович`, `TAJIMURATOV, D.`
  ///
  /// ```swift
  /// let name = PersonName(parsing: "Тажимуратов Даулетмурат Полатович")
  /// name.tokens(as: .patronymic).map(\.text)   // ["полатович"]
  /// ```
  /// - Complexity: O(scalars of the cell).
  public init(parsing cell: String) { self = CellReading(cell).names.first ?? PersonName() }

  /// The tokens with a role, in the order of the cell.
  public func tokens(as role: Role) -> [NameToken] { tokens.filter { $0.role == role } }
}

/// How much memory linking takes, estimated before it begins.
///
/// Most goes into the distinct words of names and what they are like: it grows with the rows and with the bytes of their
/// names. The rates are those of generated lists of 100,000 to 1,000,000 rows without two that are equal, with a tenth
/// added; lists that repeat their rows take less.
public enum MemoryNeed {
  /// What the program takes with empty lists.
  private static let ofProgram = 64 << 20
  private static let ofRow = 1_500
  private static let ofNameByte = 110
  private static let ofNames: Set<FieldKind> = [.name, .given, .surname, .patronymic, .alias]

  /// The most bytes that linking `lists` is expected to take, the lists themselves among them.
  /// - Complexity: O(cells of names).
  public static func bytes(for lists: [RecordList]) -> Int {
    lists.reduce(ofProgram) { sum, list in
      let names = list.columns.indices.filter { ofNames.contains(list.columns[$0].kind) }
      let nameBytes = (0..<list.count).reduce(0) { sum, row in
        names.reduce(sum) { $0 + list.cell(row: row, column: $1).count }
      }
      return sum + list.byteCount + ofRow * list.count + ofNameByte * nameBytes
    }
  }

  /// - Throws: `LinkageError.needsMemory` where the lists take more than is allowed.
  static func check(_ lists: [RecordList], allowed: Int?) throws(LinkageError) {
    guard let allowed else { return }
    let needed = bytes(for: lists)
    if needed > allowed { throw .needsMemory(bytes: needed, allowed: allowed) }
  }
}

/// How much memory work on lists takes, estimated before it begins.
///
/// Most goes into the distinct words of names and what they are like: it grows with the rows and with the bytes of their
/// names, and with the cells of what else is compared. The rates are those of generated lists of 100,000 rows without two
/// that are equal, with a tenth and more added: a million are expected to take 2.5 GB and take 1.6. Lists that repeat their
/// rows take less.
public enum MemoryNeed {
  /// What takes the memory.
  public enum Work: Sendable {
    /// `Linker`, `PairLinker`.
    case linking
    /// `SearchIndex`, made of lists.
    case indexing

    // In bytes.
    fileprivate var ofRow: Int { 720 }
    fileprivate var ofNameByte: Int { self == .linking ? 60 : 35 }
    fileprivate var ofField: Int { self == .linking ? 280 : 0 }
  }

  /// What the program takes with empty lists.
  private static let ofProgram = 64 << 20
  private static let ofNames: Set<FieldKind> = [.name, .given, .surname, .patronymic, .alias]
  private static let ofFields: Set<FieldKind> = [.birth, .age, .place, .gender, .identifier, .text]

  /// The most bytes that the work is expected to take, the lists themselves among them.
  /// - Complexity: O(cells).
  public static func bytes(for lists: [RecordList], work: Work = .linking) -> Int {
    lists.reduce(ofProgram) { sum, list in
      let names = list.columns.indices.filter { ofNames.contains(list.columns[$0].kind) }
      let fields = list.columns.indices.filter { ofFields.contains(list.columns[$0].kind) }
      let ofCells = (0..<list.count).reduce(0) { sum, row in
        names.reduce(sum) { $0 + list.cell(row: row, column: $1).count * work.ofNameByte }
          + fields.count { !list.cell(row: row, column: $0).isEmpty } * work.ofField
      }
      return sum + list.byteCount + work.ofRow * list.count + ofCells
    }
  }

  /// Does nothing where the lists take no more bytes than are allowed, or nothing says how many are.
  /// - Throws: `LinkageError.needsMemory` where they take more.
  public static func check(_ lists: [RecordList], work: Work = .linking, allowed: Int?)
    throws(LinkageError)
  {
    guard let allowed else { return }
    let needed = bytes(for: lists, work: work)
    if needed > allowed { throw .needsMemory(bytes: needed, allowed: allowed) }
  }
}

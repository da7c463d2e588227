/// How much memory work on lists takes, estimated before it begins.
///
/// Most goes into the distinct words of names and what they are like: it grows with the rows and with the bytes of their
/// names. The rates are those of generated lists of 100,000 to 1,000,000 rows without two that are equal, with a tenth
/// added; lists that repeat their rows take less.
public enum MemoryNeed {
  /// What takes the memory.
  public enum Work: Sendable {
    /// `Linker`, `PairLinker`.
    case linking
    /// `SearchIndex`, made of lists.
    case indexing

    fileprivate var ofRow: Int { self == .linking ? 1_500 : 900 }
    fileprivate var ofNameByte: Int { self == .linking ? 110 : 35 }
  }

  /// What the program takes with empty lists.
  private static let ofProgram = 64 << 20
  private static let ofNames: Set<FieldKind> = [.name, .given, .surname, .patronymic, .alias]

  /// The most bytes that the work is expected to take, the lists themselves among them.
  /// - Complexity: O(cells of names).
  public static func bytes(for lists: [RecordList], work: Work = .linking) -> Int {
    lists.reduce(ofProgram) { sum, list in
      let names = list.columns.indices.filter { ofNames.contains(list.columns[$0].kind) }
      let nameBytes = (0..<list.count).reduce(0) { sum, row in
        names.reduce(sum) { $0 + list.cell(row: row, column: $1).count }
      }
      return sum + list.byteCount + work.ofRow * list.count + work.ofNameByte * nameBytes
    }
  }

  /// Does nothing where the lists take no more than is allowed, or nothing says what is.
  /// - Throws: `LinkageError.needsMemory` where they take more.
  public static func check(_ lists: [RecordList], work: Work = .linking, allowed: Int?)
    throws(LinkageError)
  {
    guard let allowed else { return }
    let needed = bytes(for: lists, work: work)
    if needed > allowed { throw .needsMemory(bytes: needed, allowed: allowed) }
  }
}

internal import NameTables

/// Ways of writing, and what in a word gives them away. A habit of Cyrillic has `cyrillic` in its name.
final class Habits: Sendable {
  private enum Position: String {
    case anywhere = ""
    case initial
    case final
  }
  private struct Cue {
    var habit: Int32
    var weight: Int32
    /// A range of `texts`.
    var start: Int32
    var count: Int32
    var position: Position
    /// The first eight bytes of the text, the first in the lowest, and which of them there are.
    var beginning: UInt64
    var mask: UInt64
  }

  let names: [TableCell]
  private let isCyrillic: [Bool]
  private let start: [Int]
  /// The cues by their first letter, and where those of each begin.
  private let cues: [Cue]
  private let firstCue: [Int32]
  private let texts: [UInt8]

  /// Letters from here on share one list.
  private static let letters = 0x800

  static let shared = Habits()

  private init() {
    var names: [TableCell] = []
    var start: [Int] = []
    var texts: [UInt8] = []
    var cues = [[Cue]](repeating: [], count: Self.letters + 1)
    NameTable.habits.forEachRow { cells in
      guard let position = Position(rawValue: String(cells[2])), let weight = Int(cells[3]) else {
        preconditionFailure("A row of the habit table cannot be read: \(cells)")
      }
      if names.last != cells[0] {
        names.append(cells[0])
        start.append(0)
      }
      if cells[1].isEmpty {
        start[names.count - 1] = weight
      } else {
        let letter = cells[1].withSpan { Self.letter(in: $0, at: 0) }
        let beginning = cells[1].prefix(8)
        cues[letter].append(
          Cue(
            habit: Int32(names.count - 1), weight: Int32(weight), start: Int32(texts.count),
            count: Int32(cells[1].count), position: position,
            beginning: beginning.reversed().reduce(0) { $0 << 8 | UInt64($1) },
            mask: UInt64.max >> UInt64(64 - 8 * beginning.count)))
        texts += cells[1]
      }
    }
    self.names = names
    isCyrillic = names.map { $0.suffix(8) == "cyrillic" }
    self.start = start
    self.texts = texts
    var firstCue: [Int32] = [0]
    for list in cues { firstCue.append(firstCue[firstCue.count - 1] + Int32(list.count)) }
    self.firstCue = firstCue
    self.cues = cues.flatMap { $0 }
  }

  /// The habits of a script by how likely they wrote `word`, the likeliest first, without those that are less likely than
  /// it by more than `gap`; ties as in the table.
  ///
  /// A cue counts once for each place where it stands.
  /// - Complexity: O(letters of the word × cues of one first letter).
  func ranked(for word: String, isCyrillic: Bool, gap: Int) -> [Int] {
    var weights = start
    let bytes = word.utf8Span.span
    /// The eight bytes from `offset` on, the first in the lowest; 0 beyond the end.
    var window: UInt64 = 0
    for offset in bytes.indices.reversed() {
      window = window << 8 | UInt64(bytes[offset])
      // A cue begins at a letter.
      if bytes[offset] & 0xC0 == 0x80 { continue }
      let letter = Self.letter(in: bytes, at: offset)
      for number in Int(firstCue[letter])..<Int(firstCue[letter + 1])
      where (window ^ cues[number].beginning) & cues[number].mask == 0
        && stands(cues[number], in: bytes, at: offset)
      {
        weights[Int(cues[number].habit)] += Int(cues[number].weight)
      }
    }
    var most = Int.min
    for habit in names.indices where self.isCyrillic[habit] == isCyrillic {
      most = max(most, weights[habit])
    }
    var ranked: [Int] = []
    for habit in names.indices
    where self.isCyrillic[habit] == isCyrillic && weights[habit] >= most - gap {
      ranked.append(habit)
    }
    ranked.sort { weights[$0] != weights[$1] ? weights[$0] > weights[$1] : $0 < $1 }
    return ranked
  }

  /// The list in which cues stand that begin with the letter at `offset`.
  private static func letter(in bytes: Span<UInt8>, at offset: Int) -> Int {
    let first = Int(bytes[offset])
    if first < 0x80 { return first }
    return first < 0xE0 ? (first & 0x1F) << 6 | Int(bytes[offset + 1] & 0x3F) : letters
  }

  /// Whether a cue whose beginning stands at `offset` stands there as a whole.
  private func stands(_ cue: Cue, in bytes: Span<UInt8>, at offset: Int) -> Bool {
    let end = offset + Int(cue.count)
    if end > bytes.count { return false }
    switch cue.position {
    case .initial where offset > 0: return false
    case .final where end < bytes.count: return false
    default: break
    }
    // Its beginning stands there already.
    for place in min(8, Int(cue.count))..<Int(cue.count)
    where bytes[offset + place] != texts[Int(cue.start) + place] {
      return false
    }
    return true
  }
}

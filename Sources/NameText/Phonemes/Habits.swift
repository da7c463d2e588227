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
    /// The next cue of the same list; −1 behind the last.
    var next: Int32
    /// The first eight bytes of the text, the first in the lowest, and which of them there are.
    var beginning: UInt64
    var mask: UInt64
  }

  let names: [TableCell]
  private let isCyrillic: [Bool]
  private let start: [Int32]
  /// The cues in lists by their first two letters, and the first of each list.
  private let cues: [Cue]
  private let firstCue: [Int32]
  private let texts: [UInt8]

  /// There are no more habits than weights.
  private static let most = 64
  private typealias Weights = InlineArray<64, Int32>

  static let shared = Habits()

  private init() {
    var names: [TableCell] = []
    var start: [Int32] = []
    var texts: [UInt8] = []
    var cues: [Cue] = []
    var firstCue = [Int32](repeating: -1, count: PairList.count)
    NameTable.habits.forEachRow { cells in
      guard let position = Position(rawValue: String(cells[2])), let weight = Int32(cells[3]) else {
        preconditionFailure("A row of the habit table cannot be read: \(cells)")
      }
      if names.last != cells[0] {
        names.append(cells[0])
        start.append(0)
      }
      if cells[1].isEmpty {
        start[names.count - 1] = weight
      } else {
        let list = cells[1].withSpan { PairList.ofBeginning(of: $0) }
        let beginning = cells[1].prefix(8)
        cues.append(
          Cue(
            habit: Int32(names.count - 1), weight: weight, start: Int32(texts.count),
            count: Int32(cells[1].count), position: position, next: firstCue[list],
            beginning: beginning.reversed().reduce(0) { $0 << 8 | UInt64($1) },
            mask: UInt64.max >> UInt64(64 - 8 * beginning.count)))
        firstCue[list] = Int32(cues.count - 1)
        texts += cells[1]
      }
    }
    precondition(names.count <= Self.most, "The table has more than \(Self.most) habits")
    self.names = names
    isCyrillic = names.map { $0.suffix(8) == "cyrillic" }
    self.start = start
    self.texts = texts
    self.firstCue = firstCue
    self.cues = cues
  }

  /// The habits of a script by how likely they wrote `word`, the likeliest first, without those that are less likely than
  /// it by more than `gap`; ties as in the table.
  ///
  /// A cue counts once for each place where it stands.
  /// - Complexity: O(letters of the word), for the few cues that begin with the same two letters.
  func ranked(for word: String, isCyrillic: Bool, gap: Int32) -> [Int] {
    var weights = Weights(repeating: 0)
    for habit in start.indices { weights[habit] = start[habit] }
    let bytes = word.utf8Span.span
    // The eight bytes from `offset` on, the first in the lowest; 0 beyond the end.
    var window: UInt64 = 0
    var next: UInt32?
    for offset in bytes.indices.reversed() {
      window = window << 8 | UInt64(bytes[offset])
      // A cue begins at a letter.
      if bytes[offset] & 0xC0 == 0x80 { continue }
      let letter = bytes.scalar(at: offset).value
      count(from: PairList.of(letter, nil), window, in: bytes, at: offset, &weights)
      if let next {
        count(from: PairList.of(letter, next), window, in: bytes, at: offset, &weights)
      }
      next = letter
    }
    var most = Int32.min
    for habit in names.indices where self.isCyrillic[habit] == isCyrillic {
      most = max(most, weights[habit])
    }
    var ranked: [Int] = []
    ranked.reserveCapacity(names.count)
    for habit in names.indices
    where self.isCyrillic[habit] == isCyrillic && weights[habit] >= most - gap {
      var place = ranked.count
      ranked.append(habit)
      while place > 0, weights[ranked[place - 1]] < weights[habit] {
        ranked.swapAt(place - 1, place)
        place -= 1
      }
    }
    return ranked
  }

  /// Adds the weights of the cues of one list that stand at `offset`, which the eight bytes of `window` begin at.
  @inline(__always)
  private func count(
    from list: Int, _ window: UInt64, in bytes: Span<UInt8>, at offset: Int,
    _ weights: inout Weights
  ) {
    var number = Int(firstCue[list])
    while number >= 0 {
      if (window ^ cues[number].beginning) & cues[number].mask == 0,
        stands(cues[number], in: bytes, at: offset)
      {
        weights[Int(cues[number].habit)] += cues[number].weight
      }
      number = Int(cues[number].next)
    }
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

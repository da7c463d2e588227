internal import NameTables

/// Ways of writing, and what in a word gives them away. A habit of Cyrillic has `cyrillic` in its name.
struct Habits: Sendable {
  private enum Position: String {
    case anywhere = ""
    case initial
    case final
  }
  private struct Cue {
    var habit: Int
    var text: [UInt8]
    var position: Position
    var weight: Int
  }

  let names: [String]
  private let isCyrillic: [Bool]
  private let start: [Int]
  /// The cues by their first byte.
  private let cues: [[Cue]]

  static let shared = Habits()

  private init() {
    var names: [String] = []
    var start: [Int] = []
    var cues = [[Cue]](repeating: [], count: 256)
    NameTable.habits.forEachRow { cells in
      guard let position = Position(rawValue: String(cells[2])), let weight = Int(cells[3]) else {
        preconditionFailure("A row of the habit table cannot be read: \(cells)")
      }
      if names.last != String(cells[0]) {
        names.append(String(cells[0]))
        start.append(0)
      }
      if cells[1].isEmpty {
        start[names.count - 1] = weight
      } else {
        let text = Array(cells[1].utf8)
        cues[Int(text[0])].append(
          Cue(habit: names.count - 1, text: text, position: position, weight: weight))
      }
    }
    self.names = names
    isCyrillic = names.map { $0.hasSuffix("cyrillic") }
    self.start = start
    self.cues = cues
  }

  /// The habits of a script by how likely they wrote `word`, the likeliest first; ties as in the table.
  ///
  /// A cue counts once for each place where it stands.
  /// - Complexity: O(bytes of the word × cues of one first letter).
  func ranked(for word: String, isCyrillic: Bool) -> [(habit: Int, weight: Int)] {
    var weights = start
    let bytes = Array(word.utf8)
    for offset in bytes.indices {
      for cue in cues[Int(bytes[offset])] where stands(cue, in: bytes, at: offset) {
        weights[cue.habit] += cue.weight
      }
    }
    var ranked: [(habit: Int, weight: Int)] = []
    for habit in names.indices where self.isCyrillic[habit] == isCyrillic {
      ranked.append((habit, weights[habit]))
    }
    ranked.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.habit < $1.habit }
    return ranked
  }

  private func stands(_ cue: Cue, in bytes: [UInt8], at offset: Int) -> Bool {
    let end = offset + cue.text.count
    if end > bytes.count { return false }
    switch cue.position {
    case .initial where offset > 0: return false
    case .final where end < bytes.count: return false
    default: break
    }
    for index in cue.text.indices where bytes[offset + index] != cue.text[index] { return false }
    return true
  }
}

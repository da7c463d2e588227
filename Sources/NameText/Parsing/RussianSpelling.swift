internal import NameTables

/// How Russian spells a name of another language that has rules of its own for it: Belarusian with soft д and т, unstressed
/// vowels and ў, Armenian with its stems, Korean with its short surnames.
///
/// What is regular and comes alone is for the learned costs to judge; these come several in a word, so that their costs
/// add up to those of another name.
struct RussianSpelling: Sendable {
  static let shared = RussianSpelling()

  private enum Place { case initial, final, whole, anywhere }

  private struct Row {
    var spelled: [Unicode.Scalar]
    var place: Place
    /// The letters one of which comes next; empty where anything may.
    var before: [Unicode.Scalar]
    var russian: [Unicode.Scalar]
    var isSign: Bool
  }

  /// The rows by the low bits of their first letter, the longest first, and where those of each begin.
  private var rows: [Row] = []
  private var starts: [Int] = [0]

  private init() {
    var rows = [[Row]](repeating: [], count: 128)
    NameTable.russianSpelling.forEachRow { cells in
      let spelled = String(cells[0]).scalars
      let place: Place =
        switch cells[1] {
        case "initial": .initial
        case "final": .final
        case "whole": .whole
        case "-": .anywhere
        default: preconditionFailure("russian-spelling: no place is called \(cells[1])")
        }
      rows[Self.bucket(of: spelled[0].value)].append(
        Row(
          spelled: spelled, place: place,
          before: cells[2] == "-" ? [] : String(cells[2]).scalars,
          russian: String(cells[3]).scalars, isSign: cells[4] == "yes"))
    }
    for bucket in rows {
      self.rows += bucket.sorted { $0.spelled.count > $1.spelled.count }
      starts.append(self.rows.count)
    }
  }

  private static func bucket(of letter: UInt32) -> Int { Int(letter & 127) }

  /// The Russian spelling of a word in lower case; nil where nothing shows it to be of such a language.
  ///
  /// An ending needs three letters before it: Zhou has none.
  /// - Complexity: O(length of the word).
  func russian(_ word: String) -> String? {
    word.withScalars { letters in
      var hasSign = false
      forEachPart(of: letters) { place, row in
        hasSign = hasSign || row.map { rows[$0].isSign } ?? false
      }
      // Few words have one, and the others need not be spelled.
      if !hasSign { return nil }
      var russian = String.UnicodeScalarView()
      forEachPart(of: letters) { place, row in
        if let row {
          russian.append(contentsOf: rows[row].russian)
        } else if let letter = Unicode.Scalar(letters[place]) {
          russian.append(letter)
        }
      }
      return String(russian)
    }
  }

  /// Calls `body` with the place of each part of a word, and the row that holds of it; of a letter without one with none.
  private func forEachPart(of letters: Span<UInt32>, _ body: (_ place: Int, _ row: Int?) -> Void) {
    var place = 0
    while place < letters.count {
      let row = row(at: place, in: letters)
      body(place, row)
      place += row.map { rows[$0].spelled.count } ?? 1
    }
  }

  private func row(at place: Int, in letters: Span<UInt32>) -> Int? {
    let bucket = Self.bucket(of: letters[place])
    return (starts[bucket]..<starts[bucket + 1]).first { holds(rows[$0], at: place, in: letters) }
  }

  private func holds(_ row: Row, at place: Int, in letters: Span<UInt32>) -> Bool {
    let end = place + row.spelled.count
    guard end <= letters.count,
      row.spelled.indices.allSatisfy({ row.spelled[$0].value == letters[place + $0] })
    else { return false }
    switch row.place {
    case .initial where place > 0: return false
    case .final where place < 3 || end < letters.count: return false
    case .whole where place > 0 || end < letters.count: return false
    default: break
    }
    return row.before.isEmpty
      || (end < letters.count && row.before.contains { $0.value == letters[end] })
  }
}

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

  /// The rows by the low bits of their first letter, the longest first.
  private var rows = [[Row]](repeating: [], count: 128)

  private init() {
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
      rows[Self.bucket(of: spelled[0])].append(
        Row(
          spelled: spelled, place: place,
          before: cells[2] == "-" ? [] : String(cells[2]).scalars,
          russian: String(cells[3]).scalars, isSign: cells[4] == "yes"))
    }
    for bucket in rows.indices { rows[bucket].sort { $0.spelled.count > $1.spelled.count } }
  }

  private static func bucket(of letter: Unicode.Scalar) -> Int { Int(letter.value & 127) }

  /// The Russian spelling of a word in lower case; nil where nothing shows it to be of such a language.
  ///
  /// An ending needs three letters before it: Zhou has none.
  /// - Complexity: O(length of the word).
  func russian(_ word: String) -> String? {
    let letters = word.scalars
    var russian = String.UnicodeScalarView()
    var hasSign = false
    var place = 0
    while place < letters.count {
      if let row = row(at: place, in: letters) {
        russian.append(contentsOf: row.russian)
        hasSign = hasSign || row.isSign
        place += row.spelled.count
      } else {
        russian.append(letters[place])
        place += 1
      }
    }
    return hasSign ? String(russian) : nil
  }

  private func row(at place: Int, in letters: [Unicode.Scalar]) -> Row? {
    rows[Self.bucket(of: letters[place])].first { row in
      let end = place + row.spelled.count
      guard end <= letters.count, letters[place..<end].elementsEqual(row.spelled) else {
        return false
      }
      switch row.place {
      case .initial where place > 0: return false
      case .final where place < 3 || end < letters.count: return false
      case .whole where place > 0 || end < letters.count: return false
      default: break
      }
      return row.before.isEmpty || (end < letters.count && row.before.contains(letters[end]))
    }
  }
}

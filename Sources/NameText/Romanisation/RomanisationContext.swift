/// Where in a word a rule holds: `initial`, `final`, `after:ь`, `before:[еи]`, joined by `&`.
struct RomanisationContext: Sendable {
  private enum Condition {
    case initial
    case final
    case after(Set<Unicode.Scalar>)
    case before(Set<Unicode.Scalar>)
  }

  private let conditions: [Condition]

  /// How many conditions have to hold: the rule with the most wins.
  var count: Int { conditions.count }

  /// Reads a context as the table writes it.
  init(_ text: String, vowels: Set<Unicode.Scalar>) {
    conditions = text.split(separator: "&").map { part in
      switch part {
      case "initial": return .initial
      case "final": return .final
      default: break
      }
      guard let colon = part.firstIndex(of: ":") else {
        preconditionFailure("A context cannot be read: \(text)")
      }
      var letters = part[part.index(after: colon)...]
      if letters.first == "[" { letters = letters.dropFirst().dropLast() }
      let set = letters == "vowel" ? vowels : Set(letters.unicodeScalars)
      return part.hasPrefix("after:") ? .after(set) : .before(set)
    }
  }

  /// Whether it holds for the letters from `start` up to `end`.
  func holds(in text: RomanisationText, from start: Int, to end: Int) -> Bool {
    conditions.allSatisfy { condition in
      switch condition {
      case .initial: start == 0 || !text.isWord[start - 1]
      case .final: end == text.count || !text.isWord[end]
      case .after(let letters): start > 0 && letters.contains(text.folded[start - 1])
      case .before(let letters): end < text.count && letters.contains(text.folded[end])
      }
    }
  }
}

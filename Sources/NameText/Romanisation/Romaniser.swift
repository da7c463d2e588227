/// Writes names in the letters of one system.
///
/// ```swift
/// let romaniser = Romaniser(RomanisationSystem(id: "kaa-2016")!)
/// romaniser.rendering(of: "Ығлас ТӘЖИМУРАТОВ")   // "Íǵlas TÁJIMURATOV"
/// ```
///
/// Capitals follow the source: Щукин is Shchukin, ЩУКИН SHCHUKIN. What is no letter, and letters that the
/// system does not know, pass as they are. Texts are taken to be in form C.
public struct Romaniser: Sendable {
  /// The system that it writes.
  public let system: RomanisationSystem
  /// By the first letter, the rule that is asked first at the front.
  private let rules: [Unicode.Scalar: [RomanisationRule]]

  /// The romaniser of `system`, its rules compiled.
  /// - Complexity: O(rules); make one for many names.
  public init(_ system: RomanisationSystem) {
    self.system = system
    var rules: [Unicode.Scalar: [RomanisationRule]] = [:]
    for rule in RomanisationRules.rules(of: system) {
      rules[ScalarTable.shared.lower(of: rule.source[0]), default: []].append(rule)
    }
    // Sorting keeps the order of the table among equals: the sort of the library is stable.
    self.rules = rules.mapValues { $0.sorted { $0.precedes($1) } }
  }

  /// `text` in the letters of the system.
  /// - Complexity: O(scalars × rules of one letter).
  public func rendering(of text: String) -> String {
    var result = String.UnicodeScalarView()
    result.append(contentsOf: rendering(of: Array(text.unicodeScalars)))
    return String(result)
  }

  func rendering(of scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let text = RomanisationText(scalars)
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.count * 2)
    var position = 0
    while position < text.count {
      if let rule = rule(in: text, at: position) {
        append(rule, of: text, at: position, to: &result)
        position += rule.source.count
      } else {
        result.append(text.scalars[position])
        position += 1
      }
    }
    return result
  }

  private func rule(in text: RomanisationText, at position: Int) -> RomanisationRule? {
    rules[text.folded[position]]?.first { $0.holds(in: text, at: position) }
  }

  private func append(
    _ rule: RomanisationRule, of text: RomanisationText, at position: Int,
    to result: inout [Unicode.Scalar]
  ) {
    let range = position..<position + rule.source.count
    guard text.scalars[range].contains(where: \.isCapital) else {
      result += rule.target
      return
    }
    if text.isInCapitals[position] {
      result += rule.target.lazy.map(\.capital)
      return
    }
    let capital = rule.isExact ? nil : rule.target.firstIndex { $0.properties.isLowercase }
    for (index, scalar) in rule.target.enumerated() {
      result.append(index == capital ? scalar.capital : scalar)
    }
  }
}

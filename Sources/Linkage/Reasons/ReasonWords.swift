internal import NameTables

/// What a comparison says, in one language: the texts of `reasons.tsv` by their keys.
package struct ReasonWords: Sendable {
  private let texts: [String: String]

  /// The texts of a language.
  package static func of(_ language: ReasonLanguage) -> ReasonWords {
    switch language {
    case .english: english
    case .russian: russian
    }
  }

  private static let english = ReasonWords(column: 1)
  private static let russian = ReasonWords(column: 2)

  private init(column: Int) {
    var texts: [String: String] = [:]
    NameTable.reasons.forEachRow { texts[String($0[0])] = String($0[column]) }
    self.texts = texts
  }

  /// The text of `key`, `{1}`, `{2}` … replaced by `values`.
  package subscript(_ key: String, _ values: String...) -> String { self[key, values] }

  package subscript(_ key: String, _ values: [String]) -> String {
    guard let text = texts[key] else { preconditionFailure("No reason is called \(key)") }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let place = Int(rest[rest.index(after: open)..<close])!
      result += values[place - 1]
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

/// What in a name speaks for a gender, in words.
enum GenderReason {
  /// The reasons of `drafts`, in the order of the name: `surname in -ова (female)`.
  static func text(for drafts: [DraftToken], _ titleGender: Gender?) -> String {
    let context = FormContext(drafts)
    var reasons: [String] = []
    if let titleGender { reasons.append("form of address (\(name(of: titleGender)))") }
    for draft in drafts {
      guard let evidence = draft.bearerGender(in: context) else { continue }
      reasons.append("\(kind(of: draft, in: context)) (\(name(of: evidence.gender)))")
    }
    return reasons.joined(separator: "; ")
  }

  private static func name(of gender: Gender) -> String { gender == .male ? "male" : "female" }

  private static func kind(of draft: DraftToken, in context: FormContext) -> String {
    switch draft.role {
    case .title: return "title \(draft.text)"
    case .patronymic:
      let word = draft.nominativePatronymic ?? draft.text
      return "patronymic" + ending(of: word, length: draft.patronymic?.length)
    case .surname: return "surname" + surnameEnding(of: draft, in: context)
    case .given, .unknown, .initial, .particle, .nickname:
      switch draft.given {
      case .listed: return "given name \(draft.text)"
      case .element: return "last part of \(draft.text)"
      case nil: return "surname" + surnameEnding(of: draft, in: context)
      }
    }
  }

  private static func surnameEnding(of draft: DraftToken, in context: FormContext) -> String {
    if let patronymic = draft.patronymic, patronymic.family == .turkic {
      return ending(of: draft.text, length: patronymic.length)
    }
    // The ending was found in the word, or in what it is the oblique case of.
    let nominatives = draft.forms(in: context).filter { $0.kind == .nominative }.map(\.text)
    let length = draft.surname?.length
    let word = ([draft.text] + nominatives).first {
      SurnameSuffixes.shared.match($0)?.length == length
    }
    return word.map { ending(of: $0, length: length) } ?? ""
  }

  private static func ending(of word: String, length: Int?) -> String {
    guard let length, length > 0, length < word.utf8.count else { return "" }
    return " in -" + String(decoding: word.utf8.suffix(length), as: UTF8.self)
  }
}

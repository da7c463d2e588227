internal import NameSimilarity
internal import NameText

/// Puts the evidence of a pair into words.
struct ReasonWriter {
  private let scorer: PairScorer
  private let a: Profile
  private let b: Profile

  init(_ scorer: PairScorer, _ a: Profile, _ b: Profile) {
    self.scorer = scorer
    self.a = a
    self.b = b
  }

  private var lexicon: Lexicon { scorer.table.lexicon }

  /// - Parameter priceOfChoice: what it costs that the names are the best of several.
  func parts(
    _ lines: [NamePartEvidence], _ evidence: NameEvidence?, priceOfChoice: Bits, total: Bits
  ) -> [Comparison.Part] {
    guard let evidence else {
      return [
        Comparison.Part(
          label: "name", left: nil, right: nil, weight: Comparison.nothingInCommon,
          reason: "no part of one name is like a part of the other")
      ]
    }
    var parts = lines.map(part(of:)).sorted { Self.rank($0.label) < Self.rank($1.label) }
    if priceOfChoice > .zero {
      parts.append(
        Comparison.Part(
          label: "other names", left: nil, right: nil, weight: Bits.zero - priceOfChoice,
          reason: "the best of several names"))
    }
    if evidence.findings.contains(.inversion) {
      parts.append(
        Comparison.Part(
          label: "family", left: nil, right: nil, weight: NameWeights.inversion,
          reason: "given name and surname are exchanged: father and son"))
    }
    if evidence.findings.contains(.genderContradicts) {
      parts.append(
        Comparison.Part(
          label: "gender", left: gender(nameGender(a)), right: gender(nameGender(b)),
          weight: NameWeights.genderContradicts, reason: "the names are a man's and a woman's"))
    } else if let outcome = scorer.table.fields.gender((scorer.gender(a), scorer.gender(b))) {
      parts.append(
        Comparison.Part(
          label: "gender", left: gender(scorer.gender(a)), right: gender(scorer.gender(b)),
          weight: scorer.table.fields.weight(outcome), reason: ""))
    }
    parts += fieldParts()
    // What the ceiling took away, so that the parts add up to the total.
    let sum = parts.reduce(Bits.zero) { $0 + $1.weight }
    if abs((total - sum).raw) > 51 {
      parts.append(
        Comparison.Part(
          label: "ceiling", left: nil, right: nil, weight: total - sum,
          reason: evidence.isContradicted
            ? "a contradiction cannot be bought off" : "namesakes occur even among rare names"))
    }
    return parts
  }

  private static func rank(_ label: String) -> Int {
    ["surname", "given name", "patronymic", "name", "initial"].firstIndex(of: label) ?? 9
  }

  // MARK: Names

  private func part(of line: NamePartEvidence) -> Comparison.Part {
    Comparison.Part(
      label: label(line), left: line.left.map(text), right: line.right.map(text),
      weight: line.weight, reason: reason(line))
  }

  private func text(_ part: IndexedName.Part) -> String {
    lexicon.tokens[Int(part.token)].token.text
  }

  private func label(_ line: NamePartEvidence) -> String {
    let roles = [line.left?.role, line.right?.role].compactMap { $0 }
    if roles.contains(.patronymic) { return "patronymic" }
    if roles.contains(.initial) { return "initial" }
    if roles.contains(.surname) { return roles.contains(.given) ? "name" : "surname" }
    return roles.contains(.given) ? "given name" : "name"
  }

  private func reason(_ line: NamePartEvidence) -> String {
    switch (line.kind, line.left, line.right) {
    case (.initial, _, _): return "the initial agrees"
    case (.contradicts, _, _): return "contradicts"
    case (.missing, _, _):
      return label(line) == "patronymic"
        ? "missing on one side, not contradicted" : "only on one side"
    case (.agrees, let left?, let right?): return agreement(left, right)
    default: return ""
    }
  }

  private func agreement(_ left: IndexedName.Part, _ right: IndexedName.Part) -> String {
    let x = lexicon.tokens[Int(left.token)]
    let y = lexicon.tokens[Int(right.token)]
    var words: [String] = []
    if left.isJoined || right.isJoined { words.append("written as one word and as two") }
    if lexicon.cost(left.token, right.token)?.isEquivalent == true {
      words.append("forms of one name")
    } else {
      let shapes = cheapestShapes(x, y)
      words += shapes.words
      words += substitutions(shapes.left, shapes.right)
    }
    words.append(rarity(min(left.information, right.information)))
    return words.joined(separator: "; ")
  }

  private func cheapestShapes(_ x: IndexedToken, _ y: IndexedToken)
    -> (left: [UInt8], right: [UInt8], words: [String])
  {
    var best: (cost: Int32, left: [UInt8], right: [UInt8], forms: [IndexedForm])?
    for p in x.forms {
      for q in y.forms {
        let (left, right) = (lexicon.string(p.string), lexicon.string(q.string))
        guard let cost = lexicon.aligner.cost(left, right, limit: Bits(30).raw) else { continue }
        let sum = cost + p.price + q.price
        if best == nil || sum < best!.cost {
          best = (sum, left, right, [p, q])
        }
      }
    }
    return (
      best?.left ?? x.symbols, best?.right ?? y.symbols, (best?.forms ?? []).flatMap(Self.words)
    )
  }

  private static func words(for form: IndexedForm) -> [String] {
    var words: [String] = []
    if form.case != .nominative { words.append("one is in an oblique case") }
    switch form.kind {
    case .surnameStem: words.append("with and without the surname's ending")
    case .reformedSurname: words.append("the ending was changed by law")
    case .kunyaName: words.append("with and without Abu or Umm")
    case .diminutive: words.append("one is a diminutive")
    case nil, .nominative, .masculineSurname, .patronymicStem, .compound: break
    }
    return words
  }

  /// `j stands for zh`: the dearest differences, three at most.
  private func substitutions(_ left: [UInt8], _ right: [UInt8]) -> [String] {
    let moves = lexicon.aligner.moves(left, right).filter { $0.left != $0.right }
    var seen = Set<String>()
    let words = moves.sorted { $0.cost > $1.cost }.map { move -> String in
      let (x, y) = (Self.letters(move.left), Self.letters(move.right))
      return x.isEmpty ? "\(y) added" : y.isEmpty ? "\(x) left out" : "\(x) stands for \(y)"
    }
    return Array(words.filter { seen.insert($0).inserted }.prefix(3))
  }

  private static func letters(_ symbols: [UInt8]) -> String {
    symbols.map { Phonemes.name(of: $0).filter { $0 != "?" && $0 != "~" } }.joined()
  }

  private func rarity(_ information: Bits) -> String {
    let one = Int((Double(UInt64(1) << 32) / Double(Bits(raw: -information.raw).exp2Q32)).rounded())
    return "1 name in \(Self.rounded(one))"
  }

  /// Two significant digits, thousands parted: 4,000.
  private static func rounded(_ n: Int) -> String {
    var scale = 1
    while n / scale >= 100 { scale *= 10 }
    let digits = String((n + scale / 2) / scale * scale)
    var text = ""
    for (place, digit) in digits.reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  // MARK: Fields

  private func nameGender(_ profile: Profile) -> Gender? {
    profile.name.flatMap { scorer.table.names[Int($0)].gender }
  }

  private func gender(_ gender: Gender?) -> String? {
    gender.map { $0 == .male ? "man" : "woman" }
  }

  private func fieldParts() -> [Comparison.Part] {
    var parts: [Comparison.Part] = []
    let fields = scorer.table.fields
    if let birth = fields.birth(a.values, b.values) {
      parts.append(
        Comparison.Part(
          label: "birth", left: dates(a), right: dates(b), weight: fields.weight(birth),
          reason: Self.words(for: birth.level)))
    }
    for (label, outcomes) in [
      ("place", fields.places(a.values.places, b.values.places)),
      ("text", fields.text(a.values, b.values).map { [$0] } ?? []),
      ("identifier", fields.identifier(a.values, b.values).map { [$0] } ?? []),
    ] {
      for outcome in outcomes {
        parts.append(
          Comparison.Part(
            label: label, left: nil, right: nil, weight: fields.weight(outcome),
            reason: Self.words(for: outcome.level)))
      }
    }
    return parts
  }

  private func dates(_ profile: Profile) -> String? {
    profile.values.births.isEmpty
      ? nil : profile.values.births.map(\.description).joined(separator: ", ")
  }

  private static func words(for level: FieldLevel) -> String {
    switch level {
    case .birthExact: "the same day"
    case .yearExact: "the same year"
    case .birthDigit: "one digit differs"
    case .birthSwapped: "day and month exchanged"
    case .birthNear: "differs in one place"
    case .birthSameYear: "the same year, another day"
    case .yearNear: "one year apart"
    case .birthSlipped, .yearSlipped: "the year may be a slip"
    case .birthDiffers, .yearDiffers: "contradicts"
    case .placeAgrees, .textAgrees, .genderAgrees: "agrees"
    case .placeNear: "nearly agrees"
    case .placeDiffers, .textDiffers, .genderDiffers, .identifierDiffers: "differs"
    case .identifierAgrees: "the same"
    }
  }
}

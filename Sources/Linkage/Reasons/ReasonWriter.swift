internal import NameSimilarity
internal import NameText

/// Puts the evidence of a pair into words.
struct ReasonWriter {
  private let scorer: PairScorer
  private let a: Profile
  private let b: Profile
  private let words: ReasonWords
  /// Whether names were counted in lists, and not only before any list was seen.
  private let isCounted: Bool

  init(
    _ scorer: PairScorer, _ a: Profile, _ b: Profile, _ words: ReasonWords, isCounted: Bool
  ) {
    self.scorer = scorer
    self.a = a
    self.b = b
    self.words = words
    self.isCounted = isCounted
  }

  private var lexicon: Lexicon { scorer.table.lexicon }
  private var shares: FieldShares { scorer.table.fields.shares }

  /// - Parameters:
  ///   - priceOfChoice: what it costs that the names are the best of several.
  ///   - total: the weight of the pair, looked at alone.
  ///   - rival: what somebody else who may be meant takes from it.
  func parts(
    _ lines: [NamePartEvidence], _ evidence: NameEvidence?, priceOfChoice: Bits, total: Bits,
    rival: Bits
  ) -> [Comparison.Part] {
    var parts: [Comparison.Part] = []
    if let evidence {
      parts = nameParts(lines, evidence)
      if priceOfChoice > .zero {
        parts.append(part("other-names", -priceOfChoice, words["other-names"]))
      }
    } else {
      let isLearned = total > Comparison.nothingInCommon
      parts = [
        part("name", isLearned ? shares[.nameDiffers] : total, words["nothing-in-common"])
      ]
      if !isLearned { return parts }
    }
    if evidence?.findings.contains(.genderContradicts) != true,
      let outcome = FieldModel.gender((scorer.gender(a), scorer.gender(b)))
    {
      parts.append(
        part(
          "gender", scorer.table.fields.weight(outcome), "", gender(scorer.gender(a)),
          gender(scorer.gender(b))))
    }
    parts += fieldParts()
    // What the ceiling took away and the floor gives back, so that the parts add up to the total.
    let sum = evidence.map { scorer.sum($0, scorer.fieldEvidence($0, a, b)) } ?? total
    let held = parts.reduce(sum) { $0 - $1.weight }
    if abs(held.raw) > 51 { parts.append(part("ceiling", held, words[ceiling(evidence)])) }
    if abs((total - sum).raw) > 51 { parts.append(part("alias", total - sum, words["alias"])) }
    if rival > .zero { parts.append(part("rival", -rival, words["rival"])) }
    return parts
  }

  private func ceiling(_ evidence: NameEvidence?) -> String {
    if evidence?.isContradicted ?? true { return "ceiling.contradicted" }
    let isOtherBirth =
      DateComparison.level(a.values.births, b.values.births)?.level.contradicts ?? false
    return isOtherBirth ? "ceiling.birth" : "ceiling.namesakes"
  }

  private func part(
    _ label: String, _ weight: Bits, _ reason: String, _ left: String? = nil,
    _ right: String? = nil
  ) -> Comparison.Part {
    Comparison.Part(
      label: words["label.\(label)"], left: left, right: right, weight: weight, reason: reason)
  }

  private func nameParts(_ lines: [NamePartEvidence], _ evidence: NameEvidence)
    -> [Comparison.Part]
  {
    var parts = lines.map { ($0, label($0)) }.sorted { Self.rank($0.1) < Self.rank($1.1) }
      .map { line, label in
        part(label, line.weight, reason(line), line.left.map(text), line.right.map(text))
      }
    if evidence.findings.contains(.inversion) {
      parts.append(part("family", NameWeights.inversion, words["exchanged"]))
    }
    if evidence.findings.contains(.genderContradicts) {
      parts.append(
        part(
          "gender", NameWeights.genderContradicts, words["genders"], gender(nameGender(a)),
          gender(nameGender(b))))
    }
    if let generation = generationPart(evidence) { parts.append(generation) }
    let relief = shares.relief(evidence)
    if abs(relief.raw) > 51 {
      parts.append(
        part("lists", relief, words[relief > .zero ? "lists.contradict" : "lists.agree"]))
    }
    return parts
  }

  /// What marks say of who is meant of two of one name, where both sides have one.
  private func generationPart(_ evidence: NameEvidence) -> Comparison.Part? {
    let agrees = evidence.findings.contains(.generationAgrees)
    guard agrees || evidence.findings.contains(.generationContradicts) else { return nil }
    return part(
      "generation", agrees ? NameWeights.generationAgrees : NameWeights.generationContradicts,
      words[agrees ? "generation.agrees" : "generation.contradicts"], generation(a), generation(b))
  }

  private func generation(_ profile: Profile) -> String? {
    profile.name.flatMap { scorer.table.names[Int($0)].generation }.map {
      words["generation.\($0)"]
    }
  }

  private static func rank(_ label: String) -> Int {
    ["surname", "given", "patronymic", "name", "initial"].firstIndex(of: label) ?? 9
  }

  // MARK: Names

  private func text(_ part: IndexedName.Part) -> String {
    lexicon.tokens[Int(part.token)].token.text
  }

  private func label(_ line: NamePartEvidence) -> String {
    let roles = [line.left?.role, line.right?.role].compactMap { $0 }
    if roles.contains(.patronymic) { return "patronymic" }
    if roles.contains(.initial) { return "initial" }
    if roles.contains(.surname) { return roles.contains(.given) ? "name" : "surname" }
    return roles.contains(.given) ? "given" : "name"
  }

  private func reason(_ line: NamePartEvidence) -> String {
    switch (line.kind, line.left, line.right) {
    case (.initial, _, _): return words["initial"]
    case (.contradicts, _, _): return words["contradicts"]
    case (.missing, _, _):
      return words[label(line) == "patronymic" ? "patronymic.missing" : "missing"]
    case (.agrees, let left?, let right?): return agreement(left, right, label(line))
    default: return ""
    }
  }

  private func agreement(_ left: IndexedName.Part, _ right: IndexedName.Part, _ label: String)
    -> String
  {
    let x = lexicon.tokens[Int(left.token)]
    let y = lexicon.tokens[Int(right.token)]
    var said: [String] = []
    if left.isJoined || right.isJoined { said.append(words["joined"]) }
    if lexicon.cost(left.token, right.token)?.isEquivalent == true {
      said.append(words["equivalent"])
    } else if let rules = SpellingRules.shared.rules(x.token.text, y.token.text) {
      said += rules.prefix(Self.mostDifferences).map(spelling)
    } else {
      let shapes = cheapestShapes(x, y)
      said += shapes.words.map { words[$0] }
      said += substitutions(shapes.left, shapes.right)
    }
    said.append(rarity(min(left.information, right.information), label))
    return said.joined(separator: "; ")
  }

  private static let mostDifferences = 3

  /// `j stands for ж (Karakalpak, Uzbek, Kazakh)`.
  private func spelling(_ rule: SpellingRule) -> String {
    let languages = rule.languages.prefix(Self.mostDifferences)
      .map { words["language.\($0)"] }.joined(separator: ", ")
    let (key, letters) =
      rule.other.map { ("both-stand-for", [rule.written, $0, rule.meant]) }
      ?? ("stands-for", [rule.written, rule.meant])
    return languages.isEmpty
      ? words[key, letters] : words["\(key).languages", letters + [languages]]
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
    // Both may be of one kind.
    let words = (best?.forms ?? []).flatMap(Self.words).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return (best?.left ?? x.symbols, best?.right ?? y.symbols, words)
  }

  /// The keys of what is to be said of a form.
  private static func words(for form: IndexedForm) -> [String] {
    var keys: [String] = []
    switch form.case {
    case .nominative: break
    case .oblique, .possiblyOblique, .unlikelyOblique: keys.append("oblique")
    case .balticEnding: keys.append("baltic-ending")
    case .latinEnding: keys.append("latin-ending")
    }
    switch form.kind {
    case .surnameStem: keys.append("surname-stem")
    case .reformedSurname: keys.append("reformed")
    case .kunyaName: keys.append("kunya")
    case .diminutive: keys.append("diminutive")
    case .russianSpelling: keys.append("russian-spelling")
    case .syllables: keys.append("syllables")
    case nil, .nominative, .masculineSurname, .patronymicStem, .compound: break
    }
    return keys
  }

  /// `j stands for zh`: the dearest differences, three at most.
  private func substitutions(_ left: [UInt8], _ right: [UInt8]) -> [String] {
    let moves = lexicon.aligner.moves(left, right).filter { $0.left != $0.right }
    var seen = Set<String>()
    let said = moves.sorted { $0.cost > $1.cost }.map { move -> String in
      let (x, y) = (Self.letters(move.left), Self.letters(move.right))
      return x.isEmpty
        ? words["added", y] : y.isEmpty ? words["left-out", x] : words["stands-for", x, y]
    }
    return Array(said.filter { seen.insert($0).inserted }.prefix(Self.mostDifferences))
  }

  private static func letters(_ symbols: [UInt8]) -> String {
    symbols.map { Phonemes.name(of: $0).filter { $0 != "?" && $0 != "~" } }.joined()
  }

  private func rarity(_ information: Bits, _ label: String) -> String {
    let one = Int((Double(UInt64(1) << 32) / Double(Bits(raw: -information.raw).exp2Q32)).rounded())
    let kind = ["surname", "given", "patronymic"].contains(label) ? label : "name"
    return words["rarity.\(kind)\(isCounted ? ".lists" : "")", rounded(one)]
  }

  /// Two significant digits, thousands parted: 4,000, in Russian 4 000.
  private func rounded(_ n: Int) -> String {
    var scale = 1
    while n / scale >= 100 { scale *= 10 }
    let digits = String((n + scale / 2) / scale * scale)
    var text = ""
    for (place, digit) in digits.reversed().enumerated() {
      if place > 0, place % 3 == 0 { text += String(words["unit.thousands"].reversed()) }
      text.append(digit)
    }
    return String(text.reversed())
  }

  // MARK: Fields

  private func nameGender(_ profile: Profile) -> Gender? {
    profile.name.flatMap { scorer.table.names[Int($0)].gender }
  }

  private func gender(_ gender: Gender?) -> String? {
    gender.map { words[$0 == .male ? "gender.male" : "gender.female"] }
  }

  private func fieldParts() -> [Comparison.Part] {
    let fields = scorer.table.fields
    var parts: [Comparison.Part] = []
    func add(_ label: String, _ outcome: FieldModel.Outcome, _ left: String?, _ right: String?) {
      let comparison = FieldComparison.allCases.first { comparison in
        comparison.levels.contains { $0.level == outcome.level }
      }!
      parts.append(
        part(
          label, fields.weight(outcome), words["\(comparison.name).\(outcome.level.name)"], left,
          right))
    }
    if let birth = fields.birth(a.values, b.values) { add("birth", birth, dates(a), dates(b)) }
    for outcome in fields.places(a.values.places, b.values.places) {
      add("place", outcome, nil, nil)
    }
    if let text = fields.text(a.values, b.values) { add("text", text, nil, nil) }
    if let number = fields.identifier(a.values, b.values) { add("identifier", number, nil, nil) }
    return parts
  }

  private func dates(_ profile: Profile) -> String? {
    profile.values.births.isEmpty
      ? nil : profile.values.births.map(\.description).joined(separator: ", ")
  }
}

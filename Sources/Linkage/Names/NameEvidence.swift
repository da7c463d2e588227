internal import NameSimilarity

/// What two names say of whether they are one person's.
struct NameEvidence: Sendable, Hashable {
  /// Parts that agree or speak against it.
  struct Findings: OptionSet, Sendable, Hashable {
    let rawValue: UInt16
    static let givenAgrees = Findings(rawValue: 1)
    static let surnameAgrees = Findings(rawValue: 2)
    static let patronymicAgrees = Findings(rawValue: 4)
    static let partAgrees = Findings(rawValue: 8)
    static let initialAgrees = Findings(rawValue: 16)
    static let givenContradicts = Findings(rawValue: 32)
    static let surnameContradicts = Findings(rawValue: 64)
    static let patronymicContradicts = Findings(rawValue: 128)
    static let partContradicts = Findings(rawValue: 256)
    static let initialContradicts = Findings(rawValue: 512)
    static let genderContradicts = Findings(rawValue: 1024)
    static let inversion = Findings(rawValue: 2048)
    static let patronymicMissing = Findings(rawValue: 4096)
    static let generationContradicts = Findings(rawValue: 8192)
    static let generationAgrees = Findings(rawValue: 16384)

    static let contradictions: Findings = [
      .givenContradicts, .surnameContradicts, .patronymicContradicts, .partContradicts,
      .initialContradicts, .genderContradicts, .generationContradicts,
      .inversion,
    ]
  }

  /// The weight in bits, without a prior; a rough one is the most that may come of it.
  var weight: Bits
  var findings: Findings
  /// The contradiction that was charged in full, and its price.
  var contradiction: FieldLevel?
  var charge = Bits.zero

  /// Of names that are not looked at.
  static let none = NameEvidence(weight: .zero, findings: [])

  var isContradicted: Bool { !findings.isDisjoint(with: .contradictions) }
}

/// One line of a name comparison: a part against a part, or against nothing.
struct NamePartEvidence: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case agrees, initial, contradicts, missing
  }
  /// Places in the names' `parts` or `joined`; `nil` where the other side has nothing.
  var left: IndexedName.Part?
  var right: IndexedName.Part?
  var kind: Kind
  var weight: Bits

  var flipped: NamePartEvidence {
    NamePartEvidence(left: right, right: left, kind: kind, weight: weight)
  }
}

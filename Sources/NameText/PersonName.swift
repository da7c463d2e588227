/// What a word of a name is.
public enum Role: UInt8, Sendable, Hashable, CaseIterable {
  case unknown, given, surname, patronymic, initial, particle, title, nickname
}

/// The gender that a name's words tell of.
public enum Gender: UInt8, Sendable, Hashable {
  case male, female
}

/// Another shape under which a token may be the same name: `Каллыхановой` as `Каллыханова`, `Исламович` as
/// the father's name `Ислам`.
public struct TokenForm: Sendable, Hashable {
  /// What was done to a token to get the form.
  public enum Kind: UInt8, Sendable, Hashable {
    /// A Russian, Ukrainian or Belarusian oblique case put back into the nominative.
    case nominative
    /// A feminine surname in its masculine shape, gender ending gone.
    case masculineSurname
    /// A patronymic without its affix; the affix is kept as one marker for its gender.
    case patronymicStem
    /// A surname without its suffix: Тимуров → Тимур.
    case surnameStem
    /// A surname with the ending that it had before or after a law changed it: Раҳмонзода → раҳмонов.
    case reformedSurname
    /// A compound of Abd-, -uddin or -ullah without linking vowel and article: Абдурахман, Abd al-Rahman → абдрахман.
    case compound
    /// The name behind Abu- or Umm-: Абубакр → бакр.
    case kunyaName
    /// The name that a diminutive or a polite address was made of: Настенька → настя, Алижон → али.
    case diminutive
    /// The Russian spelling of a Belarusian, Armenian or Korean name: Цярэшка → терешко.
    case russianSpelling
    /// The syllables of a Chinese, Korean, Vietnamese or Burmese name in the spelling that all systems are brought to: Цзиньпин → jinping.
    case syllables
  }
  /// Whether the word is taken to stand in an oblique case, and how likely that is.
  public enum Case: UInt8, Sendable, Hashable {
    /// Taken for a nominative.
    case nominative
    /// It can hardly be a nominative: Каллыхановой, Дмитрию.
    case oblique
    /// It may as well be one: Иванова.
    case possiblyOblique
    /// The rest of the name speaks for a nominative: Касымова Азиза.
    case unlikelyOblique
    /// All words of the name end as Lithuanian and Latvian have men's names end, foreign ones too: Vladimiras Voroninas.
    case balticEnding
    /// It ends as men's names do in Latin and Greek: Sergius.
    case latinEnding
  }
  /// The form, in lower case.
  public var text: String
  /// How it follows from the token.
  public var kind: Kind
  /// The gender that this reading implies.
  public var gender: Gender?
  public var `case` = Case.nominative

  /// A form as it was found before.
  package init(text: String, kind: Kind, gender: Gender?, case: Case = .nominative) {
    self.text = text
    self.kind = kind
    self.gender = gender
    self.case = `case`
  }
}

/// A word of a name with what it is taken for.
public struct NameToken: Sendable, Hashable {
  /// The word, cleaned and in lower case.
  public var text: String
  /// The script that it is written in.
  public var script: Script
  /// What it is taken for.
  public var role: Role
  /// What the ending or a table says of the bearer's gender.
  public var gender: Gender?
  /// Joined to the token before it by a hyphen.
  public var isHyphenated: Bool
  /// What else the token may stand for; hypotheses, not decisions.
  public var forms: [TokenForm]
  /// Two neighbouring words of a name written as one for the comparison; it stands in no list as it is.
  public var isJoined: Bool

  /// A token as a parser found it.
  public init(
    text: String, script: Script, role: Role, gender: Gender? = nil, isHyphenated: Bool = false,
    forms: [TokenForm] = [], isJoined: Bool = false
  ) {
    self.text = text
    self.script = script
    self.role = role
    self.gender = gender
    self.isHyphenated = isHyphenated
    self.forms = forms
    self.isJoined = isJoined
  }
}

extension TokenForm {
  /// Whether all is equal, texts byte by byte: cleaned text has one form, and a string would be looked through for letters
  /// that are equal in other forms.
  public static func == (a: TokenForm, b: TokenForm) -> Bool {
    a.kind == b.kind && a.gender == b.gender && a.case == b.case && a.text.hasBytes(of: b.text)
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    text.hashBytes(into: &hasher)
    hasher.combine(kind)
    hasher.combine(gender)
    hasher.combine(self.case)
  }
}

extension NameToken {
  /// Whether all is equal, texts byte by byte, as in ``TokenForm``.
  public static func == (a: NameToken, b: NameToken) -> Bool {
    a.role == b.role && a.script == b.script && a.gender == b.gender
      && a.isHyphenated == b.isHyphenated && a.isJoined == b.isJoined
      && a.text.hasBytes(of: b.text) && a.forms == b.forms
  }

  /// Hashes what mostly tells tokens apart.
  public func hash(into hasher: inout Hasher) {
    text.hashBytes(into: &hasher)
    hasher.combine(role)
    hasher.combine(gender)
    hasher.combine(isHyphenated)
    hasher.combine(forms)
  }
}

extension String {
  fileprivate func hasBytes(of other: String) -> Bool {
    let (bytes, others) = (utf8Span.span, other.utf8Span.span)
    if bytes.count != others.count { return false }
    for place in bytes.indices where bytes[place] != others[place] { return false }
    return true
  }

  fileprivate func hashBytes(into hasher: inout Hasher) {
    // Safety: the text's bytes, for as long as they are hashed.
    unsafe utf8Span.span.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}

/// A person's name, parsed into tokens with roles.
public struct PersonName: Sendable, Hashable {
  /// The words of the name, in the order of the cell.
  public var tokens: [NameToken]
  /// The bearer's gender by all the evidence; `nil` where there is none or it contradicts itself.
  public var gender: Gender?
  /// Which of two people of one name is meant, where a mark beside the name says it: ст., Jr.
  public var generation: Generation?

  /// A name from tokens that are known.
  public init(
    tokens: [NameToken] = [], gender: Gender? = nil, generation: Generation? = nil
  ) {
    self.tokens = tokens
    self.gender = gender
    self.generation = generation
  }
}

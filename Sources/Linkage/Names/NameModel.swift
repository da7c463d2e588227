internal import NameIndex
public import NameSimilarity
internal import NameTables
internal import NameText

/// What is known of names before a list is seen: how spellings vary and how common names are.
public struct NameModel: Sendable {
  /// How spellings vary.
  public let aligner: Aligner
  /// How common names are.
  public let background: BackgroundModel

  /// The model that comes with the program.
  public static let standard = NameModel(
    aligner: Aligner(
      costs: AlignmentCosts(table: .alignment, byHand: .alignmentByHand) {
        Phonemes.symbol(named: $0)
      }),
    background: BackgroundModel(rates: .nameRates, bigrams: .symbolBigrams) {
      Phonemes.symbol(named: $0)
    })

  /// A model from parts of its own.
  public init(aligner: Aligner, background: BackgroundModel) {
    self.aligner = aligner
    self.background = background
  }

  private static let male = Phonemes.symbol(named: "patronymic-m")!
  private static let female = Phonemes.symbol(named: "patronymic-f")!

  func symbols(of token: NameToken) -> [UInt8] {
    Array(Phonemes.symbols(of: token.text).prefix(AlignmentTrie.longest))
  }

  func symbols(of form: TokenForm) -> [UInt8] { marked(Phonemes.symbols(of: form.text), form) }

  func readings(of token: NameToken) -> [[UInt8]] {
    Phonemes.readings(of: token.text).map { Array($0.prefix(AlignmentTrie.longest)) }
  }

  func readings(of form: TokenForm) -> [[UInt8]] {
    Phonemes.readings(of: form.text).map { marked($0, form) }
  }

  /// The symbols of a form, a patronymic's affix as one symbol behind them.
  private func marked(_ symbols: [UInt8], _ form: TokenForm) -> [UInt8] {
    let symbols = Array(symbols.prefix(AlignmentTrie.longest - 1))
    if form.kind != .patronymicStem { return symbols }
    return symbols + [form.gender == .female ? Self.female : Self.male]
  }

  /// The key under which all spellings, genders, affixes and cases of a name are counted together.
  func coarseKey(of token: NameToken, spelled symbols: [UInt8]) -> [UInt8] {
    for kind in [TokenForm.Kind.patronymicStem, .masculineSurname] {
      if let form = token.forms.first(where: { $0.kind == kind }) {
        let key = Phonemes.coarse(Phonemes.symbols(of: form.text))
        return kind == .patronymicStem ? key + [UInt8(ascii: "'")] : key
      }
    }
    if let nominative = token.forms.first(where: { $0.kind == .nominative && $0.case == .oblique })
    {
      return Phonemes.coarse(Phonemes.symbols(of: nominative.text))
    }
    return Phonemes.coarse(symbols)
  }

  /// The groups of names that stand for each other; a patronymic has those of the father's name, kept apart from
  /// the names' own.
  func groups(of token: NameToken) -> [NameEquivalents.Membership] {
    let isPatronymic = token.role == .patronymic
    guard isPatronymic || token.role == .given || token.role == .unknown else { return [] }
    var groups: [NameEquivalents.Membership] = []
    func add(_ name: String, isShort: Bool, byEar: Bool = false) {
      for var membership in NameEquivalents.groups(of: name, byEar: byEar) {
        membership.group = membership.group * 2 + (isPatronymic ? 1 : 0)
        if isShort, membership.relation != .equivalent { membership.relation = .short }
        if !groups.contains(where: { $0.group == membership.group }) { groups.append(membership) }
      }
    }
    if !isPatronymic { add(token.text, isShort: false, byEar: true) }
    for form in token.forms {
      switch form.kind {
      case .patronymicStem where isPatronymic: add(form.text, isShort: false, byEar: true)
      case .diminutive where !isPatronymic: add(form.text, isShort: true)
      case .nominative where !isPatronymic && form.case == .oblique: add(form.text, isShort: false)
      case .nominative where !isPatronymic && form.case == .latinEnding:
        add(form.text, isShort: false, byEar: true)
      default: break
      }
    }
    return groups
  }

  /// What a token may begin with where it is cut down to an initial: in any language, and as the names that stand for it do.
  ///
  /// - Parameters:
  ///   - readings: what the token sounds like.
  ///   - groups: those of the token.
  func opening(
    of token: NameToken, spelled symbols: [UInt8], readings: [[UInt8]],
    groups: [NameEquivalents.Membership]
  ) -> TokenOpening {
    var opening = TokenOpening(letters: Phonemes.openingLetters(of: token.text))
    opening.sounds.own = Phonemes.openingSounds(spelled: symbols, readings: readings)
    // An initial says itself what it abbreviates.
    if token.role == .initial { return opening }
    opening.sounds.own |= Phonemes.openingSounds(of: token.text)
    opening.sounds.ofOthers = groups.reduce(0) {
      $0 | NameEquivalents.openingSounds(ofGroup: $1.group / 2)
    }
    return opening
  }

  /// The common given name that a token is, or that its surname or patronymic is made of.
  func knownName(_ token: NameToken) -> KnownName? {
    if token.role == .given || token.role == .unknown {
      // Хусана is Хусан, and not Хасан; Александра beside Егоровича is no woman's name.
      let nominatives = token.forms.lazy.filter { $0.kind == .nominative }
      let known = nominatives.filter { $0.case == .oblique }.map(\.text) + [token.text]
      if let name = (known + nominatives.map(\.text)).lazy.compactMap({ KnownName($0) }).first {
        return name
      }
    }
    return token.forms.lazy.filter { $0.kind == .surnameStem || $0.kind == .patronymicStem }
      .compactMap { KnownName($0.text) }.first
  }

  /// The most that agreeing on a token can tell: Abdul is the beginning of one Arabic name in a dozen.
  private func most(_ token: NameToken) -> Bits {
    NameParser.isCompoundOpening(token.text) ? Bits(3.5) : BackgroundModel.ceiling
  }

  /// How many tokens of unseen lists the background model counts for.
  static let backgroundTokens: UInt64 = 1000

  /// How rare a name is before any list is seen.
  struct Rarity: Sendable {
    /// How likely a random person bears it, in 2⁻³².
    fileprivate let prior: UInt64
    /// The most that agreeing on it can tell.
    fileprivate let most: Bits

    /// `−log2` of how likely a random other person bears the name: from the lists at hand, smoothed by the background.
    ///
    /// The two rows that are being compared are no evidence of how common their name is, so two occurrences are left
    /// out.
    func information(occurrences: UInt64, total: UInt64) -> Bits {
      let others = occurrences > 2 ? occurrences - 2 : 0
      let rest = total > 2 ? total - 2 : 0
      let weight = others << 32 + backgroundTokens * prior
      let information = Bits.log2((rest + backgroundTokens) << 20, over: max(1, weight >> 12))
      return min(max(information, .zero), most)
    }
  }

  /// How rare a token is, whose symbols and coarse key are given.
  func rarity(of token: NameToken, symbols: [UInt8], coarse: [UInt8]) -> Rarity {
    let information = background.information(symbols: symbols, coarse: coarse)
    return Rarity(prior: Bits(raw: -information.raw).exp2Q32, most: most(token))
  }
}

/// A given name that everybody knows.
struct KnownName: Sendable, Hashable {
  /// What all its spellings have in common.
  let key: UInt64
  /// The names that stand for it: short forms, translations.
  let groups: [UInt16]

  /// A name as an index has kept it.
  init(key: UInt64, groups: [UInt16]) {
    self.key = key
    self.groups = groups
  }

  /// `nil` where `text` is no such name.
  init?(_ text: String) {
    guard let key = NameEquivalents.knownName(text) else { return nil }
    self.key = key
    groups = NameEquivalents.groups(of: text).map(\.group)
  }

  /// Whether the two are known to be two names, however near their letters are.
  func differs(from other: KnownName) -> Bool {
    key != other.key && !groups.contains { other.groups.contains($0) }
  }
}

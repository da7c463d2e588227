internal import NameSimilarity
internal import NameText

/// A shape of a token in the index: a string of phoneme symbols, what taking the token so costs, and why.
struct IndexedForm: Sendable {
  /// The number of the string among all distinct strings, in lexicographic order.
  var string: UInt32
  /// What taking the token for the form costs, in 1/1024 bits.
  var price: Int32
  /// What reading the form so costs, in 1/1024 bits.
  var reading: Int32
  /// `nil`: as it is spelled.
  var kind: TokenForm.Kind?
  var `case`: TokenForm.Case

  /// A shape whose symbols have the number `string`.
  init(_ shape: Shape, string: UInt32) {
    self.string = string
    price = shape.price
    reading = shape.reading
    kind = shape.kind
    `case` = shape.case
  }

  /// Whether two words may have been written as one so: as spelled, or Abd- and a name.
  var isWrittenJoined: Bool { Self.isWrittenJoined(kind, reading: reading) }

  static func isWrittenJoined(_ kind: TokenForm.Kind?, reading: Int32) -> Bool {
    kind == .compound || (kind == nil && reading == 0)
  }

  /// Whether the token is seldom what the form takes it for: oblique cases, surnames without their endings, names behind
  /// a diminutive. Guesses ask for plain strings and are not asked for: a guess that meets a guess says nothing.
  var isGuess: Bool {
    if self.case != .nominative { return true }
    switch kind {
    case .surnameStem, .reformedSurname, .kunyaName, .diminutive: return true
    case nil, .nominative, .masculineSurname, .patronymicStem, .compound, .russianSpelling,
      .syllables:
      return false
    }
  }

  /// Alike only if the word, which may be a plain nominative, has an ending that all words of its name have with it.
  var isInflected: Bool {
    self.case == .possiblyOblique || self.case == .unlikelyOblique || self.case == .balticEnding
  }
}

/// A distinct token of the lists at hand, with everything that is worked out once for it.
struct IndexedToken: Sendable {
  var token: NameToken
  /// As it is spelled.
  var symbols: [UInt8]
  var opening: TokenOpening
  var forms: [IndexedForm]
  /// Groups of given names that stand for each other (Дима, Дмитрий; Микола, Николай).
  var groups: [NameEquivalents.Membership]
  /// The given name that everybody knows, which the token is or is made of.
  var knownName: KnownName?

  var isInitial: Bool { token.role == .initial }
  /// Two neighbouring words written as one; it occurs in no list as it is.
  var isJoined: Bool { token.isJoined }

  /// What the scorer asks of a token for every pair, in few bytes.
  var traits: TokenTraits {
    TokenTraits(
      isInitial: isInitial, symbols: symbols, opening: opening,
      abbreviates: isInitial ? Phonemes.soundsAbbreviated(as: token.text) : 0,
      isDerived: forms.contains { $0.kind?.isOfAnothersName ?? false })
  }
}

/// What it costs to read a token in a shape other than its spelling. Set by reasoning: each is about `−log2` of how
/// often a token of these lists that could be read so really is.
enum FormPrice {
  /// A spelling read under the habit that is `rank`-th likeliest, from 0.
  static func reading(_ rank: Int) -> Bits { Bits(1.0 + 0.5 * Double(rank)) }

  static func price(_ form: TokenForm) -> Bits { price(form.kind) + price(form.case) }

  static func price(_ grammaticalCase: TokenForm.Case) -> Bits {
    switch grammaticalCase {
    case .nominative: .zero
    case .oblique: Bits(0.35)
    // One Russian name in ten stands in an oblique case where lists are pasted out of running text.
    case .possiblyOblique: Bits(3)
    case .unlikelyOblique: Bits(5)
    // Who looks for a Lithuanian's name meets no other; elsewhere Thomas Edwards is seldom Thom Edward.
    case .balticEnding: Bits(3)
    // Marcus is Марк or Маркус, Carlos hardly ever Карл.
    case .latinEnding: Bits(3.5)
    }
  }

  private static func price(_ kind: TokenForm.Kind) -> Bits {
    switch kind {
    // The case has its own price.
    case .nominative: .zero
    // The ending is certain; what it says of gender is weighed apart.
    case .masculineSurname: Bits(0.2)
    case .patronymicStem: Bits(0.2)
    // Джанбулатов and Жанбулат: attested, but one in thirty.
    case .surnameStem: Bits(5)
    // Whole families took the new ending.
    case .reformedSurname: Bits(4)
    // Which vowel and whether the article is written says nothing.
    case .compound: Bits(0.35)
    case .kunyaName: Bits(2)
    // Whether a list spells Belarusians as Belarusian or as Russian does says little of the person.
    // The same of the systems that spell Chinese, Korean and Vietnamese.
    case .russianSpelling, .syllables: Bits(1)
    // Алижон is Али in one list and another man in the next.
    case .diminutive: Bits(2.75)
    }
  }
}

/// A string of phoneme symbols that a token can be read as, and what taking it so costs.
struct Shape: Sendable {
  var symbols: [UInt8]
  /// What taking the token for the form costs, in 1/1024 bits.
  var price: Int32 = 0
  /// What reading the form so costs, in 1/1024 bits.
  var reading: Int32 = 0
  /// `nil`: as it is spelled.
  var kind: TokenForm.Kind?
  var `case` = TokenForm.Case.nominative
}

/// What a token can be read as.
struct TokenReadings: Sendable {
  /// The spelling, the likeliest reading and the forms of the token, each string once at its cheapest; none of an
  /// initial, and no reading of words joined.
  private(set) var shapes: [Shape] = []
  /// The phonemic keys of the token and its forms: what they sound like under up to four habits of writing. Two tokens
  /// that share one are the same name but for their price. None of an initial.
  private(set) var readings: [Shape] = []
  /// What the token itself sounds like, also an initial.
  let readingsOfToken: [[UInt8]]

  /// - Parameter symbols: those that the token is spelled with.
  init(_ token: NameToken, spelled symbols: [UInt8], _ model: NameModel) {
    readingsOfToken = model.readings(of: token)
    if token.role == .initial { return }
    shapes.append(Shape(symbols: symbols))
    // A reading that the costs take for the spelling anyway finds nothing that the spelling does not.
    if !token.isJoined, let reading = readingsOfToken.first,
      model.aligner.cost(symbols, reading, limit: Self.nearReading) == nil
    {
      Self.add(Shape(symbols: reading, reading: FormPrice.reading(0).raw), to: &shapes)
    }
    for (rank, reading) in readingsOfToken.enumerated() {
      Self.add(Shape(symbols: reading, reading: FormPrice.reading(rank).raw), to: &readings)
    }
    for form in token.forms {
      let price = FormPrice.price(form).raw
      // One letter makes another syllable: they meet by equality alone.
      if form.kind != .syllables {
        Self.add(
          Shape(
            symbols: model.symbols(of: form), price: price, kind: form.kind, case: form.case),
          to: &shapes)
      }
      // The spellings that syllables are brought to are read in one way, which all who are brought to them share.
      let most = form.kind == .syllables ? 1 : Phonemes.mostReadings
      for (rank, reading) in model.readings(of: form).prefix(most).enumerated() {
        Self.add(
          Shape(
            symbols: reading, price: price, reading: FormPrice.reading(rank).raw, kind: form.kind,
            case: form.case), to: &readings)
      }
    }
  }

  private static let nearReading = Bits(2.5).raw

  private static func add(_ shape: Shape, to shapes: inout [Shape]) {
    if shape.symbols.isEmpty { return }
    guard let same = shapes.firstIndex(where: { $0.symbols == shape.symbols }) else {
      return shapes.append(shape)
    }
    if shape.price + shape.reading < shapes[same].price + shapes[same].reading {
      shapes[same] = shape
    }
  }
}

extension TokenForm.Kind {
  /// Whether the form is the name of a father or grandfather that the token was made of.
  var isOfAnothersName: Bool { self == .surnameStem || self == .patronymicStem }
}

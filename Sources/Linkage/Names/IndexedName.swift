internal import NameSimilarity
internal import NameText

/// A distinct name of the lists at hand: its tokens as numbers of the lexicon.
struct IndexedName: Sendable, Hashable {
  /// A token at its place in the name; two neighbouring tokens written as one have two places, the second of which is 0
  /// where the surname stands first.
  struct Part: Sendable, Hashable {
    var token: UInt32
    /// The most that agreeing on the part can be worth: the token's information, and for joined tokens no more than
    /// what both have on their own.
    var information: Bits
    let role: Role
    private let firstPlace: UInt8
    private let lastPlace: UInt8

    init(token: UInt32, role: Role, first: Int, last: Int, information: Bits = .zero) {
      self.token = token
      self.information = information
      self.role = role
      (firstPlace, lastPlace) = (UInt8(first), UInt8(last))
    }

    var first: Int { Int(firstPlace) }
    var last: Int { Int(lastPlace) }
    var isJoined: Bool { firstPlace != lastPlace }
  }

  /// The parts, and behind them neighbouring parts as one word: Daulet Murat as Dauletmurat.
  private(set) var words = Words()
  private var ownCount: UInt8 = 0
  /// Whether a part is an initial.
  private(set) var hasInitial = false
  var gender: Gender?
  /// Which of two people of one name is meant.
  var generation: Generation?

  init(gender: Gender? = nil, generation: Generation? = nil) {
    self.gender = gender
    self.generation = generation
  }

  /// How many parts it has: `words` has those joined besides.
  var partCount: Int { Int(ownCount) }
  var parts: Words { words.first(partCount) }
  var joined: Slice<Words> { words.dropFirst(partCount) }

  /// Adds the last word: words joined come behind all parts.
  mutating func append(_ word: Part) {
    if !word.isJoined {
      precondition(words.count == partCount, "Parts stand before words joined")
      ownCount += 1
      if word.role == .initial { hasInitial = true }
    }
    words.append(word)
  }

  /// Calls `body` with each of its tokens once, those of words joined among them.
  func forEachToken(_ body: (UInt32) -> Void) {
    for number in words.indices
    where !words[..<number].contains(where: { $0.token == words[number].token }) {
      body(words[number].token)
    }
  }

  /// Gives its tokens other numbers.
  mutating func renumber(_ number: (UInt32) -> UInt32) {
    for i in words.indices { words[i].token = number(words[i].token) }
  }

  /// Works out what each word can be worth by the `information` of its token.
  mutating func value(by information: (UInt32) -> Bits) {
    for i in words.indices {
      let word = words[i]
      words[i].information = information(word.token)
      if word.isJoined {
        words[i].information = min(
          words[i].information, words[word.first].information + words[word.last].information)
      }
    }
  }

  static func == (a: IndexedName, b: IndexedName) -> Bool {
    a.ownCount == b.ownCount && a.gender == b.gender && a.generation == b.generation
      && a.words.elementsEqual(b.words)
  }

  func hash(into hasher: inout Hasher) {
    for word in words { hasher.combine(word.token) }
  }

  /// The place of the word that is said before the one at `place`; nil where there is none. Before a surname that stands
  /// first comes the other name that stands last: Amini, Hosein Hafez is Hosein Hafez Amini.
  static func place(before place: Int, of count: Int, first: Role, last: Role) -> Int? {
    if place > 0 { return place - 1 }
    let isGiven = last == .given || last == .unknown
    return count > 2 && first == .surname && isGiven ? count - 1 : nil
  }

  /// No more tokens than this are scored; what follows is kept but not compared.
  static let mostParts = 64
  /// No person has a longer name. Of what is longer no two words are tried as one, which would score it anew each time,
  /// and parts that are no neighbours are not compared.
  static let mostPartsOfPerson = 12
}

extension PersonName {
  /// The tokens that are compared: titles and particles say nothing of who somebody is.
  var comparedTokens: [NameToken] {
    let plain = tokens.filter { $0.role != .title && $0.role != .particle }
    return Array((plain.isEmpty ? tokens : plain).prefix(IndexedName.mostParts))
  }

  /// Neighbouring tokens written as one.
  static func joining(_ a: NameToken, _ b: NameToken) -> NameToken? {
    guard a.script == b.script, a.role.isJoinable, b.role.isJoinable else { return nil }
    let role = a.role == b.role ? a.role : .unknown
    var forms = NameParser.compoundForms(of: a.text + b.text)
    if let text = assimilated(a.text, b.text) {
      forms.append(TokenForm(text: text, kind: .compound, gender: nil))
    }
    forms += NameParser.joinedForms(a, b)
    return NameToken(
      text: a.text + b.text, script: a.script, role: role, forms: forms, isJoined: true)
  }

  /// Two words as one where an n at their seam became an m: Аслан Бек, Асламбек.
  private static func assimilated(_ a: String, _ b: String) -> String? {
    guard let last = a.unicodeScalars.last, let first = b.unicodeScalars.first else { return nil }
    switch (last, first) {
    case ("н", "б"), ("н", "п"): return a.dropLast() + "м" + b
    case ("n", "b"), ("n", "p"): return a.dropLast() + "m" + b
    default: return nil
    }
  }
}

extension Role {
  fileprivate var isJoinable: Bool { self == .given || self == .unknown || self == .surname }
}

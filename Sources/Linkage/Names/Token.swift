internal import NameSimilarity
internal import NameText

/// A shape of a token in the index: a string of phoneme symbols, what taking the token so costs, and why.
struct IndexedForm: Sendable {
  /// The number of the string among all distinct strings, in lexicographic order.
  var string: UInt32
  /// 1/1024 bits.
  var price: Int32
  /// `nil`: as it is spelled.
  var kind: TokenForm.Kind?
}

/// A distinct token of the lists at hand, with everything that is worked out once for it.
struct IndexedToken: Sendable {
  var token: NameToken
  /// As it is spelled.
  var symbols: [UInt8]
  var forms: [IndexedForm]
  /// `−log2` of how likely a random other person has a token like it, in any spelling.
  var information: Bits
  /// Groups of given names that stand for each other (Дима, Дмитрий; Микола, Николай).
  var groups: [UInt16]
  /// What all spellings of a given name that everybody knows have in common.
  var knownName: UInt64?

  var isInitial: Bool { token.role == .initial }

  /// Whether both are given names that everybody knows, and not forms of one.
  func isKnownToDiffer(from other: IndexedToken) -> Bool {
    guard let name = knownName, let second = other.knownName, name != second else { return false }
    return !groups.contains { other.groups.contains($0) }
  }
}

/// What it costs to read a token in a shape other than its spelling. Set by reasoning: each is about `−log2` of how
/// often a token of these lists that could be read so really is.
enum FormPrice {
  static func price(_ kind: TokenForm.Kind) -> Bits {
    switch kind {
    // One Russian name in ten stands in an oblique case where lists are pasted out of running text.
    case .nominative: Bits(3)
    // The ending is certain; what it says of gender is weighed apart.
    case .masculineSurname: Bits(0.25)
    case .patronymicStem: Bits(0.25)
    // Джанбулатов and Жанбулат: attested, but one in thirty.
    case .surnameStem: Bits(5)
    }
  }
}

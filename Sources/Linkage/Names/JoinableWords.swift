internal import NameText

/// Which neighbouring words of names are worth looking at as one word.
///
/// In large lists only those are that sound like a single word there is, or are a compound such as Abd al-Rahman: most
/// pairs of neighbours are nothing, and there are more of them than of words.
struct JoinableWords {
  /// The coarse keys of single words; `nil` where all words may be joined.
  private let keys: Set<[UInt8]>?

  /// So many words there may be for all to be joined.
  static let allUpTo = 6_000

  /// The joinable words among names of the given tokens.
  init(_ singles: [NameToken], _ spellings: TokenSpellings) {
    if singles.count <= Self.allUpTo {
      keys = nil
      return
    }
    var keys = Set<[UInt8]>()
    for token in singles.indices where singles[token].role != .initial {
      keys.insert(Phonemes.coarse(spellings.symbols(of: UInt32(token))))
    }
    self.keys = keys
  }

  /// Two neighbouring words written as one; `nil` where that is nothing.
  func joined(_ first: NameToken, _ second: NameToken) -> NameToken? {
    guard let both = PersonName.joining(first, second) else { return nil }
    guard let keys, both.forms.isEmpty else { return both }
    return keys.contains(Phonemes.coarse(Phonemes.symbols(of: both.text))) ? both : nil
  }
}

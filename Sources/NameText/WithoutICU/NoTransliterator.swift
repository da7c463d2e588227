#if !ICU
  /// Scripts without a table of ours stay unread.
  enum Transliterator {
    static func romanised(_ word: String) throws(ICUError) -> String { throw .absent }
  }
#endif

/// Numbers of lists in which rules stand by their first two letters, so that few have to be looked at for a word.
///
/// Other pairs of letters may share a list.
enum PairList {
  static let count = 1 << 10

  /// The list of rules that begin with a letter and go on with `next`, or with nothing.
  @inline(__always)
  static func of(_ letter: UInt32, _ next: UInt32?) -> Int {
    // Letters of one alphabet follow each other, so that few pairs of them meet.
    Int(letter &+ (next ?? 0) &* 31) & (count - 1)
  }

  /// The list of a rule for some letters.
  static func ofBeginning(of text: Span<UInt8>) -> Int {
    let (letter, length) = text.scalar(at: 0)
    return of(letter, length < text.count ? text.scalar(at: length).value : nil)
  }
}

internal import NameSimilarity

extension FieldModel {
  /// `−log2` of how often two strangers of these lists meet at a level, whatever the value.
  func typicalSurprise(_ level: FieldLevel) -> Bits {
    switch level {
    case .birthExact: Self.meeting(dates.values, among: datedCount) ?? Bits(14.5)
    case .yearExact: Self.meeting(years.values, among: datedCount) ?? Bits(6)
    case .placeAgrees: Self.meeting(placeWords.values, among: placeCount) ?? Bits(5)
    // The table of places has some fifty regions.
    case .placeInRegion: Bits(5)
    case .placeNear:
      (Self.meeting(placeWords.values, among: placeCount) ?? Bits(5)) + Self.nearPlace
    case .textAgrees: Self.meeting(texts.values, among: textCount) ?? Self.mostOfText
    case .textNear:
      (Self.meeting(texts.values, among: textCount) ?? Self.mostOfText) - Self.nearText
    case .identifierAgrees:
      Self.meeting(identifiers.values, among: identifiedCount) ?? Self.mostOfIdentifier
    default: Self.surprise(level)
    }
  }

  /// For two rows out of `total`; `nil` where no value stands twice.
  private static func meeting(_ counts: some Collection<UInt64>, among total: UInt64) -> Bits? {
    let pairs = counts.reduce(UInt64(0)) { $0 + $1 * ($1 - 1) }
    guard pairs > 0, total > 1 else { return nil }
    return max(.zero, Bits.log2(total * (total - 1), over: pairs))
  }
}

/// Why an index cannot be used.
@nonexhaustive
public enum IndexError: Error, Hashable, Sendable {
  /// The bytes are those of something else.
  case notAnIndex
  /// It was written in another form than this program reads.
  case otherVersion(Int)
  /// Its end is missing.
  case truncated
  /// Something in it is not as it was written.
  case damaged
  /// It was made with other tables or another model of names, so that its answers would be others.
  case otherModel
  /// The lists are more than an index holds.
  case tooLarge
}

extension IndexError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAnIndex: "not an index"
    case .otherVersion(let version):
      "an index of version \(version), and this program reads version \(IndexFormat.version); make it again from the lists"
    case .truncated: "the index is truncated: its end is missing"
    case .damaged: "the index is damaged"
    case .otherModel:
      "the index was made with other tables of names than this program has; make it again from the lists"
    case .tooLarge: "the lists are larger than an index can be"
    }
  }
}

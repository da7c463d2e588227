/// Why results could not be written.
@nonexhaustive
public enum OutputError: Error, Hashable, Sendable {
  case cannotWrite(path: String, reason: String)
  /// Two outputs would overwrite each other.
  case samePath(String)
  /// The reader has gone; no fault of ours, the run ends quietly.
  case closedPipe
}

extension OutputError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .cannotWrite(let path, let reason): "\(path): cannot write: \(reason)"
    case .samePath(let path): "\(path): named for two outputs"
    case .closedPipe: "the reader closed the pipe"
    }
  }
}

/// How a list stood in its file.
public struct ListFacts: Sendable, Hashable {
  /// In what it was kept.
  public enum Format: String, Sendable, Hashable {
    case delimited = "delimited text"
    case jsonLines = "JSON Lines"
    case json = "JSON"
    case workbook = "XLSX"
  }

  public internal(set) var format: Format
  /// How text stood in the file; a workbook says that itself.
  public internal(set) var encoding: TextEncoding
  /// What speaks for the encoding, in a few words.
  public internal(set) var encodingReason: String
  /// Whether the encoding is a guess that a person should look at.
  public internal(set) var encodingIsGuessed: Bool
  /// Whether the file was a gzip archive.
  public internal(set) var isCompressed = false
  /// The byte between two cells; `nil` where the format has none.
  public internal(set) var delimiter: UInt8?
  /// The byte in which cells may stand; `nil` where none means anything.
  public internal(set) var quote: UInt8?
  /// The byte that takes its meaning from the next within quotes.
  public internal(set) var escape: UInt8?
  /// The number of the workbook's sheet that was read, from 1; `nil` where the format has none.
  public internal(set) var sheet: Int?
  /// How many other sheets hold rows.
  public internal(set) var otherSheets = 0
  /// The line of the header; `nil` where the list has none.
  public internal(set) var headerLine: Int?
  /// The column that is read as dates of birth for what it holds, since its header is not known.
  public internal(set) var guessedBirth: String?

  init(_ format: Format, _ guess: EncodingDetector.Guess) {
    self.format = format
    encoding = guess.encoding
    encodingReason = guess.reason.rawValue
    encodingIsGuessed = guess.reason.isGuess
  }

  /// Takes what is known of the encoding by now.
  mutating func take(_ guess: EncodingDetector.Guess) {
    encoding = guess.encoding
    encodingReason = guess.reason.rawValue
    encodingIsGuessed = guess.reason.isGuess
  }

  init(_ dialect: Dialect, _ guess: EncodingDetector.Guess) {
    self.init(.delimited, guess)
    delimiter = dialect.delimiter
    quote = dialect.quote
    escape = dialect.escape
  }
}

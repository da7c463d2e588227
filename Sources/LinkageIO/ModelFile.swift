public import Linkage

/// A `LevelModel` as a file: tab-separated text, a row a level.
///
/// The first line says that it is one and of which version; others that begin with `#` are comments.
public enum ModelFile {
  /// The version that is written, and the only one that is read.
  public static let version = 1

  private static let title = "# dizim model "
  private static let columns = ["comparison", "level", "m", "u", "pairs"]

  /// The model at `path`.
  ///
  /// - Throws: `ListError.badModel` with the line and the reason, `cannotOpen`.
  public static func read(_ path: String) throws(ListError) -> LevelModel {
    let text = try TextFile.read(path)
    func fault(_ line: Int, _ reason: String) -> ListError {
      .badModel(path: path, line: line, reason: reason)
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.last == "\r" ? line.dropLast() : line
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard let first = lines.first, first.hasPrefix(title) else {
      throw fault(1, "no model: its first line would be \"\(title)\(version)\"")
    }
    guard Int(first.dropFirst(title.count)) == version else {
      throw fault(1, "a model of another version; this program reads version \(version)")
    }
    var levels: [LevelModel.Level] = []
    var lineOfLevel: [Int] = []
    var hasHeader = false
    for (number, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == columns.count else {
        throw fault(number + 1, "\(cells.count) columns; there are \(columns.count)")
      }
      if !hasHeader {
        guard cells == columns else {
          throw fault(number + 1, "the header is \(columns.joined(separator: ", "))")
        }
        hasHeader = true
        continue
      }
      guard let m = share(cells[2]) else { throw fault(number + 1, "m is a share, as 0.95") }
      guard let u = share(cells[3]) else { throw fault(number + 1, "u is a share, as 0.001") }
      guard let pairs = Int(cells[4]), pairs >= 0 else {
        throw fault(number + 1, "pairs is a whole number")
      }
      levels.append(
        LevelModel.Level(comparison: cells[0], name: cells[1], m: m, u: u, pairs: pairs))
      lineOfLevel.append(number + 1)
    }
    do {
      return try LevelModel(levels)
    } catch {
      throw Self.described(error, lineOfLevel, last: lines.count, path)
    }
  }

  private static func described(
    _ error: LevelModel.Fault, _ lineOfLevel: [Int], last: Int, _ path: String
  ) -> ListError {
    let (line, reason) =
      switch error {
      case .unknownLevel(let place): (lineOfLevel[place], "there is no such comparison and level")
      case .levelTwice(let place): (lineOfLevel[place], "the level stands twice")
      case .notAShare(let place): (lineOfLevel[place], "m and u are more than 0 and at most 1")
      case .missingLevel(let comparison, let name):
        (last, "the level \(comparison) \(name) is missing")
      case .sum(let comparison, let sum):
        (last, "the m of \(comparison) add up to \(sum.fourDecimalsOrMore), not to 1")
      @unknown default: (last, "no model")
      }
    return .badModel(path: path, line: line, reason: reason)
  }

  /// Digits and a point; nothing that a linguist would not write.
  private static func share(_ text: String) -> Double? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }) else {
      return nil
    }
    return Double(text)
  }

  /// The file's text.
  public static func text(_ model: LevelModel) -> String {
    var lines = [
      "\(title)\(version)",
      "# m: the share of true pairs that come out so. u: of pairs of strangers, in the lists it was found in; other",
      "# lists have their own. pairs: how many true pairs show it; 0 where the starting value stands.",
      columns.joined(separator: "\t"),
    ]
    for level in model.levels {
      lines.append(
        [
          level.comparison, level.name, level.m.sixDigits, level.u.sixDigits, String(level.pairs),
        ].joined(separator: "\t"))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Double {
  /// Six significant digits without an exponent, for shares: `0.913245`, `0.00000745058`.
  package var sixDigits: String {
    if self >= 1 { return "1" }
    var scaled = self
    var places = 0
    while scaled < 100_000, places < 18 {
      scaled *= 10
      places += 1
    }
    let digits = String(Int(scaled.rounded()))
    if digits.count > places { return "1" }
    return "0." + String(repeating: "0", count: places - digits.count) + digits
  }

  fileprivate var fourDecimalsOrMore: String {
    let whole = Int(self)
    return "\(whole)" + (self - Double(whole)).fourDecimals.dropFirst(1)
  }
}

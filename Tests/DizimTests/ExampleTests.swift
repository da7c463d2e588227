import TestSupport
import Testing

/// The examples of the README and of the documentation's articles are lines of `Tests/Consumer`, whose programs are
/// built and run.
@Suite struct ExampleTests {
  private static let modules = ["NameText", "NameSimilarity", "NameIndex", "Linkage", "LinkageIO"]
  private static let pages =
    ["README.md"] + modules.map { "Sources/\($0)/\($0).docc/\($0).md" }

  @Test(arguments: pages)
  func examplesAreCompiled(_ page: String) throws {
    let programs = try Self.modules.map {
      Self.code(try TestFiles.text("Tests/Consumer/Sources/\($0)Alone/main.swift"))
    }
    let examples = try Self.examples(of: page)
    #expect(!examples.isEmpty)
    for example in examples {
      #expect(programs.contains { $0.contains(example) }, "\(example)")
    }
  }

  /// The Swift of a page, block by block; what belongs into a manifest is left out.
  private static func examples(of page: String) throws -> [String] {
    try TestFiles.text(page).components(after: "```swift\n", before: "\n```")
      .filter { !$0.contains(".package(") }
      .map { code($0.lines.filter { !$0.hasPrefix("import ") }.joined(separator: "\n")) }
  }

  /// The lines without their indentation and blank ones.
  private static func code(_ text: String) -> String {
    text.lines.map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension String {
  fileprivate var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }

  /// What stands between each `start` and the `end` that follows.
  fileprivate func components(after start: String, before end: String) -> [String] {
    var found: [String] = []
    var rest = self[...]
    while let opening = rest.firstRange(of: start) {
      rest = rest[opening.upperBound...]
      guard let closing = rest.firstRange(of: end) else { break }
      found.append(String(rest[..<closing.lowerBound]))
      rest = rest[closing.upperBound...]
    }
    return found
  }
}

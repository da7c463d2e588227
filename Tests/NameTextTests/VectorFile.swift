import Foundation

/// The rows of a vector file, comments left out.
func vectors(_ name: String) -> [[String]] {
  let url = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Vectors/\(name).tsv")
  guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
  return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
    $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
}

/// A path's last part, cut at its last dot.
struct FileName {
  var stem: String
  /// In small letters, without the dot; empty where there is none.
  var `extension`: String

  init(_ path: String) {
    let last = path.split(separator: "/").last ?? ""
    let dot = last.lastIndex(of: ".")
    if let dot, dot > last.startIndex {
      stem = String(last[..<dot])
      `extension` = last[last.index(after: dot)...].lowercased()
    } else {
      stem = path == "-" ? "stdin" : String(last)
      `extension` = ""
    }
  }
}

/// Whole files of text.
package enum TextFile {
  /// The text at `path`; bytes that are no UTF-8 become U+FFFD.
  package static func read(_ path: String) throws(ListError) -> String {
    String(decoding: try fileBytes(at: path), as: UTF8.self)
  }

  /// Writes all files or none.
  package static func write(_ files: [(path: String, text: String)]) throws(OutputError) {
    var written: [OutputFile] = []
    for (path, text) in files {
      let file = try OutputFile(path: path)
      try file.write(Array(text.utf8))
      written.append(file)
    }
    try OutputFile.commit(written)
  }
}

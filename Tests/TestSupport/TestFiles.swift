internal import Glibc

/// The files that tests read. Without Foundation, whose ICU cannot be loaded beside ours.
public enum TestFiles {
  /// The folder of the package.
  public static let package = String(#filePath.dropLast("/Tests/TestSupport/TestFiles.swift".count))

  /// A file of the package.
  public static func path(_ name: String) -> String { "\(package)/\(name)" }

  /// The text of a file of the package.
  public static func text(_ name: String) throws(FileFailure) -> String {
    String(decoding: try bytes(at: path(name)), as: UTF8.self)
  }

  /// The rows of a tab-separated file of the package, comments left out, no quoting.
  public static func rows(_ name: String) throws(FileFailure) -> [[String]] {
    try text(name).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The rows of a table with a header, by column.
  public static func records(_ name: String) throws(FileFailure) -> [[String: String]] {
    let rows = try rows(name)
    return rows.dropFirst().map {
      Dictionary(zip(rows[0], $0), uniquingKeysWith: { first, _ in first })
    }
  }

  /// The bytes of a file.
  public static func bytes(at path: String) throws(FileFailure) -> [UInt8] {
    guard let file = unsafe fopen(path, "rb") else { throw FileFailure(path: path) }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Writes a file.
  public static func write(_ text: String, to path: String) throws(FileFailure) {
    try write(Array(text.utf8), to: path)
  }

  /// Writes a file of bytes.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    guard let file = unsafe fopen(path, "wb") else { throw FileFailure(path: path) }
    let written = unsafe fwrite(bytes, 1, bytes.count, file)
    guard unsafe fclose(file) == 0, written == bytes.count else { throw FileFailure(path: path) }
  }
}

/// A file that could not be read or written.
public struct FileFailure: Error, Hashable { public var path: String }

/// A folder of its own for one test, gone with it.
public final class ScratchFolder: Sendable {
  public let path: String

  public init() {
    // The system puts what makes the name its own in the place of the last six letters.
    var template = Array("/tmp/dizim-test.\(String(repeating: "X", count: 6))".utf8CString)
    path = unsafe mkdtemp(&template).map { unsafe String(cString: $0) } ?? ""
    precondition(!path.isEmpty, "There is no room for a test's files")
  }

  deinit {
    for name in names { unsafe unlink("\(path)/\(name)") }
    unsafe rmdir(path)
  }

  public func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file; its path.
  @discardableResult
  public func write(_ name: String, _ text: String) throws(FileFailure) -> String {
    try TestFiles.write(text, to: path(name))
    return path(name)
  }

  public func text(_ name: String) throws(FileFailure) -> String {
    String(decoding: try TestFiles.bytes(at: path(name)), as: UTF8.self)
  }

  public func bytes(of name: String) throws(FileFailure) -> [UInt8] {
    try TestFiles.bytes(at: path(name))
  }

  /// What is in the folder, hidden files too.
  public var names: [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

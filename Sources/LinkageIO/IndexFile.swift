internal import Glibc
public import Linkage

/// A `SearchIndex` as a file: written whole or not at all, opened at once, checked where it is used.
///
/// ```swift
/// try IndexFile.write([list], to: "people.dzx")
/// let index = try IndexFile.open("people.dzx")
/// ```
public enum IndexFile {
  /// Whether the file at `path` is an index, by its first bytes. Standard input is none.
  public static func isIndex(_ path: String) -> Bool {
    // What comes through a pipe comes once, and a list may.
    var status = stat()
    guard path != "-", unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let beginning = try? ByteInput(path: path).peek()
    else { return false }
    return beginning.starts(with: SearchIndex.beginning)
  }

  /// The index at `path`.
  ///
  /// The file stays mapped into memory while the index is used; the bytes of it that are used are read, and checked, when
  /// they first are. Nobody may write into it meanwhile: a file that is replaced is another one.
  /// - Throws: `ListError.cannotOpen`, `ListError.badIndex`.
  /// - Complexity: O(1), but for a sum over a five-hundredth of the file.
  public static func open(_ path: String, options: LinkOptions = LinkOptions()) throws(ListError)
    -> SearchIndex
  {
    let bytes = try mapped(path)
    do {
      return try SearchIndex(bytes, options: options)
    } catch {
      throw .badIndex(path: path, error)
    }
  }

  /// Writes an index of `lists` to `path`, beside what is there until it is whole.
  ///
  /// - Parameter older: indexes whose rows come first; they are taken over as they were parsed.
  public static func write(
    _ lists: [RecordList], addedTo older: [SearchIndex] = [], to path: String,
    options: LinkOptions = LinkOptions()
  ) throws {
    let file = try OutputFile(path: path)
    try write(lists, addedTo: older, to: file, options: options)
    try OutputFile.commit([file])
  }

  /// Writes an index to a file that is committed later.
  package static func write(
    _ lists: [RecordList], addedTo older: [SearchIndex], to file: OutputFile, options: LinkOptions
  ) throws {
    let bytes: [UInt8]
    do {
      bytes = try SearchIndex.bytes(of: lists, addedTo: older, options: options)
    } catch {
      throw ListError.badIndex(path: file.path, error)
    }
    try file.write(bytes)
  }

  private static func mapped(_ path: String) throws(ListError) -> IndexBytes {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: systemReason()) }
    defer { _ = close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw .cannotOpen(path: path, reason: systemReason())
    }
    let size = Int(status.st_size)
    // Nothing can be mapped of a file without bytes, nor of what is no file.
    guard status.st_mode & S_IFMT == S_IFREG, size > 0 else {
      throw .badIndex(path: path, .notAnIndex)
    }
    guard let start = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe start != MAP_FAILED
    else { throw .cannotOpen(path: path, reason: systemReason()) }
    // Safety: the mapping has this many bytes, and is given back once they are done with.
    return unsafe IndexBytes(start: UnsafeRawPointer(start), count: size) { start, count in
      unsafe munmap(UnsafeMutableRawPointer(mutating: start), count)
    }
  }
}

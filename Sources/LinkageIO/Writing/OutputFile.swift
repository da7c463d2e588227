internal import Glibc

/// A file that appears whole or not at all, or standard output.
///
/// The bytes go to a temporary file in the same folder, readable by the user alone;
/// `OutputFile.commit` gives it its name. A file let go before that leaves nothing behind.
public final class OutputFile {
  public let path: String
  private let descriptor: Int32
  /// Where the bytes are until the file is committed; `nil` where they go straight to the target.
  private var temporary: String?
  /// The path behind links, so that a link stays a link.
  private let target: String

  /// Begins the file at `path`; `-` is standard output.
  ///
  /// What is no regular file (`/dev/null`, a named pipe) is written to as it is, never replaced.
  /// - Throws: `OutputError.cannotWrite`, with the system's reason.
  public init(path: String) throws(OutputError) {
    self.path = path
    if path == "-" {
      (descriptor, temporary, target) = (STDOUT_FILENO, nil, path)
      return
    }
    target = Self.resolved(path)
    var status = stat()
    let exists = unsafe stat(target, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      temporary = nil
      descriptor = unsafe open(target, O_WRONLY | O_CLOEXEC)
    } else {
      var template = Array(Self.temporaryName(for: target).utf8CString)
      descriptor = unsafe mkstemp(&template)
      temporary = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    guard descriptor >= 0 else {
      temporary = nil
      throw .cannotWrite(path: path, reason: systemReason())
    }
  }

  deinit {
    if descriptor >= 0, descriptor != STDOUT_FILENO { _ = close(descriptor) }
    if let temporary { unsafe unlink(temporary) }
  }

  /// Whether two paths name one file, links followed; `-` is standard output or input and no file.
  package static func isSameFile(_ a: String, _ b: String) -> Bool {
    a != "-" && b != "-" && resolved(a) == resolved(b)
  }

  /// Lets writes to a closed pipe fail with `OutputError.closedPipe` instead of killing the
  /// process. For the program to call once, since it changes the whole process.
  package static func reportClosedPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Whether standard output is a terminal, where a table serves better than CSV.
  package static var standardOutputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Writes all of `bytes`.
  public func write(_ bytes: [UInt8]) throws(OutputError) {
    let failure: Int32 = unsafe bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        // Safety: `start` stays within the buffer.
        let written = unsafe Glibc.write(
          descriptor, buffer.baseAddress! + start, buffer.count - start)
        if written >= 0 {
          start += written
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
    if failure == 0 { return }
    errno = failure
    throw failure == EPIPE ? .closedPipe : .cannotWrite(path: path, reason: systemReason())
  }

  /// Gives the files their names: all are on the disk before the first takes its name.
  public static func commit(_ files: [OutputFile]) throws(OutputError) {
    var targets = Set<String>()
    for file in files where file.temporary != nil {
      guard targets.insert(file.target).inserted else { throw .samePath(file.path) }
    }
    for file in files where file.temporary != nil && fsync(file.descriptor) != 0 {
      throw .cannotWrite(path: file.path, reason: systemReason())
    }
    for file in files { try file.takeName() }
  }

  private func takeName() throws(OutputError) {
    guard let temporary else { return }
    guard unsafe rename(temporary, target) == 0 else {
      throw .cannotWrite(path: path, reason: systemReason())
    }
    self.temporary = nil
    // The name is kept by the folder, so the folder has to reach the disk as well; a file system
    // that cannot promise it is no reason to fail now that the file is there.
    let folder = unsafe open(Self.folder(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    _ = fsync(folder)
    _ = close(folder)
  }

  /// The path without links, so that two names of one file are seen to be one.
  private static func resolved(_ path: String) -> String {
    if let real = real(path) { return real }
    guard let folder = real(folder(of: path)), let name = path.split(separator: "/").last else {
      return path
    }
    return "\(folder)/\(name)"
  }

  private static func real(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
  }

  private static func temporaryName(for path: String) -> String {
    // The name alone would be enough to tell, but a long one leaves no room for the suffix.
    let name = path.split(separator: "/").last?.prefix(40) ?? ""
    return "\(folder(of: path)).\(name).XXXXXX"
  }
}

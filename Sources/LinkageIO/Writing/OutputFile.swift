internal import Glibc

/// A file that appears whole or not at all, or standard output.
///
/// The bytes go to a file without a name in the same folder, readable by the user alone; `OutputFile.commit` gives it
/// its name. A file let go before that leaves nothing behind, and neither does a run that is killed.
public final class OutputFile {
  /// The path as given.
  public let path: String
  let descriptor: Int32
  /// Whether the file is to take the place of what is at `target`; the bytes go straight there otherwise.
  let isReplacing: Bool
  /// The name of the file before it is committed, where the file system knows no files without one.
  var temporary: String?
  /// The path behind links, so that a link stays a link.
  let target: String

  /// Begins the file at `path`; `-` is standard output.
  ///
  /// What is no regular file (`/dev/null`, a named pipe) is written to as it is, never replaced.
  /// - Throws: `OutputError.cannotWrite`, with the system's reason.
  public init(path: String) throws(OutputError) {
    self.path = path
    if path == "-" {
      (descriptor, isReplacing, target) = (STDOUT_FILENO, false, path)
      return
    }
    target = Self.resolved(path)
    var status = stat()
    let exists = unsafe stat(target, &status) == 0
    isReplacing = !exists || status.st_mode & S_IFMT == S_IFREG
    if !isReplacing {
      descriptor = unsafe open(target, O_WRONLY | O_CLOEXEC)
    } else {
      let nameless = Self.openNameless(in: Self.folder(of: target))
      if let nameless {
        descriptor = nameless
      } else {
        let name = TemporaryNames.name(for: target)
        TemporaryNames.add(name)
        descriptor = unsafe open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 { temporary = name } else { TemporaryNames.remove(name) }
      }
    }
    guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: systemReason()) }
  }

  deinit {
    if descriptor >= 0, descriptor != STDOUT_FILENO { _ = close(descriptor) }
    if let temporary { TemporaryNames.unlink(temporary) }
  }

  /// A new file without a name; negative where it cannot be, `nil` where the system knows no such files.
  private static func openNameless(in folder: String) -> Int32? {
    // It is by this path that the file gets its name.
    guard unsafe access("/proc/self/fd", X_OK) == 0 else { return nil }
    let descriptor = unsafe open(folder, ScratchFile.nameless | O_RDWR | O_CLOEXEC, 0o600)
    return descriptor < 0 && [EOPNOTSUPP, EISDIR, EINVAL].contains(errno) ? nil : descriptor
  }

  /// Whether two paths name one file, links followed; `-` is standard output or input and no file.
  package static func isSameFile(_ a: String, _ b: String) -> Bool {
    a != "-" && b != "-" && resolved(a) == resolved(b)
  }

  /// Lets writes to a closed pipe fail with `OutputError.closedPipe` instead of killing the
  /// process, and writes beyond the user's limit with a reason. For the program to call once, since
  /// it changes the whole process.
  package static func reportClosedPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// Whether standard output is a terminal, where a table serves better than CSV.
  package static var standardOutputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether a person reads along.
  var isTerminal: Bool { !isReplacing && isatty(descriptor) == 1 }

  /// The folder in which the file will stand, the place for temporary files; `nil` where it is none.
  var folderOfTarget: String? { isReplacing ? Self.folder(of: target) : nil }

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

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
  }
}

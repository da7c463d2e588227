internal import Glibc
internal import Synchronization

/// The names of this process's files that are not what they are to become yet, so that a run that is ended can take
/// them away.
enum TemporaryNames {
  private static let names = Mutex(Set<String>())

  static func add(_ name: String) { names.withLock { _ = $0.insert(name) } }

  static func remove(_ name: String) { names.withLock { _ = $0.remove(name) } }

  /// Takes the file away, at the second try where the first fails: it holds names of people.
  static func unlink(_ name: String) {
    if unsafe Glibc.unlink(name) != 0, errno != ENOENT { unsafe Glibc.unlink(name) }
    remove(name)
  }

  /// Takes all files away.
  static func unlinkAll() {
    names.withLock { names in
      for name in names { unsafe Glibc.unlink(name) }
      names.removeAll()
    }
  }

  /// A name beside `path` that no file has.
  static func name(for path: String) -> String {
    // The name alone would be enough to tell, but a long one leaves no room for the suffix.
    let name = path.split(separator: "/").last?.prefix(40) ?? ""
    let suffix = String(UInt64.random(in: .min ... .max), radix: 36)
    return "\(OutputFile.folder(of: path)).\(name).\(suffix)"
  }
}

internal import CLinux
internal import Glibc
internal import Synchronization

extension OutputFile {
  /// Held while files take their names, so that a signal does not come between them.
  private static let committing = Mutex(CommitState.before)

  private enum CommitState { case before, done }

  /// Gives the files their names, all or none: all are on the disk before the first takes its name, and where one
  /// cannot, those before it give theirs back.
  public static func commit(_ files: [OutputFile]) throws(OutputError) {
    let files = files.filter(\.isReplacing)
    var targets = Set<String>()
    for file in files where !targets.insert(file.target).inserted { throw .samePath(file.path) }
    for file in files where fsync(file.descriptor) != 0 {
      throw .cannotWrite(path: file.path, reason: systemReason())
    }
    let failure: OutputError? = committing.withLock { state in
      let failure = takeNames(files)
      if failure == nil { state = .done }
      return failure
    }
    if let failure { throw failure }
  }

  /// Ends the run before its files have their names, by `end`, which does not return. A run whose files have them
  /// already goes on: it is about to end, and what it has to say is true.
  package static func interrupt(_ end: () -> Void) {
    committing.withLock { state in
      guard state == .before else { return }
      TemporaryNames.unlinkAll()
      end()
    }
  }

  private static func takeNames(_ files: [OutputFile]) -> OutputError? {
    var replaced: [(file: OutputFile, former: Former)] = []
    for file in files {
      do throws(OutputError) {
        replaced.append((file, try file.takeName()))
      } catch {
        for (file, former) in replaced.reversed() { file.giveNameBack(to: former) }
        return error
      }
    }
    for case (_, .kept(let name)) in replaced { TemporaryNames.unlink(name) }
    // The name is kept by the folder, so the folder has to reach the disk as well; a file system
    // that cannot promise it is no reason to fail now that the files are there.
    for folder in Set(files.map { folder(of: $0.target) }) {
      let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      _ = fsync(descriptor)
      _ = close(descriptor)
    }
    return nil
  }

  /// What had the name before.
  private enum Former {
    case nothing
    /// A file that has this name until all is done.
    case kept(String)
    /// A file that could not be kept, for want of a file system that can.
    case overwritten
  }

  private func takeName() throws(OutputError) -> Former {
    // Exchanged with a folder, the file would stand in its place.
    var status = stat()
    if unsafe lstat(target, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      throw .cannotWrite(path: path, reason: "something else has taken the file's place")
    }
    let name = try named()
    temporary = nil
    if unsafe dizim_exchange(name, target) == 0 { return .kept(name) }
    var former = Former.nothing
    if errno != ENOENT {
      let second = TemporaryNames.name(for: target)
      TemporaryNames.add(second)
      if unsafe link(target, second) == 0 {
        former = .kept(second)
      } else {
        former = errno == ENOENT ? .nothing : .overwritten
        TemporaryNames.remove(second)
      }
    }
    guard unsafe rename(name, target) == 0 else {
      let failure = OutputError.cannotWrite(path: path, reason: systemReason())
      if case .kept(let second) = former { TemporaryNames.unlink(second) }
      TemporaryNames.unlink(name)
      throw failure
    }
    TemporaryNames.remove(name)
    return former
  }

  private func giveNameBack(to former: Former) {
    switch former {
    case .nothing: unsafe unlink(target)
    case .kept(let name):
      unsafe rename(name, target)
      // Where it failed, the file is all there is of what was here, and no signal may take it away.
      TemporaryNames.remove(name)
    case .overwritten: break
    }
  }

  /// The file's temporary name, which it is given where it has none.
  private func named() throws(OutputError) -> String {
    if let temporary { return temporary }
    let name = TemporaryNames.name(for: target)
    TemporaryNames.add(name)
    guard
      unsafe linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0
    else {
      let failure = OutputError.cannotWrite(path: path, reason: systemReason())
      TemporaryNames.remove(name)
      throw failure
    }
    return name
  }
}

internal import CLinux
internal import Glibc

/// A file without a name, gone when it is let go or the process ends, however it ends.
final class ScratchFile {
  let descriptor: Int32

  /// Linux's flag for a file without a name; the C library's is a macro that Swift cannot see.
  static let nameless = O_DIRECTORY | 0o20_000_000

  /// A file in `folder`, or in memory where none is given or the folder's file system knows no nameless files.
  init(folder: String?) throws(OutputError) {
    var descriptor: Int32 = -1
    if let folder {
      descriptor = unsafe open(folder, Self.nameless | O_RDWR | O_CLOEXEC, 0o600)
    }
    if descriptor < 0 { descriptor = dizim_memory_file() }
    guard descriptor >= 0 else {
      throw .cannotWrite(path: folder ?? "a temporary file", reason: systemReason())
    }
    self.descriptor = descriptor
  }

  deinit { _ = close(descriptor) }

  /// A path by which a library that wants one reaches the file.
  var path: String { "/proc/self/fd/\(descriptor)" }

  /// All of its bytes; `nil` where they cannot be read.
  func bytes() -> [UInt8]? {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    let size = Int(status.st_size)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        // Safety: `count + (size - count)` is the capacity of the buffer.
        let taken = unsafe pread(descriptor, buffer.baseAddress! + count, size - count, count)
        if taken > 0 { count += taken } else if taken == 0 || errno != EINTR { return }
      }
    }
    return bytes.count == size ? bytes : nil
  }
}

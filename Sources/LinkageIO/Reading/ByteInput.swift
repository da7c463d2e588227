internal import Glibc

/// The bytes of a file, of standard input or of memory, block by block.
final class ByteInput {
  /// Large enough that calls of the system cost nothing beside the work on the bytes.
  static let blockSize = 1 << 18

  private enum Origin {
    case descriptor(Int32, path: String)
    case memory([UInt8])
  }

  private var origin: Origin
  private var position = 0
  /// What was looked at ahead of its time.
  private var ahead: [UInt8] = []
  /// The size of a regular file or of memory; 0 where it is not known.
  let size: Int

  /// The file at `path`; `-` is standard input.
  /// - Throws: `ListError.cannotOpen`, with the system's reason.
  init(path: String) throws(ListError) {
    let descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: systemReason()) }
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    size = isKnown ? Int(status.st_size) : 0
    origin = .descriptor(descriptor, path: path)
  }

  init(_ bytes: [UInt8]) {
    origin = .memory(bytes)
    size = bytes.count
  }

  deinit {
    if case .descriptor(let descriptor, _) = origin, descriptor != STDIN_FILENO {
      _ = close(descriptor)
    }
  }

  /// The first bytes, up to a block of them, which come again when read.
  func peek() throws(ListError) -> [UInt8] {
    if ahead.isEmpty { ahead = try read() }
    return ahead
  }

  /// The next block; empty at the end. Blocks of pipes may be shorter than others.
  func next() throws(ListError) -> [UInt8] {
    guard ahead.isEmpty else {
      defer { ahead = [] }
      return ahead
    }
    return try read()
  }

  private func read() throws(ListError) -> [UInt8] {
    switch origin {
    case .memory(let bytes):
      let end = min(bytes.count, position + Self.blockSize)
      defer { position = end }
      return Array(bytes[position..<end])
    case .descriptor(let descriptor, let path):
      var failed = false
      let block = unsafe [UInt8](unsafeUninitializedCapacity: Self.blockSize) { buffer, count in
        while count < buffer.count {
          // Safety: `count` stays below the capacity of the buffer.
          let taken = unsafe Glibc.read(
            descriptor, buffer.baseAddress! + count, buffer.count - count)
          if taken > 0 {
            count += taken
          } else if taken == 0 {
            return
          } else if errno != EINTR {
            failed = true
            return
          }
        }
      }
      if failed { throw .cannotOpen(path: path, reason: systemReason()) }
      return block
    }
  }
}

/// What the system says about the call that just failed.
func systemReason() -> String {
  // Safety: `strerror` gives a string that lives until its next call.
  unsafe String(cString: strerror(errno))
}

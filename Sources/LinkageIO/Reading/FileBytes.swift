internal import Glibc

/// The bytes of a whole file; `-` is standard input.
/// - Throws: `ListError.cannotOpen`, with the system's reason.
package func fileBytes(at path: String) throws(ListError) -> [UInt8] {
  let descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .cannotOpen(path: path, reason: systemReason()) }
  defer { if descriptor != STDIN_FILENO { _ = close(descriptor) } }
  var status = stat()
  let size = unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  // One more than the size, so that the read which finds the end needs no room of its own.
  var bytes: [UInt8] = []
  var room = size + 1
  while true {
    let (block, failed) = readBlock(of: room, from: descriptor)
    if failed { throw .cannotOpen(path: path, reason: systemReason()) }
    if bytes.isEmpty { bytes = block } else { bytes.append(contentsOf: block) }
    if block.count < room { return bytes }
    room = max(1 << 16, bytes.count)  // pipes have no size: double
  }
}

/// Up to `room` bytes, fewer only at the end of the file or where reading failed.
private func readBlock(of room: Int, from descriptor: Int32) -> (bytes: [UInt8], failed: Bool) {
  var failed = false
  let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
    while count < room {
      // Safety: `count + (room - count)` is the capacity of the buffer.
      let taken = unsafe read(descriptor, buffer.baseAddress! + count, room - count)
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
  return (bytes, failed)
}

/// What the system says about the call that just failed.
func systemReason() -> String {
  // Safety: `strerror` gives a string that lives until its next call.
  unsafe String(cString: strerror(errno))
}

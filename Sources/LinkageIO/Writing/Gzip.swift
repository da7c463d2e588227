#if Gzip
  internal import CZlib

  /// Packs bytes into a gzip archive as they come; the same bytes always give the same archive.
  @safe final class Gzip {
    private var stream = unsafe z_stream()
    private let isOpen: Bool

    init() { isOpen = unsafe dizim_deflate_begin(&stream) == Z_OK }

    deinit { if isOpen { unsafe deflateEnd(&stream) } }

    /// What the archive goes on with after `bytes`; `isLast` ends it.
    func pack(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
      precondition(isOpen, "There is no memory to begin an archive with")
      var packed: [UInt8] = []
      var input = bytes
      var room = [UInt8](repeating: 0, count: 1 << 16)
      unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = UInt32(source.count)
        repeat {
          let given = unsafe room.withUnsafeMutableBufferPointer { target in
            // Safety: zlib stays within what is available of both.
            unsafe stream.next_out = target.baseAddress
            unsafe stream.avail_out = UInt32(target.count)
            _ = unsafe deflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH)
            return unsafe target.count - Int(stream.avail_out)
          }
          packed += room[..<given]
        } while unsafe stream.avail_out == 0
      }
      return packed
    }
  }
#endif

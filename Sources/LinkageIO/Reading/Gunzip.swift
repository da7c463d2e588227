#if Gzip
  internal import CZlib

  /// The bytes of a gzip archive, unpacked block by block; several archives in a row are one.
  @safe final class Gunzip: BlockSource {
    /// What any archive may hold, however small it is itself.
    private static let alwaysAllowed = 16 << 20

    private let packed: any BlockSource
    private let path: String
    private let limit: Int
    private var stream = unsafe z_stream()
    private var input: [UInt8] = []
    /// Where in `input` the archive goes on.
    private var position = 0
    private var isOpen = false
    private var isAtEnd = false
    private var ahead: [UInt8] = []
    private var bytesIn = 0
    private var bytesOut = 0

    /// The archive that `packed` holds, which came from `path`; it may hold `limit` times its size.
    init(_ packed: any BlockSource, path: String, limit: Int) {
      self.packed = packed
      self.path = path
      self.limit = limit
      isOpen = unsafe dizim_inflate_begin(&stream) == Z_OK
    }

    deinit { if isOpen { unsafe inflateEnd(&stream) } }

    func peek() throws(ListError) -> [UInt8] {
      if ahead.isEmpty { ahead = try unpack() }
      return ahead
    }

    func next() throws(ListError) -> [UInt8] {
      guard ahead.isEmpty else {
        defer { ahead = [] }
        return ahead
      }
      return try unpack()
    }

    private func unpack() throws(ListError) -> [UInt8] {
      guard isOpen else { throw damaged }
      var block = [UInt8](repeating: 0, count: ByteInput.blockSize)
      var count = 0
      while count < block.count, !isAtEnd {
        if position == input.count {
          input = try packed.next()
          position = 0
          bytesIn += input.count
          if input.isEmpty { throw damaged }
        }
        let (status, taken, given) = inflate(into: &block, from: count)
        position += taken
        count += given
        if status == Z_STREAM_END {
          try beginNextArchive()
        } else if status != Z_OK {
          throw damaged
        }
      }
      bytesOut += count
      if bytesOut > Self.alwaysAllowed, bytesOut / limit > bytesIn {
        throw .overLimit(.inflation, limit: limit, path: path, line: 0, column: nil)
      }
      block.removeLast(block.count - count)
      return block
    }

    private func inflate(
      into block: inout [UInt8], from start: Int
    ) -> (status: Int32, taken: Int, given: Int) {
      let available = input.count - position
      let room = block.count - start
      let status = unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe block.withUnsafeMutableBufferPointer { target in
          // Safety: `position` and `start` lie within their arrays, and zlib stays within what is available.
          unsafe stream.next_in = source.baseAddress! + position
          unsafe stream.avail_in = UInt32(available)
          unsafe stream.next_out = target.baseAddress! + start
          unsafe stream.avail_out = UInt32(room)
          return unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
        }
      }
      return unsafe (
        status, available - Int(stream.avail_in), room - Int(stream.avail_out)
      )
    }

    /// After the end of an archive: another begins, or nothing but zeros follows.
    private func beginNextArchive() throws(ListError) {
      if position == input.count {
        input = try packed.next()
        position = 0
        bytesIn += input.count
      }
      if input.isEmpty || input[position] == 0 {
        isAtEnd = true
      } else if unsafe inflateReset(&stream) != Z_OK {
        throw damaged
      }
    }

    private var damaged: ListError {
      .cannotOpen(path: path, reason: "the gzip archive is damaged or cut off")
    }
  }
#endif

#if XLSX
  internal import CMinizip

  /// The entries of a ZIP archive in memory, inflated a block at a time and counted against limits.
  ///
  /// The handle is minizip's; an archive may be used by one thread at a time.
  @safe final class ZipArchive {
    private struct Entry {
      var position: unz64_file_pos
      var isEncrypted: Bool
    }

    private static let blockSize = 1 << 16
    /// No part of a spreadsheet has a longer name; an entry with one is left alone.
    private static let longestName = 1 << 10

    private let memory: UnsafeMutablePointer<dizim_zip_memory>
    private let handle: unzFile
    private let limits: ReadLimits
    private let packedSize: Int
    private var inflated = 0
    private var entries: [String: Entry] = [:]

    /// Reads the directory of the archive in `bytes`, which have to outlive it.
    init(_ bytes: UnsafeRawBufferPointer, limits: ReadLimits) throws(SpreadsheetFailure) {
      self.limits = limits
      packedSize = bytes.count
      unsafe memory = .allocate(capacity: 1)
      unsafe memory.initialize(
        to: dizim_zip_memory(
          bytes: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), size: UInt64(bytes.count),
          position: 0))
      guard let handle = unsafe dizim_zip_open(memory) else {
        unsafe memory.deallocate()
        throw SpreadsheetFailure("the ZIP archive has no directory; the file is damaged or cut off")
      }
      unsafe self.handle = handle
      try readDirectory()
    }

    deinit {
      unsafe dizim_zip_close(handle)
      unsafe memory.deallocate()
    }

    /// Whether there is an entry of the name.
    func holds(_ name: String) -> Bool { entries[Self.key(name)] != nil }

    /// The entries' names, in order.
    var names: [String] { entries.keys.sorted() }

    /// Inflates the entry `name` and gives its bytes to `use`, a block at a time, until `use` returns `false`.
    /// - Returns: Whether there is such an entry.
    func inflate(
      _ name: String,
      _ use: (UnsafeBufferPointer<CChar>) throws(SpreadsheetFailure) -> Bool
    ) throws(SpreadsheetFailure) -> Bool {
      guard var entry = entries[Self.key(name)] else { return false }
      guard !entry.isEncrypted else { throw SpreadsheetFailure("the ZIP archive is encrypted") }
      guard unsafe dizim_zip_go_to(handle, &entry.position) == UNZ_OK,
        unsafe dizim_zip_open_entry(handle) == UNZ_OK
      else { throw Self.damaged(name) }
      // Safety: the buffer is alive until it is deallocated below, after its last use.
      let buffer = UnsafeMutablePointer<CChar>.allocate(capacity: Self.blockSize)
      defer { unsafe buffer.deallocate() }
      do throws(SpreadsheetFailure) {
        while true {
          let count = unsafe dizim_zip_read_entry(handle, buffer, UInt32(Self.blockSize))
          guard count >= 0 else { throw Self.damaged(name) }
          if count == 0 { break }
          inflated += Int(count)
          try checkInflated(inflated)
          guard try unsafe use(UnsafeBufferPointer(start: buffer, count: Int(count))) else {
            unsafe dizim_zip_close_entry(handle)
            return true
          }
        }
      } catch {
        unsafe dizim_zip_close_entry(handle)
        throw error
      }
      // The checksum is compared when the whole entry was read.
      guard unsafe dizim_zip_close_entry(handle) == UNZ_OK else { throw Self.damaged(name) }
      return true
    }

    private func readDirectory() throws(SpreadsheetFailure) {
      var info = unz_global_info64()
      guard unsafe dizim_zip_info(handle, &info) == UNZ_OK else {
        throw SpreadsheetFailure("the ZIP archive has no directory")
      }
      guard info.number_entry <= UInt64(limits.entries) else {
        throw .over(.entries, limits.entries)
      }
      var declared = 0
      var found = unsafe dizim_zip_go_to_first(handle)
      var count = 0
      while found == UNZ_OK, count < limits.entries {
        count += 1
        var entry = unz_file_info64()
        var position = unz64_file_pos()
        var name = [CChar](repeating: 0, count: Self.longestName + 1)
        guard
          unsafe dizim_zip_entry(
            handle, &entry, &name, UInt(Self.longestName)) == UNZ_OK,
          unsafe dizim_zip_position(handle, &position) == UNZ_OK
        else { break }
        declared += Int(clamping: min(entry.uncompressed_size, 1 << 50))
        try checkInflated(declared)
        if entry.size_filename <= UInt(Self.longestName) {
          let text = String(
            decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
          entries[Self.key(text)] = Entry(
            position: position, isEncrypted: entry.flag & 1 == 1)
        }
        found = unsafe dizim_zip_go_to_next(handle)
      }
    }

    private func checkInflated(_ count: Int) throws(SpreadsheetFailure) {
      if count > limits.inflated { throw .over(.inflated, limits.inflated) }
      let (most, isBoundless) = packedSize.multipliedReportingOverflow(by: limits.workbookInflation)
      if !isBoundless, count > most { throw .over(.workbookInflation, limits.workbookInflation) }
    }

    /// Names are compared as spreadsheets do, without case.
    private static func key(_ name: String) -> String {
      var name = name[...]
      while name.first == "/" { name.removeFirst() }
      return name.lowercased()
    }

    private static func damaged(_ name: String) -> SpreadsheetFailure {
      SpreadsheetFailure("a part of the ZIP archive is damaged or packed in an unknown way")
    }
  }
#endif

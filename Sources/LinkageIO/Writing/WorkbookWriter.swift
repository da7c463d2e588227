#if XLSX
  internal import CXLSXWriter
  internal import Glibc

  /// Writes rows as a workbook with one sheet: cells of text, the header frozen, with a filter, columns as wide as what
  /// is in them.
  ///
  /// libxlsxwriter does not look whether its temporary files could be written. So the workbook is read back before it
  /// is given away, and has to hold what was put into it.
  @safe final class WorkbookWriter {
    /// What a cell of a spreadsheet can hold, in UTF-16 units.
    private static let longestCell = 32_767
    private static let widths = 8...60

    private let path: String
    private let scratch: ScratchFile
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let format: UnsafeMutablePointer<lxw_format>?
    private let headerFormat: UnsafeMutablePointer<lxw_format>?
    private var isClosed = false
    private var row = 0
    private var column = 0
    private var columnWidths: [Int] = []
    private var checksum = CellChecksum()
    private var failure: OutputError?
    /// A cell as the library takes it, ended by a zero.
    private var cell: [UInt8] = []

    /// Begins a workbook that is to go to `path`; temporary files are in `folder`, without names.
    init(path: String, folder: String?) throws(OutputError) {
      self.path = path
      scratch = try ScratchFile(folder: folder)
      guard let workbook = unsafe dizim_workbook(scratch.path, folder) else {
        throw .cannotWrite(path: path, reason: "no memory for a workbook")
      }
      unsafe dizim_set_no_date(workbook)
      unsafe (format, headerFormat) = (
        dizim_text_format(workbook, 0), dizim_text_format(workbook, 1)
      )
      guard let sheet = unsafe dizim_workbook_add_sheet(workbook, "dizim") else {
        unsafe dizim_workbook_close(workbook)
        throw .cannotWrite(path: path, reason: "no temporary file in its folder: \(systemReason())")
      }
      unsafe (self.workbook, self.sheet) = (workbook, sheet)
    }

    deinit {
      if !isClosed { unsafe dizim_workbook_close(workbook) }
    }

    /// Adds a cell to the row being written; what is wrong with it is thrown at the row's end.
    func append(_ text: ArraySlice<UInt8>) {
      let text = text.isUTF8 ? text : Array(String(decoding: text, as: UTF8.self).utf8)[...]
      do throws(OutputError) { try write(text) } catch { failure = failure ?? error }
      column += 1
    }

    private func write(_ text: ArraySlice<UInt8>) throws(OutputError) {
      guard column < CellReference.mostColumns, row < CellReference.mostRows else {
        throw .cannotWrite(
          path: path,
          reason: "a sheet has at most \(CellReference.mostRows) rows and "
            + "\(CellReference.mostColumns) columns; write CSV")
      }
      while columnWidths.count <= column { columnWidths.append(0) }
      guard !text.isEmpty else { return }
      guard
        text.count <= Self.longestCell
          || String(decoding: text, as: UTF8.self).utf16.count <= Self.longestCell
      else {
        throw .cannotWrite(
          path: path,
          reason: "row \(row + 1), column \(column + 1): a cell of a spreadsheet has at most "
            + "\(Self.longestCell) characters; write CSV")
      }
      if text.count > columnWidths[column] {
        let scalars = text.count { $0 & 0xC0 != 0x80 }
        columnWidths[column] = max(columnWidths[column], scalars)
      }
      checksum.add(column: column, text)
      cell.removeAll(keepingCapacity: true)
      EscapedText.append(text, to: &cell)
      cell.append(0)
      let error = unsafe cell.withUnsafeBytes { bytes in
        unsafe dizim_sheet_write(
          sheet, UInt32(row), UInt16(column), bytes.assumingMemoryBound(to: CChar.self).baseAddress,
          row == 0 ? headerFormat : format)
      }
      guard error == LXW_NO_ERROR else { throw libraryFailure(error) }
    }

    func endRow() throws(OutputError) {
      if let failure { throw failure }
      row += 1
      column = 0
      checksum.endRow()
    }

    /// The workbook's bytes.
    func finish() throws(OutputError) -> [UInt8] {
      layOut()
      isClosed = true
      let error = unsafe dizim_workbook_close(workbook)
      guard error == LXW_NO_ERROR else { throw libraryFailure(error) }
      guard let bytes = scratch.bytes(), checksum.isOf(bytes) else {
        throw .cannotWrite(
          path: path, reason: "the workbook does not read back as written; is the disk full?")
      }
      return bytes
    }

    private func layOut() {
      guard row > 0, !columnWidths.isEmpty else { return }
      let (lastRow, lastColumn) = (UInt32(row - 1), UInt16(columnWidths.count - 1))
      unsafe dizim_sheet_freeze(sheet, 1, 0)
      unsafe dizim_sheet_filter(sheet, 0, 0, lastRow, lastColumn)
      for (column, width) in columnWidths.enumerated() {
        let width = min(max(width + 2, Self.widths.lowerBound), Self.widths.upperBound)
        unsafe dizim_sheet_set_column(sheet, UInt16(column), UInt16(column), Double(width), format)
      }
      let corner = CellReference.letters(ofColumn: columnWidths.count - 1)
      unsafe dizim_number_as_text_is_meant(sheet, "A1:\(corner)\(row)")
    }

    private func libraryFailure(_ error: lxw_error) -> OutputError {
      // Safety: the library's messages are constants.
      .cannotWrite(path: path, reason: unsafe String(cString: dizim_workbook_message(error)))
    }
  }
#else
  /// Without the trait XLSX no workbook is written.
  final class WorkbookWriter {
    init(path: String, folder: String?) throws(OutputError) {
      throw .cannotWrite(path: path, reason: "a spreadsheet needs the package trait XLSX")
    }

    func append(_ text: ArraySlice<UInt8>) {}
    func endRow() throws(OutputError) {}
    func finish() throws(OutputError) -> [UInt8] { [] }
  }
#endif

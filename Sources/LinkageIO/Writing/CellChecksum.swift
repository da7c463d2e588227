#if XLSX
  internal import Linkage

  /// A sum over the cells of a sheet, by which what was written and what is read back are compared.
  struct CellChecksum: Hashable {
    /// FNV-1a with 64 bits.
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    private var row = 0
    private var rowHasCells = false

    /// Adds a cell of the row being written. Empty cells say nothing.
    mutating func add(column: Int, _ cell: some Collection<UInt8>) {
      rowHasCells = true
      add(UInt64(column))
      for byte in cell { fold(byte) }
      // No cell ends so, since the byte is in no UTF-8.
      fold(0xFF)
    }

    /// Ends the row.
    mutating func endRow() {
      row += 1
      if rowHasCells { add(UInt64(row)) }
      rowHasCells = false
    }

    /// Whether `workbook` holds the cells that were added and no others, and every other part of it is whole.
    func isOf(_ workbook: borrowing [UInt8]) -> Bool {
      var limits = ReadLimits()
      (limits.workbookInflation, limits.inflated) = (.max, .max)
      return unsafe workbook.withUnsafeBytes { bytes in
        let reading = SheetChecksum(limits: limits)
        guard let archive = try? unsafe ZipArchive(bytes, limits: limits),
          (try? archive.read("xl/worksheets/sheet1.xml", reading)) == true
        else { return false }
        let areOthersWhole = archive.names.allSatisfy { name in
          name == "xl/worksheets/sheet1.xml" || (try? archive.read(name, XMLHandler())) == true
        }
        return areOthersWhole && reading.checksum.hash == hash
      }
    }

    private mutating func add(_ number: UInt64) {
      for shift in stride(from: UInt64(0), to: 32, by: 8) {
        fold(UInt8(truncatingIfNeeded: number >> shift))
      }
    }

    private mutating func fold(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// Reads a sheet row by row for its checksum.
    private final class SheetChecksum: SheetHandler {
      var checksum = CellChecksum()

      init(limits: ReadLimits) {
        super.init(
          strings: SharedStrings(limits: limits), styles: CellStyles(), dates: SerialDate(),
          limits: limits)
      }

      override func rowHasEnded() {
        for cell in rows.cells(ofRow: 0) {
          checksum.add(column: Int(rows.columns[cell]), rows.cell(cell))
        }
        checksum.row = (rows.lines.last ?? 0) - 1
        checksum.endRow()
        forgetRows()
      }
    }
  }
#endif

#if XLSX
  internal import Linkage

  /// A workbook as XLSX keeps it (ECMA-376): one of its sheets as a table.
  struct Workbook {
    private(set) var cells = RecordCells()
    private(set) var problems: [RecordList.Problem] = []
    /// The number of the sheet that was read, from 1.
    private(set) var sheet = 1
    /// How many other sheets hold rows.
    private(set) var otherSheets = 0

    /// So many rows of each sheet are looked at to choose one.
    private static let sampleRows = 60

    /// The sheet that `options` name or, without a name, the one that looks most like a list.
    static func read(
      _ bytes: borrowing [UInt8], path: String, options: ReadOptions
    ) throws(ListError) -> Workbook {
      var workbook = Workbook()
      let result = unsafe bytes.withUnsafeBytes { bytes in
        Result { () throws(SpreadsheetFailure) in
          try unsafe workbook.read(ZipArchive(bytes, limits: options.limits), options)
        }
      }
      do throws(SpreadsheetFailure) { try result.get() } catch {
        throw .badWorkbook(path: path, reason: error.reason)
      }
      return workbook
    }

    private mutating func read(
      _ archive: ZipArchive, _ options: ReadOptions
    ) throws(SpreadsheetFailure) {
      let limits = options.limits
      let parts = try Parts(archive, limits: limits)
      let chosen = try parts.sheet(in: archive, options: options)
      let rows = try parts.rows(of: chosen.path, in: archive, limits: limits)
      cells = try rows.table(limits: limits)
      problems = rows.problems
      sheet = chosen.number
      otherSheets = chosen.others
    }

    /// What the sheets have in common.
    private struct Parts {
      let directory = SheetDirectory()
      let strings: SharedStrings
      let styles = CellStyles()
      let relationships: Relationships

      init(_ archive: ZipArchive, limits: ReadLimits) throws(SpreadsheetFailure) {
        strings = SharedStrings(limits: limits)
        let root = Relationships(folder: "")
        _ = try archive.read("_rels/.rels", root)
        let path = root.path(ofKind: "officeDocument") ?? "xl/workbook.xml"
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        relationships = Relationships(folder: folder)
        guard path.lowercased().hasSuffix(".xml"), try archive.read(path, directory) else {
          throw Workbook.other(archive, path: path)
        }
        let name = path.split(separator: "/").last ?? ""
        _ = try archive.read("\(folder)/_rels/\(name).rels", relationships)
        if let path = relationships.path(ofKind: "sharedStrings") {
          _ = try archive.read(path, strings)
        }
        if let path = relationships.path(ofKind: "styles") { _ = try archive.read(path, styles) }
      }

      func rows(
        of path: String, in archive: ZipArchive, limits: ReadLimits,
        mostRows: Int = .max
      ) throws(SpreadsheetFailure) -> SheetRows {
        let handler = SheetHandler(
          strings: strings, styles: styles, dates: directory.dates, limits: limits,
          mostRows: mostRows)
        guard try archive.read(path, handler) else {
          throw SpreadsheetFailure("the file lacks a sheet that it names")
        }
        return handler.rows
      }

      /// The path of a sheet's part.
      private func path(of sheet: SheetDirectory.Sheet) throws(SpreadsheetFailure) -> String? {
        guard let target = relationships.targets[sheet.relationship] else { return nil }
        // Charts and dialogues are sheets, too, and hold no rows.
        guard target.kind == "worksheet" || target.kind.isEmpty else { return nil }
        guard !target.isExternal else {
          throw SpreadsheetFailure("a sheet lies outside of the file, where nothing is opened")
        }
        return target.path
      }

      /// The sheet of the name, written so or in other case, or else of the number.
      private func index(ofSheet name: String) -> Int? {
        let sheets = directory.sheets
        return sheets.firstIndex { $0.name == name }
          ?? sheets.firstIndex { $0.name.lowercased() == name.lowercased() }
          ?? DecimalDigits.value(Array(name.utf8)).flatMap {
            sheets.indices.contains($0 - 1) ? $0 - 1 : nil
          }
      }

      /// The sheet to read, and how many others hold rows.
      func sheet(
        in archive: ZipArchive, options: ReadOptions
      ) throws(SpreadsheetFailure) -> (path: String, number: Int, others: Int) {
        if let name = options.sheet {
          guard let sheet = index(ofSheet: name), let path = try path(of: directory.sheets[sheet])
          else {
            throw SpreadsheetFailure(
              "there is no such sheet; \(directory.sheets.count) are in the file, and --sheet takes "
                + "a name or a number")
          }
          return (path, sheet + 1, 0)
        }
        var best: (path: String, number: Int, score: Double)?
        var filled = 0
        // What is hidden is read where nothing else is there.
        for isHidden in [false, true] where best == nil {
          for (number, sheet) in directory.sheets.enumerated() where sheet.isHidden == isHidden {
            guard let path = try path(of: sheet) else { continue }
            let rows = try rows(
              of: path, in: archive, limits: options.limits, mostRows: sampleRows)
            guard !rows.lines.isEmpty else { continue }
            filled += 1
            let score = SheetScore.score(
              try rows.table(limits: options.limits), options: options)
            if score > best?.score ?? -1 { best = (path, number + 1, score) }
          }
        }
        guard let best else { throw SpreadsheetFailure("no sheet of the file holds a row") }
        return (best.path, best.number, filled - 1)
      }
    }

    /// What an archive that is no workbook is.
    private static func other(_ archive: ZipArchive, path: String) -> SpreadsheetFailure {
      if path.lowercased().hasSuffix(".bin") || archive.holds("xl/workbook.bin") {
        return SpreadsheetFailure("a binary workbook; save it as XLSX or CSV")
      }
      if archive.holds("mimetype"), archive.holds("content.xml") {
        return SpreadsheetFailure("an OpenDocument file; save it as XLSX or CSV")
      }
      return SpreadsheetFailure("a ZIP archive, not a list")
    }
  }
#else
  internal import Linkage

  /// Without the trait XLSX no workbook is read.
  enum Workbook {
    static func read(
      _ bytes: borrowing [UInt8], path: String, options: ReadOptions
    ) throws(ListError) -> (
      cells: RecordCells, problems: [RecordList.Problem], sheet: Int, otherSheets: Int
    ) {
      throw .notText(path: path, what: "a spreadsheet, which needs the package trait XLSX")
    }
  }
#endif

#if XLSX
  /// What the styles of cells make of numbers (`xl/styles.xml`).
  final class CellStyles: XMLHandler {
    private var codes: [Int: NumberFormat] = [:]
    private var formats: [NumberFormat] = []
    private var isInCellFormats = false

    /// The format of a cell's style; a style that is not there is a plain number.
    subscript(style: Int) -> NumberFormat {
      formats.indices.contains(style) ? formats[style] : .number
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
      if name.is("numFmt") {
        guard let id = attributes.number("numFmtId"), let code = attributes.text("formatCode")
        else {
          return
        }
        codes[id] = NumberFormat(code: code)
      } else if name.is("cellXfs") {
        isInCellFormats = true
      } else if isInCellFormats, name.is("xf") {
        let id = attributes.number("numFmtId") ?? 0
        formats.append(codes[id] ?? NumberFormat(builtIn: id))
      }
    }

    override func end(_ name: XMLName) {
      if name.is("cellXfs") { isInCellFormats = false }
    }
  }
#endif

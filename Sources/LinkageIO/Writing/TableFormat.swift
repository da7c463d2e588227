/// A form in which results are written.
public enum TableFormat: String, Sendable, Hashable, CaseIterable {
  case csv
  case tsv
  /// One JSON object a line.
  case jsonl
  /// A workbook with one sheet, every cell text.
  case xlsx
  /// Aligned columns for a terminal.
  case table
}

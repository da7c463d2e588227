internal import Linkage
internal import NameText

/// The kinds of columns, from their headers or, without a header, from what they hold.
enum ColumnKinds {
  /// Kinds by header; a header that is not known is `text`, never silently a name. Nor is a second surname: it is
  /// somebody else's, as the father's, or the same in other letters, and put together the two would be one long name.
  static func recognised(_ headers: [String], _ vocabulary: HeaderVocabulary) -> [FieldKind] {
    var meanings = headers.map { vocabulary.kind(ofColumn: $0) }
    if let first = HeaderVocabulary.lettersOfParts(headers) {
      meanings[first..<first + 3] = [.kind(.surname), .kind(.given), .kind(.patronymic)]
    }
    let hasOwnSurname = meanings.contains(.kind(.surname))
    let hasSurname = hasOwnSurname || meanings.contains(.surnameOrPatronymic)
    let hasGiven = meanings.contains(.kind(.given))
    var parts = Set<FieldKind>()
    return meanings.map { meaning in
      let kind: FieldKind =
        switch meaning {
        case nil: .text
        case .kind(let kind): kind
        case .partOrName where hasGiven && !hasSurname: .surname
        case .surnameOrPatronymic: hasOwnSurname ? .patronymic : .surname
        case .givenOrName, .partOrName: hasSurname && !hasGiven ? .given : .name
        }
      guard [.surname, .given, .patronymic].contains(kind) else { return kind }
      return parts.insert(kind).inserted ? kind : .text
    }
  }

  /// The column of dates of birth in a list whose header names none: the only one that is not known and holds dates, which are
  /// spread as births are. Events of a list lie close together.
  static func birth(
    amongUnknown columns: [RecordList.Column], _ cells: RecordCells, _ vocabulary: HeaderVocabulary
  ) -> Int? {
    if columns.contains(where: { $0.kind == .birth }) { return nil }
    let rows = 0..<min(rowsLookedAt, cells.lines.count)
    let unknown = columns.indices.filter {
      columns[$0].kind == .text && vocabulary.kind(ofColumn: columns[$0].name) == nil
    }
    let dated = unknown.compactMap { column in
      let traits = ColumnTraits(rows.map { cells.cell(row: $0, column: column) })
      return traits.meanYear == nil ? nil : (column: column, years: traits.years)
    }
    guard dated.count == 1, let only = dated.first, only.years.count >= 5,
      only.years.max()! - only.years.min()! >= 20
    else { return nil }
    return only.column
  }

  private static let rowsLookedAt = 1_000

  /// Kinds by content, for a list without a header.
  /// - Complexity: O(columns), since only the first thousand rows are looked at.
  static func guessed(_ cells: RecordCells, columns: Int) -> [FieldKind] {
    let rows = 0..<min(rowsLookedAt, cells.lines.count)
    let traits = (0..<columns).map { column in
      ColumnTraits(rows.map { cells.cell(row: $0, column: column) })
    }
    var kinds = [FieldKind](repeating: .text, count: columns)
    let named = traits.indices.filter { traits[$0].nameLikeness >= 0.5 }
    if let parts = partsOfNames(named.filter { traits[$0].isSingleWords }, cells, rows) {
      for (column, kind) in parts { kinds[column] = kind }
    } else if let name = named.max(by: { traits[$0].nameLikeness < traits[$1].nameLikeness }) {
      kinds[name] = .name
    }
    // Of several dates the birth comes first in time.
    let dates = traits.indices.filter { traits[$0].meanYear != nil }
    let birth = dates.min { traits[$0].meanYear ?? 0 < traits[$1].meanYear ?? 0 }
    for column in dates { kinds[column] = column == birth ? .birth : .event }
    if let id = traits.firstIndex(where: \.isRunningNumber) { kinds[id] = .id }
    return kinds
  }
}

extension ColumnKinds {
  /// Which of some columns of single words are surnames, given names and patronymics, where surnames and given names
  /// both stand in columns of their own; `nil` where not.
  private static func partsOfNames(_ columns: [Int], _ cells: RecordCells, _ rows: Range<Int>)
    -> [Int: FieldKind]?
  {
    guard columns.count > 1 else { return nil }
    var kinds: [Int: FieldKind] = [:]
    for column in columns {
      var counts: [Role: Int] = [:]
      var words = 0
      for row in rows.prefix(200) {
        let text = String(decoding: cells.cell(row: row, column: column), as: UTF8.self)
        guard let token = NameParser.parse(Cleaning.words(of: text)).tokens.first else { continue }
        counts[token.role, default: 0] += 1
        words += 1
      }
      let roles: [(Role, FieldKind)] = [
        (.surname, .surname), (.given, .given), (.patronymic, .patronymic),
      ]
      let best = roles.max { counts[$0.0] ?? 0 < counts[$1.0] ?? 0 }!
      if 3 * (counts[best.0] ?? 0) >= words, words > 0, !kinds.values.contains(best.1) {
        kinds[column] = best.1
      }
    }
    return kinds.values.contains(.surname) && kinds.values.contains(.given) ? kinds : nil
  }
}

/// What the cells of a column have in common.
private struct ColumnTraits {
  /// From 0 to 1: the share of cells that could be names, less where they are single words or
  /// repeat one another, as places and statuses do.
  var nameLikeness = 0.0
  /// Hardly a cell has more than one word.
  var isSingleWords = false
  /// The mean year, where most cells are dates or years.
  var meanYear: Double?
  /// The years of cells that are dates or years.
  var years: [Int] = []
  /// 1, 2, 3 …
  var isRunningNumber = false

  init(_ cells: [ArraySlice<UInt8>]) {
    let shapes = cells.map { CellShape($0) }
    let filled = shapes.count { $0 != .empty }
    guard filled > 0 else { return }
    let words = shapes.count { $0.wordCount > 0 }
    let several = shapes.count { $0.wordCount > 1 }
    isSingleWords = words > 0 && 10 * several <= words
    let distinct = Set(zip(cells, shapes).lazy.filter { $1 != .empty }.map(\.0)).count
    let share = { (part: Int) in Double(part) / Double(filled) }
    nameLikeness =
      share(words) * (0.6 + 0.2 * share(several) + 0.2 * share(distinct))

    years = zip(cells, shapes).compactMap { Self.year(of: $0, $1) }
    if share(years.count) >= 0.8 {
      meanYear = Double(years.reduce(0, +)) / Double(years.count)
    }
    let numbers = shapes.compactMap { if case .integer(let number) = $0 { number } else { nil } }
    isRunningNumber =
      numbers.count == shapes.count && numbers.count > 1
      && zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }

  /// The year of a cell that is a date in numbers or words and little else: `5 мая 1961 г.`, `1961 г.р.`
  private static func year(of cell: ArraySlice<UInt8>, _ shape: CellShape) -> Int? {
    if case .date(let year) = shape { return year }
    guard shape == .other, cell.count <= longestDate else { return nil }
    let text = String(decoding: cell, as: UTF8.self)
    let words = text.split { !$0.isLetter }.count
    guard words <= 3, let date = BirthDate.dates(in: text).first, 1850...2100 ~= date.year else {
      return nil
    }
    return date.year
  }

  private static let longestDate = 40
}

internal import NameSimilarity

/// What stands beside a name that is asked for, with how often it occurs in the index.
struct IndexedFields {
  private let tables: IndexTables
  private let values: FieldValues
  /// The most that fields can add to what names say.
  let most: Bits

  init(_ values: FieldValues, _ tables: IndexTables) throws(IndexError) {
    self.values = values
    self.tables = tables
    let model = FieldModel(try Self.counts(of: CollectionOfOne(values), values, tables))
    var most = model.mostWithoutKeys(values)
    // Equal dates and identifiers come on top.
    most +=
      values.births.filter(\.isInformative)
      .map { max(.zero, model.weight((.birthExact, model.surprise($0)))) }.max() ?? .zero
    most +=
      values.identifiers
      .map { max(.zero, model.weight((.identifierAgrees, model.surprise(identifier: $0)))) }.max()
      ?? .zero
    self.most = most
  }

  /// A model that knows how often the values of these rows occur, as far as they are compared with what is asked.
  func model(with rows: some Sequence<FieldValues>) throws(IndexError) -> FieldModel {
    FieldModel(try Self.counts(of: [values] + rows, values, tables))
  }

  private static func counts(
    of rows: some Sequence<FieldValues>, _ asked: FieldValues, _ tables: IndexTables
  ) throws(IndexError) -> FieldCounts {
    var counts = FieldCounts()
    counts.datedCount = tables.figures.datedCount
    counts.placeCount = tables.figures.placeCount
    counts.textCount = tables.figures.textCount
    counts.identifiedCount = tables.figures.identifiedCount
    for row in rows {
      if !asked.births.isEmpty {
        for birth in row.births {
          if birth.isFull, counts.dates[birth] == nil {
            counts.dates[birth] = try tables.count(.date(birth))
          }
          for year in birth.years where counts.years[year] == nil {
            counts.years[year] = try tables.count(.year(year))
          }
        }
      }
      if !asked.places.isEmpty {
        for word in row.places.joined() where counts.placeWords[word] == nil {
          counts.placeWords[word] = try tables.count(.placeWord(word))
        }
      }
      if !asked.texts.isEmpty {
        for text in row.texts where counts.texts[text] == nil {
          counts.texts[text] = try tables.count(.text(text))
        }
      }
      if !asked.identifiers.isEmpty {
        for identifier in row.identifiers where counts.identifiers[identifier] == nil {
          counts.identifiers[identifier] = try tables.count(.identifier(identifier))
        }
      }
    }
    return counts
  }
}

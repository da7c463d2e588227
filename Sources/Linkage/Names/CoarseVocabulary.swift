internal import NameIndex
internal import NameText

/// The phonemic keys of all tokens by number, and the coarse keys by which tokens are brought together.
struct CoarseVocabulary: Sendable {
  /// For each distinct string of symbols the number of its coarse key.
  private(set) var ofString: [UInt32] = []
  /// The phonemic keys of each token; `string` is the key's number among all.
  private(set) var readings = FlatRows<IndexedForm>()
  /// For each phonemic key the number of its coarse key.
  private(set) var ofReading: [UInt32] = []
  /// The coarse keys.
  private(set) var keys = StringArena()

  /// The keys of `strings`, and of each token's `readings`.
  init(_ strings: StringArena, keys readings: some Sequence<[Shape]>) {
    var keys = StringNumbers()
    ofString = (0..<UInt32(strings.count)).map {
      keys.number(of: Phonemes.coarse(strings[$0]))
    }
    var numbers = StringNumbers()
    for shapes in readings {
      self.readings.append(
        shapes.map { shape in
          let reading = numbers.number(of: shape.symbols)
          if Int(reading) == ofReading.count {
            ofReading.append(keys.number(of: Phonemes.coarse(shape.symbols)))
          }
          return IndexedForm(shape, string: reading)
        })
    }
    self.keys = keys.strings
  }
}

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
  init(_ strings: [[UInt8]], keys readings: [[Shape]]) {
    var numbers: [[UInt8]: UInt32] = [:]
    var keys = StringArena()
    func number(of symbols: [UInt8]) -> UInt32 {
      let key = Phonemes.coarse(symbols)
      if let number = numbers[key] { return number }
      let number = UInt32(keys.count)
      numbers[key] = number
      keys.append(key)
      return number
    }
    ofString = strings.map { number(of: $0) }
    var numberOfReading: [[UInt8]: UInt32] = [:]
    for shapes in readings {
      self.readings.append(
        shapes.map { shape in
          let reading = numberOfReading[shape.symbols] ?? UInt32(ofReading.count)
          if Int(reading) == ofReading.count {
            numberOfReading[shape.symbols] = reading
            ofReading.append(number(of: shape.symbols))
          }
          return IndexedForm(shape, string: reading)
        })
    }
    self.keys = keys
  }
}

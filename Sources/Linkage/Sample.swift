/// A part of all pairs of names, for learning what they all have in common: those that one name in so many has with
/// itself and with later ones. Names are numbered by what they are, so that the order of rows is nothing to it.
struct Sample: Sendable {
  /// All pairs.
  static let all = Sample(oneOf: 1)

  let step: Int

  init(oneOf step: Int) {
    precondition(step > 0, "A sample is one of so many")
    self.step = step
  }

  var isAll: Bool { step == 1 }

  /// Whether the pairs of the name with itself and with later ones are of the sample.
  func holds(_ name: Int) -> Bool { name % step == 0 }
}

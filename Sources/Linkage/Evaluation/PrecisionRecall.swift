/// How much of what was found is right, and how much of what is right was found.
public struct PrecisionRecall: Sendable, Hashable {
  /// From 0 to 1; 1 where nothing was found.
  public let precision: Double
  /// From 0 to 1; 1 where there was nothing to find.
  public let recall: Double

  /// Precision and recall as measured.
  public init(precision: Double, recall: Double) {
    self.precision = precision
    self.recall = recall
  }

  /// From counts: what was found and is right, what was found, what is right.
  public init(agreed: Int, predicted: Int, true expected: Int) {
    precision = predicted == 0 ? 1 : Double(agreed) / Double(predicted)
    recall = expected == 0 ? 1 : Double(agreed) / Double(expected)
  }

  /// The harmonic mean of both; 0 where both are 0.
  public var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }
}

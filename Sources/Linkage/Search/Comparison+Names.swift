extension Comparison {
  /// Two names compared, with the reasons for and against their being one person's.
  ///
  /// ```swift
  /// let comparison = Comparison(of: "Dauletmurat Tajimuratov", and: "Тажимуратов Д.")
  /// print(comparison.decision, comparison.probability, comparison.summary)
  /// ```
  ///
  /// Without a prior in `options` a pair is one person of a list of a thousand. For many pairs a ``PairComparer`` does
  /// the common work once.
  public init(of left: String, and right: String, options: LinkOptions = LinkOptions()) {
    let comparer = PairComparer(
      RecordList(names: [left]), RecordList(names: [right]), options: options)
    self = comparer[0]
  }
}

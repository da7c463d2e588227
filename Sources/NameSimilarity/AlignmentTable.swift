/// The probabilities of all pairs of prefixes of two strings, under a distribution over moves.
struct AlignmentTable {
  private let left: [UInt8]
  private let right: [UInt8]
  private let width: Int
  /// The number of each two neighbouring symbols, by the second's place.
  private let leftNumbers: [Int]
  private let rightNumbers: [Int]
  /// `forward[i * width + j]` for `i` symbols of the left and `j` of the right.
  private var forward: [Double]

  /// - Parameter isBestOnly: of the likeliest alignment, not of all together (Viterbi).
  /// - Complexity: O(`left.count` × `right.count`).
  init(
    _ left: [UInt8], _ right: [UInt8], _ joint: MoveProbabilities, isBestOnly: Bool = false
  ) {
    self.left = left
    self.right = right
    width = right.count + 1
    leftNumbers = Self.numbers(left, joint)
    rightNumbers = Self.numbers(right, joint)
    forward = [Double](repeating: 0, count: (left.count + 1) * width)
    forward[0] = 1
    for i in 0...left.count {
      for j in 0...right.count where i + j > 0 {
        var sum = 0.0
        forEachMove(i, j, joint) { rows, columns, probability in
          let term = forward[(i - rows) * width + j - columns] * probability
          sum = isBestOnly ? max(sum, term) : sum + term
        }
        forward[i * width + j] = sum
      }
    }
  }

  private static func numbers(_ symbols: [UInt8], _ joint: MoveProbabilities) -> [Int] {
    symbols.indices.map { $0 > 0 ? joint.number(symbols[$0 - 1], symbols[$0]) : 0 }
  }

  /// The probability of the two strings together.
  var likelihood: Double { forward[forward.count - 1] }

  /// Calls `body` with how many symbols of each side a move takes that ends here, and its probability.
  @inline(__always)
  private func forEachMove(
    _ i: Int, _ j: Int, _ joint: MoveProbabilities, _ body: (Int, Int, Double) -> Void
  ) {
    if i > 0 { body(1, 0, joint[left[i - 1], 0]) }
    if j > 0 { body(0, 1, joint[0, right[j - 1]]) }
    guard i > 0, j > 0 else { return }
    body(1, 1, joint[left[i - 1], right[j - 1]])
    let (x, y) = (leftNumbers[i - 1], rightNumbers[j - 1])
    if x != 0 { body(2, 1, joint[x, for: right[j - 1]]) }
    if y != 0 { body(1, 2, joint[y, for: left[i - 1]]) }
    if x != 0, y != 0 { body(2, 2, joint[x, for: y]) }
  }

  /// Adds the moves that are expected of the two strings to `counts`.
  func expect(_ joint: MoveProbabilities, into counts: inout MoveProbabilities) {
    if likelihood <= 0 { return }
    var backward = [Double](repeating: 0, count: forward.count)
    backward[forward.count - 1] = 1
    for i in stride(from: left.count, through: 0, by: -1) {
      for j in stride(from: right.count, through: 0, by: -1) {
        let after = backward[i * width + j]
        if after == 0 { continue }
        forEachMove(i, j, joint) { rows, columns, probability in
          let before = (i - rows) * width + j - columns
          backward[before] += probability * after
          count(forward[before] * probability * after / likelihood, i, j, rows, columns, &counts)
        }
      }
    }
  }

  /// Counts a move that ends at `i` and `j`, half for each order of the sides.
  private func count(
    _ expected: Double, _ i: Int, _ j: Int, _ rows: Int, _ columns: Int,
    _ counts: inout MoveProbabilities
  ) {
    switch (rows, columns) {
    case (2, 2):
      counts[leftNumbers[i - 1], for: rightNumbers[j - 1]] += expected / 2
      counts[rightNumbers[j - 1], for: leftNumbers[i - 1]] += expected / 2
    case (2, 1): counts[leftNumbers[i - 1], for: right[j - 1]] += expected / 2
    case (1, 2): counts[rightNumbers[j - 1], for: left[i - 1]] += expected / 2
    default:
      let x = rows > 0 ? left[i - 1] : 0
      let y = columns > 0 ? right[j - 1] : 0
      counts[x, y] += expected / 2
      counts[y, x] += expected / 2
    }
    if columns == 0, i > 1, left[i - 1] == left[i - 2] { counts.repeated += expected }
    if rows == 0, j > 1, right[j - 1] == right[j - 2] { counts.repeated += expected }
    // Each symbol that repeats the one before it is taken once, whatever moves take it.
    if rows > 0, i > 1, left[i - 1] == left[i - 2] { counts.repetitions += expected }
    if columns > 0, j > 1, right[j - 1] == right[j - 2] { counts.repetitions += expected }
  }

  /// A move of the likeliest alignment: the places it takes of each side.
  struct Step {
    var left: Range<Int>
    var right: Range<Int>
    /// A symbol that stays as it is.
    var isIdentity: Bool
  }

  /// The moves of the likeliest alignment, in order, where the table was filled for it.
  func path(_ joint: MoveProbabilities) -> [Step] {
    var steps: [Step] = []
    var (i, j) = (left.count, right.count)
    while i > 0 || j > 0 {
      var best = (probability: -1.0, rows: i > 0 ? 1 : 0, columns: i > 0 ? 0 : 1)
      forEachMove(i, j, joint) { rows, columns, probability in
        let term = forward[(i - rows) * width + j - columns] * probability
        if term > best.probability { best = (term, rows, columns) }
      }
      let step = Step(
        left: (i - best.rows)..<i, right: (j - best.columns)..<j,
        isIdentity: best.rows == 1 && best.columns == 1 && left[i - 1] == right[j - 1])
      steps.append(step)
      (i, j) = (step.left.lowerBound, step.right.lowerBound)
    }
    return steps.reversed()
  }
}

/// How well clusters of records agree with the true persons.
public struct ClusterEvaluation: Sendable, Hashable {
  /// Over pairs of records: big clusters weigh more than small ones.
  public let pairwise: PrecisionRecall
  /// B-cubed, the mean over records (Bagga and Baldwin 1998): each record weighs the same.
  public let bCubed: PrecisionRecall
  /// True persons of whom some record stands in a cluster with a record of somebody else, per
  /// 1,000 true persons.
  public let wronglyMergedPerThousand: Double
  /// The number of clusters found.
  public let clusterCount: Int
  /// The number of persons there are.
  public let personCount: Int

  /// Evaluates a clustering.
  /// - Parameters:
  ///   - predicted: the cluster of each record.
  ///   - truth: the person of each record, in the same order.
  /// - Precondition: as many labels in both.
  /// - Complexity: O(records), by hashing.
  public init<Cluster: Hashable, Person: Hashable>(predicted: [Cluster], truth: [Person]) {
    precondition(predicted.count == truth.count, "Each record needs a cluster and a person")
    let clusters = Self.numbered(predicted)
    let persons = Self.numbered(truth)
    var both: [Overlap: Int] = [:]
    for (cluster, person) in zip(clusters.labels, persons.labels) {
      both[Overlap(cluster: cluster, person: person), default: 0] += 1
    }
    // In a fixed order, so that the sums below come out the same to the last bit.
    let overlaps = both.sorted { $0.key < $1.key }

    pairwise = PrecisionRecall(
      agreed: overlaps.reduce(0) { $0 + Self.pairs($1.value) },
      predicted: clusters.sizes.reduce(0) { $0 + Self.pairs($1) },
      true: persons.sizes.reduce(0) { $0 + Self.pairs($1) })

    let n = Double(max(1, predicted.count))
    var precision = 0.0
    var recall = 0.0
    var personsIn = [Int](repeating: 0, count: clusters.sizes.count)
    for (overlap, count) in overlaps {
      let square = Double(count) * Double(count)
      precision += square / Double(clusters.sizes[overlap.cluster])
      recall += square / Double(persons.sizes[overlap.person])
      personsIn[overlap.cluster] += 1
    }
    bCubed =
      predicted.isEmpty
      ? PrecisionRecall(precision: 1, recall: 1)
      : PrecisionRecall(precision: precision / n, recall: recall / n)

    var isMerged = [Bool](repeating: false, count: persons.sizes.count)
    for (overlap, _) in overlaps where personsIn[overlap.cluster] > 1 {
      isMerged[overlap.person] = true
    }
    let merged = isMerged.count { $0 }
    wronglyMergedPerThousand = 1000 * Double(merged) / Double(max(1, persons.sizes.count))
    clusterCount = clusters.sizes.count
    personCount = persons.sizes.count
  }

  private struct Overlap: Hashable, Comparable {
    var cluster: Int
    var person: Int

    static func < (left: Overlap, right: Overlap) -> Bool {
      (left.cluster, left.person) < (right.cluster, right.person)
    }
  }

  /// Labels as numbers in order of first appearance, and how often each occurs.
  private static func numbered<Label: Hashable>(
    _ labels: [Label]
  ) -> (labels: [Int], sizes: [Int]) {
    var numbers: [Label: Int] = [:]
    var sizes: [Int] = []
    let numbered = labels.map { label in
      let number = numbers[label] ?? sizes.count
      if number == sizes.count {
        numbers[label] = number
        sizes.append(0)
      }
      sizes[number] += 1
      return number
    }
    return (numbered, sizes)
  }

  private static func pairs(_ n: Int) -> Int { n * (n - 1) / 2 }
}

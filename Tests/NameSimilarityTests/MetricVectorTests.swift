import NameSimilarity
import TestSupport
import Testing

/// The values that RapidFuzz and jellyfish publish with their tests.
@Suite struct MetricVectorTests {
  @Test(arguments: rows("metric-distances"))
  func distanceIsThePublishedOne(_ row: [String]) throws {
    let metric = try #require(Metrics.distance(named: row[0]))
    let (left, right) = (row[1], row[2])
    let cutoff = Int(row[3]) ?? .max
    let expected = try #require(Int(row[4]))
    #expect(metric.distance(left, right, cutoff: cutoff) == expected)
    if row[0].contains("7") { return }  // costs that depend on the side
    #expect(metric.distance(right, left, cutoff: cutoff) == expected)
  }

  @Test(arguments: rows("metric-similarities"))
  func similarityIsThePublishedOne(_ row: [String]) throws {
    let metric = try #require(Metrics.similarity(named: row[0]))
    let (left, right) = (row[1], row[2])
    let cutoff = Double(row[3]) ?? 0
    let expected = try #require(Double(row[4]))
    let tolerance = try #require(Double(row[5]))
    #expect(abs(metric.similarity(left, right, cutoff: cutoff) - expected) <= tolerance)
    #expect(abs(metric.similarity(right, left, cutoff: cutoff) - expected) <= tolerance)
  }

  @Test func theFilesOfVectorsAreThere() {
    #expect(Self.rows("metric-distances").count > 90)
    #expect(Self.rows("metric-similarities").count > 90)
  }

  @Test func subsequencesAreMeasured() {
    #expect(LCSSequence().length("001", "220") == 1)
    #expect(LCSSequence().length("South Korea", "North Korea") == 9)
    #expect(LCSSequence().length("Щукина", "Ященкина") == 4)
    let (left, right) = ([UInt8](1...100), [UInt8](30...90))
    #expect(LCSSequence().length(left.span, right.span) == 61)
  }

  private static func rows(_ name: String) -> [[String]] {
    (try? TestFiles.rows("Tests/NameSimilarityTests/Vectors/\(name).tsv")) ?? []
  }
}

import NameText
import TestSupport
import Testing

/// How often a word and its romanisation have one key, and how often two different names do.
@Suite struct AgreementTests {
  private struct Share {
    var words = 0
    var first = 0
    var any = 0
  }

  @Test func keysAgreeAsOftenAsTheyDid() {
    var shares: [String: Share] = [:]
    for row in vectors("agreement") {
      let left = readings(row[0])
      let right = readings(row[1])
      for language in [row[2], "all"] {
        shares[language, default: Share()].words += 1
        if left[0] == right[0] { shares[language]!.first += 1 }
        if left.contains(where: right.contains) { shares[language]!.any += 1 }
      }
    }
    let floors = vectors("agreement-floors")
    #expect(Set(floors.map { $0[0] }) == Set(shares.keys))
    for floor in floors {
      let share = shares[floor[0], default: Share()]
      #expect(share.first * 100 >= Int(floor[1])! * share.words, "\(floor[0]): \(share)")
      #expect(share.any * 100 >= Int(floor[2])! * share.words, "\(floor[0]): \(share)")
    }
    #expect(shares["all"]!.words > 800)
  }

  /// Names of Wikidata (CC0, corpora/public), one of each cluster and script: two of them at random.
  @Test(arguments: ["Cyrl", "Latn"])
  func differentNamesSeldomShareAKey(_ script: String) throws {
    var seen: Set<String> = []
    var names: Set<String> = []
    for row in try TestFiles.rows("corpora/public/aliases-rigour-nametokens.tsv")
    where row[2] == script && row[1].count > 3 && seen.insert(row[0]).inserted {
      names.insert(row[1])
    }
    // Every fourth is enough: forty million pairs.
    let sample = names.sorted().enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
    var sharers: [[UInt8]: [Int]] = [:]
    for (number, name) in sample.enumerated() {
      for reading in Phonemes.readings(of: name) { sharers[reading, default: []].append(number) }
    }
    var pairs: Set<[Int]> = []
    for group in sharers.values {
      for (place, a) in group.enumerated() {
        for b in group[(place + 1)...] { pairs.insert([a, b]) }
      }
    }
    let all = sample.count * (sample.count - 1) / 2
    #expect(sample.count > 8000)
    #expect(pairs.count * 50_000 <= all, "\(pairs.count) of \(all) pairs, more than 2e-5")
  }

  private func readings(_ cell: String) -> [[UInt8]] {
    Phonemes.readings(of: Cleaning.words(of: cell).map(\.text).joined())
  }
}

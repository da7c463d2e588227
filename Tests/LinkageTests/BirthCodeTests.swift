import NameIndex
import TestSupport
import Testing

@testable import Linkage

@Suite struct BirthCodeTests {
  /// Dates of few years and days, so that all relations are met.
  private func date(_ random: inout SeededGenerator) -> BirthDate {
    BirthDate(
      year: Int.random(in: 1950...1999, using: &random),
      month: Int.random(in: 1...12, using: &random), day: Int.random(in: 2...28, using: &random))
  }

  @Test func codesSayWhatDatesSay() {
    var random = SeededGenerator(seed: 41)
    var met = Set<FieldLevel>()
    for _ in 0..<50_000 {
      let (x, y) = (date(&random), date(&random))
      let (a, b) = (BirthCode(x), BirthCode(y))
      let level = DateComparison.level(x, y)
      met.insert(level)
      #expect(a.level(with: b) == level, "\(x.description) \(y.description)")
      #expect(a.relation(to: b) == b.relation(to: a))
      // What no near date may be: a contradiction; and no other may be more than one.
      let isNear = x.year == y.year || (x.month, x.day) == (y.month, y.day)
      #expect((a.relation(to: b) == .near) == isNear)
      if !isNear { #expect(level == .birthSlipped || level == .birthDiffers) }
    }
    #expect(
      met.isSuperset(of: [.birthDigit, .birthNear, .birthSameYear, .birthSlipped, .birthDiffers]))
  }

  @Test func missingAndOpenDates() {
    let one = BirthCode(BirthDate(year: 1984, month: 5, day: 30))
    #expect(
      one.relation(to: .missing) == .missing && BirthCode.missing.relation(to: one) == .missing)
    #expect(one.relation(to: .open) == .near && BirthCode.open.relation(to: .open) == .near)
    #expect(BirthCode.open.relation(to: .missing) == .missing)
    #expect(one.isDate && !BirthCode.open.isDate && !BirthCode.missing.isDate)
  }

  /// Long lists are looked up by year and day, short ones gone through: both must meet the same names.
  @Test(arguments: [20, 3_000]) func postingsMeetAllThatAreNearEnough(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let births = (0..<count).map { _ -> [BirthCode] in
      switch Int.random(in: 0..<12, using: &random) {
      case 0: [.missing]
      case 1: [.open]
      case 2: [BirthCode(date(&random)), BirthCode(date(&random))]
      default: [BirthCode(date(&random))]
      }
    }
    let hasInitial = (0..<count).map { _ in random.oneIn(4) }
    let names = Postings(keyCount: 1) { yield in
      for name in 0..<UInt32(count) { yield(0, name) }
    }
    let postings = DatedPostings(
      names, tokenCount: 1, births: FlatRows(births), hasInitial: hasInitial)
    for _ in 0..<200 {
      let asked = births[Int.random(in: 0..<count, using: &random)]
      let first = random.oneIn(2) ? 0 : UInt32.random(in: 0..<UInt32(count), using: &random)
      let reach = NamePrefix.Reach(
        plain: Int.random(in: 0...BirthRelation.count, using: &random),
        withInitial: Int.random(in: 0...BirthRelation.count, using: &random))
      let expected = (first..<UInt32(count)).filter { name in
        let relations = reach.relations(ofNamesWithInitial: hasInitial[Int(name)])
        return births[Int(name)].contains { birth in
          asked.contains { $0.relation(to: birth).rawValue < relations }
        }
      }
      var met = Set<UInt32>()
      var cursors = postings.cursors()
      postings.forEachName(
        of: 0, from: first, births: asked[...], reach: reach, &cursors
      ) { met.insert($0.name) }
      #expect(met.sorted() == expected)
    }
  }
}

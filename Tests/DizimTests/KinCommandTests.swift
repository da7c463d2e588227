import Foundation
import TestSupport
import Testing

/// `merge --kin` over the four lists of the demonstration.
@Suite struct KinCommandTests {
  private let folder = ScratchFolder()
  private static let lists = ["memorial-en.csv", "svodka-ru.csv", "dizim-kaa.tsv", "royxat-uz.csv"]
    .map { TestFiles.path("corpora/demo/\($0)") }

  private func merge(_ lists: [String], _ name: String, _ more: [String] = []) throws
    -> Program.Outcome
  {
    try Program.run(
      ["merge"] + lists + [
        "-o", folder.path(name + "roll.csv"), "--rows", folder.path(name + "rows.csv"), "--kin",
        folder.path(name + "kin.csv"),
      ] + more)
  }

  @Test func kinAreFamilies() throws {
    let outcome = try merge(Self.lists, "")
    #expect(outcome.status == 0 && outcome.talk.contains("pairs of kin in"), "\(outcome.talk)")
    let kin = csv(try folder.text("kin.csv"))
    #expect(
      kin.first == [
        "household", "left_person_id", "left_name", "left_birth", "right_person_id", "right_name",
        "right_birth", "relation", "weight", "evidence",
      ])
    let pairs = table(try folder.text("kin.csv"))
    let roll = table(try folder.text("roll.csv"))
    let names = Dictionary(uniqueKeysWithValues: roll.map { ($0["person_id"]!, $0["name"]!) })
    for pair in pairs {
      #expect(names[pair["left_person_id"]!] == pair["left_name"])
      #expect(names[pair["right_person_id"]!] == pair["right_name"])
    }

    // The family that the truth gives most of a person's rows.
    let family = Dictionary(
      uniqueKeysWithValues: try TestFiles.records("corpora/demo/people.tsv").map {
        ($0["person"]!, $0["family"]!)
      })
    let truth = Dictionary(
      uniqueKeysWithValues: try TestFiles.records("corpora/demo/truth.tsv").map {
        ($0["source"]! + ":" + $0["line"]!, family[$0["person"]!]!)
      })
    var families: [String: [String]] = [:]
    for row in table(try folder.text("rows.csv")) {
      families[row["person_id"]!, default: []].append(truth[row["source"]! + ":" + row["line"]!]!)
    }
    func isOneFamily(_ pair: [String: String]) -> Bool {
      let (a, b) = (families[pair["left_person_id"]!]![0], families[pair["right_person_id"]!]![0])
      return a != "-" && a == b
    }
    for relation in ["parent-child", "siblings"] {
      let found = pairs.filter { $0["relation"] == relation }
      let right = found.count { isOneFamily($0) }
      #expect(
        right >= 15 && right * 10 >= found.count * 8, "\(relation): \(right) of \(found.count)")
    }
  }

  @Test func ordersAndThreadsChangeNoByte() throws {
    _ = try merge(Self.lists, "a-", ["--threads", "1"])
    _ = try merge(Self.lists.reversed(), "b-", ["--threads", "8"])
    // Which spelling stands first in a cell may follow the order; persons and pairs may not.
    #expect(try folder.text("a-kin.csv") == folder.text("b-kin.csv"))
  }

  @Test func kinChangeNothingElse() throws {
    _ = try merge(Self.lists, "a-")
    _ = try Program.run(["merge"] + Self.lists + ["-o", folder.path("plain.csv")])
    #expect(try folder.text("a-roll.csv") == folder.text("plain.csv"))
  }
}

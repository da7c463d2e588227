import LinkageIO
import NameSimilarity
import TestSupport
import Testing

@testable import Linkage

@Suite struct ModelFileTests {
  private let folder = ScratchFolder()

  private func read(_ text: String) throws -> LevelModel {
    let path = folder.path("model.tsv")
    try TestFiles.write(text, to: path)
    return try ModelFile.read(path)
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let text = ModelFile.text(.standard)
    let model = try read(text)
    #expect(ModelFile.text(model) == text)
    #expect(model.shares.logarithms == LevelModel.standard.shares.logarithms)
    #expect(model.comparisonsAtStart == FieldComparison.allCases.map(\.name))
  }

  /// What lists have shown judges them as they judged themselves.
  @Test func aSavedModelGivesTheSameRoll() throws {
    let lists = try ["memorial-en.csv", "svodka-ru.csv"].map {
      try RecordList(readingFrom: TestFiles.path("corpora/demo/\($0)"))
    }
    let roll = try Linker(lists).merge()
    var options = LinkOptions()
    options.levels = try read(ModelFile.text(roll.levels))
    let again = try Linker(lists, options: options).merge()
    #expect(again.persons.map(\.id) == roll.persons.map(\.id))
    #expect(again.persons.map(\.probabilities) == roll.persons.map(\.probabilities))
    #expect(again.questions.map(\.weight) == roll.questions.map(\.weight))
    #expect(ModelFile.text(again.levels) == ModelFile.text(roll.levels))
    #expect(!roll.levels.comparisonsAtStart.contains("birth-year"))
    #expect(roll.levels.comparisonsAtStart.contains("identifier"))
  }

  @Test func eachFaultIsNamedWithItsLine() throws {
    let lines = ModelFile.text(.standard).split(separator: "\n").map(String.init)
    func changed(_ line: Int, _ change: (String) -> String) -> String {
      var lines = lines
      lines[line - 1] = change(lines[line - 1])
      return lines.joined(separator: "\n") + "\n"
    }
    let faults: [(text: String, line: Int, says: String)] = [
      ("", 1, "no model"), ("name,born\n", 1, "no model"),
      (changed(1) { _ in "# dizim model 2" }, 1, "version 1"),
      (changed(4) { _ in "a\tb\tc\td\te" }, 4, "header"),
      (changed(5) { $0 + "\tmore" }, 5, "columns"),
      (changed(5) { $0.replacing("same-day", with: "some-day") }, 5, "no such"),
      (changed(6) { _ in lines[4] }, 6, "twice"),
      (changed(7) { _ in "birth\tday-and-month-exchanged\t0\t0.1\t0" }, 7, "more than 0"),
      (changed(7) { _ in "birth\tday-and-month-exchanged\t-1\t0.1\t0" }, 7, "m is a share"),
      (changed(7) { _ in "birth\tday-and-month-exchanged\t0.1\tnan\t0" }, 7, "u is a share"),
      (changed(7) { _ in "birth\tday-and-month-exchanged\t0.01\t0.1\tmany" }, 7, "whole number"),
      (changed(5) { _ in "birth\tsame-day\t0.5\t0.1\t0" }, lines.count, "add up to 0.6"),
      (lines.dropLast().joined(separator: "\n"), lines.count - 1, "is missing"),
    ]
    for fault in faults {
      do {
        _ = try read(fault.text)
        Issue.record("read: \(fault.says)")
      } catch ListError.badModel(_, let line, let reason) {
        #expect(line == fault.line && reason.contains(fault.says), "\(line): \(reason)")
      }
    }
  }

  @Test(arguments: [
    (1.0, "1"), (0.5, "0.500000"), (0.000123456, "0.000123456"), (0.9999999, "1"),
  ])
  func sharesHaveSixDigits(share: Double, text: String) { #expect(share.sixDigits == text) }
}

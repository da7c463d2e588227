// The targets of `make fuzz`, all in one program: `DIZIM_FUZZ` names the one that a run is of.

import Glibc
import Linkage
import LinkageIO
import NameSimilarity
import NameText

/// Feeds one input to the target; called by libFuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  target(bytes)
  return 0
}

private let target: ([UInt8]) -> Void = {
  switch getenv("DIZIM_FUZZ").map({ String(cString: $0) }) {
  case "csv": { read($0, as: "list.csv") }
  case "tsv": { read($0, as: "list.tsv") }
  case "sniffer": { read($0, as: "list.txt") }
  case "encoding": readEncoded
  case "json": { read($0, as: "list.json") }
  case "jsonl": { read($0, as: "list.jsonl") }
  case "xlsx": { read($0, as: "list.xlsx") }
  case "sheet": readSheet
  case "names": readName
  case "cells": readCell
  case "keys": makeKeys
  case "scorers": compareNames
  case "metrics": measure
  default: fatalError("DIZIM_FUZZ names no target")
  }
}()

// MARK: Lists

private var options: ReadOptions {
  var options = ReadOptions()
  options.needsName = false
  // A fuzzer's inputs are small; what is small may not become large.
  options.limits.inflated = 1 << 22
  return options
}

/// Reads a list; every row that is there can be asked for.
private func read(_ bytes: [UInt8], as path: String, _ options: ReadOptions = options) {
  guard let list = try? RecordList(parsing: bytes, path: path, options: options) else { return }
  for row in 0..<list.count {
    for column in 0..<max(list.columns.count, list.cellCount(ofRow: row)) {
      _ = list.text(row: row, column: column)
    }
    precondition(list.line(ofRow: row) > 0, "A row without a line")
  }
}

/// The first byte chooses an encoding, or none.
private func readEncoded(_ bytes: [UInt8]) {
  guard let first = bytes.first else { return }
  var options = options
  let all = TextEncoding.allCases
  if Int(first) < all.count {
    options.encoding = all[all.index(all.startIndex, offsetBy: Int(first))]
  }
  read(Array(bytes.dropFirst()), as: "list.csv", options)
}

/// The bytes as the sheet of a workbook that is otherwise sound.
private func readSheet(_ bytes: [UInt8]) {
  let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  let parts: [(String, [UInt8])] = [
    (
      "xl/workbook.xml",
      Array(
        "<workbook><sheets><sheet name=\"a\" r:id=\"r1\" xmlns:r=\"x\"/></sheets></workbook>".utf8)
    ),
    (
      "xl/_rels/workbook.xml.rels",
      Array(
        "<R><Relationship Id=\"r1\" Type=\"\(relations)/worksheet\" Target=\"s.xml\"/><Relationship Id=\"t\" Type=\"\(relations)/sharedStrings\" Target=\"t.xml\"/></R>"
          .utf8)
    ),
    ("xl/t.xml", Array("<sst><si><t>a</t></si><si><t>_x0041_b</t></si></sst>".utf8)),
    ("xl/s.xml", bytes),
  ]
  read(StoredArchive(parts).bytes, as: "list.xlsx")
}

// MARK: Names

private func text(_ bytes: some Sequence<UInt8>) -> String {
  String(decoding: Array(bytes.prefix(4_096)), as: UTF8.self)
}

private func readName(_ bytes: [UInt8]) {
  let reading = NameReading(of: text(bytes))
  _ = (reading.spelling, reading.key, reading.readings, reading.coarseKey, reading.scripts)
}

private func readCell(_ bytes: [UInt8]) {
  let reading = CellReading(text(bytes))
  precondition(reading.parts.allSatisfy { !$0.text.isEmpty }, "A part without a text")
  for kind in CellReading.Kind.allCases { _ = reading.texts(of: kind) }
  _ = (reading.names, reading.spelling)
}

private func makeKeys(_ bytes: [UInt8]) {
  for word in Cleaning.words(of: text(bytes)) {
    let symbols = Phonemes.symbols(of: word.text)
    precondition(symbols.allSatisfy { $0 < 64 }, "A symbol beyond the alphabet")
    _ = Phonemes.coarse(symbols)
    precondition(Phonemes.readings(of: word.text).count <= 4, "Too many readings")
  }
}

/// A line and the rest.
private func two(_ bytes: [UInt8]) -> (String, String) {
  let parts = bytes.split(separator: 10, maxSplits: 1, omittingEmptySubsequences: false)
  return (text(parts.first ?? []), text(parts.count > 1 ? parts[1] : []))
}

/// Each line with the next, and the other way round: what comparisons have in common takes longer than a hundred of
/// them.
private func compareNames(_ bytes: [UInt8]) {
  let names = bytes.split(separator: 10).prefix(64).map { text($0.prefix(200)) }
  guard names.count > 1 else { return }
  let left = RecordList(names: Array(names.dropLast()))
  let right = RecordList(names: Array(names.dropFirst()))
  let there = PairComparer(left, right, options: LinkOptions())
  let back = PairComparer(right, left, options: LinkOptions())
  for row in 0..<left.count {
    precondition(
      there[row].weight == back[row].weight, "A comparison that depends on the order")
    precondition((0...1).contains(there[row].probability), "A probability that is none")
  }
}

private func measure(_ bytes: [UInt8]) {
  let (left, right) = two(bytes)
  precondition(
    Levenshtein().distance(left, right) == Levenshtein().distance(right, left), "No distance")
  precondition((0...1).contains(JaroWinkler().similarity(left, right)), "No similarity")
}

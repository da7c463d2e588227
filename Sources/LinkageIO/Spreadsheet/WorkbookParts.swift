#if XLSX
  /// Which part of the archive leads to which (`_rels/*.rels`).
  final class Relationships: XMLHandler {
    struct Target: Hashable {
      var path: String
      var isExternal: Bool
      /// The last word of the relation's type: `worksheet`, `sharedStrings`.
      var kind: String
    }

    private(set) var targets: [String: Target] = [:]
    /// The folder of the part whose relations these are.
    private let folder: String

    init(folder: String) { self.folder = folder }

    /// The path of the first part of a kind.
    func path(ofKind kind: String) -> String? {
      targets.filter { $0.value.kind == kind && !$0.value.isExternal }.map(\.value.path).min()
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
      guard name.is("Relationship"), let id = attributes.text("Id"),
        let target = attributes.text("Target")
      else { return }
      targets[id] = Target(
        path: resolved(target), isExternal: attributes.text("TargetMode") == "External",
        kind: attributes.text("Type")?.split(separator: "/").last.map(String.init) ?? "")
    }

    /// The entry's name; no `..` leads out of the archive, since entries are looked up by name only.
    private func resolved(_ target: String) -> String {
      var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
      for part in target.split(separator: "/") where part != "." {
        if part == ".." { _ = parts.popLast() } else { parts.append(part) }
      }
      return parts.joined(separator: "/")
    }
  }

  /// The sheets of a workbook in their order (`xl/workbook.xml`).
  final class SheetDirectory: XMLHandler {
    struct Sheet: Hashable {
      var name: String
      var isHidden: Bool
      var relationship: String
    }

    private(set) var sheets: [Sheet] = []
    private(set) var dates = SerialDate()

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
      if name.is("sheet") {
        sheets.append(
          Sheet(
            name: attributes.text("name") ?? "",
            isHidden: ["hidden", "veryHidden"].contains(attributes.text("state") ?? ""),
            relationship: attributes.text("id") ?? ""))
      } else if name.is("workbookPr") {
        dates.isFrom1904 = ["1", "true", "on"].contains(attributes.text("date1904") ?? "")
      }
    }
  }
#endif

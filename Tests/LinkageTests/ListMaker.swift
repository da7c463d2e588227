import Linkage
import TestSupport

/// Makes small lists of people out of names of the corpora: spelled anew, cut, joined and misspelt, so that every
/// part of the model has something to do.
struct ListMaker {
  var random: SeededGenerator
  /// Draws other names, so that all else is the same with them and without.
  private var randomOthers: SeededGenerator

  /// The names to draw from.
  private let groups: [[String]]

  init(seed: Int, groups: [[String]] = Self.groups) {
    random = SeededGenerator(seed: UInt64(seed) &* 7_919 &+ 13)
    randomOthers = SeededGenerator(seed: UInt64(seed) &* 104_729 &+ 31)
    self.groups = groups
  }

  /// Names that meet by their forms: compounds, oblique cases, diminutives, surnames changed by law.
  static let formGroups = [
    ["Abd al-Rahman Zhiemuratov", "Абдрахман Жиемуратов", "Abdul Rahman", "Abdur Rahim", "Абдул"],
    ["Нуриддин Раҳмонзода", "Nur ad-Din Rahmonov", "Нуриддин Раҳмон", "Абубакр", "Abu Bakr"],
    ["Настенька Жизневская", "Анастасии Жизневской", "Настя", "Насця Жызнеўская", "Алижон", "Али"],
    ["Касымова Азиза", "Касымов Азиз", "Касымову Азизу", "Qosimovning Aziz", "Касымовой Азизе"],
    ["Dmitriya Zhiemuratova", "Дима Жиемуратов", "Дмитрию Жиемуратову", "Жиемуратовтың Дмитрий"],
    ["Сафарализода Саша", "Сафаралиев Александр", "Сафарали Александра", "Сафаралиева Олександра"],
    ["Иванова (урожд. Петрова) Анна", "Петрова Анна", "Иванова-Петрова Ганна", "Івановій Ганні"],
    ["Kalnauskienė Daiva", "Калнаускас", "Kalnauskas Daiva", "Гурбангулы", "Гурбангуль"],
  ]

  /// Names with marks of who is the elder of two.
  static let markedGroups = [
    [
      "Щукин Арсений ст.", "Щукин Арсений мл.", "Щукин Арсений Платонович, мл.",
      "Shchukin Arseniy Jr.",
    ],
    ["Реимов Азамат (отец)", "Реимов Азамат (сын)", "Реимов А. мл.", "Реимов Азамат"],
    [
      "Theodore Blackwood III", "Theodore Blackwood Jr.", "Blackwood, Theodore", "T. Blackwood Sr.",
    ],
    [
      "Иванов 1-й", "Иванов 2-й", "Иванов Иван Иванович I", "Иванов Иван Иванович II",
      "Иванов И.И.",
    ],
  ]

  /// Full names in both scripts and in many spellings, one name in groups that belong together.
  static let groups: [[String]] = {
    let pairs = (try? TestFiles.records("corpora/spellings/pairs.tsv")) ?? []
    let spellings = pairs.map { [$0["left"]!, $0["right"]!] }
    let people = (try? TestFiles.records("corpora/demo/people.tsv")) ?? []
    let families = Dictionary(grouping: people) {
      $0["family"]! == "-" ? $0["person"]! : $0["family"]!
    }
    .sorted { $0.key < $1.key }.map { $0.value.map { $0["name"]! } }
    let febrl = (try? TestFiles.records("corpora/public/records-febrl-dataset2.tsv")) ?? []
    let english = Dictionary(grouping: febrl.prefix(300)) { $0["surname"]! }.sorted {
      $0.key < $1.key
    }
    .map { $0.value.map { "\($0["given_name"]!) \($0["surname"]!)" } }
    let short = [
      ["Дмитрий Иванов", "Дима Иванов", "Dmytro Ivanov", "Dima"],
      ["Микола Бондаренко", "Николай Бондаренко"],
      ["Абдул Рахман Хан", "Abdulrahman Khan", "Абдурахман"],
      ["Daulet Murat", "Dauletmurat", "Даулетмурат"],
      ["Иванов И. И.", "Иванов Иван Иванович", "И. Иванов", "Ivanov I."],
      ["Тимур", "Тимуров", "Тимурович"],
      ["Л.", "Л. К.", "李明", "عائشة"], ["Сапарова «Гуля» Айгуль", "Айгуль Сапарова (Гуля)"],
      ["Оғыз оғлы Али", "Али", "Али Али Али", "Алиев Али Алиевич"],
    ]
    return spellings + families + english + short + short + short
  }()

  static let columns = [
    RecordList.Column(name: "name", kind: .name), RecordList.Column(name: "born", kind: .birth),
    RecordList.Column(name: "place", kind: .place),
    RecordList.Column(name: "gender", kind: .gender),
    RecordList.Column(name: "passport", kind: .identifier),
    RecordList.Column(name: "other names", kind: .alias),
    RecordList.Column(name: "row", kind: .ignore),
  ]

  private static let births = [
    "1984", "1985", "1984-03-12", "12.03.1984", "1984-12-03", "13.03.1984", "01.01.1984",
    "1984; 1991",
    "7 мая 1960", "1960-05-07", "1960",
  ]
  private static let places = [
    "Нукус", "Nukus", "Nókis", "Шымбай", "Чимбай, улица Бердаха", "Chimbay", "Москва",
  ]
  private static let genders = ["м", "ж", "male", "женский", "?"]
  private static let passports = ["AA 123", "AA123", "AB 777", "77", "A-B 777"]

  /// The same with the parts of the name in columns of their own.
  static let columnsOfParts =
    [
      RecordList.Column(name: "surname", kind: .surname),
      RecordList.Column(name: "given", kind: .given),
      RecordList.Column(name: "patronymic", kind: .patronymic),
    ] + columns.dropFirst()

  /// A list of `count` people; rows of one name are frequent, whole rows too.
  mutating func list(
    _ name: String, count: Int, hasParts: Bool = false, hasOtherNames: Bool = true
  ) -> RecordList {
    var list = RecordList(name: name, columns: hasParts ? Self.columnsOfParts : Self.columns)
    let chosen = (0..<max(1, count / 4)).map { _ in groups.randomElement(using: &random)! }
    let sparse = Int.random(in: 1...4, using: &random)
    var cells: [String] = []
    for row in 0..<count {
      if cells.isEmpty || !random.oneIn(8) {
        cells = [
          spelled(chosen.randomElement(using: &random)!.randomElement(using: &random)!),
          cell(Self.births, sparse), cell(Self.places, sparse), cell(Self.genders, sparse + 1),
          cell(Self.passports, sparse + 3),
        ]
      } else if random.oneIn(3) {
        cells[Int.random(in: 1...4, using: &random)] = ""
      }
      let words = cells[0].split(separator: " ", maxSplits: 2).map(String.init)
      let nameCells = hasParts ? (0..<3).map { $0 < words.count ? words[$0] : "" } : [cells[0]]
      for cell in nameCells + cells.dropFirst() { list.append(cell: cell.utf8) }
      list.append(cell: (hasOtherNames ? otherNames(chosen) : "").utf8)
      list.append(cell: "\(name):\(row)".utf8)
      list.endRow(line: row + 2)
    }
    return list
  }

  /// Of few rows other names, which may be anybody's.
  private mutating func otherNames(_ chosen: [[String]]) -> String {
    swap(&random, &randomOthers)
    defer { swap(&random, &randomOthers) }
    guard random.oneIn(10) else { return "" }
    return (0..<Int.random(in: 1...3, using: &random)).map { _ in
      spelled(chosen.randomElement(using: &random)!.randomElement(using: &random)!)
    }.joined(separator: random.oneIn(2) ? " | " : "; ")
  }

  private mutating func cell(_ values: [String], _ sparse: Int) -> String {
    random.oneIn(sparse + 1) ? values.randomElement(using: &random)! : ""
  }

  /// The name as somebody else might have written it.
  private mutating func spelled(_ name: String) -> String {
    var words = name.split(separator: " ").map(String.init)
    if random.oneIn(4) { words.shuffle(using: &random) }
    if words.count > 1, random.oneIn(5) {
      words.remove(at: .random(in: words.indices, using: &random))
    }
    if random.oneIn(5) {
      let place = words.indices.randomElement(using: &random)!
      words[place] = "\(words[place].prefix(1))."
    }
    if words.count > 1, random.oneIn(8) {
      let joined = words.remove(at: 1)
      words[0] += random.oneIn(3) ? "-" + joined : joined.lowercased()
    }
    if random.oneIn(4) {
      let place = words.indices.randomElement(using: &random)!
      var letters = Array(words[place])
      let letter = letters.indices.randomElement(using: &random)!
      switch Int.random(in: 0..<4, using: &random) {
      case 0: letters.remove(at: letter)
      case 1: letters.insert(letters[letter], at: letter)
      case 2: letters.swapAt(letter, letters.count / 2)
      default: letters[letter] = "аоeiь".randomElement(using: &random)!
      }
      words[place] = String(letters)
    }
    if random.oneIn(10) { words = words.map { $0.uppercased() } }
    return words.joined(separator: " ")
  }
}

extension RecordList {
  /// A list of bare names.
  init(names: [String], called name: String = "names") {
    self.init(name: name, columns: [Column(name: "name", kind: .name)])
    for (row, text) in names.enumerated() {
      append(cell: text.utf8)
      endRow(line: row + 2)
    }
  }

  /// The same list with its rows in another order.
  func reordered(_ rows: [Int]) -> RecordList {
    var list = RecordList(name: name, columns: columns)
    for row in rows {
      for column in 0..<cellCount(ofRow: row) { list.append(cell: cell(row: row, column: column)) }
      list.endRow(line: line(ofRow: row))
    }
    return list
  }

  /// The cells of a row, in one line.
  func line(of row: Int) -> String {
    (0..<cellCount(ofRow: row)).map { text(row: row, column: $0) }.joined(separator: " | ")
  }
}

internal import NameSimilarity

/// The prices of the name model, in bits. Set by reasoning, which is written beside each; sizes were chosen on one half
/// of `corpora/families` and of the labelled pairs at hand, and checked on the other.
enum NameWeights {
  /// How common a name is, is counted over all its spellings, so that how a writer chose among them says next to
  /// nothing: regular differences cost so much of their price, in 1/256, that the nearest name still comes first.
  static let regularSpelling = Bits(3)
  static let regularShare: Int32 = 16
  /// What lies beyond is a slip or another name; in 1/256.
  static let slipShare: Int32 = 180
  /// Beyond one slip there are more other names than slips.
  static let oneSlip = Bits(12)
  static let otherNameShare: Int32 = 300
  /// What a difference of letters takes from the evidence.
  static func cost(ofSpelling cost: Bits) -> Bits {
    min(cost, regularSpelling).scaled(regularShare)
      + min(oneSlip - regularSpelling, max(.zero, cost - regularSpelling)).scaled(slipShare)
      + max(.zero, cost - oneSlip).scaled(otherNameShare)
  }

  /// The most that letters may differ where that takes no more than `most`; below zero where it always does.
  static func spelling(costing most: Bits) -> Bits {
    var (low, high) = (Bits(-1).raw, Bits(64).raw)
    while low < high {
      let middle = (low + high + 1) / 2
      if cost(ofSpelling: Bits(raw: middle)) <= most { low = middle } else { high = middle - 1 }
    }
    return Bits(raw: low)
  }

  /// Two parts that cost more are paired, for want of better partners, and contradict each other.
  static let anotherName = Bits(14)
  /// What parts may add that are alike but no neighbours, where not all neighbours are known, is taken to be no more than
  /// this when it is asked which pairs are worth scoring: they share no coarse key and none that differs by little.
  static let mostOfUnlike = Bits(2.5)
  /// A worse agreement than a contradiction there is not.
  static let floor = Bits(-12)

  // MARK: A part against another part's role

  static let patronymicAgainstName = Bits(-3)
  static let surnameAgainstGiven = Bits(-2)
  /// Two words here are one word there.
  static let joining = Bits(-2)

  // MARK: Initials

  /// One name in eight begins with a given sound, and half of that is sure.
  static let initialAgrees = Bits(2.5)
  /// An initial that the name has in another language (М. of Микола for Николай) or under another habit of writing (И. for
  /// Яков): a brother's is as likely.
  static let initialSeldomAgrees = Bits(0)
  static let initialContradicts = Bits(-9)

  // MARK: Parts that only one side has

  /// Half of all lists leave the patronymic out: it says nothing.
  static let patronymicMissing = Bits(0)
  static let surplus = Bits(-1.25)
  /// Who leaves out one part leaves out another sooner: each further one tells half.
  static let furtherSurplus = Bits(-0.625)

  // MARK: Contradictions. People keep their names: one row in some thousands bears another's by mistake.

  /// Who goes by another name, in a cloister, in exile or underground, keeps the surname sooner than the given name. The
  /// sizes of this, of another surname and of a woman's were chosen by what they do to all tasks of the development data.
  static let givenContradicts = Bits(-13)
  /// With one surname and one father they are brothers or sisters.
  static let givenOfSiblingsContradicts = Bits(-17)
  static let patronymicContradicts = Bits(-14)
  static let surnameContradicts = Bits(-15)
  /// Women change their surname at marriage.
  static let womansSurnameContradicts = Bits(-12)
  static let partContradicts = Bits(-13)
  /// Each further contradiction tells less, since it comes with the first.
  static let furtherContradiction = Bits(-4)
  static let genderContradicts = Bits(-8)
  /// Who writes ст. or Jr. knows of two people of one name and says which of them is meant: the other is on the list as
  /// like as not, so that the names say no more than the ceiling of a contradiction. One person's rows may have both marks
  /// by a slip, in one pair of some dozens, which would be six bits. But father and son share their village as well, and
  /// who takes the one for the other copies the one's date with it: what the fields say has to be held, too. The price is
  /// that of the other sign of father and son, an inversion. With it one full date and one place leave a question in a list
  /// of ten thousand; at 14 bits they made one person of the two.
  static let generationContradicts = Bits(-22)
  /// Of two people of one name whose rows have marks every second pair would have the same, by chance.
  static let generationAgrees = Bits(1)
  /// Ислам Тимуров and Тимур Исламов are father and son.
  static let inversion = Bits(-22)

  // MARK: The ceiling of what names can say

  /// One row in six has a relative on the list, so that a surname and a father's name say no more than that two people
  /// are of one family, however rare they are. In bits above the list's size.
  static let familyAboveSize = Bits(2.5)
  /// A given name that families give again (the grandfather's) makes one relative in a hundred and fifty a namesake.
  static let namesakeAboveFamily = Bits(8.75)
  /// With the father's name as well a namesake is rarer still.
  static let patronymicAboveNamesake = Bits(3)
  /// A flat contradiction cannot be bought off by what else agrees: before it is subtracted the rest says no more than
  /// that one other on the list may be meant. In bits above the list's size.
  static let contradictedAboveSize = Bits(2)
  /// The same where a pair is asked about: who asks has seen a likeness, and relatives and namesakes are as likely to
  /// have made it as one person. With it the probabilities of labelled relatives and namesakes come out true.
  static let contradictedWhenAsked = Bits(-4)
  /// But a contradiction that takes less than half of what another name does is more often a name heard badly than a
  /// relative's, and raises the ceiling by what is left of that half. Of the labelled pairs at hand that one such held
  /// between 4 and 8 bits all 20 are one person's.
  static let nearContradiction = Bits(-6)
  /// Of those that somebody asks about some go by another name altogether, however much their names contradict each
  /// other: what lies below this counts for a quarter, as above a ceiling. Of the labelled pairs of names that contradict
  /// each other one in twelve is one person's, at even odds, where the script is one, one in a hundred where it is not.
  static let floorWhenAsked = Bits(-4)
  /// Where only a man's and a woman's forms of one name contradict: clerks mistake the gender.
  static let genderContradictedAboveSize = Bits(5)
  /// What lies above a ceiling counts for a quarter (it still orders), in 1/256.
  static let aboveCeiling: Int32 = 64
  /// The worst part's cost above this lowers the ceiling by half as much.
  static let worstPartFree = Bits(6)
}

extension NameWeights {
  /// The level of a contradiction whose share of true pairs is learned; `nil` for initials and inversions.
  static func level(_ finding: NameEvidence.Findings) -> FieldLevel? {
    switch finding {
    case .givenContradicts: .givenContradicts
    case .patronymicContradicts: .patronymicContradicts
    case .surnameContradicts: .surnameContradicts
    case .partContradicts: .partContradicts
    default: nil
    }
  }

  /// The shipped price of such a level.
  static func price(_ level: FieldLevel) -> Bits {
    switch level {
    case .givenContradicts: givenContradicts
    case .patronymicContradicts: patronymicContradicts
    case .surnameContradicts: surnameContradicts
    case .partContradicts: partContradicts
    default: .zero
    }
  }
}

/// What names can say at the most in a list of a given size.
struct NameCeilings: Sendable {
  /// Of surname and patronymic together.
  let family: Bits
  /// Of the whole name.
  let name: Bits
  /// Of a name with a contradiction in it.
  private let contradicted: Bits
  /// What a contradiction takes where it begins to raise the ceiling.
  private let nearContradiction: Bits
  /// Of a name that is a man's here and a woman's there.
  let genderContradicted: Bits

  /// - Parameter isAsked: whether somebody picked the pairs, and not a comparison of all with all.
  init(rows: Int, isAsked: Bool = false) {
    let size = Bits.log2(UInt64(max(rows, 2)))
    family = size + NameWeights.familyAboveSize
    name = family + NameWeights.namesakeAboveFamily
    contradicted =
      size + (isAsked ? NameWeights.contradictedWhenAsked : NameWeights.contradictedAboveSize)
    nearContradiction = isAsked ? NameWeights.nearContradiction : .zero
    genderContradicted = size + NameWeights.genderContradictedAboveSize
  }

  /// Of a name with contradictions in it that take so much.
  func contradicted(taking price: Bits = NameWeights.floor) -> Bits {
    contradicted + max(.zero, price - nearContradiction)
  }

  /// `bits` as far as they lie below the ceiling, and a quarter of the rest.
  static func hold(_ bits: Bits, below ceiling: Bits) -> Bits {
    bits <= ceiling ? bits : ceiling + (bits - ceiling).scaled(NameWeights.aboveCeiling)
  }

  /// `bits` as far as they lie above the floor, and a quarter of the rest.
  static func hold(_ bits: Bits, above floor: Bits) -> Bits {
    bits >= floor ? bits : floor + (bits - floor).scaled(NameWeights.aboveCeiling)
  }
}

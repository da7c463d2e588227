internal import NameSimilarity
internal import NameText

/// Which parts of a name are asked for, so that every name that agrees well enough is met: the weighted prefix filter of
/// Bayardo, Ma and Srikant (2007), rarest parts first.
///
/// A pair with near dates of birth needs less of the names than another, so that more parts are asked for, but only among
/// names with near dates; and parts that agree as initials only are worth a part more among names with initials. Common
/// parts are asked for so alone.
struct NamePrefix {
  /// Asked for among all names, among those with initials only, and among those with near dates only; neighbours written
  /// as one behind them.
  private(set) var asked: [IndexedName.Part] = []
  private(set) var askedInitials: [IndexedName.Part] = []
  private(set) var askedNear: [IndexedName.Part] = []
  /// Not asked for, and neighbours written as one of which neither is.
  private(set) var left: [IndexedName.Part] = []
  private(set) var joinedLeft: [IndexedName.Part] = []
  /// Not asked for among names without near dates.
  private(set) var leftFar: [IndexedName.Part] = []
  private(set) var joinedLeftFar: [IndexedName.Part] = []
  /// The most that parts which are left can add, for near dates and for others.
  private(set) var ofLeft = Bits.zero
  private(set) var ofLeftFar = Bits.zero
  /// Whether what has not met may reach the target, so that a neighbour that adds nothing counts for a meeting.
  private(set) var isOpen = false
  private(set) var isOpenFar = false

  /// The parts without which the rest cannot reach `target`, and `farTarget` where dates are not near.
  ///
  /// What a part left out can add is at most its information; a part asked for may still agree as an initial only.
  /// - Parameter target: where dates are near; `nil` where common parts are asked for among all names.
  init(_ name: IndexedName, target: Bits?, farTarget: Bits) {
    let order = name.parts.sorted { a, b in
      a.information != b.information ? a.information > b.information : a.token < b.token
    }
    func most(_ part: IndexedName.Part) -> Bits {
      max(part.information, NameWeights.initialAgrees)
    }
    let whole = order.reduce(Bits.zero) { $0 + most($1) }
    // What has not met: where no part agrees as an initial, for names with initials, and for near dates.
    var (restFar, restInitials, rest) = (whole, whole, whole)
    for part in order {
      let isAsked = restFar >= farTarget
      let isAskedInitials = !isAsked && restInitials >= farTarget
      let isAskedNear = !isAsked && target.map { rest >= $0 } ?? false
      if isAsked { asked.append(part) }
      if isAskedInitials { askedInitials.append(part) }
      if isAskedNear { askedNear.append(part) }
      if !isAsked {
        leftFar.append(part)
        ofLeftFar += most(part)
        if !isAskedNear {
          left.append(part)
          ofLeft += most(part)
        }
      }
      // An initial is met with by nothing, and may agree all the same.
      let asInitial = NameWeights.initialAgrees - most(part)
      if isAsked { restFar -= part.role == .initial ? .zero : most(part) }
      if isAsked || isAskedInitials { restInitials += asInitial }
      if isAsked || isAskedNear { rest += asInitial }
    }
    isOpen = target.map { rest >= $0 } ?? false
    isOpenFar = restInitials >= farTarget
    let places = asked.map(\.first)
    let placesInitials = askedInitials.map(\.first)
    let placesNear = askedNear.map(\.first)
    for joined in name.joined {
      if places.contains(joined.first) || places.contains(joined.last) {
        asked.append(joined)
        continue
      }
      joinedLeftFar.append(joined)
      if placesInitials.contains(joined.first) || placesInitials.contains(joined.last) {
        askedInitials.append(joined)
      }
      if placesNear.contains(joined.first) || placesNear.contains(joined.last) {
        askedNear.append(joined)
      } else {
        joinedLeft.append(joined)
      }
    }
  }
}

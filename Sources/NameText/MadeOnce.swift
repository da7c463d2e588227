internal import Synchronization

/// A value that is made by whoever asks first, and kept for good.
@safe final class MadeOnce<Value: AnyObject & Sendable>: Sendable {
  private let make: @Sendable () -> Value
  /// The address of the value, which is kept for good; 0 until it is made.
  ///
  /// `AtomicLazyReference` is not inlined, and took a fifth of the time that readings took.
  private let made = Atomic<UInt>(0)

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  var value: Value {
    let known = made.load(ordering: .acquiring)
    if known != 0 { return Self.value(at: known) }
    let own = unsafe Unmanaged.passRetained(make())
    // Of two threads that make it at once one is heard; both made the same.
    let (isFirst, first) = made.compareExchange(
      expected: 0, desired: UInt(bitPattern: unsafe own.toOpaque()),
      ordering: .acquiringAndReleasing)
    if isFirst { return unsafe own.takeUnretainedValue() }
    unsafe own.release()
    return Self.value(at: first)
  }

  private static func value(at address: UInt) -> Value {
    // Safety: the address of a value that was retained and is never released. It is not 0.
    unsafe Unmanaged.fromOpaque(UnsafeRawPointer(bitPattern: address)!).takeUnretainedValue()
  }
}

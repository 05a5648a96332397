internal import CMatrix

/// L-BFGS (Nocedal and Wright, "Numerical Optimization", algorithm 7.5): the minimum of a smooth
/// convex function of many numbers.
enum QuasiNewton {
  /// How many steps it remembers of the function's curvature.
  private static let memory = 10
  private static let mostSteps = 500

  typealias Function = (_ point: [Double]) -> (value: Double, gradient: [Double])

  /// A point on the way, and what the function has there.
  private struct Iterate {
    let point: [Double]
    let value: Double
    let gradient: [Double]

    init(_ point: [Double], of function: Function) {
      let found = function(point)
      self.point = point
      value = found.value
      gradient = found.gradient
    }
  }

  private struct Step {
    let change: [Double]
    let gradientChange: [Double]
    let product: Double
  }

  /// - Parameter tolerance: the gradient's length at which it is done.
  static func minimum(
    from start: [Double], tolerance: Double, of function: Function
  ) -> [Double] {
    var current = Iterate(start, of: function)
    var steps: [Step] = []
    for _ in 0..<mostSteps where length(current.gradient) > tolerance {
      let direction = direction(current.gradient, steps)
      let next = search(function, from: current, along: direction, isFirst: steps.isEmpty)
      guard let next else { break }
      let change = subtract(next.point, current.point)
      let gradientChange = subtract(next.gradient, current.gradient)
      let product = mx_dot_double(change, gradientChange, change.count)
      current = next
      // Positive for a convex function; rounding can spoil it near the minimum.
      guard product > 0 else { break }
      steps.append(Step(change: change, gradientChange: gradientChange, product: product))
      if steps.count > memory { steps.removeFirst() }
    }
    return current.point
  }

  /// Minus the gradient, times what the steps tell of the inverse second derivative.
  private static func direction(_ gradient: [Double], _ steps: [Step]) -> [Double] {
    var result = gradient
    let count = gradient.count
    var factors: [Double] = []
    for step in steps.reversed() {
      let factor = mx_dot_double(step.change, result, count) / step.product
      factors.append(factor)
      mx_add_scaled_double(&result, step.gradientChange, -factor, count)
    }
    if let last = steps.last {
      let scale = last.product / mx_dot_double(last.gradientChange, last.gradientChange, count)
      let copy = result
      mx_add_scaled_double(&result, copy, scale - 1, count)
    }
    for (step, factor) in zip(steps, factors.reversed()) {
      let other = mx_dot_double(step.gradientChange, result, count) / step.product
      mx_add_scaled_double(&result, step.change, factor - other, count)
    }
    let copy = result
    mx_add_scaled_double(&result, copy, -2, count)
    return result
  }

  /// Goes along a direction until the value falls enough (Armijo); nil where it does not.
  private static func search(
    _ function: Function, from start: Iterate, along direction: [Double], isFirst: Bool
  ) -> Iterate? {
    let slope = mx_dot_double(start.gradient, direction, direction.count)
    guard slope < 0 else { return nil }
    // Nothing is known of the curvature before the first step: go one unit at most.
    var pace = isFirst ? min(1, 1 / length(start.gradient)) : 1
    for _ in 0..<40 {
      var point = start.point
      mx_add_scaled_double(&point, direction, pace, point.count)
      let next = Iterate(point, of: function)
      if next.value <= start.value + 1e-4 * pace * slope { return next }
      pace /= 2
    }
    return nil
  }

  private static func length(_ numbers: [Double]) -> Double {
    mx_dot_double(numbers, numbers, numbers.count).squareRoot()
  }

  private static func subtract(_ left: [Double], _ right: [Double]) -> [Double] {
    var result = left
    mx_add_scaled_double(&result, right, -1, result.count)
    return result
  }
}

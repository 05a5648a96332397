internal import CMatrix

/// L-BFGS (Nocedal and Wright, "Numerical Optimization", algorithm 7.5): the minimum of a smooth
/// convex function of many numbers.
enum QuasiNewton {
  /// How many steps it remembers of the function's curvature.
  private static let memory = 10
  private static let mostSteps = 500

  typealias Function = (_ point: [Double]) -> (value: Double, gradient: [Double])

  private struct Step {
    let change: [Double]
    let gradientChange: [Double]
    let product: Double
  }

  /// - Parameter tolerance: the gradient's length at which it is done.
  static func minimum(
    from start: [Double], tolerance: Double, of function: Function
  ) -> [Double] {
    var point = start
    var (value, gradient) = function(point)
    var steps: [Step] = []
    for _ in 0..<mostSteps where length(gradient) > tolerance {
      let direction = direction(gradient, steps)
      guard let next = search(function, point, value, gradient, direction, isFirst: steps.isEmpty)
      else { break }
      let change = subtract(next.point, point)
      let gradientChange = subtract(next.gradient, gradient)
      let product = mx_dot_double(change, gradientChange, change.count)
      (point, value, gradient) = next
      // Positive for a convex function; rounding can spoil it near the minimum.
      guard product > 0 else { break }
      steps.append(Step(change: change, gradientChange: gradientChange, product: product))
      if steps.count > memory { steps.removeFirst() }
    }
    return point
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
    _ function: Function, _ point: [Double], _ value: Double, _ gradient: [Double],
    _ direction: [Double], isFirst: Bool
  ) -> (point: [Double], value: Double, gradient: [Double])? {
    let slope = mx_dot_double(gradient, direction, gradient.count)
    guard slope < 0 else { return nil }
    // Nothing is known of the curvature before the first step: go one unit at most.
    var pace = isFirst ? min(1, 1 / length(gradient)) : 1
    for _ in 0..<40 {
      var next = point
      mx_add_scaled_double(&next, direction, pace, next.count)
      let found = function(next)
      if found.value <= value + 1e-4 * pace * slope { return (next, found.value, found.gradient) }
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

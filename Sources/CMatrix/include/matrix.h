// The inner loops of training: matrix products by oneDNN, and what lies between them.
//
// In C for two reasons. oneDNN is told for each calling thread that it may use no other, which Swift
// cannot do (OpenMP). And Swift compiles for the oldest processor and, in debug builds, without
// optimisation; these loops pick the processor's instructions when the program starts, and are
// optimised in every build.
//
// All matrices are rows × columns, row by row without gaps. All planes are square: channels × side ×
// side. Nothing here allocates, fails on numbers, or keeps state; sizes are the caller's to get right.
#ifndef CMATRIX_H
#define CMATRIX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// result = left · right + keep · result, in the calling thread alone; left is rows × inner and right
/// inner × columns, each stored the other way round where it is said to be turned. `keep` is 0 or 1.
/// 0 on success, otherwise oneDNN's status.
int mx_product(bool left_turned, bool right_turned, size_t rows, size_t columns, size_t inner,
               const float *left, const float *right, float keep, float *result);

/// Lays the 3 × 3 neighbourhood of each pixel below each other (im2col): (channels · 9) × side², with
/// zeros beyond the edges, so that a convolution becomes a product.
void mx_unfold(const float *planes, size_t channels, size_t side, float *columns);

/// The adjoint of mx_unfold: adds each number of `columns` to the pixel that it came from.
void mx_fold(const float *columns, size_t channels, size_t side, float *planes);

/// The largest of each 2 × 2 pixels plus the channel's bias, or 0 if that is below 0; the same as
/// bias, ReLU and max-pooling in their usual order, since each keeps the order of numbers.
/// `choice` is 0...3 for the pixel that was taken, the first of equal ones, and 4 for none.
void mx_pool(const float *planes, const float *bias, size_t channels, size_t side, float *pooled,
             uint8_t *choice);

/// The gradient of mx_pool: each number goes to the pixel that was taken, all others get 0; the
/// channel's sum is added to `bias_gradient`.
void mx_unpool(const float *pooled_gradient, const uint8_t *choice, size_t channels, size_t side,
               float *planes_gradient, float *bias_gradient);

/// What is cut out of a picture: a rectangle in pixels, mirrored or not, and how bright it becomes.
typedef struct {
  float left, top, width, height;
  bool is_mirrored;
  float gain;
} mx_view;

/// Planes of -1...1 from side × side × 3 bytes; bilinear between pixel centres. The whole picture at
/// gain 1 gives each pixel as it is, value / 127.5 - 1.
void mx_see(const uint8_t *pixels, size_t side, mx_view view, float *planes);

/// One step of Adam with decoupled weight decay (Loshchilov and Hutter, arXiv 1711.05101). `first` and
/// `second` are the running moments; `rate` and `epsilon` have their corrections for early steps in.
void mx_adam(float *weights, const float *gradient, float *first, float *second, size_t count,
             float rate, float epsilon, float decay);

/// Adds `count` numbers to others.
void mx_add(float *sum, const float *numbers, size_t count);

/// Adds `count` numbers, each times a factor, to others.
void mx_add_scaled(float *sum, const float *numbers, float factor, size_t count);

/// `count` numbers, each times a factor.
void mx_scale(float *result, const float *numbers, float factor, size_t count);

/// The scalar product, summed in double precision.
double mx_dot(const float *left, const float *right, size_t count);

/// The same of double precision.
double mx_dot_double(const double *left, const double *right, size_t count);

/// Adds `count` numbers, each times a factor, to others, in double precision.
void mx_add_scaled_double(double *sum, const double *numbers, double factor, size_t count);

/// For each of `rows` vectors its scalar product with `weights`.
void mx_scores(const float *vectors, size_t rows, size_t count, const double *weights,
               double *scores);

/// sum = the vectors, each times its factor, added up.
void mx_combine(const float *vectors, size_t rows, size_t count, const double *factors,
                double *sum);

#pragma clang assume_nonnull end
#endif

#include "matrix.h"

#include <math.h>
#include <string.h>

#if defined(__x86_64__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

void mx_unfold(const float *planes, size_t channels, size_t side, float *columns) {
  for (size_t channel = 0; channel < channels; channel++, planes += side * side)
    for (int down = -1; down <= 1; down++)
      for (int across = -1; across <= 1; across++)
        for (size_t y = 0; y < side; y++, columns += side) {
          size_t from = y + (size_t)down; // wraps around above the first row, and is too large then
          if (from >= side) {
            memset(columns, 0, side * sizeof *columns);
            continue;
          }
          const float *row = planes + from * side;
          if (across == 0) {
            memcpy(columns, row, side * sizeof *columns);
          } else if (across < 0) {
            columns[0] = 0;
            memcpy(columns + 1, row, (side - 1) * sizeof *columns);
          } else {
            memcpy(columns, row + 1, (side - 1) * sizeof *columns);
            columns[side - 1] = 0;
          }
        }
}

FOR_EACH_PROCESSOR
void mx_fold(const float *columns, size_t channels, size_t side, float *planes) {
  memset(planes, 0, channels * side * side * sizeof *planes);
  for (size_t channel = 0; channel < channels; channel++, planes += side * side)
    for (int down = -1; down <= 1; down++)
      for (int across = -1; across <= 1; across++)
        for (size_t y = 0; y < side; y++, columns += side) {
          size_t to = y + (size_t)down;
          if (to >= side) continue;
          float *row = planes + to * side;
          size_t first = across < 0, last = across > 0 ? side - 1 : side;
          for (size_t x = first; x < last; x++) row[(ptrdiff_t)x + across] += columns[x];
        }
}

FOR_EACH_PROCESSOR
void mx_pool(const float *planes, const float *bias, size_t channels, size_t side, float *pooled,
             uint8_t *choice) {
  size_t half = side / 2;
  for (size_t channel = 0; channel < channels; channel++)
    for (size_t y = 0; y < half; y++, pooled += half, choice += half) {
      const float *upper = planes + (channel * side + 2 * y) * side, *lower = upper + side;
      for (size_t x = 0; x < half; x++) {
        float best = upper[2 * x];
        uint8_t taken = 0;
        if (upper[2 * x + 1] > best) best = upper[2 * x + 1], taken = 1;
        if (lower[2 * x] > best) best = lower[2 * x], taken = 2;
        if (lower[2 * x + 1] > best) best = lower[2 * x + 1], taken = 3;
        best += bias[channel];
        pooled[x] = best > 0 ? best : 0;
        choice[x] = best > 0 ? taken : 4;
      }
    }
}

FOR_EACH_PROCESSOR
void mx_unpool(const float *pooled_gradient, const uint8_t *choice, size_t channels, size_t side,
               float *planes_gradient, float *bias_gradient) {
  size_t half = side / 2;
  for (size_t channel = 0; channel < channels; channel++) {
    float sum = 0;
    for (size_t y = 0; y < half; y++, pooled_gradient += half, choice += half) {
      float *upper = planes_gradient + (channel * side + 2 * y) * side, *lower = upper + side;
      for (size_t x = 0; x < half; x++) {
        float gradient = pooled_gradient[x];
        upper[2 * x] = choice[x] == 0 ? gradient : 0;
        upper[2 * x + 1] = choice[x] == 1 ? gradient : 0;
        lower[2 * x] = choice[x] == 2 ? gradient : 0;
        lower[2 * x + 1] = choice[x] == 3 ? gradient : 0;
        sum += choice[x] < 4 ? gradient : 0;
      }
    }
    bias_gradient[channel] += sum;
  }
}

/// The two pixels that a place lies between, and how far it is on the way from one to the other.
typedef struct {
  size_t before, after;
  float share;
} between;

static between place(float start, float length, size_t index, size_t side) {
  float at = start + ((float)index + 0.5f) * length / (float)side - 0.5f;
  float most = (float)(side - 1);
  at = at < 0 ? 0 : at > most ? most : at;
  size_t before = (size_t)at;
  return (between){before, before + 1 < side ? before + 1 : before, at - (float)before};
}

static float limited(float value) { return value < -1 ? -1 : value > 1 ? 1 : value; }

FOR_EACH_PROCESSOR
void mx_see(const uint8_t *pixels, size_t side, mx_view view, float *planes) {
  float scale = view.gain / 127.5f;
  for (size_t y = 0; y < side; y++) {
    between row = place(view.top, view.height, y, side);
    const uint8_t *upper = pixels + row.before * side * 3, *lower = pixels + row.after * side * 3;
    for (size_t x = 0; x < side; x++) {
      between column = place(view.left, view.width, view.is_mirrored ? side - 1 - x : x, side);
      for (size_t channel = 0; channel < 3; channel++) {
        size_t left = column.before * 3 + channel, right = column.after * 3 + channel;
        float above = upper[left] + column.share * (float)(upper[right] - upper[left]);
        float below = lower[left] + column.share * (float)(lower[right] - lower[left]);
        float value = (above + row.share * (below - above)) * scale - 1;
        planes[(channel * side + y) * side + x] = limited(value);
      }
    }
  }
}

FOR_EACH_PROCESSOR
void mx_adam(float *weights, const float *gradient, float *first, float *second, size_t count,
             float rate, float epsilon, float decay) {
  for (size_t i = 0; i < count; i++) {
    first[i] += 0.1f * (gradient[i] - first[i]);
    second[i] += 0.001f * (gradient[i] * gradient[i] - second[i]);
    weights[i] -= rate * first[i] / (sqrtf(second[i]) + epsilon) + decay * weights[i];
  }
}

FOR_EACH_PROCESSOR
void mx_add(float *sum, const float *numbers, size_t count) {
  for (size_t i = 0; i < count; i++) sum[i] += numbers[i];
}

FOR_EACH_PROCESSOR
void mx_add_scaled(float *sum, const float *numbers, float factor, size_t count) {
  for (size_t i = 0; i < count; i++) sum[i] += factor * numbers[i];
}

FOR_EACH_PROCESSOR
void mx_scale(float *result, const float *numbers, float factor, size_t count) {
  for (size_t i = 0; i < count; i++) result[i] = factor * numbers[i];
}

// Eight sums side by side: the compiler may not change the order of additions by itself.
#define DOT(left, right, count, result)                                                            \
  double result;                                                                                   \
  {                                                                                                \
    double part[8] = {0};                                                                          \
    size_t at = 0;                                                                                 \
    for (; at + 8 <= (count); at += 8)                                                             \
      for (size_t lane = 0; lane < 8; lane++)                                                      \
        part[lane] += (double)(left)[at + lane] * (double)(right)[at + lane];                      \
    result =                                                                                       \
        ((part[0] + part[1]) + (part[2] + part[3])) + ((part[4] + part[5]) + (part[6] + part[7])); \
    for (; at < (count); at++) result += (double)(left)[at] * (double)(right)[at];                 \
  }

FOR_EACH_PROCESSOR
double mx_dot(const float *left, const float *right, size_t count) {
  DOT(left, right, count, sum)
  return sum;
}

FOR_EACH_PROCESSOR
double mx_dot_double(const double *left, const double *right, size_t count) {
  DOT(left, right, count, sum)
  return sum;
}

FOR_EACH_PROCESSOR
void mx_add_scaled_double(double *sum, const double *numbers, double factor, size_t count) {
  for (size_t i = 0; i < count; i++) sum[i] += factor * numbers[i];
}

FOR_EACH_PROCESSOR
void mx_scores(const float *vectors, size_t rows, size_t count, const double *weights,
               double *scores) {
  for (size_t row = 0; row < rows; row++, vectors += count) {
    DOT(vectors, weights, count, score)
    scores[row] = score;
  }
}

FOR_EACH_PROCESSOR
void mx_combine(const float *vectors, size_t rows, size_t count, const double *factors,
                double *sum) {
  memset(sum, 0, count * sizeof *sum);
  for (size_t row = 0; row < rows; row++, vectors += count)
    for (size_t i = 0; i < count; i++) sum[i] += factors[row] * (double)vectors[i];
}

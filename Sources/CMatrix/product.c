#include "matrix.h"

#include <oneapi/dnnl/dnnl.h>

// libgomp's; its header belongs to GCC alone.
void omp_set_num_threads(int count);

int mx_product(bool left_turned, bool right_turned, size_t rows, size_t columns, size_t inner,
               const float *left, const float *right, float keep, float *result) {
  // Holds for the calling thread only. Each thread works on a part of the batch of its own: a second
  // level of threads would wait for the first, and sums would depend on how many there are.
  omp_set_num_threads(1);
  dnnl_dim_t m = (dnnl_dim_t)rows, n = (dnnl_dim_t)columns, k = (dnnl_dim_t)inner;
  return dnnl_sgemm(left_turned ? 'T' : 'N', right_turned ? 'T' : 'N', m, n, k, 1, left,
                    left_turned ? m : k, right, right_turned ? k : n, keep, result, n);
}

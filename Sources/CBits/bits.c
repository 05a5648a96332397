#define _GNU_SOURCE
#include "bits.h"

#include <string.h>

const void *meridian_find(const void *text, size_t length, const void *needle,
                          size_t needle_length) {
  return memmem(text, length, needle, needle_length);
}

#if defined(__x86_64__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "popcnt", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

FOR_EACH_PROCESSOR
size_t meridian_count(const uint64_t *words, size_t count) {
  size_t total = 0;
  for (size_t i = 0; i < count; i++) total += (size_t)__builtin_popcountll(words[i]);
  return total;
}

FOR_EACH_PROCESSOR
size_t meridian_count_both(const uint64_t *left, const uint64_t *right, size_t count) {
  size_t total = 0;
  for (size_t i = 0; i < count; i++) total += (size_t)__builtin_popcountll(left[i] & right[i]);
  return total;
}

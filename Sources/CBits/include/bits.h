#pragma once
#include <stddef.h>
#include <stdint.h>

// Loops over bitmaps, in C for `target_clones`: Swift compiles for the oldest processor and has no
// way to choose the instruction for counting bits when the program starts.

/// Where `needle` begins in `text`; NULL where it does not occur. GNU's memmem, which Swift does not see.
const void *meridian_find(const void *text, size_t length, const void *needle,
                          size_t needle_length);

/// How many bits are set in `words`.
size_t meridian_count(const uint64_t *words, size_t count);

/// How many bits are set in both `left` and `right`.
size_t meridian_count_both(const uint64_t *left, const uint64_t *right, size_t count);

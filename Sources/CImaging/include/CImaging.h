// Pictures for Swift: libvips and libjpeg-turbo behind opaque types.
//
// No GLib, libvips or libjpeg name is visible to Swift: their variadic functions, macros and setjmp
// stay in the .c files. Functions that can fail return NULL or a status other than 0, and put the
// library's own words into `error` (to be freed with mi_free). Those words are for people: libvips
// keeps one buffer for the whole process, so nothing may be decided on them.
#ifndef CIMAGING_H
#define CIMAGING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// A picture of libvips.
typedef struct mi_image mi_image;

/// Starts libvips with one thread, no caches, and only the loaders of the formats that we read.
/// May be called from any thread, any number of times.
int mi_start(char *_Nullable *_Nonnull error);
void mi_free(void *_Nullable memory);
void mi_unref(mi_image *image);

int mi_width(const mi_image *image);
int mi_height(const mi_image *image);

/// What a header alone says.
typedef struct {
  int width, height;
} mi_header;

/// Reads the header of a picture in memory, no pixels. 0 on success.
int mi_read_header(const void *bytes, size_t count, mi_header *header,
                   char *_Nullable *_Nonnull error);

/// Decodes a picture in memory at a size whose longer side is about `side` or more where the format
/// can do that cheaply; as stored, not turned. Every pixel has been computed when it returns.
/// `strict`: damage is an error; otherwise what can be had is given.
mi_image *_Nullable mi_decode(const void *bytes, size_t count, int side, bool strict,
                              char *_Nullable *_Nonnull error);

/// Takes pixels (height x width x bands, UInt8, bands 1 or 3) and a colour profile; copies both.
mi_image *_Nullable mi_from_pixels(const void *pixels, int width, int height, int bands,
                                   const void *_Nullable profile, size_t profile_count,
                                   char *_Nullable *_Nonnull error);

/// Upright, sRGB, three bands of UInt8, alpha on white, in memory. `orientation` is EXIF's, 1...8.
mi_image *_Nullable mi_upright_srgb(mi_image *image, int orientation,
                                    char *_Nullable *_Nonnull error);
/// Scaled to `width` x `height`, averaging over what is left out.
mi_image *_Nullable mi_shrink(mi_image *image, int width, int height,
                              char *_Nullable *_Nonnull error);
/// The pixels of a three-band UInt8 picture: height x width x 3. Freed with mi_free.
uint8_t *_Nullable mi_pixels(mi_image *image, size_t *count, char *_Nullable *_Nonnull error);

/// Encodes as JPEG. `keep_metadata` leaves EXIF, XMP and profile as they came. Freed with mi_free.
uint8_t *_Nullable mi_encode_jpeg(mi_image *image, int quality, bool keep_metadata, size_t *count,
                                  char *_Nullable *_Nonnull error);
/// Encodes as another format by its suffix (`.png`, `.webp`, `.tif`, `.gif`, `.heic`, `.avif`), with
/// libvips's options in brackets. Freed with mi_free.
uint8_t *_Nullable mi_encode(mi_image *image, const char *suffix, size_t *count,
                             char *_Nullable *_Nonnull error);

/// Carries EXIF, XMP and colour profile of the picture in `bytes` over to `image`, orientation 1.
mi_image *_Nullable mi_with_metadata(mi_image *image, const void *bytes, size_t count,
                                     char *_Nullable *_Nonnull error);

/// A rectangle of `thickness` pixels in a colour (0xRRGGBB), and a label above it. `markup` is Pango
/// markup, already escaped.
typedef struct {
  int left, top, width, height, thickness;
  uint32_t colour;
  const char *markup;
  int font_size;
} mi_box;
mi_image *_Nullable mi_draw_boxes(mi_image *image, const mi_box *_Nullable boxes, size_t count,
                                  char *_Nullable *_Nonnull error);

// libjpeg-turbo

/// What became of the data of a JPEG.
typedef enum {
  MI_JPEG_SOUND = 0,
  MI_JPEG_TRUNCATED,
  MI_JPEG_CORRUPT,
  MI_JPEG_NO_JPEG,
  MI_JPEG_OTHER_COLOURS, // CMYK and the like: libvips knows what to do
  MI_JPEG_TOO_MANY_PIXELS,
} mi_jpeg_verdict;

typedef struct {
  mi_jpeg_verdict verdict;
  int stored_width, stored_height;
  /// The share of rows that were good before the first trouble, 0...1; 1 for a sound picture.
  double good_share;
  /// The decoded picture: height x width x bands. Freed with mi_free; NULL without one.
  uint8_t *_Nullable pixels;
  int width, height, bands;
  /// The ICC profile; NULL without one. Freed with free().
  uint8_t *_Nullable profile;
  size_t profile_count;
} mi_jpeg;

/// Decodes a JPEG at the smallest of 1/1, 1/2, 1/4 and 1/8 whose longer side is still at least
/// `minimum_side`, walking the whole entropy-coded stream on the way.
mi_jpeg mi_jpeg_decode(const uint8_t *bytes, size_t count, int minimum_side, double maximum_pixels);

/// Turns a JPEG losslessly so that EXIF `orientation` becomes upright; all markers are kept. NULL
/// where the picture does not end on a block boundary, or on any failure. Freed with mi_free.
uint8_t *_Nullable mi_jpeg_turn(const uint8_t *bytes, size_t count, int orientation,
                                size_t *result_count);

#pragma clang assume_nonnull end
#endif

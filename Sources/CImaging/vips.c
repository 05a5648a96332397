#include "CImaging.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include <vips/vips.h>

#define IN(image) ((VipsImage *)(image))
#define OUT(image) ((mi_image *)(image))

// The text of the last failure, which is then forgotten: the buffer is the whole process's.
static void take_error(char **error) { *error = vips_error_buffer_copy(); }

// The loaders of the formats that we read; every other is refused before it sees a byte.
static const char *const allowed_loaders[] = {
    "VipsForeignLoadJpeg", "VipsForeignLoadPng",  "VipsForeignLoadWebp",
    "VipsForeignLoadTiff", "VipsForeignLoadHeif", "VipsForeignLoadNsgif",
};

static char *start_failure;

static void start_once(void) {
  if (VIPS_INIT("meridian")) {
    take_error(&start_failure);
    return;
  }
  vips_concurrency_set(1);
  vips_cache_set_max(0);
  vips_cache_set_max_mem(0);
  vips_cache_set_max_files(0);
  vips_block_untrusted_set(TRUE);
  vips_operation_block_set("VipsForeignLoad", TRUE);
  for (size_t i = 0; i < sizeof allowed_loaders / sizeof *allowed_loaders; i++)
    vips_operation_block_set(allowed_loaders[i], FALSE);
}

int mi_start(char **error) {
  // libvips is not to be started from two threads at once, nor twice.
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, start_once);
  if (!start_failure) return 0;
  *error = g_strdup(start_failure);
  return -1;
}

void mi_free(void *memory) { g_free(memory); }
void mi_unref(mi_image *image) { g_object_unref(IN(image)); }
int mi_width(const mi_image *image) { return vips_image_get_width((const VipsImage *)image); }
int mi_height(const mi_image *image) { return vips_image_get_height((const VipsImage *)image); }

// Gives up `spent` and hands on `next`: each step of a chain owns only its result.
static VipsImage *step(VipsImage *spent, VipsImage *next, int failed) {
  g_object_unref(spent);
  return failed ? NULL : next;
}

static VipsImage *open_header(const void *bytes, size_t count, bool strict) {
  return vips_image_new_from_buffer(bytes, count, "", "access", VIPS_ACCESS_SEQUENTIAL, "fail_on",
                                    strict ? VIPS_FAIL_ON_TRUNCATED : VIPS_FAIL_ON_NONE, NULL);
}

int mi_read_header(const void *bytes, size_t count, mi_header *header, char **error) {
  VipsImage *image = open_header(bytes, count, false);
  if (!image) {
    take_error(error);
    return -1;
  }
  header->width = vips_image_get_width(image);
  header->height = vips_image_get_height(image);
  g_object_unref(image);
  return 0;
}

mi_image *mi_decode(const void *bytes, size_t count, int side, bool strict, char **error) {
  VipsImage *image = open_header(bytes, count, strict);
  VipsImage *small = NULL;
  VipsImage *memory = NULL;
  if (image) {
    if (side <= 0) { // full scale
      small = image;
      g_object_ref(small);
    } else if (vips_thumbnail_image(image, &small, side, "height", side, "size", VIPS_SIZE_DOWN,
                                    "no_rotate", TRUE, NULL)) {
      small = NULL;
    }
    if (small) {
      memory = vips_image_copy_memory(small);
      g_object_unref(small);
    }
    g_object_unref(image);
  }
  if (!memory) take_error(error);
  return OUT(memory);
}

mi_image *mi_from_pixels(const void *pixels, int width, int height, int bands, const void *profile,
                         size_t profile_count, char **error) {
  size_t count = (size_t)width * (size_t)height * (size_t)bands;
  VipsImage *image =
      vips_image_new_from_memory_copy(pixels, count, width, height, bands, VIPS_FORMAT_UCHAR);
  if (!image) {
    take_error(error);
    return NULL;
  }
  image->Type = bands == 1 ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB;
  if (profile) vips_image_set_blob_copy(image, VIPS_META_ICC_NAME, profile, profile_count);
  return OUT(image);
}

// Whether the profile calls itself sRGB, in ASCII or UTF-16: converting would change nothing.
static bool is_plain_srgb(const unsigned char *profile, size_t count) {
  static const char narrow[] = "sRGB";
  static const char wide[] = "s\0R\0G\0B";
  for (size_t i = 128; i + 7 <= count; i++)
    if (!memcmp(profile + i, narrow, 4) || !memcmp(profile + i, wide, 7)) return true;
  return false;
}

static VipsImage *to_srgb(VipsImage *image) {
  const void *profile = NULL;
  size_t count = 0;
  VipsImage *next = NULL;
  if (vips_image_get_typeof(image, VIPS_META_ICC_NAME) &&
      !vips_image_get_blob(image, VIPS_META_ICC_NAME, &profile, &count) &&
      !is_plain_srgb(profile, count)) {
    if (!vips_icc_transform(image, &next, "srgb", "embedded", TRUE, NULL)) {
      g_object_unref(image);
      image = next;
    } else { // a broken profile is no reason to lose the picture
      vips_error_clear();
    }
  }
  next = NULL;
  int failed = vips_colourspace(image, &next, VIPS_INTERPRETATION_sRGB, NULL);
  return step(image, next, failed);
}

static VipsImage *flat(VipsImage *image) {
  VipsImage *next = NULL;
  if (vips_image_hasalpha(image)) {
    VipsArrayDouble *white = vips_array_double_newv(1, 255.0);
    int failed = vips_flatten(image, &next, "background", white, NULL);
    vips_area_unref(VIPS_AREA(white));
    image = step(image, next, failed);
  }
  if (image && vips_image_get_bands(image) > 3) {
    next = NULL;
    int failed = vips_extract_band(image, &next, 0, "n", 3, NULL);
    image = step(image, next, failed);
  }
  if (image && vips_image_get_format(image) != VIPS_FORMAT_UCHAR) {
    next = NULL;
    int failed = vips_cast_uchar(image, &next, NULL);
    image = step(image, next, failed);
  }
  return image;
}

static VipsImage *turned(VipsImage *image, int orientation) {
  VipsImage *next = NULL;
  VipsAngle angle = orientation == 3                       ? VIPS_ANGLE_D180
                    : orientation >= 5 && orientation <= 7 ? VIPS_ANGLE_D90
                    : orientation == 8                     ? VIPS_ANGLE_D270
                                                           : VIPS_ANGLE_D0;
  if (angle != VIPS_ANGLE_D0) {
    int failed = vips_rot(image, &next, angle, NULL);
    image = step(image, next, failed);
    if (!image) return NULL;
  }
  bool across = orientation == 2 || orientation == 5;
  bool down = orientation == 4 || orientation == 7;
  if (across || down) {
    next = NULL;
    int failed =
        vips_flip(image, &next, across ? VIPS_DIRECTION_HORIZONTAL : VIPS_DIRECTION_VERTICAL, NULL);
    image = step(image, next, failed);
  }
  return image;
}

static mi_image *in_memory(VipsImage *image, char **error) {
  VipsImage *memory = NULL;
  if (image) {
    memory = vips_image_copy_memory(image);
    g_object_unref(image);
  }
  if (!memory) take_error(error);
  return OUT(memory);
}

mi_image *mi_upright_srgb(mi_image *image, int orientation, char **error) {
  VipsImage *current = IN(image);
  g_object_ref(current);
  current = to_srgb(current);
  if (current) current = flat(current);
  if (current) current = turned(current, orientation);
  return in_memory(current, error);
}

mi_image *mi_shrink(mi_image *image, int width, int height, char **error) {
  VipsImage *out = NULL;
  double across = (double)mi_width(image) / width;
  double down = (double)mi_height(image) / height;
  // The reducer does not enlarge; samples for measuring are enlarged, photos never are.
  bool enlarges = across < 1 || down < 1;
  if (enlarges ? vips_resize(IN(image), &out, 1 / across, "vscale", 1 / down, NULL)
               : vips_reduce(IN(image), &out, across, down, "kernel", VIPS_KERNEL_LINEAR, NULL)) {
    take_error(error);
    return NULL;
  }
  return in_memory(out, error);
}

uint8_t *mi_pixels(mi_image *image, size_t *count, char **error) {
  void *pixels = vips_image_write_to_memory(IN(image), count);
  if (!pixels) take_error(error);
  return pixels;
}

uint8_t *mi_encode_jpeg(mi_image *image, int quality, bool keep_metadata, size_t *count,
                        char **error) {
  void *bytes = NULL;
  if (vips_jpegsave_buffer(IN(image), &bytes, count, "Q", quality, "strip",
                           (gboolean)!keep_metadata, NULL)) {
    take_error(error);
    return NULL;
  }
  return bytes;
}

uint8_t *mi_encode(mi_image *image, const char *suffix, size_t *count, char **error) {
  void *bytes = NULL;
  if (vips_image_write_to_buffer(IN(image), suffix, &bytes, count, NULL)) {
    take_error(error);
    return NULL;
  }
  return bytes;
}

static void *carry_over(VipsImage *from, const char *name, GValue *value, void *to) {
  (void)from;
  if (!strncmp(name, "exif-", 5) || !strcmp(name, VIPS_META_XMP_NAME))
    vips_image_set((VipsImage *)to, name, value);
  return NULL;
}

mi_image *mi_with_metadata(mi_image *image, const void *bytes, size_t count, char **error) {
  VipsImage *source = open_header(bytes, count, false);
  VipsImage *copy = NULL;
  if (!source || vips_copy(IN(image), &copy, NULL)) {
    take_error(error);
    if (source) g_object_unref(source);
    return NULL;
  }
  vips_image_map(source, carry_over, copy);
  vips_image_set_int(copy, VIPS_META_ORIENTATION, 1);
  vips_image_remove(copy, VIPS_META_ICC_NAME); // the pixels are sRGB now
  g_object_unref(source);
  return OUT(copy);
}

static int draw_label(VipsImage *image, const mi_box *box, double *colour) {
  VipsImage *mask = NULL;
  gchar *font = g_strdup_printf("sans %d", box->font_size);
  int failed = vips_text(&mask, box->markup, "font", font, "dpi", 72, NULL);
  g_free(font);
  if (failed) { // no font is installed, or nothing to write: the box alone still tells much
    vips_error_clear();
    return 0;
  }
  int pad = box->font_size / 4 + 1;
  int width = vips_image_get_width(mask) + 2 * pad;
  int height = vips_image_get_height(mask) + 2 * pad;
  int left = box->left + width > vips_image_get_width(image) ? vips_image_get_width(image) - width
                                                             : box->left;
  if (left < 0) left = 0;
  int top = box->top - height < 0 ? box->top : box->top - height;
  double luma = 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2];
  double ink[3] = {luma > 140 ? 0 : 255, luma > 140 ? 0 : 255, luma > 140 ? 0 : 255};
  failed = vips_draw_rect(image, colour, 3, left, top, width, height, "fill", TRUE, NULL) ||
           vips_draw_mask(image, ink, 3, mask, left + pad, top + pad, NULL);
  g_object_unref(mask);
  return failed;
}

mi_image *mi_draw_boxes(mi_image *image, const mi_box *boxes, size_t count, char **error) {
  VipsImage *canvas = vips_image_copy_memory(IN(image));
  // Drawing changes pixels in place, so they must be ours alone: a copy, not another name.
  VipsImage *own = NULL;
  if (canvas && !vips_copy(canvas, &own, NULL)) {
    g_object_unref(canvas);
    canvas = vips_image_new_memory();
    if (vips_image_write(own, canvas)) {
      g_object_unref(canvas);
      canvas = NULL;
    }
    g_object_unref(own);
  }
  for (size_t i = 0; canvas && i < count; i++) {
    const mi_box *box = &boxes[i];
    double colour[3] = {(box->colour >> 16) & 255, (box->colour >> 8) & 255, box->colour & 255};
    int failed = 0;
    for (int t = 0; t < box->thickness && !failed; t++)
      if (box->width > 2 * t && box->height > 2 * t)
        failed = vips_draw_rect(canvas, colour, 3, box->left + t, box->top + t, box->width - 2 * t,
                                box->height - 2 * t, NULL);
    if (failed || draw_label(canvas, box, colour)) {
      g_object_unref(canvas);
      canvas = NULL;
    }
  }
  if (!canvas) take_error(error);
  return OUT(canvas);
}

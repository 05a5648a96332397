#include "CImaging.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
// jerror.h defines the message codes only; libjpeg.h must come first.
#include <jerror.h>
#include <turbojpeg.h>

// libjpeg reports trouble through callbacks. Fatal ones jump out; warnings are sorted here into
// what costs pixels and what does not, with the row at which the first of them happened.
typedef struct {
  struct jpeg_error_mgr base;
  jmp_buf escape;
  mi_jpeg_verdict verdict;
  double good_share;
} trouble;

// The share of the picture that was read when the trouble came. A progressive picture whose first
// scan is complete shows everything, only less finely.
static double share_read(j_common_ptr info) {
  if (!info->is_decompressor) return 0;
  j_decompress_ptr d = (j_decompress_ptr)info;
  if (d->total_iMCU_rows == 0) return 0;
  if (d->input_scan_number > (d->progressive_mode ? d->num_components : 1)) return 1;
  if (d->progressive_mode && d->input_scan_number > 1) return 1;
  double share = (double)d->input_iMCU_row / (double)d->total_iMCU_rows;
  return share > 1 ? 1 : share;
}

static void note(j_common_ptr info, mi_jpeg_verdict verdict) {
  trouble *t = (trouble *)info->err;
  if (t->verdict != MI_JPEG_SOUND) return;
  t->verdict = verdict;
  t->good_share = share_read(info);
}

static void on_message(j_common_ptr info, int level) {
  if (level >= 0) return; // traces
  switch (info->err->msg_code) {
  case JWRN_JPEG_EOF: note(info, MI_JPEG_TRUNCATED); break;
  case JWRN_HIT_MARKER:
  case JWRN_HUFF_BAD_CODE:
  case JWRN_MUST_RESYNC:
  case JWRN_BOGUS_PROGRESSION:
  case JWRN_ARITH_BAD_CODE: note(info, MI_JPEG_CORRUPT); break;
  default: // stray bytes between markers, odd version numbers: no pixel is lost
    break;
  }
}

static void on_fatal(j_common_ptr info) {
  trouble *t = (trouble *)info->err;
  longjmp(t->escape, 1);
}

static void on_output(j_common_ptr info) { (void)info; }

static void prepare(struct jpeg_decompress_struct *d, trouble *t) {
  memset(t, 0, sizeof *t);
  d->err = jpeg_std_error(&t->base);
  t->base.emit_message = on_message;
  t->base.error_exit = on_fatal;
  t->base.output_message = on_output;
  t->good_share = 1;
}

static int denominator(int longest, int minimum_side) {
  int d = 8;
  while (d > 1 && (longest + d - 1) / d < minimum_side) d /= 2;
  return d;
}

static bool choose_output(struct jpeg_decompress_struct *d, int minimum_side) {
  switch (d->jpeg_color_space) {
  case JCS_GRAYSCALE: d->out_color_space = JCS_GRAYSCALE; break;
  case JCS_RGB:
  case JCS_YCbCr: d->out_color_space = JCS_RGB; break;
  default: return false;
  }
  int longest = (int)(d->image_width > d->image_height ? d->image_width : d->image_height);
  d->scale_num = 1;
  d->scale_denom = (unsigned)denominator(longest, minimum_side);
  return true;
}

// Everything that changes while a picture is decoded. It belongs to a caller of the function that calls
// setjmp, never to that function itself: what a longjmp leaves in such a function's own variables is
// indeterminate (C11 7.13.2.1), and optimized builds do lose it.
typedef struct {
  struct jpeg_decompress_struct d;
  trouble t;
  mi_jpeg result;
} decoding;

static void take_profile(decoding *work) {
  JOCTET *profile = NULL;
  unsigned count = 0;
  if (!jpeg_read_icc_profile(&work->d, &profile, &count)) return;
  work->result.profile = profile;
  work->result.profile_count = count;
}

static void read_rows(decoding *work) {
  size_t stride = (size_t)work->result.width * (size_t)work->result.bands;
  while (work->d.output_scanline < work->d.output_height) {
    JSAMPROW row = work->result.pixels + stride * work->d.output_scanline;
    jpeg_read_scanlines(&work->d, &row, 1);
  }
}

static void decode_pixels(decoding *work) {
  mi_jpeg *result = &work->result;
  take_profile(work);
  // The width that libjpeg rounds to is known before it allocates anything itself.
  jpeg_calc_output_dimensions(&work->d);
  result->width = (int)work->d.output_width;
  result->height = (int)work->d.output_height;
  result->bands = work->d.output_components;
  result->pixels = calloc((size_t)result->width * (size_t)result->height, (size_t)result->bands);
  if (result->pixels) {
    jpeg_start_decompress(&work->d);
    read_rows(work);
    // Walks what is left of the stream up to the end marker.
    jpeg_finish_decompress(&work->d);
  }
  result->verdict = work->t.verdict;
  result->good_share = work->t.good_share;
}

static void decode(decoding *work, const uint8_t *bytes, size_t count, int minimum_side,
                   double maximum_pixels) {
  jpeg_create_decompress(&work->d);
  jpeg_save_markers(&work->d, JPEG_APP0 + 2, 0xFFFF);
  jpeg_mem_src(&work->d, bytes, count);
  jpeg_read_header(&work->d, TRUE);
  work->result.stored_width = (int)work->d.image_width;
  work->result.stored_height = (int)work->d.image_height;
  if ((double)work->d.image_width * (double)work->d.image_height > maximum_pixels)
    work->result.verdict = MI_JPEG_TOO_MANY_PIXELS;
  else if (!choose_output(&work->d, minimum_side))
    work->result.verdict = MI_JPEG_OTHER_COLOURS;
  else
    decode_pixels(work);
}

// Whether decoding came to its end. Only setjmp is called here, and no variable changes.
static bool comes_to_an_end(decoding *work, const uint8_t *bytes, size_t count, int minimum_side,
                            double maximum_pixels) {
  if (setjmp(work->t.escape)) return false;
  decode(work, bytes, count, minimum_side, maximum_pixels);
  return true;
}

// Fatal. With pixels in hand it is damage at the row reached, without it is no picture.
static void judge_failure(decoding *work) {
  mi_jpeg *result = &work->result;
  bool was_noted = work->t.verdict != MI_JPEG_SOUND;
  result->verdict = was_noted ? work->t.verdict : MI_JPEG_CORRUPT;
  result->good_share = was_noted ? work->t.good_share : share_read((j_common_ptr)&work->d);
  if (!result->pixels) result->good_share = 0;
  if (result->stored_width == 0 && work->t.verdict != MI_JPEG_TRUNCATED)
    result->verdict = MI_JPEG_NO_JPEG;
  if (work->t.base.msg_code == JERR_IMAGE_TOO_BIG) { // more than 65,500 on a side
    result->verdict = MI_JPEG_TOO_MANY_PIXELS;
    result->stored_width = (int)work->d.image_width;
    result->stored_height = (int)work->d.image_height;
  }
}

mi_jpeg mi_jpeg_decode(const uint8_t *bytes, size_t count, int minimum_side,
                       double maximum_pixels) {
  decoding work;
  memset(&work, 0, sizeof work);
  prepare(&work.d, &work.t);
  if (!comes_to_an_end(&work, bytes, count, minimum_side, maximum_pixels)) judge_failure(&work);
  jpeg_destroy_decompress(&work.d);
  return work.result;
}

static int transform_for(int orientation) {
  switch (orientation) {
  case 2: return TJXOP_HFLIP;
  case 3: return TJXOP_ROT180;
  case 4: return TJXOP_VFLIP;
  case 5: return TJXOP_TRANSPOSE;
  case 6: return TJXOP_ROT90;
  case 7: return TJXOP_TRANSVERSE;
  case 8: return TJXOP_ROT270;
  default: return TJXOP_NONE;
  }
}

uint8_t *mi_jpeg_turn(const uint8_t *bytes, size_t count, int orientation, size_t *result_count) {
  tjhandle handle = tjInitTransform();
  if (!handle) return NULL;
  tjtransform transform;
  memset(&transform, 0, sizeof transform);
  transform.op = transform_for(orientation);
  // Perfect or not at all: a partial block at the edge cannot be turned without loss.
  transform.options = TJXOPT_PERFECT;
  unsigned char *turned = NULL;
  unsigned long size = 0;
  int failed = tjTransform(handle, bytes, (unsigned long)count, 1, &turned, &size, &transform, 0);
  uint8_t *result = NULL;
  if (!failed && turned && (result = malloc(size))) {
    memcpy(result, turned, size);
    *result_count = size;
  }
  if (turned) tjFree(turned);
  tjDestroy(handle);
  return result;
}

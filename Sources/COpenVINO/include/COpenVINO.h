// OpenVINO for Swift: a network as one opaque handle.
//
// OpenVINO's own header is private to this target: its property keys are mutable globals and some
// of its functions are variadic, neither of which Swift can use. Functions that can fail return NULL
// or a status other than 0, and put the runtime's own words into `error`, to be freed with free().
#ifndef COPENVINO_H
#define COPENVINO_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// A compiled network with one inference request: for one thread at a time.
typedef struct mo_network mo_network;

/// The runtime's version, such as `2026.4.1-22982-…`.
const char *mo_version(void);

/// Reads and compiles a network (IR, ONNX, TFLite, frozen graph by its file's ending).
/// `precision` is `f32`, `bf16`, or NULL for the device's best.
mo_network *_Nullable mo_open(const char *path, const char *device, int threads,
                              const char *_Nullable precision,
                              char *_Nullable *_Nonnull error);
void mo_close(mo_network *network);

/// What goes in or comes out: name, dimensions (−1 for a free one) and type (`u8`, `f32`, …).
typedef struct {
  char name[128];
  int64_t dimensions[8];
  int rank;
  char type[16];
} mo_port;

size_t mo_input_count(const mo_network *network);
size_t mo_output_count(const mo_network *network);
/// 0 on success.
int mo_input(const mo_network *network, size_t index, mo_port *port,
             char *_Nullable *_Nonnull error);
int mo_output(const mo_network *network, size_t index, mo_port *port,
              char *_Nullable *_Nonnull error);

/// Runs the network on UInt8 values of its only input's shape. 0 on success. `values` is only read,
/// and only during the call.
int mo_run_u8(mo_network *network, const uint8_t *values, size_t count,
              char *_Nullable *_Nonnull error);
/// The Float values of an output; valid until the next run. NULL on failure.
const float *_Nullable mo_values(mo_network *network, const char *output, size_t *count,
                                 char *_Nullable *_Nonnull error);

#pragma clang assume_nonnull end
#endif

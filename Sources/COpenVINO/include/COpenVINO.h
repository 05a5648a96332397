// OpenVINO for Swift: a network that was read, and a network that is compiled, as opaque handles.
//
// OpenVINO's own header is private to this target: its property keys are mutable globals and some
// of its functions are variadic, neither of which Swift can use. Functions that can fail return NULL
// or a status other than 0, and put the runtime's own words into `error`, to be freed with free().
#ifndef COPENVINO_H
#define COPENVINO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// A network as its file has it, not yet compiled.
typedef struct mo_model mo_model;
/// A compiled network with one inference request: for one thread at a time.
typedef struct mo_network mo_network;

/// The runtime's version, such as `2026.4.1-22982-…`.
const char *mo_version(void);
/// The devices that the runtime finds, spaces between, to be freed with free(). Starts every driver,
/// which takes its time.
char *_Nullable mo_devices(char *_Nullable *_Nonnull error);

/// Reads a network (IR, ONNX, TFLite, frozen graph).
mo_model *_Nullable mo_read(const char *path, char *_Nullable *_Nonnull error);
void mo_forget(mo_model *model);

/// What goes in or comes out: name, dimensions (−1 for an open one) and type (`u8`, `f32`, …).
/// The rank is −1 where it is open or above 8.
typedef struct {
  char name[256];
  int64_t dimensions[8];
  int rank;
  char type[16];
} mo_port;

size_t mo_input_count(const mo_model *model);
size_t mo_output_count(const mo_model *model);
/// 0 on success.
int mo_input(const mo_model *model, size_t index, mo_port *port, char *_Nullable *_Nonnull error);
int mo_output(const mo_model *model, size_t index, mo_port *port, char *_Nullable *_Nonnull error);
/// The same of the output that answers to a name, which may have several: `port` has the name that
/// mo_output() gives. 1 where there is none.
int mo_output_named(const mo_model *model, const char *name, mo_port *port);

/// What is to be put before the network's only input, so that it takes [1, rows, columns, 3] UInt8
/// RGB.
typedef struct {
  bool is_channels_first;
  bool reverses_channels;
  /// One number a channel in the network's order, or none.
  float mean[3], deviation[3];
  bool has_mean, has_deviation;
  /// The shape of the network's own input: [1, 3, rows, columns] or [1, rows, columns, 3].
  int64_t shape[4];
} mo_conversion;

/// Puts a conversion before the input, where there is one, and makes every output of 32-bit floats.
/// 0 on success; after a failure the model is fit for mo_forget() only.
int mo_convert(mo_model *model, const mo_conversion *_Nullable conversion,
               char *_Nullable *_Nonnull error);

/// Compiles a network; the model may be forgotten then. `precision` is `f32`, `bf16`, or NULL for the
/// device's best.
mo_network *_Nullable mo_compile(const mo_model *model, const char *device, int threads,
                                 const char *_Nullable precision, char *_Nullable *_Nonnull error);
void mo_close(mo_network *network);

/// Runs the network on UInt8 values of its first input's shape. 0 on success. `values` is only read,
/// and only during the call.
int mo_run_u8(mo_network *network, const uint8_t *values, size_t count,
              char *_Nullable *_Nonnull error);
/// Runs the network again on what its inputs hold. 0 on success.
int mo_run(mo_network *network, char *_Nullable *_Nonnull error);
/// The Float values of an output; valid until the next run. NULL on failure.
const float *_Nullable mo_values(mo_network *network, const char *output, size_t *count,
                                 char *_Nullable *_Nonnull error);

#pragma clang assume_nonnull end
#endif

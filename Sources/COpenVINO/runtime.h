// What the files of this target share; not for Swift.
#ifndef RUNTIME_H
#define RUNTIME_H

#include "COpenVINO.h"

#include <openvino/c/openvino.h>

struct mo_model {
  ov_core_t *_Nullable core;
  ov_model_t *_Nullable model;
};

/// Puts the runtime's words, or those of a status, into `error`.
void mo_explain(ov_status_e status, char *_Nullable *_Nonnull error);

/// Goes to `failed` with the runtime's words in `error` where a call fails.
#define CHECK(call)               \
  do {                            \
    ov_status_e status_ = (call); \
    if (status_ != OK) {          \
      mo_explain(status_, error); \
      goto failed;                \
    }                             \
  } while (0)

#endif

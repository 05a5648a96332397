#include "runtime.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct mo_network {
  ov_compiled_model_t *compiled;
  ov_infer_request_t *request;
};

mo_network *mo_compile(const mo_model *model, const char *device, int threads,
                       const char *precision, char **error) {
  mo_network *network = calloc(1, sizeof *network);
  char count[16];
  snprintf(count, sizeof count, "%d", threads);
  if (!network) goto failed;
  ov_property_t properties[5];
  size_t n = 0;
  properties[n++] = (ov_property_t){ov_property_key_hint_performance_mode, "LATENCY"};
  if (precision)
    properties[n++] = (ov_property_t){ov_property_key_hint_inference_precision, precision};
  // Other devices refuse what is about the processor's threads.
  if (!strcmp(device, "CPU")) {
    properties[n++] = (ov_property_t){ov_property_key_num_streams, "1"};
    properties[n++] = (ov_property_t){ov_property_key_inference_num_threads, count};
    // Workers share the cores with each other and with decoding: the system places them better.
    properties[n++] = (ov_property_t){ov_property_key_hint_enable_cpu_pinning, "NO"};
  }
  CHECK(ov_core_compile_model_props(model->core, model->model, device, n, properties,
                                    &network->compiled));
  CHECK(ov_compiled_model_create_infer_request(network->compiled, &network->request));
  return network;
failed:
  if (network) mo_close(network);
  return NULL;
}

void mo_close(mo_network *network) {
  if (network->request) ov_infer_request_free(network->request);
  if (network->compiled) ov_compiled_model_free(network->compiled);
  free(network);
}

int mo_run(mo_network *network, char **error) {
  CHECK(ov_infer_request_infer(network->request));
  return 0;
failed:
  return -1;
}

int mo_run_u8(mo_network *network, const uint8_t *values, size_t count, char **error) {
  int result = -1;
  ov_tensor_t *tensor = NULL;
  size_t size = 0;
  void *data = NULL;
  CHECK(ov_infer_request_get_input_tensor_by_index(network->request, 0, &tensor));
  CHECK(ov_tensor_get_byte_size(tensor, &size));
  if (size != count) {
    *error = strdup("the input has another number of values");
    goto failed;
  }
  CHECK(ov_tensor_data(tensor, &data));
  memcpy(data, values, count);
  result = mo_run(network, error);
failed:
  if (tensor) ov_tensor_free(tensor);
  return result;
}

const float *mo_values(mo_network *network, const char *output, size_t *count, char **error) {
  ov_tensor_t *tensor = NULL;
  ov_element_type_e type;
  void *data = NULL;
  CHECK(ov_infer_request_get_tensor(network->request, output, &tensor));
  CHECK(ov_tensor_get_element_type(tensor, &type));
  if (type != F32) {
    *error = strdup("the output is not of 32-bit floats");
    goto failed;
  }
  CHECK(ov_tensor_get_size(tensor, count));
  CHECK(ov_tensor_data(tensor, &data));
failed:
  // The memory belongs to the request, not to this view of it.
  if (tensor) ov_tensor_free(tensor);
  return data;
}

#include "COpenVINO.h"

#include <openvino/c/openvino.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct mo_network {
  ov_compiled_model_t *compiled;
  ov_infer_request_t *request;
};

// The text is a copy that is ours to free, and the next failing call replaces the original.
static void explain(ov_status_e status, char **error) {
  const char *text = ov_get_last_err_msg();
  *error = strdup(text && *text ? text : ov_get_error_info(status));
  if (text) ov_free(text);
}

#define CHECK(call)                                                                                \
  do {                                                                                             \
    ov_status_e status_ = (call);                                                                  \
    if (status_ != OK) {                                                                           \
      explain(status_, error);                                                                     \
      goto failed;                                                                                 \
    }                                                                                              \
  } while (0)

const char *mo_version(void) {
  // Filled once; the runtime's string lives as long as the process then.
  static char text[96];
  if (!text[0]) {
    ov_version_t version;
    if (ov_get_openvino_version(&version) != OK) return "?";
    snprintf(text, sizeof text, "%s", version.buildNumber);
    ov_version_free(&version);
  }
  return text;
}

mo_network *mo_open(const char *path, const char *device, int threads, const char *precision,
                    char **error) {
  mo_network *network = calloc(1, sizeof *network);
  ov_core_t *core = NULL;
  ov_model_t *model = NULL;
  char count[16];
  snprintf(count, sizeof count, "%d", threads);
  if (!network) goto failed;
  CHECK(ov_core_create(&core));
  CHECK(ov_core_read_model(core, path, NULL, &model));
  ov_property_t properties[5];
  size_t n = 0;
  properties[n++] = (ov_property_t){ov_property_key_hint_performance_mode, "LATENCY"};
  properties[n++] = (ov_property_t){ov_property_key_num_streams, "1"};
  properties[n++] = (ov_property_t){ov_property_key_inference_num_threads, count};
  // Workers share the cores with each other and with decoding: the system places them better.
  properties[n++] = (ov_property_t){ov_property_key_hint_enable_cpu_pinning, "NO"};
  if (precision)
    properties[n++] = (ov_property_t){ov_property_key_hint_inference_precision, precision};
  CHECK(ov_core_compile_model_props(core, model, device, n, properties, &network->compiled));
  CHECK(ov_compiled_model_create_infer_request(network->compiled, &network->request));
  ov_model_free(model);
  ov_core_free(core);
  return network;
failed:
  if (model) ov_model_free(model);
  if (core) ov_core_free(core);
  if (network) mo_close(network);
  return NULL;
}

void mo_close(mo_network *network) {
  if (network->request) ov_infer_request_free(network->request);
  if (network->compiled) ov_compiled_model_free(network->compiled);
  free(network);
}

size_t mo_input_count(const mo_network *network) {
  size_t count = 0;
  return ov_compiled_model_inputs_size(network->compiled, &count) == OK ? count : 0;
}

size_t mo_output_count(const mo_network *network) {
  size_t count = 0;
  return ov_compiled_model_outputs_size(network->compiled, &count) == OK ? count : 0;
}

static const char *type_name(ov_element_type_e type) {
  switch (type) {
  case U8: return "u8";
  case F32: return "f32";
  case F16: return "f16";
  case I32: return "i32";
  case I64: return "i64";
  default: return "other";
  }
}

static int describe(ov_output_const_port_t *source, mo_port *port, char **error) {
  int result = -1;
  char *name = NULL;
  ov_partial_shape_t shape = {0};
  ov_element_type_e type;
  memset(port, 0, sizeof *port);
  CHECK(ov_port_get_any_name(source, &name));
  snprintf(port->name, sizeof port->name, "%s", name);
  CHECK(ov_port_get_partial_shape(source, &shape));
  port->rank = shape.rank.max < 0 || shape.rank.max > 8 ? -1 : (int)shape.rank.max;
  for (int i = 0; i < port->rank; i++)
    port->dimensions[i] =
        shape.dims[i].min == shape.dims[i].max ? shape.dims[i].max : -1;
  CHECK(ov_port_get_element_type(source, &type));
  snprintf(port->type, sizeof port->type, "%s", type_name(type));
  result = 0;
failed:
  if (name) ov_free(name);
  if (shape.dims) ov_partial_shape_free(&shape);
  ov_output_const_port_free(source);
  return result;
}

int mo_input(const mo_network *network, size_t index, mo_port *port, char **error) {
  ov_output_const_port_t *source = NULL;
  CHECK(ov_compiled_model_input_by_index(network->compiled, index, &source));
  return describe(source, port, error);
failed:
  return -1;
}

int mo_output(const mo_network *network, size_t index, mo_port *port, char **error) {
  ov_output_const_port_t *source = NULL;
  CHECK(ov_compiled_model_output_by_index(network->compiled, index, &source));
  return describe(source, port, error);
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
  CHECK(ov_infer_request_infer(network->request));
  result = 0;
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

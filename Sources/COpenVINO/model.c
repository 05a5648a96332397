#include "runtime.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

mo_model *mo_read(const char *path, char **error) {
  mo_model *model = calloc(1, sizeof *model);
  if (!model) goto failed;
  CHECK(ov_core_create(&model->core));
  CHECK(ov_core_read_model(model->core, path, NULL, &model->model));
  return model;
failed:
  if (model) mo_forget(model);
  return NULL;
}

void mo_forget(mo_model *model) {
  if (model->model) ov_model_free(model->model);
  if (model->core) ov_core_free(model->core);
  free(model);
}

size_t mo_input_count(const mo_model *model) {
  size_t count = 0;
  return ov_model_inputs_size(model->model, &count) == OK ? count : 0;
}

size_t mo_output_count(const mo_model *model) {
  size_t count = 0;
  return ov_model_outputs_size(model->model, &count) == OK ? count : 0;
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

// Takes `source`.
static int describe(ov_output_const_port_t *source, mo_port *port, char **error) {
  int result = -1;
  char *name = NULL;
  ov_partial_shape_t shape = {0};
  ov_element_type_e type;
  memset(port, 0, sizeof *port);
  // An output without a name is still an output.
  if (ov_port_get_any_name(source, &name) == OK)
    snprintf(port->name, sizeof port->name, "%s", name);
  CHECK(ov_port_get_partial_shape(source, &shape));
  bool is_open = shape.rank.min != shape.rank.max || shape.rank.max < 0 || shape.rank.max > 8;
  port->rank = is_open ? -1 : (int)shape.rank.max;
  for (int i = 0; i < port->rank; i++)
    port->dimensions[i] = shape.dims[i].min == shape.dims[i].max ? shape.dims[i].max : -1;
  CHECK(ov_port_get_element_type(source, &type));
  snprintf(port->type, sizeof port->type, "%s", type_name(type));
  result = 0;
failed:
  if (name) ov_free(name);
  if (shape.dims) ov_partial_shape_free(&shape);
  ov_output_const_port_free(source);
  return result;
}

int mo_input(const mo_model *model, size_t index, mo_port *port, char **error) {
  ov_output_const_port_t *source = NULL;
  CHECK(ov_model_const_input_by_index(model->model, index, &source));
  return describe(source, port, error);
failed:
  return -1;
}

int mo_output(const mo_model *model, size_t index, mo_port *port, char **error) {
  ov_output_const_port_t *source = NULL;
  CHECK(ov_model_const_output_by_index(model->model, index, &source));
  return describe(source, port, error);
failed:
  return -1;
}

int mo_output_named(const mo_model *model, const char *name, mo_port *port) {
  ov_output_const_port_t *source = NULL;
  char *error = NULL;
  if (ov_model_const_output_by_name(model->model, name, &source) != OK) return 1;
  int status = describe(source, port, &error);
  free(error);
  return status ? 1 : 0;
}

#include "runtime.h"

#include <stdlib.h>

static int set_shape(mo_model *model, const mo_conversion *conversion, char **error) {
  int result = -1;
  ov_partial_shape_t shape = {0};
  const size_t first = 0;
  CHECK(ov_partial_shape_create_static(4, conversion->shape, &shape));
  CHECK(ov_model_reshape_by_port_indexes(model->model, &first, &shape, 1));
  result = 0;
failed:
  if (shape.dims) ov_partial_shape_free(&shape);
  return result;
}

// What the caller hands in: bytes, rows first, channels last.
static int set_tensor(ov_preprocess_input_info_t *input, char **error) {
  int result = -1;
  ov_preprocess_input_tensor_info_t *tensor = NULL;
  ov_layout_t *layout = NULL;
  CHECK(ov_preprocess_input_info_get_tensor_info(input, &tensor));
  CHECK(ov_preprocess_input_tensor_info_set_element_type(tensor, U8));
  CHECK(ov_layout_create("NHWC", &layout));
  CHECK(ov_preprocess_input_tensor_info_set_layout(tensor, layout));
  result = 0;
failed:
  if (layout) ov_layout_free(layout);
  if (tensor) ov_preprocess_input_tensor_info_free(tensor);
  return result;
}

// What the network takes. The change to it is the runtime's to add behind the steps.
static int set_layout(ov_preprocess_input_info_t *input, bool is_channels_first, char **error) {
  int result = -1;
  ov_preprocess_input_model_info_t *own = NULL;
  ov_layout_t *layout = NULL;
  CHECK(ov_preprocess_input_info_get_model_info(input, &own));
  CHECK(ov_layout_create(is_channels_first ? "NCHW" : "NHWC", &layout));
  CHECK(ov_preprocess_input_model_info_set_layout(own, layout));
  result = 0;
failed:
  if (layout) ov_layout_free(layout);
  if (own) ov_preprocess_input_model_info_free(own);
  return result;
}

static int add_steps(ov_preprocess_input_info_t *input, const mo_conversion *conversion,
                     char **error) {
  int result = -1;
  ov_preprocess_preprocess_steps_t *steps = NULL;
  CHECK(ov_preprocess_input_info_get_preprocess_steps(input, &steps));
  // First, while the samples are bytes: mean and deviation are in the network's order.
  if (conversion->reverses_channels) CHECK(ov_preprocess_preprocess_steps_reverse_channels(steps));
  if (conversion->has_mean || conversion->has_deviation)
    CHECK(ov_preprocess_preprocess_steps_convert_element_type(steps, F32));
  if (conversion->has_mean)
    CHECK(ov_preprocess_preprocess_steps_mean_multi_channels(steps, conversion->mean, 3));
  if (conversion->has_deviation)
    CHECK(ov_preprocess_preprocess_steps_scale_multi_channels(steps, conversion->deviation, 3));
  result = 0;
failed:
  if (steps) ov_preprocess_preprocess_steps_free(steps);
  return result;
}

static int convert_input(ov_preprocess_prepostprocessor_t *processor,
                         const mo_conversion *conversion, char **error) {
  int result = -1;
  ov_preprocess_input_info_t *input = NULL;
  CHECK(ov_preprocess_prepostprocessor_get_input_info_by_index(processor, 0, &input));
  result = set_tensor(input, error);
  if (!result) result = set_layout(input, conversion->is_channels_first, error);
  if (!result) result = add_steps(input, conversion, error);
failed:
  if (input) ov_preprocess_input_info_free(input);
  return result;
}

static int convert_output(ov_preprocess_prepostprocessor_t *processor, size_t index, char **error) {
  int result = -1;
  ov_preprocess_output_info_t *output = NULL;
  ov_preprocess_output_tensor_info_t *tensor = NULL;
  CHECK(ov_preprocess_prepostprocessor_get_output_info_by_index(processor, index, &output));
  CHECK(ov_preprocess_output_info_get_tensor_info(output, &tensor));
  CHECK(ov_preprocess_output_set_element_type(tensor, F32));
  result = 0;
failed:
  if (tensor) ov_preprocess_output_tensor_info_free(tensor);
  if (output) ov_preprocess_output_info_free(output);
  return result;
}

// Text cannot become a number, and what is of floats stays untouched.
static bool needs_conversion(const mo_model *model, size_t index) {
  ov_output_const_port_t *port = NULL;
  ov_element_type_e type = F32;
  if (ov_model_const_output_by_index(model->model, index, &port) == OK)
    ov_port_get_element_type(port, &type);
  if (port) ov_output_const_port_free(port);
  return type != F32 && type != STRING && type != DYNAMIC;
}

int mo_convert(mo_model *model, const mo_conversion *conversion, char **error) {
  int result = -1;
  ov_preprocess_prepostprocessor_t *processor = NULL;
  ov_model_t *built = NULL;
  if (conversion && set_shape(model, conversion, error)) goto failed;
  CHECK(ov_preprocess_prepostprocessor_create(model->model, &processor));
  if (conversion && convert_input(processor, conversion, error)) goto failed;
  for (size_t i = 0, count = mo_output_count(model); i < count; i++)
    if (needs_conversion(model, i) && convert_output(processor, i, error)) goto failed;
  CHECK(ov_preprocess_prepostprocessor_build(processor, &built));
  ov_model_free(model->model);
  model->model = built;
  result = 0;
failed:
  if (processor) ov_preprocess_prepostprocessor_free(processor);
  return result;
}

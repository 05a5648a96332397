#include "runtime.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void mo_explain(ov_status_e status, char **error) {
  // The text is a copy that is ours to free, and the next failing call replaces the original.
  const char *text = ov_get_last_err_msg();
  *error = strdup(text && *text ? text : ov_get_error_info(status));
  if (text) ov_free(text);
}

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

char *mo_devices(char **error) {
  ov_core_t *core = NULL;
  ov_available_devices_t devices = {0};
  char *names = NULL;
  size_t length = 1;
  CHECK(ov_core_create(&core));
  CHECK(ov_core_get_available_devices(core, &devices));
  for (size_t i = 0; i < devices.size; i++) length += strlen(devices.devices[i]) + 1;
  names = calloc(1, length);
  for (size_t i = 0; names && i < devices.size; i++) {
    if (i) strcat(names, " ");
    strcat(names, devices.devices[i]);
  }
failed:
  if (devices.devices) ov_available_devices_free(&devices);
  if (core) ov_core_free(core);
  return names;
}

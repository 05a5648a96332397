#!/usr/bin/env bash
# Unpacks the OpenVINO runtime from its Python package: libraries and headers for Meridian, and its
# Python part for converting the networks.
source "$(dirname "$0")/common.sh"

version=2026.4.1
[ -e "$deps/openvino/$version" ] && exit 0

say "Installing OpenVINO $version"
make_workspace
download_wheels "$root/scripts/pins/openvino.txt" "$workspace" 311
unzip -q "$workspace"/openvino-*.whl -d "$workspace/wheel"
mkdir "$workspace/openvino"
mv "$workspace/wheel/openvino/libs" "$workspace/openvino/lib"
mv "$workspace/wheel/openvino/include" "$workspace/openvino/include"
mv "$workspace/wheel" "$workspace/openvino/python"
# The Python part looks for the libraries where they were.
ln -s ../../lib "$workspace/openvino/python/openvino/libs"
# The wheel has only the name with the version; the linker wants the one without.
for library in "$workspace"/openvino/lib/libopenvino_c.so.[0-9]*; do
  ln -sfn "$(basename "$library")" "$workspace/openvino/lib/libopenvino_c.so"
done
[ -e "$workspace/openvino/lib/libopenvino_c.so" ] || fail "the OpenVINO package lacks its C library."
# Networks of other people come as IR, ONNX, TensorFlow graphs and TensorFlow Lite.
for format in ir onnx tensorflow tensorflow_lite; do
  compgen -G "$workspace/openvino/lib/libopenvino_${format}_frontend.so*" >/dev/null ||
    fail "the OpenVINO package cannot read the format $format."
done
touch "$workspace/openvino/$version"
rm -rf "$deps/openvino"
mv "$workspace/openvino" "$deps/openvino"

"""Write a network's record beside it: what it is, how to feed it, and what its files hash to."""

import hashlib
import json
import os
import shutil


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def read_labels(path):
    """The canonical name of each class: the first field of each line."""
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t")[0] for line in file]


def write_record(folder, labels_path, record):
    """Copy the labels, then write record.json last: a folder with a record is complete."""
    shutil.copyfile(labels_path, os.path.join(folder, "labels.txt"))
    record["source_sha256"] = sha256(record.pop("source_path"))
    record["format"] = "openvino-ir"
    record["labels"] = "labels.txt"
    record["files"] = {
        name: sha256(os.path.join(folder, name))
        for name in ("model.xml", "model.bin", "labels.txt")
    }
    with open(os.path.join(folder, "record.json"), "w", encoding="utf-8") as file:
        json.dump(record, file, indent=2)
        file.write("\n")

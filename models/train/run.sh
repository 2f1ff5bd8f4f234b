#!/usr/bin/env bash
# Trains detector, reader and region network, measures them, puts them into models/ and fits the gate:
#   run.sh DATA OUT [MINUTES_DETECTOR MINUTES_READER MINUTES_REGION]
# What was broken off goes on; what is finished is not done again. An interrupt or a termination reaches the training, which saves what it has.
#   DEVICE=cuda            trains on a GPU
#   DETECTOR, READER, REGION   the arguments of the trainings instead of the minutes: DETECTOR='--steps 14000' repeats bit by bit
#   TEXTS=FILE             texts that a person read (label_texts.py), for the reader
#   GATE=no                leaves the gate as it is
#   PYTHON, MODELS         an interpreter that has requirements.txt, instead of .venv; where the models go, instead of models/
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
data=$(cd "${1:?usage: run.sh DATA OUT}" && pwd)
mkdir -p "${2:?usage: run.sh DATA OUT}"
out=$(cd "$2" && pwd)
device=${DEVICE:-cpu}
read -ra detector <<< "${DETECTOR:---minutes ${3:-75}}"
read -ra reader <<< "${READER:---minutes ${4:-62}}"
labels=(--corners "$out/detector/weights.pt")
[ -z "${TEXTS:-}" ] || labels+=(--texts "$(realpath "$TEXTS")")
read -ra region <<< "${REGION:---minutes ${5:-30}}"
mkdir -p "${MODELS:-$here/..}"
models=$(cd "${MODELS:-$here/..}" && pwd)
python=${PYTHON:-$here/.venv/bin/python}
if [ -z "${PYTHON:-}" ] && [ ! -e "$here/.venv/.installed" ]; then
  echo "Installing PyTorch for the training (about 2 minutes, 7 GB with its CUDA libraries) …"
  python3 -m venv "$here/.venv"
  "$here/.venv/bin/pip" install --quiet -r "$here/requirements.txt"
  touch "$here/.venv/.installed"
fi

# Runs one step; what stops this script stops the step first, and waits for it.
child=
trap 'trap "" INT TERM; [ -z "$child" ] || kill -TERM "$child" 2> /dev/null || true; wait; exit 130' INT TERM
step() {
  "$python" "$@" &
  child=$!
  wait "$child"
  child=
}

# A function, so that the shell has read it whole before hours of training in which the file may change.
every_step() {
  cd "$here"
  step train_detector.py --data "$data" --out "$out/detector" --device "$device" --resume "${detector[@]}"
  step report_detector.py --data "$data" --weights "$out/detector/weights.pt"
  step export_detector.py --data "$data" --weights "$out/detector/weights.pt" --out "$models/detector"
  step train_reader.py --data "$data" --out "$out/reader" --device "$device" "${labels[@]}" --resume "${reader[@]}"
  step report_reader.py --data "$data" --weights "$out/reader/4-relabelled/weights.pt" "${labels[@]}"
  step export_reader.py --data "$data" --weights "$out/reader/4-relabelled/weights.pt" "${labels[@]}" --out "$models/reader"
  step train_region.py --data "$data" --out "$out/region" --device "$device" "${labels[@]}" --resume "${region[@]}"
  step export_region.py --data "$data" --weights "$out/region/weights.pt" "${labels[@]}" --out "$models/region"
  if [ "${GATE:-yes}" != no ]; then step choose_gate.py --data "$data" --models "$models"; fi
}
every_step; exit

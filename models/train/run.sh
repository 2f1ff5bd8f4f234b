#!/usr/bin/env bash
# Trains detector and reader, measures them, and puts them into models/: run.sh DATA OUT [MINUTES_DETECTOR MINUTES_READER].
# What was broken off goes on; what is finished is not done again. DEVICE=cuda trains on a GPU.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
data=$(cd "${1:?usage: run.sh DATA OUT}" && pwd)
mkdir -p "${2:?usage: run.sh DATA OUT}"
out=$(cd "$2" && pwd)
detector_minutes=${3:-75} reader_minutes=${4:-62}
device=${DEVICE:-cpu}
python=$here/.venv/bin/python
if [ ! -e "$here/.venv/.installed" ]; then
  echo "Installing PyTorch for the training (about 2 minutes, 7 GB with its CUDA libraries) …"
  python3 -m venv "$here/.venv"
  "$here/.venv/bin/pip" install --quiet -r "$here/requirements.txt"
  touch "$here/.venv/.installed"
fi
cd "$here"
"$python" train_detector.py --data "$data" --out "$out/detector" --minutes "$detector_minutes" --device "$device" --resume
"$python" export_detector.py --data "$data" --weights "$out/detector/weights.pt"
"$python" train_reader.py --data "$data" --out "$out/reader" --minutes "$reader_minutes" --device "$device" --resume
"$python" export_reader.py --data "$data" --weights "$out/reader/4-relabelled/weights.pt"

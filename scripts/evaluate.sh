#!/usr/bin/env bash
# evaluate.sh SHARED: reads the benchmark photographs in SHARED/data/eval and scores them with SHARED/eval/score.py.
# Choose nothing by its figures, and choose on the validation split instead. Each use goes on record in models/EVALUATIONS.md and the cards.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=${1:?usage: evaluate.sh SHARED}
out=out/evaluation
mkdir -p "$out"
for set in us eu br; do
  manifest="$shared/data/eval/$set.jsonl"
  mapfile -t photographs < <(python3 -c '
import json, sys
for line in open(sys.argv[1]): print(sys.argv[2] + "/" + json.loads(line)["image"])' "$manifest" "$shared/data/eval")
  npm run -s platekeeper -- read --json "${photographs[@]}" > "$out/$set.jsonl"
  echo "== $set"
  python3 "$shared/eval/score.py" "$manifest" "$out/$set.jsonl" --json "$out/$set.score.json" --failures "$out/$set.failures.txt"
done
python3 models/train/benchmark.py "$out"

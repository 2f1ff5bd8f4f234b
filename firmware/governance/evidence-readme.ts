/** What a court's own expert is told in an evidence package: what is in it, and how to check it without this program. */
import type { EvidenceDetection, EvidenceOrder } from '../domain/evidence.ts';

export interface Described {
  readonly id: string;
  readonly order: EvidenceOrder;
  readonly detections: readonly Pick<EvidenceDetection, 'id' | 'frame'>[];
}

export function readme({ id, order, detections }: Described): string {
  const idsOf = (each: Described['detections']) => each.map((one) => one.id).join(', ');
  const frameless = detections.filter(({ frame }) => frame === undefined);
  const without =
    frameless.length === 0
      ? ''
      : `- There is no \`frame.jpg\` of those that the unit had given up for room on its disk (\`disk.drop_first\` in \`profile.json\`): ${idsOf(frameless)}\n`;
  return `# Evidence package ${id}

Case ${order.caseNumber}. Exported by ${order.by.name} (${order.by.role}): ${order.reason}

Detections: ${idsOf(detections)}

## What is in it

- \`detections/ID/frame.jpg\`: the whole frame that was read, as the unit kept it: scaled down where it was wider than
  \`pictures.context_width_max\` of \`unit.json\`, and coded as JPEG. \`detection.json\` gives the size of the frame (\`frameWidthPx\`,
  \`frameHeightPx\`), in whose pixels all places are given, and of this picture (\`contextImage\`)
- \`detections/ID/plate.jpg\`: the plate, cut from the same frame before it was scaled, straightened, brought to one size, grey, JPEG
${without}- The unit keeps no other picture: the camera's own pixels were gone once these were made
- \`detections/ID/detection.json\`: what was read, each character with its confidence, the other candidates, every single reading, time
  and place with what they are worth; \`detection.pb\`: the same message as it was stored (protobuf, alpr.v1.Detection)
- \`unit.json\`: the unit, its program, the hashes of its models and how it makes pictures, at the time of the export; the audit extract
  says what ran when
- \`profile.json\`: the policy that the unit ran under, each value with its clause
- \`custody.json\`: from the reading to the export
- \`audit/\`: an extract of the unit's audit log, and a checkpoint that the unit signed after the export
- \`unit-key.pem\`: the unit's public key; \`manifest.sha256\`, \`manifest.sha256.sig\`: hashes of all files, and the unit's signature

## How to check it

In this folder, with openssl 3 and coreutils. First, that the key is the unit's: compare this hash with the one that the agency has
on file (it is in every \`state\` message of the unit, and \`platekeeper key\` prints it on the unit):

\`\`\`sh
openssl pkey -pubin -in unit-key.pem -outform DER | sha256sum
\`\`\`

That the unit signed the manifest, and that every file is the one that it signed:

\`\`\`sh
openssl pkeyutl -verify -pubin -inkey unit-key.pem -rawin -in manifest.sha256 -sigfile manifest.sha256.sig
sha256sum --check --strict --quiet manifest.sha256
\`\`\`

That the export stands in the audit log, and the log up to the checkpoint is what the unit signed. A line is a hash and a record;
the hash is SHA-256 of the hash before it, a space, and the SHA-256 of the record. Records of other matters are given by their
SHA-256 alone, after a hyphen:

\`\`\`sh
openssl pkeyutl -verify -pubin -inkey unit-key.pem -rawin -in audit/checkpoint.txt -sigfile audit/checkpoint.sig
previous=$(cat audit/before.txt)
while IFS= read -r line; do
  record=\${line#* }
  case $record in
    -*) digest=\${record#-} ;;
    *) digest=$(printf %s "$record" | sha256sum | cut -c1-64) ;;
  esac
  previous=$(printf '%s %s' "$previous" "$digest" | sha256sum | cut -c1-64)
  if test "$previous" != "\${line%% *}"; then echo "changed: $line"; exit 1; fi
done < audit/extract.log
grep -x "hash: $previous" audit/checkpoint.txt
grep -c '"evidence.exported"' audit/extract.log
\`\`\`

## Handing it on

Whoever takes the package over writes down when, from whom, and \`sha256sum manifest.sha256\`; the files are not to be changed.
`;
}

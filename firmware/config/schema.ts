/**
 * The configuration's types and ranges. It holds no defaults (those are `default.toml`, which is the documentation) and
 * lets no unknown key pass.
 */
import { z } from 'zod';
import { alertClasses } from '../domain/alert-class.ts';
import { searches } from '../domain/candidate.ts';
import { unitKinds } from '../domain/detection.ts';
import { pixelFormats } from '../domain/frame.ts';
import { listLayouts, listSources } from '../domain/hot-list.ts';

const topicLevel = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and hyphens, at most 63');
const ms = z
  .number()
  .int()
  .min(1)
  .max(7 * 86_400_000);

export const configSchema = z.strictObject({
  profile: z.string(),
  board: z.string(),
  unit: z.strictObject({
    agency: topicLevel,
    id: topicLevel,
    kind: z.enum(unitKinds),
    surveyed: z.strictObject({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      moved_m: z.number().min(5).max(10_000),
    }),
  }),
  camera: z.strictObject({
    kind: z.enum(['replay', 'command', 'v4l2']),
    name: topicLevel,
    rate_hz: z.number().min(0).max(240),
    folder: z.string(),
    clip: z.string(),
    repeat: z.boolean(),
    program: z.array(z.string()),
    width: z.number().int().min(16).max(8192),
    height: z.number().int().min(16).max(8192),
    format: z.enum(pixelFormats),
    device: z.string(),
    formats: z.array(z.enum(pixelFormats)),
    controls: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])),
    stall_ms: ms,
    reopen_ms: ms,
  }),
  pool: z.strictObject({
    slots: z.number().int().min(4).max(64),
    slot_bytes: z.number().int().min(0).max(300_000_000),
  }),
  capture: z.strictObject({ queue_frames: z.number().int().min(0).max(32) }),
  inference: z.strictObject({
    backend: z.enum(['auto', 'native', 'tfjs-node', 'wasm']),
    models: z.string(),
    threads: z.number().int().min(0).max(8),
  }),
  motion: z.strictObject({ gate: z.boolean(), empty_ms: ms, occupied_ms: ms }),
  detect: z.strictObject({ search: z.enum(searches) }),
  read: z.strictObject({ known_looks: z.number().int().min(0).max(100), known_ms: ms }),
  track: z.strictObject({
    looks_min: z.number().int().min(1).max(10),
    confidence_min: z.number().min(0).max(1),
    plate_min: z.number().min(0).max(1),
    gap_ms: ms,
    lasts_ms_max: ms,
    sought_confidence_min: z.number().min(0).max(1),
  }),
  evidence: z.strictObject({
    context_width_max: z.number().int().min(64).max(8192),
    jpeg_quality: z.number().int().min(1).max(100),
  }),
  gps: z.strictObject({
    port: z.string(),
    baud_rate: z.union([z.literal(0), z.number().int().min(1200).max(921_600)]),
    stale_ms: ms,
    silent_ms: ms,
    slow_ms: ms,
    speed_mps_max: z.number().min(1).max(1000),
  }),
  hot_list: z.strictObject({
    file: z.string(),
    layout: z.enum(listLayouts),
    source: z.enum(listSources),
    incoming: z.string(),
    pull: z
      .array(
        z.strictObject({
          url: z.string(),
          ca: z.string(),
          certificate: z.string().optional(),
          key: z.string().optional(),
          every_ms: ms.min(1000),
        }),
      )
      .max(16),
    poll_ms: ms.min(100),
    bad_lines_share_max: z.number().min(0).max(1),
    bytes_max: z.number().int().min(1),
  }),
  alerts: z.strictObject({
    again_ms: ms,
    resend_ms: ms.min(1000),
    expire_ms: ms,
    unfinished_ms: ms,
    zones: z.string(),
    subscriptions: z.string(),
    muted: z.array(z.enum(alertClasses)),
  }),
  store: z.strictObject({
    folder: z.string().min(1),
    limit_bytes: z.union([z.literal(0), z.number().int().min(1_000_000)]),
  }),
  vault: z.strictObject({ key: z.enum(['auto', 'file', 'tpm']), folder: z.string().min(1) }),
  broker: z.strictObject({
    url: z.string(),
    ca: z.string(),
    certificate: z.string(),
    key: z.string(),
    window: z.number().int().min(1).max(256),
  }),
  audit: z.strictObject({
    file_bytes: z.number().int().min(65_536).max(1_073_741_824),
    checkpoint_records: z.number().int().min(1).max(100_000),
    checkpoint_ms: ms,
  }),
  commands: z.strictObject({ keys: z.string(), bytes_max: z.number().int().min(1024).max(268_435_456) }),
  health: z.strictObject({ interval_ms: ms }),
  strobe: z.strictObject({
    enabled: z.boolean(),
    exposures: z
      .array(
        z.strictObject({
          trigger_us: z.number().int().min(0).max(1_000_000),
          delay_us: z.number().int().min(0).max(1_000_000),
          strobe_us: z.number().int().min(0).max(2000),
        }),
      )
      .min(1)
      .max(16),
  }),
  illumination: z.strictObject({
    settle_ms: ms,
    dusk: z.number().min(0).max(1),
    night: z.number().min(0).max(1),
  }),
  power: z.strictObject({
    debounce_ms: ms,
    hold_off_ms: ms,
    halt: z.array(z.string()),
  }),
  watchdog: z.strictObject({ stuck_ms: ms }),
  log: z.strictObject({ level: z.enum(['info', 'warning', 'error']) }),
});

export type Config = z.infer<typeof configSchema>;

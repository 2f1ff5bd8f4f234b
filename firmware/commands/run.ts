/**
 * `run`: a unit on this machine, as its configuration says, until it is told to stop (SIGINT, SIGTERM) or its camera has
 * no more to show. It logs events as JSON lines on the standard error and prints nothing else: a plate is not for a terminal.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { bytesPerImage, bytesPerRow, FramePool, type Sequencer } from '../../native/index.ts';
import type { BoardDevices } from '../board-services.ts';
import { type Board, loadBoard, placesOf } from '../config/board.ts';
import { loadConfig } from '../config/load.ts';
import type { Config } from '../config/schema.ts';
import { clipCamera } from '../devices/clip-camera.ts';
import { commandCamera } from '../devices/command-camera.ts';
import { gpioChip } from '../devices/gpiochip.ts';
import { jsonLog } from '../devices/json-log.ts';
import { openMqttBroker } from '../devices/mqtt-broker.ts';
import { nativeEngine } from '../devices/native-engine.ts';
import { onoffGpio } from '../devices/onoff-gpio.ts';
import { keepToItself } from '../devices/process-privacy.ts';
import { picturesIn, replayCamera } from '../devices/replay-camera.ts';
import { serialPort } from '../devices/serial-port.ts';
import { sharpCodec } from '../devices/sharp-codec.ts';
import { publicPem } from '../devices/signing-key.ts';
import { type StrobeOptions, strobedCamera } from '../devices/strobed-camera.ts';
import { sysfsPwm } from '../devices/sysfs-pwm.ts';
import { machineBoot, systemClock } from '../devices/system-clock.ts';
import { systemDisk } from '../devices/system-disk.ts';
import { warmth } from '../devices/thermal.ts';
import { type SettledMode, v4l2Camera } from '../devices/v4l2-camera.ts';
import { formatsToAsk } from '../devices/v4l2-format.ts';
import { type HardwareWatchdog, hardwareWatchdog, type Supervisor, systemdSupervisor } from '../devices/watchdogs.ts';
import type { UnitIdentity } from '../domain/detection.ts';
import { Fault, type FaultCode } from '../domain/fault.ts';
import type { SequencerHealth } from '../domain/health.ts';
import type { Camera } from '../ports/camera.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { PictureCodec } from '../ports/picture-codec.ts';
import type { EndReason } from '../services/power.ts';
import { identityOf, openUnit } from '../unit.ts';
import { unitSigningKey } from '../unit-vault.ts';
import { version } from '../version.ts';

/** A replayed picture may have this many bytes as RGB: 12 megapixels. */
const REPLAY_BYTES = 36_000_000;
const LEAVE_MS = 3000;

export async function runCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { config: { type: 'string' } } });
  if (values.config === undefined) throw new Fault('usage', 'run: --config FILE is missing.');
  const config = await loadConfig(values.config);
  const clock = systemClock();
  const log = jsonLog({ stream: process.stderr, clock, level: config.log.level });
  keepToItself(log);
  const entropy = { bytes: (count: number) => new Uint8Array(randomBytes(count)) };
  const engine = nativeEngine();
  const codec = sharpCodec(engine.lumaOf);
  const pool = FramePool.create({ slots: config.pool.slots, bytesPerSlot: slotBytes(config) });
  const identity = identityOf(config, entropy);
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort(new Error(name)));
  const board = config.board === '' ? undefined : await loadBoard(config.board);
  const supervisor = systemdSupervisor(process.env);
  await using broker = brokerOf(config, { identity, clock, log });
  let sequencer: Sequencer | undefined;
  let strobeFault: FaultCode | undefined;
  const camera = strobed(cameraOf(config, { pool, codec, clock, log }), {
    config,
    board,
    pool,
    clock,
    began: (each) => (sequencer = each),
    onFault: (code) => (strobeFault = code),
  });
  const gpsPort = config.gps.port === '' ? board?.gps?.port : config.gps.port;
  const gpsLine = gpsPort === undefined ? undefined : serialPort({ path: gpsPort });
  const thermal = board?.thermal;
  const boardParts = board && boardDevices(board, clock);
  let watchdog: HardwareWatchdog | undefined;
  let ending: Promise<EndReason | undefined>;
  {
    await using unit = await openUnit(config, identity, {
      clock,
      machineBoot: machineBoot(),
      entropy,
      log,
      pool,
      engine,
      codec,
      camera,
      gpsLine,
      broker,
      board: boardParts,
      // Not before: neither a mistake in a configuration nor models that are slow to load may reset the machine.
      watchdogs: () => {
        watchdog = board?.watchdog && hardwareWatchdog(board.watchdog.device, board.watchdog.timeout_s);
        return watchdogsOf(supervisor, watchdog, config.health.interval_ms);
      },
      sequencer: () => sequencer && sequencerHealth(sequencer),
      strobeFault: () => strobeFault,
      disk: systemDisk(config.store.folder),
      warmth: thermal && (() => warmth(thermal)),
    });
    ending = unit.powerEnds.then((reason) => {
      if (reason === undefined) return undefined;
      log.event('info', 'unit.power-ends', { reason });
      stopping.abort(new Error(reason));
      return reason;
    });
    supervisor?.ready();
    for await (const _stored of unit.run(stopping.signal)) {
      // What is stored is published by cursor; nothing is left to do here.
    }
    supervisor?.stopping();
    await unit.published(AbortSignal.timeout(LEAVE_MS)).catch(() => undefined);
  }
  watchdog?.disarm();
  if ((await ending) !== undefined) await halt(config.power.halt);
  return 0;
}

/** The camera, its exposures timed by the board where the configuration asks for that. */
function strobed(
  camera: Camera,
  {
    config,
    board,
    ...told
  }: { config: Config; board: Board | undefined } & Pick<StrobeOptions, 'pool' | 'clock' | 'began' | 'onFault'>,
): Camera {
  if (!config.strobe.enabled) return camera;
  const places = board === undefined ? {} : placesOf(board);
  const { 'camera-trigger': trigger, strobe } = places;
  if (trigger === undefined && strobe === undefined)
    throw new Fault('config.invalid-value', 'strobe.enabled: the board has neither camera-trigger nor strobe.');
  if (camera.rateHz === undefined) throw new Fault('config.invalid-value', 'strobe.enabled: camera.rate_hz is 0.');
  return strobedCamera(camera, {
    trigger,
    strobe,
    periodUs: Math.round(1e6 / camera.rateHz),
    exposures: config.strobe.exposures.map(({ trigger_us, delay_us, strobe_us }) => ({
      triggerUs: trigger_us,
      strobeDelayUs: delay_us,
      strobeUs: strobe_us,
    })),
    triggered: board?.camera.mode === 'external-trigger',
    exposureOffsetUs: board?.camera.exposure_offset_us ?? 0,
    ...told,
  });
}

function sequencerHealth(sequencer: Sequencer): SequencerHealth {
  const { lateness, ...report } = sequencer.report();
  return { ...report, lateness: [...lateness] };
}

/** Asks for the machine to be halted. Waits for the program's end: systemd ends what a unit leaves behind. */
async function halt([program, ...args]: readonly string[]): Promise<void> {
  if (program !== undefined) await once(spawn(program, args, { stdio: 'inherit' }), 'exit');
}

function boardDevices(board: Board, clock: Clock): BoardDevices {
  const places = placesOf(board);
  const { chip, channel, period_ns: periodNs } = board.pwm?.illuminator ?? {};
  return {
    gpio: board.gpio.adapter === 'onoff' ? onoffGpio(places, clock) : gpioChip(places),
    lines: new Set(Object.keys(places)),
    pwm:
      chip === undefined || channel === undefined || periodNs === undefined
        ? undefined
        : sysfsPwm({ chip, channel, periodNs }),
  };
}

/** All watchdogs are petted by the shortest of their times, three times within it; with none, progress is looked at every `otherwiseMs`. */
function watchdogsOf(supervisor: Supervisor | undefined, watchdog: HardwareWatchdog | undefined, otherwiseMs: number) {
  const times = [supervisor?.watchdogMs, watchdog?.timeoutMs].filter((each) => each !== undefined);
  const pets = [...(supervisor ? [supervisor.alive] : []), ...(watchdog ? [watchdog.pet] : [])];
  return { pets, intervalMs: times.length === 0 ? otherwiseMs : Math.min(...times) / 3 };
}

function slotBytes({ camera, pool }: Config): number {
  if (pool.slot_bytes > 0) return pool.slot_bytes;
  if (showsPictures(camera)) return REPLAY_BYTES;
  const formats = camera.kind === 'v4l2' ? formatsToAsk(camera.formats) : [camera.format];
  return Math.max(...formats.map((format) => bytesPerImage(format, camera.width, camera.height)));
}

function cameraOf(
  { camera }: Config,
  { pool, codec, clock, log }: { pool: FramePool; codec: PictureCodec; clock: Clock; log: Log },
): Camera {
  const rateHz = camera.rate_hz === 0 ? undefined : camera.rate_hz;
  const { name, format, width, height, repeat } = camera;
  if (showsPictures(camera)) {
    return replayCamera(() => picturesIn(camera.folder), {
      name,
      pool,
      codec,
      clock,
      rateHz,
      repeat,
      skipped: (sequence, fault) => log.event('warning', fault.code, { camera: name, sequence, detail: fault.detail }),
    });
  }
  if (camera.kind === 'v4l2') {
    if (rateHz === undefined) throw new Fault('config.invalid-value', 'camera.rate_hz: above 0 with kind "v4l2".');
    const { device, controls, stall_ms: stallMs } = camera;
    const settled = (mode: SettledMode) =>
      log.event('info', 'camera.settled', { camera: name, width, height, ...mode });
    const wanted = { formats: formatsToAsk(camera.formats), width, height, rateHz, controls };
    return v4l2Camera({ name, device, ...wanted, stallMs, pool, clock, settled });
  }
  const geometry = { format, width, height, strideBytes: bytesPerRow(format, width) };
  const raw = { name, geometry, bytesPerFrame: bytesPerImage(format, width, height), rateHz, pool, clock };
  return camera.kind === 'replay'
    ? clipCamera({ ...raw, path: camera.clip, repeat })
    : commandCamera({ ...raw, program: camera.program, stallMs: camera.stall_ms });
}

/** Pictures have sizes of their own; whatever else a camera shows has the configured one. */
function showsPictures({ kind, clip }: Config['camera']): boolean {
  return kind === 'replay' && clip === '';
}

function brokerOf(config: Config, { identity, clock, log }: { identity: UnitIdentity; clock: Clock; log: Log }) {
  const { broker } = config;
  if (broker.url === '') return undefined;
  const { ca, certificate, key } = broker;
  const tls = ca === '' && certificate === '' && key === '' ? {} : { tls: { ca, certificate, key } };
  const auditKey = publicPem(unitSigningKey(config));
  return openMqttBroker({ url: broker.url, unit: identity, softwareVersion: version, auditKey, clock, log, ...tls });
}

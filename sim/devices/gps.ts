/**
 * A simulated GPS receiver: says NMEA once a second on a real pseudo-terminal, whose other end the unit opens with its
 * own serial adapter. The back door sets faults.
 *
 * Nothing is written before the unit follows (see `Street.follow`), and each epoch is waited for until the unit has
 * parsed its last byte, so that a replay is exact although the kernel lies between.
 */
import { closeSync, writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { linkedAbort } from '../../firmware/domain/linked-abort.ts';
import { openPseudoTerminal, type PseudoTerminal } from '../../native/index.ts';
import { moved, movementAt } from '../course.ts';
import type { Dice } from '../dice.ts';
import { FaultSwitch, type SimulatedFault, simulatedFaults } from '../faults.ts';
import type { Scenario } from '../scenario.ts';
import { writeEpoch } from './nmea-writer.ts';

/** What the street needs of the unit's GPS service. */
export interface GpsFollower {
  /** Resolves when the line is open, at once where it is. */
  opened(): Promise<void>;
  /** Resolves when that many bytes have been parsed since the service began. */
  consumed(byteCount: number): Promise<void>;
}

/** Real time that the unit is given to read an epoch: it takes a few milliseconds. */
const patienceMs = 10_000;

export class SimGps {
  readonly #scenario: Scenario;
  readonly #startEpochMs: number;
  readonly #dice: Dice;
  #terminal: PseudoTerminal | undefined;
  readonly #fault = new FaultSwitch('GPS receiver', simulatedFaults, {});
  #follower: GpsFollower | undefined;
  /** Whether the unit has the line open: opening it throws away what was said before. */
  #heeded = false;
  #written = 0;
  #epochs = 0;
  #faultSince = 0;
  #stuck: string | undefined;
  #driftNorthM = 0;
  #driftEastM = 0;
  readonly #closing = new AbortController();

  constructor(scenario: Scenario, startEpochMs: number, dice: Dice) {
    this.#scenario = scenario;
    this.#startEpochMs = startEpochMs;
    this.#dice = dice;
    this.#terminal = openPseudoTerminal();
  }

  /** The serial port for the unit to open, another one after each `plugIn`; a path that leads nowhere while it is unplugged. */
  get path(): string {
    return this.#terminal?.path ?? '/dev/unplugged';
  }

  async follow(follower: GpsFollower): Promise<void> {
    await follower.opened();
    this.#follower = follower;
    this.#heeded = true;
  }

  /** Back door. */
  set fault(fault: SimulatedFault | undefined) {
    this.#fault.set(fault);
    this.#faultSince = this.#epochs;
  }

  /** Back door: bytes written since the beginning. */
  get written(): number {
    return this.#written;
  }

  /** Says the epoch of a whole second since the start and waits until the unit has heard it. */
  async say(timeMs: number): Promise<void> {
    const bytes = this.#bytesAt(timeMs);
    if (!this.#follower || !this.#terminal || !this.#heeded || bytes.length === 0) return;
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#terminal.fd, bytes, at);
    this.#written += bytes.length;
    await this.#heard(this.#follower);
  }

  /** Back door: pulls the plug; the unit's end sees a hang-up. */
  unplug(): void {
    if (this.#terminal) closeSync(this.#terminal.fd);
    this.#terminal = undefined;
    this.#heeded = false;
  }

  /** Back door: puts it in again, and resolves when the unit has opened the line anew. */
  async plugIn(): Promise<void> {
    this.#terminal = openPseudoTerminal();
    await this.#follower?.opened();
    this.#heeded = true;
  }

  close(): void {
    this.#closing.abort();
    this.unplug();
  }

  async #heard(follower: GpsFollower): Promise<void> {
    const limit = linkedAbort(this.#closing.signal);
    const late = delay(patienceMs, 'late', { signal: limit.signal }).catch(() => 'closed');
    const outcome = await Promise.race([follower.consumed(this.#written), late]);
    limit.abort();
    if (outcome === 'late') throw new Error(`the unit has not read what the GPS said within ${patienceMs} ms`);
  }

  #bytesAt(timeMs: number): Uint8Array {
    const number = this.#epochs++;
    const fault = this.#fault.present;
    if (fault !== 'stuck') this.#stuck = undefined;
    switch (fault) {
      case 'off':
        return new Uint8Array(0);
      case 'slow':
        return number % 5 === 0 ? this.#sentences(timeMs) : new Uint8Array(0);
      case 'intermittent':
        return Math.floor((number - this.#faultSince) / 4) % 2 === 1 ? this.#sentences(timeMs) : new Uint8Array(0);
      case 'delayed':
        return this.#sentences(Math.max(0, timeMs - 3000));
      case 'garbage': {
        const dice = this.#dice.fork(`garbage/${number}`);
        return Uint8Array.from({ length: 200 }, () => dice.integer(256));
      }
      case 'stuck':
        this.#stuck ??= this.#text(timeMs);
        return Buffer.from(this.#stuck, 'latin1');
      case 'wrong':
        return this.#sentences(timeMs, 4000);
      case undefined:
        return this.#sentences(timeMs);
    }
  }

  #sentences(timeMs: number, falseByM = 0): Uint8Array {
    return Buffer.from(this.#text(timeMs, falseByM), 'latin1');
  }

  #text(timeMs: number, falseByM = 0): string {
    const { gps } = this.#scenario;
    const { position, speedMps, courseDeg } = movementAt(this.#scenario, timeMs);
    // The error wanders: a receiver's errors last for minutes.
    const dice = this.#dice.fork(`error/${Math.round(timeMs / 1000)}`);
    this.#driftNorthM = 0.97 * this.#driftNorthM + dice.normal(0, 0.24 * gps.error_m);
    this.#driftEastM = 0.97 * this.#driftEastM + dice.normal(0, 0.24 * gps.error_m);
    const measured = moved(moved(position, this.#driftNorthM + falseByM, 0), this.#driftEastM, 90);
    return writeEpoch({
      epochMs: this.#startEpochMs + timeMs,
      position: gps.satellites >= 4 ? measured : undefined,
      speedMps,
      courseDeg,
      satellites: gps.satellites,
      hdop: Math.max(0.6, 8 / Math.max(4, gps.satellites)),
    });
  }
}

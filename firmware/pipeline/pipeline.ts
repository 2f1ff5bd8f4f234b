/**
 * THE ORDER. The stages of the flow, named once; counters, health and the stage table in docs/architecture.md come from
 * these names. A stage is a function from one AsyncIterable to the next; the consumer pulls, so backpressure needs no code.
 */

import type { PlacedFrame } from '../domain/frame.ts';
import type { FrameReadings } from '../domain/reading.ts';
import { Tally, type TallySnapshot } from '../domain/tally.ts';
import type { Camera } from '../ports/camera.ts';
import { type CaptureTools, capture } from './capture.ts';
import { type DetectTools, detect } from './detect.ts';
import { type MatchTools, match } from './match.ts';
import { type PrepareTools, prepare } from './prepare.ts';
import { type RaiseTools, raise } from './raise.ts';
import { type ReadTools, read } from './read.ts';
import { type StoredDetection, type StoreStage, store } from './store.ts';
import { type TrackTools, track } from './track.ts';

export const stages = [
  {
    name: 'capture',
    thread: 'main',
    takes: 'exposures of the camera',
    gives: 'frames',
    drops: ['lost', 'overrun', 'stopped'],
  },
  { name: 'prepare', thread: 'vision', takes: 'frames', gives: "frames with the detector's tensor", drops: ['still'] },
  { name: 'detect', thread: 'vision', takes: 'prepared frames', gives: 'frames with candidates', drops: [] },
  {
    name: 'read',
    thread: 'vision',
    takes: 'candidates',
    gives: 'readings',
    drops: ['short', 'not-a-plate', 'in-a-plate', 'known'],
  },
  {
    name: 'track',
    thread: 'main',
    takes: 'readings',
    gives: 'readings that became detections',
    drops: ['few-looks', 'disagreeing', 'uncertain', 'not-a-plate', 'repeat'],
  },
  { name: 'match', thread: 'main', takes: 'detections', gives: 'detections with hits', drops: [] },
  { name: 'raise', thread: 'main', takes: 'detections with hits', gives: 'the same with their alerts', drops: [] },
  {
    name: 'store',
    thread: 'main',
    takes: 'detections',
    gives: 'durable detections',
    drops: ['store.full', 'store.unwritable'],
  },
  {
    name: 'publish',
    thread: 'main',
    takes: 'messages of the outbox',
    gives: 'messages acknowledged by the broker',
    drops: [],
  },
] as const;

export type StageName = (typeof stages)[number]['name'];
export type Tallies<Names extends StageName = StageName> = { readonly [Name in Names]: Tally };

export function talliesFor<Names extends StageName>(...names: readonly Names[]): Tallies<Names> {
  return Object.fromEntries(names.map((name) => [name, new Tally(name)])) as Tallies<Names>;
}

/** The counts of the whole flow in its order, gathered from both threads. */
export function inOrder(snapshots: readonly TallySnapshot[]): TallySnapshot[] {
  return stages.flatMap(({ name }) => snapshots.filter(({ stage }) => stage === name));
}

export interface VisionTools {
  readonly prepare: PrepareTools;
  readonly detect: DetectTools;
  readonly read: ReadTools;
}

/** What the vision thread runs: frames in, their readings out. */
export function vision(frames: AsyncIterable<PlacedFrame>, tools: VisionTools): AsyncIterable<FrameReadings> {
  return read(detect(prepare(frames, tools.prepare), tools.detect), tools.read);
}

export interface FlowTools {
  readonly capture: CaptureTools;
  /** The vision thread. */
  readonly look: (frames: AsyncIterable<PlacedFrame>) => AsyncIterable<FrameReadings>;
  readonly track: TrackTools;
  readonly match: MatchTools;
  readonly raise: RaiseTools;
  readonly store: StoreStage;
}

/** What the main thread runs: a camera in, durable detections out. `publish` reads them from the store by cursor. */
export function flow(camera: Camera, tools: FlowTools): AsyncIterable<StoredDetection> {
  const readings = tools.look(capture(camera, tools.capture));
  const matched = match(track(readings, tools.track), tools.match);
  return store(raise(matched, tools.raise), tools.store);
}

/**
 * Whether the unit does its work: frames come and are read, detections are stored, what is stored is acknowledged. A part that
 * has something to do and has not moved for `limitMs` is stuck. A part with nothing to do is not, nor one whose fault is known and
 * whose supervisor is at it (a camera that is unplugged, a broker that can not be reached): restarting would mend neither.
 */
import type { Backlog, CameraCondition } from '../domain/health.ts';
import type { MonotonicMs } from '../domain/instant.ts';
import type { TallySnapshot } from '../domain/tally.ts';

export interface ProgressSources {
  stages(): readonly TallySnapshot[];
  /** Of the vision thread, whose stages tell of themselves only when a frame is done. */
  vision(): { readonly looked: number; readonly underWay: number };
  cameraCondition(): CameraCondition;
  backlog(): Backlog;
  /** Whether the broker can be reached now. */
  connected(): boolean;
}

/** What has moved when its count has, and whether it has anything to do. */
interface Part {
  readonly name: string;
  readonly count: number;
  readonly busy: boolean;
}

export class Progress {
  readonly #sources: ProgressSources;
  readonly #limitMs: number;
  readonly #moved = new Map<string, { readonly count: number; readonly at: MonotonicMs }>();

  constructor(sources: ProgressSources, limitMs: number) {
    this.#sources = sources;
    this.#limitMs = limitMs;
  }

  /** The parts that are stuck; to be asked more often than every `limitMs`. */
  stuck(now: MonotonicMs): readonly string[] {
    return this.#parts().flatMap(({ name, count, busy }) => {
      const last = this.#moved.get(name);
      if (last !== undefined && busy && last.count === count) return now - last.at > this.#limitMs ? [name] : [];
      this.#moved.set(name, { count, at: now });
      return [];
    });
  }

  #parts(): Part[] {
    const { stages, vision, cameraCondition, backlog, connected } = this.#sources;
    const all = stages();
    const { looked, underWay } = vision();
    const stage = (name: string) => all.find((each) => each.stage === name);
    const held = all
      .filter((each) => each.stage !== 'track' && each.stage !== 'publish')
      .map((each) => ({ name: each.stage, count: each.in - each.held, busy: each.held > 0 }));
    return [
      { name: 'frames', count: stage('capture')?.in ?? 0, busy: cameraCondition() === 'delivering' },
      { name: 'vision', count: looked, busy: underWay > 0 },
      // A track holds what it has read for as long as the vehicle is in view.
      ...held,
      { name: 'publish', count: stage('publish')?.out ?? 0, busy: connected() && backlog().messages > 0 },
    ];
  }
}

/**
 * What each way of searching a frame costs, on plain frames of three sizes in which nothing is found: prepare and detect together. The
 * network's runs are what costs, and their number is the same whatever is in the picture.
 */
import { bytesPerImage } from '../../native/index.ts';
import { searches } from '../domain/candidate.ts';
import { openLooker } from './looks.ts';
import { emptyRoad } from './road.ts';
import { isaOf, type Stopwatch } from './stopwatch.ts';

const SIZES = [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
] as const;

export async function timeSearches(stopwatch: Stopwatch): Promise<void> {
  for (const search of searches) {
    const wanted = SIZES.map(([width, height]) => ({
      width,
      height,
      name: `search ${search}, ${width}x${height}`,
    })).filter(({ name }) => stopwatch.wants(name, 'stage'));
    if (wanted.length === 0) continue;
    const looker = await openLooker(Math.max(...SIZES.map(([width, height]) => bytesPerImage('nv12', width, height))), {
      search,
    });
    for (const { width, height, name } of wanted) {
      const { whole } = (await looker.look(emptyRoad(width, height), stopwatch.runs)).stages;
      const { backend } = looker;
      stopwatch.add({ name, kind: 'stage', backend, isa: isaOf(backend), work: whole.work }, whole);
    }
  }
}

/** The vision stages over photographs, or over the simulated frame that comes with the program. */
import { basename } from 'node:path';
import { nativeEngine } from '../devices/native-engine.ts';
import { sharpCodec } from '../devices/sharp-codec.ts';
import { type Looks, openLooker, visionStages } from './looks.ts';
import { emptyRoad } from './road.ts';
import { isaOf, type Stopwatch } from './stopwatch.ts';
import { averaged, brightnessBytes, movingWork } from './work.ts';

const BYTES_PER_PIXEL = 3;

const rows = [...visionStages.map((stage) => [stage, stage] as const), ['whole', 'prepare to read'] as const];

export async function timeStages(stopwatch: Stopwatch, paths: readonly string[]): Promise<void> {
  await timeStill(stopwatch);
  const what = paths.length === 1 ? basename(paths[0]!) : `${paths.length} photographs`;
  const wanted = rows.filter(([, name]) => stopwatch.wants(`stage ${name}, ${what}`, 'stage'));
  if (wanted.length === 0) return;
  const codec = sharpCodec(nativeEngine().lumaOf);
  const sizes = await Promise.all(paths.map((path) => codec.inspect(path)));
  const bytesMost = BYTES_PER_PIXEL * Math.max(...sizes.map(({ width, height }) => width * height));
  const looker = await openLooker(bytesMost);
  const looks: Looks[] = [];
  for (const path of paths) {
    const data = new Uint8Array(bytesMost);
    const geometry = await codec.decode(path, data);
    looks.push(await looker.look({ geometry, data }, Math.ceil(stopwatch.runs / paths.length)));
  }
  for (const [stage, name] of wanted) {
    const each = looks.map(({ stages }) => stages[stage]);
    const work = averaged(each.map((look) => look.work));
    const { backend } = looker;
    stopwatch.add(
      { name: `stage ${name}, ${what}`, kind: 'stage', backend, isa: isaOf(backend), work },
      {
        wall: each.flatMap(({ wall }) => wall),
        cpuMs: each.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / each.length,
      },
    );
  }
}

/** An empty road at which the motion gate has looked: all that a frame costs in which nothing moves. Every second row is read. */
async function timeStill(stopwatch: Stopwatch): Promise<void> {
  const [width, height] = [1920, 1080];
  const name = `stage prepare, a still road of ${width}x${height}`;
  if (!stopwatch.wants(name, 'stage')) return;
  const road = emptyRoad(width, height);
  const never = Number.POSITIVE_INFINITY;
  const looker = await openLooker(road.data.length, { stillness: { emptyMs: never, occupiedMs: never } });
  const { whole } = (await looker.look(road, stopwatch.runs)).stages;
  const { backend } = looker;
  const work = movingWork(brightnessBytes('nv12', width, height) / 2);
  stopwatch.add({ name, kind: 'stage', backend, isa: isaOf(backend), work }, whole);
}

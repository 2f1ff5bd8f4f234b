/** The program itself: the addon and the models, opened as the unit opens them; and the camera that the configuration names. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { FramePool, isa } from '../../native/index.ts';
import type { Config } from '../config/schema.ts';
import { nativeEngine } from '../devices/native-engine.ts';
import { formatOfCamera } from '../devices/v4l2-camera.ts';
import { formatsToAsk } from '../devices/v4l2-format.ts';
import { shippedModels } from '../unit.ts';
import { openVision } from '../vision.ts';
import { type Finding, findingOf, good, leftOut, wrong } from './finding.ts';

export function checkAddon(): Promise<Finding> {
  return findingOf('addon', () => {
    nativeEngine();
    return good('addon', `loads, ${isa().selected}`);
  });
}

/** Their hashes are compared with their cards, and the backend is started. */
export function checkModels({ inference }: Config): Promise<Finding> {
  return findingOf('models', async () => {
    const modelsFolder = inference.models === '' ? shippedModels : inference.models;
    const pool = FramePool.create({ slots: 1, bytesPerSlot: 64 });
    const { backend } = await openVision({ pool, engine: nativeEngine(), modelsFolder, backend: inference.backend });
    return good('models', `${modelsFolder}, on ${backend}`);
  });
}

/** @param path where programs are looked for, as a shell does. */
export async function checkCamera({ camera }: Config, path: string): Promise<Finding> {
  switch (camera.kind) {
    case 'replay':
      return checkPictures(camera.clip === '' ? camera.folder : camera.clip);
    case 'command':
      return checkProgram(camera.program[0], path);
    case 'v4l2':
      return checkVideo(camera);
  }
}

/** Asks what the unit would ask, and sets nothing: a unit that streams goes on undisturbed. */
function checkVideo({ device, formats, width, height, controls }: Config['camera']): Promise<Finding> {
  return findingOf('camera', () => {
    const format = formatOfCamera({ device, formats: formatsToAsk(formats), width, height, controls });
    return good('camera', `${device}, ${width}x${height} ${format}`);
  });
}

async function checkPictures(place: string): Promise<Finding> {
  if (place === '') return leftOut('camera', 'Replay, and no folder is named.');
  if (await may(place, constants.R_OK)) return good('camera', `replay of ${place}`);
  return wrong('camera', `${place} can not be read.`, 'Set camera.folder or camera.clip to what is there.');
}

async function checkProgram(program: string | undefined, path: string): Promise<Finding> {
  if (program === undefined)
    return wrong('camera', 'camera.program is empty.', 'Name the program that writes frames; hw/cameras has examples.');
  const places = program.includes('/') ? [program] : path.split(delimiter).map((folder) => join(folder, program));
  for (const place of places) if (await may(place, constants.X_OK)) return good('camera', place);
  const where = isAbsolute(program) ? 'is not there' : 'is not on the path';
  return wrong(
    'camera',
    `${program} ${where}.`,
    'Install it (rpicam-apps, gstreamer1.0-tools, ffmpeg), or set camera.program.',
  );
}

function may(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}

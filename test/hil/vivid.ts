/**
 * The kernel's simulated camera (vivid): a real V4L2 device to every program, with controls of its own by which it is
 * unplugged, loses frames and breaks them. Needs root and a kernel that has the module: the guest of guest.ts.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nameOf } from '../../firmware/devices/v4l2-controls.ts';
import { openVideoDevice } from '../../native/index.ts';
import { loadModule } from './gpio-sim.ts';

export interface SimulatedCamera {
  readonly path: string;
  /** Sets a control from outside, whoever streams; a button is pressed by any value. */
  control(name: string, value: number): void;
  read(name: string): number;
  /** Takes the camera away; it is there again as soon as nobody has it open. */
  unplug(): void;
}

/** One webcam of six sizes, 320x180 to 3840x2160, with a still picture of eight bars and nothing written over them. */
export function simulatedCamera(): SimulatedCamera {
  const camera = cameraAt(nodeOf('vivid-000-vid-cap'));
  camera.control('osd_text_mode', 2);
  return camera;
}

export interface Screen extends AsyncDisposable {
  /** Stays until the next one is shown. @param picture grey, of `screenSize`. */
  show(picture: Uint8Array): void;
}

/** Built from screen.cc by the host. */
export const screenProgram = fileURLToPath(new URL('../../out/hil/screen', import.meta.url));
export const screenSize = { width: 1280, height: 720 } as const;

/**
 * A camera that looks at a screen: what is shown there is what it delivers, bit for bit, at about a frame a second. (It has 60 of them, all
 * but two of a hundred of which it loses, for the machine's sake.)
 */
export async function cameraBeforeScreen(): Promise<{ readonly camera: SimulatedCamera; readonly screen: Screen }> {
  const camera = cameraAt(nodeOf('vivid-001-vid-cap'));
  camera.control('percentage_of_dropped_buffers', 98);
  camera.control('hdmi_001_0_is_connected_to', 2);
  const { width, height } = screenSize;
  const shows = spawn(screenProgram, [nodeOf('vivid-001-vid-out'), String(width), String(height)], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  await once(shows, 'spawn');
  const screen: Screen = {
    show: (picture) => void shows.stdin.write(picture),
    async [Symbol.asyncDispose]() {
      const ended = once(shows, 'exit');
      shows.kill();
      await ended;
    },
  };
  return { camera, screen };
}

/** The device of a node by its name. The module has two cameras: a webcam, and an HDMI input beside an HDMI output. */
function nodeOf(name: string): string {
  loadModule('vivid', 'n_devs=2', 'node_types=0x1,0x101', 'num_inputs=1,1', 'input_types=0,3', 'output_types=0,1');
  const nodes = readdirSync('/sys/class/video4linux');
  const node = nodes.find((each) => readFileSync(`/sys/class/video4linux/${each}/name`, 'utf8').trim() === name);
  return `/dev/${node}`;
}

function cameraAt(path: string): SimulatedCamera {
  using known = openVideoDevice(path);
  const controls = new Map(known.controls().map((each) => [nameOf(each.name), each]));
  // Opened anew each time and closed at once: unplugged, it comes back only when nobody has it open.
  const camera: SimulatedCamera = {
    path,
    control(name, value) {
      using device = openVideoDevice(path);
      device.write(controls.get(name)!, value);
    },
    read(name) {
      using device = openVideoDevice(path);
      return device.read(controls.get(name)!);
    },
    unplug: () => camera.control('disconnect', 1),
  };
  return camera;
}

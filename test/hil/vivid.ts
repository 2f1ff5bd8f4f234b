/**
 * The kernel's simulated camera (vivid): a real V4L2 device to every program, with controls of its own by which it is
 * unplugged, loses frames and breaks them. Needs root and a kernel that has the module: the guest of guest.ts.
 */
import { readdirSync, readFileSync } from 'node:fs';
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
  loadModule('vivid', 'n_devs=1', 'node_types=0x1', 'num_inputs=1', 'input_types=0');
  const node = readdirSync('/sys/class/video4linux').find((each) =>
    readFileSync(`/sys/class/video4linux/${each}/name`, 'utf8').startsWith('vivid'),
  );
  const path = `/dev/${node}`;
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
  camera.control('osd_text_mode', 2);
  return camera;
}

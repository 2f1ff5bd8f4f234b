/** Takes one list after the other, of 500 plates that bear the list's number, until it is killed; says each that it has begun and ended. */
import { csvOf, delivery, libraryRig } from './rig.ts';

const { library } = await libraryRig({ path: process.argv[2]! });
for (let number = Number(process.argv[3]); ; number++) {
  const plates = Array.from({ length: 500 }, (_, index) => `N${number}X${index}`);
  process.stdout.write(`begun ${number}\n`);
  await library.take(delivery(csvOf(plates), { madeAtMs: number }), 'unit');
  process.stdout.write(`ended ${number}\n`);
}

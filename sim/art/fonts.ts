/**
 * The street's fonts: open ones from the `@fontsource` packages, which are development dependencies. The same that
 * training presses plates with, so that a design names its die by the package.
 */
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

const registered = new Map<string, string>();

/** Registers a font of the `@fontsource` package on first use, in the heaviest cut that suits a plate. */
export function familyOf(fontPackage: string): string {
  const known = registered.get(fontPackage);
  if (known !== undefined) return known;
  const family = `street-${fontPackage}`;
  const { resolve } = createRequire(import.meta.url);
  for (const weight of [700, 600, 400]) {
    let path: string;
    try {
      path = resolve(`@fontsource/${fontPackage}/files/${fontPackage}-latin-${weight}-normal.woff2`);
    } catch {
      continue;
    }
    if (GlobalFonts.registerFromPath(path, family) === null) continue;
    registered.set(fontPackage, family);
    return family;
  }
  throw new Error(`the font package @fontsource/${fontPackage} is not installed; run \`make setup\``);
}

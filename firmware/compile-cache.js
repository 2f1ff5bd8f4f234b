/**
 * Preloaded by `npm run platekeeper` (node --import), and in plain JavaScript, as it must run before any type is stripped: what the
 * compiler made of each file is kept in build/compile-cache, so that a thread that starts again neither strips nor compiles, nor loads
 * what does (25 MiB in the first thread, 8 in each other). Where the folder can not be written, nothing is kept and all is as without.
 * A file that has changed is compiled anew.
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../build/compile-cache', import.meta.url)));

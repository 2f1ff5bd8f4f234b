/** What is begun beneath a signal ends with it, and leaves nothing with it when it ends before. */
import { getEventListeners } from 'node:events';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkedAbort } from '../../firmware/domain/linked-abort.ts';

test('a linked abort is the first of its own and its parent’s, and keeps no hold on a parent that lives on', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('begin', 'end own', 'end parent')), (steps) => {
      const parent = new AbortController();
      const open: AbortController[] = [];
      for (const step of steps) {
        if (step === 'begin') open.push(linkedAbort(parent.signal));
        else if (step === 'end own') open.pop()?.abort('own');
        else parent.abort('parent');
        const held = parent.signal.aborted ? [] : open;
        expect(getEventListeners(parent.signal, 'abort')).toHaveLength(held.length);
        expect(open.every(({ signal }) => signal.aborted === parent.signal.aborted)).toBe(true);
        if (parent.signal.aborted) expect(open.every(({ signal }) => signal.reason === 'parent')).toBe(true);
      }
    }),
  );
});

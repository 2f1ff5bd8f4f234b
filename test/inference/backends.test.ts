/**
 * The backend suite: on the same tensors every backend answers what tfjs's CPU backend does. The shipped models within 1e-4 of an
 * output's scale; single operations by the laws of test/native/network-parity.ts, of which `native` is asked there on each set.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Tensor } from '../../firmware/ports/inference.ts';
import { networkParities } from '../native/network-parity.ts';
import { apart, executedOn, type ModelName } from './networks.ts';
import { others, subjects } from './subjects.ts';

describe.each<ModelName>(['detector', 'reader', 'region'])('the shipped %s', (name) => {
  let expected: readonly Tensor[];
  beforeAll(async () => {
    expected = await executedOn('cpu', name);
  }, 120_000);

  test.for(subjects)("answers on $title as on tfjs's CPU backend", async ({ backend, away }, { skip }) => {
    if (backend === undefined) return skip(away);
    const answers = await executedOn(backend, name);
    answers.forEach((answer, index) => {
      expect(apart(answer, expected[index]!)).toBeLessThan(1e-4);
    });
  });
});

describe.each(others)("tfjs's CPU backend and $title agree on", ({ backend, away }) => {
  test.for(networkParities)('$name', { timeout: 120_000 }, ({ check, broken }, { skip }) => {
    if (backend === undefined) return skip(away);
    if (broken && backend === 'wasm') return skip('wasm does not keep NaN');
    check(backend, 150);
  });
});

/** A1, A2: a key is one person's in one role, or the agency's for lists; whatever else is signed is nobody's. */
import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noKeys } from '../../firmware/governance/keyring.ts';
import { keyringIn, keyringOf, keyringText, newKey, type TestKey } from './keys.ts';

const [chief, lists, stranger] = [newKey('chief-1'), newKey('lists-2026'), newKey('stranger')];
const keyring = await keyringOf([
  { key: chief, person: 'C. Ortega', role: 'administrator' },
  { key: lists, signs: 'hot-lists' },
]);

function signed(body: Uint8Array, key: TestKey, keyId = key.id) {
  return { body, signature: sign(null, body, key.privateKey), keyId };
}

describe('a keyring', () => {
  test('A1 A2 a command is its signer’s, in the role of the key', () => {
    const body = Buffer.from('a command');
    expect(keyring.commander(signed(body, chief))).toEqual({ name: 'C. Ortega', role: 'administrator' });
    expect(keyring.commander(signed(body, stranger))).toBeUndefined();
    expect(keyring.commander(signed(body, stranger, 'chief-1'))).toBeUndefined();
    expect(noKeys.commander(signed(body, chief))).toBeUndefined();
  });

  test('A1 a key for lists signs no command, and a key for commands no list', () => {
    const body = Buffer.from('a list');
    expect(keyring.signedList(signed(body, lists))).toBe(true);
    expect(keyring.commander(signed(body, lists))).toBeUndefined();
    expect(keyring.signedList(signed(body, chief))).toBe(false);
  });

  test('A1 A2 has another digest for another key, id, name, role or use, and the same for the same', async () => {
    const ortega = { key: chief, person: 'C. Ortega', role: 'administrator' };
    const rings = await Promise.all(
      [
        ...[ortega, { ...ortega, role: 'auditor' }, { ...ortega, person: 'D. Lee' }],
        ...[
          { ...ortega, signs: 'hot-lists' },
          { ...ortega, key: { ...chief, id: 'chief-2' } },
        ],
        { ...ortega, key: { ...stranger, id: chief.id } },
      ].map((each) => keyringOf([each])),
    );
    const digests = new Set([noKeys, keyring, ...rings].map(({ digest }) => digest));
    expect(digests.size).toBe(rings.length + 2);
    expect((await keyringOf([ortega])).digest).toBe(rings[0]!.digest);
  });

  test('a body or signature that was changed in any byte is nobody’s', () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), fc.boolean(), (body, at, by, inBody) => {
        const whole = signed(body, chief);
        const flip = (from: Uint8Array) => from.with(at % from.length, from[at % from.length]! ^ by);
        const changed = inBody ? { ...whole, body: flip(body) } : { ...whole, signature: flip(whole.signature) };
        expect(keyring.commander(changed)).toBeUndefined();
      }),
    );
    const whole = signed(Buffer.from('x'), chief);
    for (const length of [0, 63, 65])
      expect(keyring.commander({ ...whole, signature: Buffer.alloc(length) })).toBeUndefined();
  });

  test('A1 H6 a file with a key twice, without its person, or of another kind is refused by the key’s id, never its bytes', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' });
    const person = { person: 'C. Ortega', role: 'administrator' };
    const wrong = [
      [
        [
          { key: chief, ...person },
          { key: chief, ...person },
        ],
        'stands twice',
      ],
      [[{ key: chief, person: 'C. Ortega' }], 'a person and a role'],
      [[{ key: { ...chief, publicPem: rsa.toString() }, ...person }], 'not Ed25519'],
      [[{ key: { ...chief, publicPem: '-----BEGIN PUBLIC KEY-----\nAAAA\n' }, ...person }], 'not a public key'],
    ] as const;
    for (const [listed, why] of wrong) {
      const error = await keyringIn(keyringText(listed)).catch((each) => each);
      expect(error).toMatchObject({ code: 'config.invalid-value' });
      expect(error.message).toContain(
        `key chief-1: ${why === 'a person and a role' ? `a key for commands has ${why}` : why}`,
      );
      expect(error.message).not.toContain(chief.publicPem.split('\n')[1]);
    }
    const again = { ...chief, id: 'chief-2' };
    const twice = [
      { key: chief, person: 'C. Ortega', role: 'detective' },
      { key: again, person: 'D. Ortega', role: 'supervisor' },
    ];
    await expect(keyringOf(twice)).rejects.toMatchObject({
      detail: expect.stringContaining('key chief-2: it is the key chief-1 under another id'),
    });
    await expect(keyringOf([{ key: chief, person: 'C. Ortega', role: 'chief' }])).rejects.toMatchObject({
      code: 'config.invalid-value',
    });
  });
});

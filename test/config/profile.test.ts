import { describe, expect, test } from 'vitest';
import { loadProfile, shippedProfiles } from '../../firmware/config/profile.ts';

describe('a profile', () => {
  test.each(['bloomington'])('%s is read, and carries its own id', async (id) => {
    const profile = await loadProfile(id);
    expect(profile.id).toBe(id);
    expect(profile.retention.detections_hours).toBeLessThanOrEqual(2160);
  });

  test('a unit without one is told which there are', async () => {
    await expect(loadProfile('')).rejects.toThrow(shippedProfiles.join(', '));
  });
});

/** What the store puts into its outbox and keeps beside it, and reads back: each message final, with its sequence inside. */
import { alertMessage, alertOf } from './alert-codec.ts';
import { detectionParts, readOf } from './alpr-codec.ts';
import { endingRecord, hitRecord } from './hit-record.ts';
import type { MessageEncoder } from './sqlite-store.ts';

export const alprEncoder: MessageEncoder = {
  detection: detectionParts,
  alert: alertMessage,
  alertOf,
  hit: hitRecord,
  ending: endingRecord,
  read: readOf,
};

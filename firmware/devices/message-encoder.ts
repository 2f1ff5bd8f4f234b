/** What the store puts into its outbox, and reads its alerts back by: each message final, with its sequence inside. */
import { alertMessage, alertOf } from './alert-codec.ts';
import { detectionMessage } from './alpr-codec.ts';
import type { MessageEncoder } from './sqlite-store.ts';

export const alprEncoder: MessageEncoder = { detection: detectionMessage, alert: alertMessage, alertOf };

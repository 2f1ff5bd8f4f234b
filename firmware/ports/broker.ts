/** The broker: where messages go. Adapter: MQTT 5 (mqtt package) to any standard broker. */

import type { Fault } from '../domain/fault.ts';

export interface Message {
  readonly topic: string;
  readonly payload: Uint8Array;
  readonly retain: boolean;
}

export interface Broker {
  /** Resolves when the broker has acknowledged the message (PUBACK); rejects with a Fault when it could not be sent. */
  publish(message: Message, signal: AbortSignal): Promise<void>;
  /** Resolves when a connection is up; waits for as long as it takes. Rejects with the signal's reason. */
  connected(signal: AbortSignal): Promise<void>;
  /**
   * Why there is no connection now, or `broker.slow` where there is one and an acknowledgement takes long; undefined while all is
   * well, and before the first attempt has failed.
   */
  readonly fault: Fault | undefined;
  readonly state: 'connected' | 'connecting' | 'refused' | 'closed';
  /** Messages for this unit (commands), from the topics the adapter was told to subscribe to. */
  received(signal: AbortSignal): AsyncIterable<Message>;
  [Symbol.asyncDispose](): Promise<void>;
}

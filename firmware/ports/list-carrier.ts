/**
 * What brings hot lists to a unit. It carries bytes and judges nothing: whether a list is taken is said by its signed statement and the
 * library. Adapters: a folder into which files are put, and an address that is asked by HTTPS.
 */
export interface ListCarrier {
  /** For logs. */
  readonly name: string;
  /** Lists that are there and were not settled before. Rejects with Fault `hotlist.unreachable`, or the signal's reason. */
  offers(signal: AbortSignal): Promise<readonly OfferedList[]>;
}

export interface OfferedList {
  /** For messages. */
  readonly name: string;
  /** The text of the statement beside the list. */
  readonly statement: string;
  /** The list's bytes, once. Rejects with Fault `hotlist.unreachable` or, where there are too many, `hotlist.refused`. */
  chunks(): AsyncIterable<Uint8Array>;
  /** It is not offered again as it is. @param refusal for whoever brought it; undefined: it was taken. */
  settle(refusal: string | undefined): Promise<void>;
}

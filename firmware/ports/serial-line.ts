/** A serial line: bytes in the order they arrived. Adapter: the serialport package over a UART, USB or pty. */

export interface SerialLine {
  readonly path: string;
  /**
   * Opens it, eight data bits, no parity; what arrives from then on is delivered. Throws Fault `gps.missing` when it can not be
   * opened. May be opened anew, at another rate, once it was closed; the opener closes it.
   */
  open(baudRate: number): Promise<OpenLine>;
}

export interface OpenLine extends AsyncDisposable {
  /** Chunks as they arrive, whatever their cut. Ends when the signal aborts; throws Fault `gps.missing` when the line vanishes. */
  bytes(signal: AbortSignal): AsyncIterable<Uint8Array>;
  /** Sends what the kernel takes at once. A line that can not be written swallows it: whoever needs an answer waits for that. */
  write(bytes: Uint8Array): void;
}

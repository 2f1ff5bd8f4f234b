/** A serial line: bytes in the order they arrived. Adapter: the serialport package over a UART, USB or pty. */

export interface SerialLine {
  readonly path: string;
  /**
   * Chunks as they arrive, whatever their cut. Ends when the signal aborts; throws Fault `gps.missing` when the port
   * can not be opened or vanishes. May be called again to open it anew. `opened` is called once it is open: what
   * arrives from then on is delivered.
   */
  bytes(signal: AbortSignal, opened?: () => void): AsyncIterable<Uint8Array>;
}

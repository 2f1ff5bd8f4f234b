/**
 * Which Fault a failed connection or a refused message is: refused, when one side would not have the other or the
 * message; unreachable for everything that the network does by itself. A detail holds codes and the broker's address.
 */
import { Fault, faultOf } from '../domain/fault.ts';

/** Reasons of MQTT 5 (section 2.4) that pass by themselves: server unavailable, busy, quota, use another, moved, rate. */
const passing: ReadonlySet<number> = new Set([0x88, 0x89, 0x8b, 0x8d, 0x8e, 0x97, 0x9c, 0x9d, 0x9f]);

export function faultOfConnection(error: unknown, broker: string): Fault {
  const known = faultOf(error);
  if (known) return known;
  const { code, message } = error as Error & { code?: string | number };
  if (typeof code === 'number') {
    const refused = code >= 0x80 ? !passing.has(code) : code > 0 && code < 6 && code !== 3;
    return new Fault(
      refused ? 'broker.refused' : 'broker.unreachable',
      `${broker}: MQTT reason 0x${code.toString(16).padStart(2, '0')}.`,
      error,
    );
  }
  if (code !== undefined && isTls(code)) return new Fault('broker.refused', `${broker}: ${code}.`, error);
  return new Fault('broker.unreachable', `${broker}: ${code ?? message}.`, error);
}

/** TLS alerts (ERR_SSL_*), Node's own checks (ERR_TLS_*), and OpenSSL's verdicts on a certificate. */
function isTls(code: string): boolean {
  return /^ERR_(SSL|TLS|OSSL)_/.test(code) || /CERT|SIGNATURE|^CRL_|^UNABLE_TO_|^INVALID_(CA|PURPOSE)$/.test(code);
}

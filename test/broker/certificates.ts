/** Certificates for one test, made by the openssl command: an authority, a broker's, a unit's, and a stranger's. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { CertificateFiles } from '../../firmware/devices/mqtt-broker.ts';
import { program } from './programs.ts';

export interface Certificates {
  readonly broker: CertificateFiles;
  readonly unit: CertificateFiles;
  /** Trusts the right authority, and is signed by another. */
  readonly stranger: CertificateFiles;
}

export function makeCertificates(folder: string): Certificates {
  const authority = makeAuthority(folder, 'authority');
  const other = makeAuthority(folder, 'other');
  return {
    broker: issue(folder, authority, 'localhost', authority.certificate),
    unit: issue(folder, authority, 'unit-7', authority.certificate),
    stranger: issue(folder, other, 'stranger', authority.certificate),
  };
}

interface Authority {
  readonly certificate: string;
  readonly key: string;
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

function makeAuthority(folder: string, name: string): Authority {
  const certificate = join(folder, `${name}.crt`);
  const key = join(folder, `${name}.key`);
  openssl('req', '-x509', ...newKey, '-subj', `/CN=${name}`, '-days', '2', '-keyout', key, '-out', certificate);
  return { certificate, key };
}

function issue(folder: string, authority: Authority, name: string, ca: string): CertificateFiles {
  const certificate = join(folder, `${name}.crt`);
  const key = join(folder, `${name}.key`);
  // 10.0.2.2 is this machine to a guest of QEMU (test/hil).
  const names = [
    '-addext',
    'subjectAltName=DNS:localhost,IP:127.0.0.1,IP:10.0.2.2',
    '-addext',
    'basicConstraints=CA:FALSE',
  ];
  const signer = ['-CA', authority.certificate, '-CAkey', authority.key];
  const subject = ['-subj', `/CN=${name}`, '-days', '2'];
  openssl('req', '-x509', ...newKey, ...subject, ...names, ...signer, '-keyout', key, '-out', certificate);
  return { ca, certificate, key };
}

function openssl(...args: readonly string[]): void {
  execFileSync(program('openssl'), args, { stdio: ['ignore', 'ignore', 'pipe'] });
}

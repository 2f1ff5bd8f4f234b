/** What the doctor found of one thing: good, wrong with its remedy, or left out because nothing asks for it. */
import { type Fault, faultOf } from '../domain/fault.ts';

export interface Finding {
  /** What was looked at, such as `line strobe`. */
  readonly subject: string;
  readonly state: 'good' | 'wrong' | 'left-out';
  readonly found: string;
  /** Of what is wrong: what a person does about it. */
  readonly remedy?: string;
  readonly measured?: Readonly<Record<string, number | boolean>>;
}

export function good(subject: string, found: string): Finding {
  return { subject, state: 'good', found };
}

export function wrong(subject: string, found: string, remedy: string): Finding {
  return { subject, state: 'wrong', found, remedy };
}

export function leftOut(subject: string, found: string): Finding {
  return { subject, state: 'left-out', found };
}

export function wrongBy(subject: string, { detail, remedy }: Fault): Finding {
  return wrong(subject, detail, remedy);
}

/** What `look` finds; a fault of it is a finding too, any other error is not the doctor's. */
export async function findingOf(subject: string, look: () => Finding | Promise<Finding>): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return wrongBy(subject, fault);
  }
}

/** Roles that the policies know (POLICY.md A2); a profile says what each may do. */
export const roles = ['dispatcher', 'officer', 'detective', 'supervisor', 'administrator', 'auditor'] as const;
export type Role = (typeof roles)[number];

export function isRole(word: string): word is Role {
  return (roles as readonly string[]).includes(word);
}

/** Someone with an account of their own, in the role that they act in (POLICY.md A1). */
export interface Person {
  readonly name: string;
  readonly role: Role;
}

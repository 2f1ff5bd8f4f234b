/**
 * What is seen of a vehicle beside its plate, each where it is known, in the codes of the National Crime Information Center (VMA, VMO,
 * VCO: `DODG`, `MAG`, `RED`), as hot lists have them. Nothing of this program sees any of it yet.
 */
export interface SeenVehicle {
  readonly make?: string;
  readonly model?: string;
  readonly colour?: string;
}

/** An object as it is written, as far as its name goes. */

/** What is needed of an object to name it, and the file it is in. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

/** What a graph of one cluster is made of. */

/** What an object is to the registry; decides its colour. */
export type Tone = 'registry' | 'storage' | 'secret' | 'job' | 'other';

/** One box. */
export interface GraphNode {
  readonly tone: Tone;
  /** What it is: its kind, or what several objects are together. */
  readonly title: string;
  /** Its name, or the number of objects in it. */
  readonly name: string;
  /** The wave in which it is synced; `before` what is created elsewhere, and `after` what the registry fills. */
  readonly when: number | 'before' | 'after';
}

/** Positions of two boxes: the second needs the first. */
export type GraphEdge = readonly [number, number];

/** All boxes of a cluster. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

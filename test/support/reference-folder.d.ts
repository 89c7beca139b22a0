/** The folder of the real CRDs, or undefined if there is no such folder. */
export declare function referenceFolder(): string | undefined;

/** The folder of the real CRDs, or undefined where there is none. */
export declare function referenceFolder(): string | undefined;

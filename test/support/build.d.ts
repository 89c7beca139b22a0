/** Compiles the app once for the tests that run it as a program. */
declare const build: { (): void; readonly BUILT: string };
export = build;

/** What a command takes and does, as data: parsing, help, errors, completion and docs/cli.md all read it. */

/** The command line of one command, checked: every option exists, and has one of its values. */
export interface Arguments {
  /** The value of an option, from the command line or else from its environment variable. */
  readonly text: (option: string) => string | undefined;
  /** The values of an option that may be repeated. */
  readonly list: (option: string) => readonly string[];
  /** Whether an option is on the command line. */
  readonly flag: (option: string) => boolean;
  readonly words: readonly string[];
}

/** What a shell can complete where no fixed words are known. */
export type Completion = 'file' | 'folder' | 'cluster' | 'code';

/** An option. Without `value` it is a switch. */
export interface OptionEntry {
  /** As it is written after `--`. */
  readonly name: string;
  /** One letter, as it is written after `-`. */
  readonly short?: string;
  /** The name of its value in help, in capitals. */
  readonly value?: string;
  /** The only valid values. */
  readonly choices?: readonly string[];
  /** Whether it may be repeated. */
  readonly multiple?: boolean;
  /** What it does: one sentence without a capital at its start and a full stop at its end. */
  readonly does: string;
  /** The default, in words. */
  readonly otherwise?: string;
  /** The environment variable that is read where the option is not given. */
  readonly environment?: string;
  readonly completes?: Completion;
}

/** An argument that is not an option. */
export interface WordEntry {
  /** In capitals. */
  readonly name: string;
  /** What to add where a required one is missing, with an example; absent for an optional one. */
  readonly required?: string;
  /** Whether there may be any number. */
  readonly multiple?: boolean;
  readonly choices?: readonly string[];
  readonly completes?: Completion;
}

/** A command line to copy. */
export interface Example {
  readonly line: string;
  /** What it does. */
  readonly does: string;
}

/** Runs a command and returns its exit status. */
export type Run = (args: Arguments) => number | Promise<number>;

/** A command. */
export interface CommandEntry {
  readonly name: string;
  /** One sentence without a capital at its start and a full stop at its end. */
  readonly does: string;
  /** Paragraphs of its help, after that sentence. */
  readonly about?: readonly string[];
  readonly words: readonly WordEntry[];
  readonly options: readonly OptionEntry[];
  readonly examples: readonly [Example, ...Example[]];
  /** Groups of options that exclude each other. */
  readonly excludes?: readonly (readonly string[])[];
  /** Options that need another one. */
  readonly needs?: readonly { readonly option: string; readonly other: string }[];
  /** Whether arguments may be secrets given in the wrong place: then messages repeat none of them. */
  readonly hidesArguments?: boolean;
  /** Its code, which is read only when the command runs: help and completion start without it. */
  readonly load: () => Run;
}

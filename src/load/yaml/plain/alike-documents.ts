/**
 * Documents that are written like one that was read before. Most clusters of a fleet have the same keys in the same order, and
 * other names: to find these in such a text takes a third of the time of reading it.
 */

import { AlikeDocument, DocumentForm, type GapKind, gapText } from './document-form';
import type { NodeDocument, PlainDocument } from './plain-document';
import { readPlain } from './read-plain';

/** More forms, or with more gaps, are not kept. */
const MOST_FORMS = 100;
const MOST_GAPS = 100;

/** Longer documents are read node by node: a cluster takes a tenth of that. */
const MOST_CHARACTERS = 8 * 1024;

/** What follows in forms that begin in the same way: a text, and then a gap or the end. */
interface Step {
  readonly text: string;
  readonly gap: GapKind | undefined;
  readonly next: Step[];
  /** At the end. */
  readonly form: DocumentForm | undefined;
}

/** Reads documents, and knows their forms. */
export class AlikeDocuments {
  readonly #steps: Step[] = [];
  #forms = 0;

  /** `whole` reads a text node by node. */
  public constructor(private readonly whole: (text: string) => NodeDocument | null | undefined) {}

  /** The document in a text, `null` if it is empty; undefined if it is more than plain YAML. */
  public read(text: string): PlainDocument | null | undefined {
    if (text.length > MOST_CHARACTERS) return this.whole(text);
    const words: string[] = [];
    const form = find(this.#steps, text, 0, words);
    if (form !== undefined) return new AlikeDocument(form, words, () => this.whole(text));
    const document = this.whole(text);
    if (document && this.#forms < MOST_FORMS) this.#keep(new DocumentForm(text, document));
    return document;
  }

  #keep(form: DocumentForm): void {
    if (form.gaps.length > MOST_GAPS) return;
    this.#forms += 1;
    let steps = this.#steps;
    for (const [index, text] of form.between.entries()) {
      const gap = form.gaps[index]?.kind;
      let step = steps.find(known => known.text === text && known.gap === gap);
      if (step === undefined) {
        step = { text, gap, next: [], form: gap === undefined ? form : undefined };
        steps.push(step);
      }
      steps = step.next;
    }
  }
}

const DOCUMENTS = new AlikeDocuments(readPlain);

/** The document in a text, `null` if it is empty; undefined if it is more than plain YAML. */
export const plainDocument = (text: string): PlainDocument | null | undefined => DOCUMENTS.read(text);

/** The form of the rest of a text; adds the words in its gaps. */
function find(steps: readonly Step[], text: string, at: number, words: string[]): DocumentForm | undefined {
  for (const step of steps) {
    if (!text.startsWith(step.text, at)) continue;
    const end = at + step.text.length;
    if (step.gap === undefined) {
      if (end === text.length) return step.form;
      continue;
    }
    const word = gapText(step.gap, text, end);
    if (word === undefined) continue;
    words.push(word);
    const form = find(step.next, text, end + word.length, words);
    if (form !== undefined) return form;
    words.pop();
  }
  return undefined;
}

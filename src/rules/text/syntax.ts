/** The form of every text: what the API accepts in its field, and no invisible characters. */

import type { FoundText } from '../../config/texts';
import { TEXT_FIELDS } from '../../facts/text-fields';
import { isVisible, isWhole } from '../../findings/visible';
import { TEXT_FORMS, type TextForm } from '../../values/text-forms';
import { type Hit, hitIf, type Rule } from '../rule';
import { inEveryText } from './every-text';

/** A text without the form of its field. */
export function syntaxHits(found: FoundText): readonly Hit[] {
  const form = formOf(found.field);
  return form === undefined || form.fits(found.text) || !isVisible(found.text)
    ? []
    : [
        {
          path: found.path,
          what: `${nameOf(found)} "${found.text}" is not ${form.words}`,
          fix: `write ${form.words}`,
        },
      ];
}

function formOf(field: string): TextForm | undefined {
  const kind = TEXT_FIELDS.get(field);
  return kind === undefined || kind === 'ruled' || kind === 'line' || kind === 'text' ? undefined : TEXT_FORMS[kind];
}

/** Characters that nobody sees, where the text is not free; halves of a character, which no YAML can hold, everywhere. */
export const characterHits = (found: FoundText): readonly Hit[] =>
  hitIf(!(TEXT_FIELDS.get(found.field) === 'text' ? isWhole : isVisible)(found.text), () => ({
    path: found.path,
    what: `${nameOf(found)} "${found.text}" must not have invisible characters`,
  }));

/** The name of the text in a message. */
function nameOf({ field, path }: FoundText): string {
  const [key, parent] = [path.at(-1), path.at(-2)];
  if (field.endsWith('.{}')) return `the key of ${String(parent)}`;
  return String(typeof key === 'number' ? parent : key);
}

const syntax: Rule = {
  code: 'VALUE_SYNTAX',
  severity: 'error',
  acceptable: false,
  title: 'a value does not have the form that its field needs',
  why: 'the API server refuses the object, or what reads the value finds nothing with it',
  fix: 'write the value in the form that the message names',
  source: 'src/values/text-forms.ts, where each form names its own',
  bad: `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], volume: {nfs: {server: nfs.example.com, path: exports/registry}}}}`,
  good: `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], volume: {nfs: {server: nfs.example.com, path: /exports/registry}}}}`,
  check: inEveryText(syntaxHits),
};

/** Characters that cannot be seen. */
export const TEXT_CHARACTERS = {
  code: 'TEXT_INVISIBLE',
  severity: 'error',
  acceptable: false,
  title: 'a value has invisible characters: control characters, or marks that change the direction of text',
  why: 'the value is not what people see: nothing is found with it, and in a terminal, a log or a review it looks like something else',
  fix: 'type the value again; in YAML write |- instead of | for a block without a newline at its end',
  source: 'Unicode Technical Report 36, section 2.5',
  bad: `
    platform: openstack
    storage: {swift: {container: "registry\\n"}}`,
  good: `
    platform: openstack
    storage: {swift: {container: registry}}`,
  check: inEveryText(characterHits),
} satisfies Rule;

/** In the order they are listed in the documentation. */
export const TEXT_SYNTAX_RULES: readonly Rule[] = [syntax, TEXT_CHARACTERS];

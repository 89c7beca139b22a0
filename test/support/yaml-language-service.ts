/** The engine of the editors' YAML extension, in this process: what it proposes and what it marks. */

import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server/out/server/src/languageservice/yamlLanguageService';
import { SettingsState } from 'yaml-language-server/out/server/src/yamlSettings';
import { pathInRoot } from './generated';

/** One proposal of an editor. */
export interface Proposal {
  readonly label: string;
  /** What is inserted: each place to type over has its text, `${1:text}` is `text`. */
  readonly text: string;
}

/** An editor with a file that follows one of our schemas. */
export interface Editor {
  /** Proposals at the `|` of a text. */
  readonly proposals: (text: string) => Promise<readonly Proposal[]>;
  /** Marks, as messages. */
  readonly marks: (text: string) => Promise<readonly string[]>;
  /** The help at the `|` of a text. */
  readonly help: (text: string) => Promise<string>;
}

/** `fleet` or `cluster`, the file that is edited. */
export function editor(schema: 'fleet' | 'cluster'): Editor {
  const settings = new SettingsState();
  const service = getLanguageService({
    schemaRequestService: async uri => readFileSync(fileURLToPath(uri), 'utf8'),
    workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
    yamlSettings: settings,
    clientCapabilities: {
      textDocument: { completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } } },
    },
  });
  const uri = pathToFileURL(pathInRoot(`schema/${schema}.schema.json`)).href;
  service.configure({ validate: true, hover: true, completion: true, schemas: [{ uri, fileMatch: ['*.yaml'] }] });
  let version = 0;
  const open = (text: string): TextDocument => {
    version += 1;
    // a comment that names the schema is relative to the file, which is none here
    const document = TextDocument.create(
      'file:///edited.yaml',
      'yaml',
      version,
      text.replaceAll('$schema=', 'schema: '),
    );
    settings.documents = { get: () => document } as unknown as SettingsState['documents'];
    return document;
  };
  const at = (text: string): [TextDocument, ReturnType<TextDocument['positionAt']>] => {
    const document = open(text.replace('|', ''));
    return [document, document.positionAt(text.indexOf('|'))];
  };
  return {
    proposals: async text => {
      const { items } = await service.doComplete(...at(text), false);
      return items.map(({ label, textEdit, insertText }) => ({
        label,
        text: typed(textEdit?.newText ?? insertText ?? label),
      }));
    },
    marks: async text => (await service.doValidation(open(text), false)).map(({ message }) => message),
    help: async text => JSON.stringify((await service.doHover(...at(text)))?.contents ?? ''),
  };
}

/** A snippet after the tab key, pressed until it is done. */
const typed = (snippet: string): string =>
  snippet
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/\$\{?\d+\}?/g, '')
    .replace(/\\([\\$}])/g, '$1');

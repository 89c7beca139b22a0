import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';

/** Every call of `require` with a name; a compiler writes no other. */
export const REQUIRE = /\brequire\((['"])([^'"]+)\1\)/g;

/**
 * Every module that can be reached from one, by its file, with its text and the files of what it requires. JSON, and what is
 * `excluded`, is no module.
 */
export function modulesFrom(entry, excluded) {
  const modules = new Map();
  const visit = file => {
    if (modules.has(file) || excluded.includes(file) || file.endsWith('.json')) return;
    const text = readFileSync(file, 'utf8').replace(/^#!.*/, '');
    const required = new Map();
    modules.set(file, { text, required });
    for (const [, , name] of text.matchAll(REQUIRE)) {
      if (isBuiltin(name)) continue;
      required.set(name, createRequire(file).resolve(name));
      visit(required.get(name));
    }
  };
  visit(entry);
  return modules;
}

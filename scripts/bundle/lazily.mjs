import { createRequire } from 'node:module';

/** What the compiler writes for an import at the top of a module, made when it is used for the first time. */
export function lazily(text) {
  const imports = [];
  const declared = text.replace(/^const (\w+_\d+) = (require\(.*\));$/gm, (_, name, value) => {
    imports.push([name, value]);
    return `let ${name};`;
  });
  return imports.reduce((done, [name, value]) => done.replace(usesOf(name), () => `(${name} ??= ${value})`), declared);
}

/** Neither a part of a longer name nor a property; what is spread begins with dots too. */
const usesOf = name => new RegExp(`(?<![\\w$])(?<!(?<!\\.\\.)\\.)(?<!let )${name}(?![\\w$])`, 'g');

/** `export * from`, each name by itself, so that no module is evaluated before something of it is used. */
export const starLazily = (file, text) =>
  text.replace(/^__exportStar\(require\("([^"]+)"\), exports\);$/gm, (_, name) =>
    Object.keys(createRequire(file)(name))
      .map(
        key => `Object.defineProperty(exports, "${key}", { enumerable: true, get: () => require("${name}").${key} });`,
      )
      .join('\n'),
  );

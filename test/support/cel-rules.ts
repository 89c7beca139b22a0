/** The few CEL rules of the CRDs we test against, by hand: a full CEL interpreter would be a dependency of its own. */

import type { Schema } from './structural-schema';

type Fields = Readonly<Record<string, unknown>>;
type Predicate = (self: unknown) => boolean;

const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

/** Rule text, white space collapsed, to what it means. */
const RULES: Readonly<Record<string, Predicate>> = {
  "has(self.type) && self.type == 'Internal' ? true : !has(self.internal)": self =>
    fields(self).type === 'Internal' || !('internal' in fields(self)),
  'has(self.blockedRegistries) ? !has(self.allowedRegistries) : true': self =>
    !('blockedRegistries' in fields(self) && 'allowedRegistries' in fields(self)),
};

export interface CelResult {
  /** Rules that are broken, with the path. */
  readonly errors: readonly string[];
  /** Rules on fields the object sets that nothing here can evaluate. */
  readonly notEvaluated: readonly string[];
}

/** Evaluates every rule on every value that the object sets. */
export function evaluateRules(schema: Schema, value: unknown, path = ''): CelResult {
  const here = rulesOf(schema).map(rule => ({ rule, predicate: predicateOf(rule) }));
  const broken = here.filter(({ predicate }) => predicate !== undefined && !predicate(value));
  const unknown = here.filter(({ predicate }) => predicate === undefined);
  const below = children(schema, value, path).map(child => evaluateRules(child.schema, child.value, child.path));
  return {
    errors: [...broken.map(({ rule }) => `${path}: breaks the rule ${rule}`), ...below.flatMap(({ errors }) => errors)],
    notEvaluated: [
      ...unknown.map(({ rule }) => `${path}: ${rule}`),
      ...below.flatMap(({ notEvaluated }) => notEvaluated),
    ],
  };
}

/** Rules about `oldSelf` hold between two versions of an object, so they say nothing about a manifest. */
function rulesOf(schema: Schema): readonly string[] {
  const rules = (schema['x-kubernetes-validations'] ?? []) as readonly { readonly rule: string }[];
  return rules.map(({ rule }) => normalizeRule(rule)).filter(rule => !rule.includes('oldSelf'));
}

/** One spelling for a rule that was folded over several lines. */
export const normalizeRule = (rule: string): string => rule.trim().replace(/\s+/g, ' ');

function predicateOf(rule: string): Predicate | undefined {
  const pattern = /^self\.matches\('(.*)'\)$/.exec(rule)?.[1];
  if (pattern === undefined) return RULES[rule];
  const expression = new RegExp(pattern.replace(/\\(.)/g, '$1'));
  return self => typeof self === 'string' && expression.test(self);
}

interface Child {
  readonly schema: Schema;
  readonly value: unknown;
  readonly path: string;
}

function children(schema: Schema, value: unknown, path: string): readonly Child[] {
  const items = schema.items;
  if (Array.isArray(value)) {
    return items === undefined ? [] : value.map((item, i) => ({ schema: items, value: item, path: `${path}[${i}]` }));
  }
  const others = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
  return Object.entries(fields(value)).flatMap(([name, child]) => {
    const known = schema.properties?.[name] ?? others;
    return known === undefined ? [] : [{ schema: known, value: child, path: path === '' ? name : `${path}.${name}` }];
  });
}

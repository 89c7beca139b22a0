/** Validates an object against a CustomResourceDefinition the way a strict API server does: unknown fields are errors. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import { parseAllDocuments } from 'yaml';
import { type CelResult, evaluateRules } from './cel-rules';
import { objectSchema, type Schema } from './structural-schema';

/** A CustomResourceDefinition, v1beta1 or v1, in one form. */
export interface Crd {
  readonly group: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** Schema by version name. */
  readonly versions: ReadonlyMap<string, Schema>;
}

interface RawVersion {
  readonly name: string;
  readonly schema?: { readonly openAPIV3Schema?: Schema };
}

interface RawCrd {
  readonly kind?: string;
  readonly spec: {
    readonly group: string;
    readonly scope: string;
    readonly names: { readonly kind: string };
    readonly version?: string;
    readonly versions?: readonly RawVersion[];
    readonly validation?: { readonly openAPIV3Schema?: Schema };
  };
}

/** Every CRD of the YAML files directly in a folder, in file order. */
export const loadCrds = (folder: string): readonly Crd[] =>
  readdirSync(folder)
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .flatMap(file => parseCrds(readFileSync(join(folder, file), 'utf8')));

/** Every CRD of a YAML text. */
export const parseCrds = (text: string): readonly Crd[] =>
  parseAllDocuments(text)
    .map(document => document.toJS() as RawCrd | null)
    .filter((raw): raw is RawCrd => raw?.kind === 'CustomResourceDefinition')
    .map(normalize);

/** v1beta1 may keep one version and one schema beside the list of versions. */
function normalize({ spec }: RawCrd): Crd {
  const listed: readonly RawVersion[] = spec.versions ?? [{ name: spec.version ?? '' }];
  const shared = spec.validation?.openAPIV3Schema;
  const versions = listed.map(({ name, schema }) => [name, schema?.openAPIV3Schema ?? shared ?? {}] as const);
  return {
    group: spec.group,
    kind: spec.names.kind,
    namespaced: spec.scope !== 'Cluster',
    versions: new Map(versions),
  };
}

/** Finds the CRD of an object's apiVersion and kind. */
export const findCrd = (crds: readonly Crd[], apiVersion: string, kind: string): Crd | undefined =>
  crds.find(crd => crd.kind === kind && [...crd.versions.keys()].some(name => `${crd.group}/${name}` === apiVersion));

const compiled = new WeakMap<Schema, ValidateFunction>();

/** What is wrong with an object, each as `path: message`; an empty list when the API server would take it as it is. */
export function validator(crd: Crd, apiVersion: string): (object: unknown) => readonly string[] {
  const schema = schemaOf(crd, apiVersion);
  const validate = compiled.get(schema) ?? ajv.compile(objectSchema(schema, apiVersion, crd.kind, crd.namespaced));
  compiled.set(schema, validate);
  return object => {
    const valid = validate(object);
    return [...(valid ? [] : (validate.errors ?? []).map(describe)), ...evaluateRules(schema, object).errors];
  };
}

/** CEL rules on fields the object sets that these tests cannot evaluate, each as `path: rule`. */
export const notEvaluated = (crd: Crd, apiVersion: string, object: unknown): CelResult['notEvaluated'] =>
  evaluateRules(schemaOf(crd, apiVersion), object).notEvaluated;

function schemaOf(crd: Crd, apiVersion: string): Schema {
  const schema = crd.versions.get(apiVersion.slice(crd.group.length + 1));
  if (schema === undefined) throw new Error(`${crd.kind} has no version ${apiVersion}`);
  return schema;
}

/** Quantities and names are Go regular expressions; `(?i)` is the one construct in use that JavaScript spells otherwise. */
const goRegExp = Object.assign(
  (pattern: string) => (pattern.startsWith('(?i)') ? new RegExp(pattern.slice(4), 'i') : new RegExp(pattern)),
  { code: 'goRegExp' },
);

/** Its optimizer takes as long as all else, and an object or two is all that a schema is for. */
function newAjv(): Ajv {
  const instance = new Ajv({
    allErrors: true,
    strict: false,
    logger: false,
    code: { regExp: goRegExp, optimize: false },
  });
  instance.addFormat('int32', {
    type: 'number',
    validate: value => Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31,
  });
  instance.addFormat('int64', { type: 'number', validate: value => Number.isSafeInteger(value) });
  instance.addFormat('duration', /^[-+]?(0|((\d+(\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h))+)$/);
  instance.addFormat('date-time', /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[-+]\d\d:\d\d)$/);
  instance.addFormat('byte', /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);
  instance.addKeyword({ keyword: 'x-kubernetes-list-map-keys', type: 'array', validate: hasUniqueKeys });
  return instance;
}

const ajv = newAjv();

function hasUniqueKeys(keys: readonly string[], items: readonly Readonly<Record<string, unknown>>[]): boolean {
  const identities = items.map(item => JSON.stringify(keys.map(key => item[key] ?? null)));
  return new Set(identities).size === items.length;
}

function describe({ instancePath, keyword, message, params }: ErrorObject): string {
  const path = readable(instancePath) || '(root)';
  if (keyword === 'additionalProperties') return `${path}: unknown field "${String(params.additionalProperty)}"`;
  if (keyword === 'enum') return `${path}: must be one of ${JSON.stringify(params.allowedValues)}`;
  if (keyword === 'const') return `${path}: must be ${JSON.stringify(params.allowedValue)}`;
  return `${path}: ${message ?? keyword}`;
}

/** `/spec/routes/0/name` as `spec.routes[0].name`. */
const readable = (pointer: string): string =>
  pointer
    .slice(1)
    .split('/')
    .map(name => (/^\d+$/.test(name) ? `[${name}]` : name.replace(/~1/g, '/').replace(/~0/g, '~')))
    .join('.')
    .replace(/\.\[/g, '[');

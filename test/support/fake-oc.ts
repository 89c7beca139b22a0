/** `oc` as our Jobs use it, on the server in memory, with no more rights than the emitted roles give. */

import { parse } from 'yaml';
import { ApiError, type FakeApi, type ObjectKey } from './fake-api';
import type { AnyManifest } from './fleet';
import { jsonPath, keysTemplate } from './json-path';
import type { Fields } from './server-side-apply';

/** What a command printed, and how it ended. */
export interface OcResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

/** A rule of a role, and where it holds; no namespace is everywhere. */
export interface Right {
  readonly namespace?: string;
  readonly rule: {
    readonly apiGroups: readonly string[];
    readonly resources: readonly string[];
    readonly resourceNames?: readonly string[];
    readonly verbs: readonly string[];
  };
}

/** Rights that the bindings among the objects give to a service account. */
export function rightsOf(objects: readonly AnyManifest[], account: string, namespace: string): readonly Right[] {
  const bindings = objects.filter(
    ({ kind, subjects }) =>
      /RoleBinding$/.test(kind) &&
      subjects.some((subject: Fields) => subject.name === account && subject.namespace === namespace),
  );
  return bindings.flatMap(({ roleRef, metadata }) => {
    const role = objects.find(
      object =>
        object.kind === roleRef.kind &&
        object.metadata.name === roleRef.name &&
        object.metadata.namespace === metadata.namespace,
    );
    return (role?.rules ?? []).map((rule: Right['rule']) => ({ namespace: metadata.namespace, rule }));
  });
}

const RESOURCES: Readonly<Record<string, readonly [group: string, resource: string, kind: string]>> = {
  secret: ['', 'secrets', 'Secret'],
  configmap: ['', 'configmaps', 'ConfigMap'],
  'configs.imageregistry.operator.openshift.io': ['imageregistry.operator.openshift.io', 'configs', 'Config'],
};

/** One user's `oc`. */
export class FakeOc {
  /** Every command, for tests that look for what must not be said. */
  public readonly commands: string[] = [];

  public constructor(
    private readonly api: FakeApi,
    private readonly rights: readonly Right[],
  ) {}

  public run(args: readonly string[], input: string): OcResult {
    this.commands.push(args.join(' '));
    this.api.passTime();
    try {
      return { stdout: this.dispatch(args, input), stderr: '', status: 0 };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return { stdout: '', stderr: `${error.message}\n`, status: 1 };
    }
  }

  private dispatch(args: readonly string[], input: string): string {
    const { words, options } = readArguments(args);
    const [verb = '', ...rest] = words;
    if (verb === 'get') return this.get(rest, options);
    if (verb === 'apply') return this.apply(options, input);
    if (verb === 'patch') return this.patch(rest, options);
    if (verb === 'annotate' || verb === 'label') return mark(verb, rest, options, input);
    throw new Error(`the test knows no oc ${args.join(' ')}`);
  }

  private get(words: readonly string[], options: Options): string {
    const [resource, key] = target(words, options.n);
    this.demand('get', resource, key);
    const object = this.api.get(key);
    if (object === undefined) {
      if (options['ignore-not-found'] !== undefined) return '';
      throw new ApiError(`Error from server (NotFound): ${resource} "${key.name}" not found`);
    }
    const [, format = '', template = ''] = /^([a-z-]+)=(.*)$/s.exec(options.o ?? '') ?? [];
    if (format === 'jsonpath' && template !== '') return jsonPath(template, object);
    if (format === 'go-template') return keysTemplate(template, object);
    throw new Error(`the test knows no output ${options.o}`);
  }

  private apply(options: Options, input: string): string {
    const object = parse(input) as AnyManifest;
    const key = { kind: object.kind, namespace: object.metadata.namespace ?? '', name: object.metadata.name };
    const resource = Object.keys(RESOURCES).find(name => RESOURCES[name]?.[2] === object.kind) ?? '';
    if (options['server-side'] === undefined) throw new Error('oc apply without --server-side');
    this.demand('patch', resource, key);
    if (this.api.get(key) === undefined) this.demand('create', resource, key);
    const force = options['force-conflicts'] !== undefined;
    this.api.apply(key, options['field-manager'] ?? '', object as unknown as Fields, { force });
    return `${resource}/${key.name} serverside-applied\n`;
  }

  private patch(words: readonly string[], options: Options): string {
    const [resource, key] = target(words, options.n);
    this.demand('patch', resource, key);
    const manager = options['field-manager'] ?? '';
    const patch = JSON.parse(options.p ?? '') as unknown;
    if (options.type === 'merge') this.api.mergePatch(key, manager, patch as Fields);
    else if (options.type === 'json') this.api.jsonPatch(key, manager, patch as Fields[]);
    else throw new Error(`the test knows no patch of type ${options.type}`);
    return `${resource}/${key.name} patched\n`;
  }

  /** Refuses what no role allows; a rule without names is one for all names. */
  private demand(verb: string, resourceName: string, { namespace, name }: ObjectKey): void {
    const [group = '', resource = ''] = RESOURCES[resourceName] ?? [];
    const allowed = this.rights.some(
      ({ namespace: place, rule }) =>
        (place === undefined || place === namespace) &&
        rule.apiGroups.includes(group) &&
        rule.resources.includes(resource) &&
        (rule.resourceNames?.includes(name) ?? true) &&
        rule.verbs.includes(verb),
    );
    if (!allowed)
      throw new ApiError(`Error from server (Forbidden): cannot ${verb} ${resource} "${name}" in "${namespace}"`);
  }
}

type Options = Readonly<Record<string, string | undefined>>;

/** Options that are followed by their value. */
const WITH_VALUE = new Set(['-n', '-o', '-f', '-p']);

function readArguments(args: readonly string[]): { readonly words: readonly string[]; readonly options: Options } {
  const words: string[] = [];
  const options: Record<string, string> = {};
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (WITH_VALUE.has(arg)) {
      index += 1;
      options[arg.slice(1)] = args[index] ?? '';
    } else if (arg.startsWith('--')) {
      const [name = '', ...value] = arg.slice(2).split('=');
      options[name] = value.join('=');
    } else words.push(arg);
  }
  return { words, options };
}

function target(words: readonly string[], namespace = ''): readonly [string, ObjectKey] {
  const [resource = '', name = ''] = words[0]?.includes('/') ? words[0].split('/') : words;
  const kind = RESOURCES[resource]?.[2];
  if (kind === undefined) throw new Error(`the test knows no resource ${resource}`);
  return [resource, { kind, namespace, name }];
}

/** `oc annotate --local` and `oc label --local`: nothing is sent anywhere. */
function mark(verb: 'annotate' | 'label', words: readonly string[], options: Options, input: string): string {
  if (options.local === undefined || options.o !== 'json') throw new Error(`oc ${verb} would write`);
  const object = parse(input) as AnyManifest;
  const field = verb === 'annotate' ? 'annotations' : 'labels';
  const [key = '', ...rest] = (words[0] ?? '').split('=');
  const value = rest.join('=');
  const before = (object.metadata as unknown as Record<string, Fields>)[field] ?? {};
  if (key in before && before[key] !== value && options.overwrite === undefined) {
    throw new ApiError(`error: '${key}' already has a value (${before[key]}), and --overwrite is false`);
  }
  const marked = { ...object.metadata, [field]: { ...before, [key]: value } };
  return JSON.stringify({ ...object, metadata: marked });
}

/** The image registry operator as far as it writes to its Config: its own storage where none is named, and full writes. */

import type { FakeApi, ObjectKey } from './fake-api';
import type { Fields } from './server-side-apply';

/** The Config. */
export const CONFIG: ObjectKey = { kind: 'Config', namespace: '', name: 'cluster' };

/** Its field manager. */
export const OPERATOR = 'cluster-image-registry-operator';

/** What it writes for the backend of a platform once it has made the storage. */
export const PLATFORM_STORAGE = {
  aws: { managementState: 'Managed', s3: { bucket: 'aws-made', region: 'eu-west-1', encrypt: true } },
  gcp: { managementState: 'Managed', gcs: { bucket: 'gcp-made', region: 'europe-west1', projectID: 'made' } },
  openstack: { managementState: 'Managed', swift: { container: 'made' } },
  ovirt: { managementState: 'Unmanaged', pvc: { claim: 'image-registry-storage' } },
} as const;

/** Backends that a spec names. */
export const backendsOf = (spec: Fields): readonly string[] =>
  Object.keys((spec.storage ?? {}) as Fields).filter(key => key !== 'managementState');

/** A pass over the Config: what it read when it began, and how long it still lasts. */
interface Sync {
  readonly spec: Fields;
  readonly generation: number;
  left: number;
}

/**
 * The operator at work on one server. A sync reads the Config, takes its time with the cloud, and ends by writing back
 * the whole spec as it read it, over whatever is there by then, where it has anything to add to it. Its status names
 * the generation that it read.
 */
export class FakeOperator {
  /** Whether it found more than one backend the last time it looked. */
  public confused = false;
  /** Whether it ever did. */
  public everConfused = false;
  private sync: Sync | undefined;

  /** `slow`: how many requests of others the first syncs last, one number for each; the rest end at once. */
  public constructor(
    private readonly api: FakeApi,
    private readonly platform: keyof typeof PLATFORM_STORAGE | undefined,
    private readonly slow: number[] = [],
  ) {
    api.watch = key => {
      if (key.kind === CONFIG.kind) this.begin();
    };
    api.passTime = () => this.passTime();
  }

  /** Makes the Config as it does on its first start, unless there is one. */
  public bootstrap(): void {
    if (this.api.get(CONFIG) !== undefined) return;
    const backend = backendsOf({ storage: this.own() })[0];
    this.write({
      logLevel: 'Normal',
      managementState: backend === undefined ? 'Removed' : 'Managed',
      operatorLogLevel: 'Normal',
      replicas: 2,
      rolloutStrategy: 'RollingUpdate',
      storage: backend === undefined ? {} : { [backend]: {} },
    });
  }

  /** Lets one request's time pass. */
  public passTime(): void {
    if (this.sync === undefined) return;
    this.sync.left -= 1;
    if (this.sync.left <= 0) this.end(this.sync);
  }

  /** Lets the time pass until there is nothing more to do. */
  public rest(): void {
    while (this.sync !== undefined) this.passTime();
  }

  private begin(): void {
    if (this.sync !== undefined) return;
    this.sync = { spec: this.api.spec(CONFIG), generation: this.generation(), left: this.slow.shift() ?? 0 };
    if (this.sync.left <= 0) this.end(this.sync);
  }

  private end({ spec, generation }: Sync): void {
    if (spec.managementState === 'Managed') {
      const result = typed(this.decide(spec));
      if (JSON.stringify(sorted(result)) !== JSON.stringify(sorted(spec))) this.write(result);
    }
    this.api.putStatus(CONFIG, { observedGeneration: generation });
    this.sync = undefined;
    if (this.generation() !== generation) this.begin();
  }

  /** Its own storage, where the spec names none or leaves the name to it. */
  private decide(spec: Fields): Fields {
    const backends = backendsOf(spec);
    this.confused = backends.length > 1;
    this.everConfused ||= this.confused;
    const own = this.own();
    const [backend] = backends;
    const unnamed = backend !== undefined && Object.keys((spec.storage as Fields)[backend] as Fields).length === 0;
    const chosen = backends.length === 0 || (backends.length === 1 && unnamed && backend !== 'emptyDir');
    return chosen && backendsOf({ storage: own }).length > 0 ? { ...spec, storage: own } : spec;
  }

  private own(): Fields {
    return this.platform === undefined ? {} : (PLATFORM_STORAGE[this.platform] as unknown as Fields);
  }

  private generation(): number {
    return ((this.api.get(CONFIG)?.metadata ?? {}) as { readonly generation?: number }).generation ?? 0;
  }

  /** A write of everything, onto the newest version of the object; the state of the whole is left as it is by then. */
  private write(spec: Fields): void {
    const live = this.api.get(CONFIG);
    const metadata = { ...((live?.metadata ?? { name: 'cluster' }) as Fields) } as Record<string, unknown>;
    for (const key of ['resourceVersion', 'managedFields', 'generation']) delete metadata[key];
    const { managementState = spec.managementState } = (live?.spec ?? {}) as Fields;
    this.api.put(CONFIG, OPERATOR, {
      apiVersion: 'imageregistry.operator.openshift.io/v1',
      kind: 'Config',
      metadata: { ...metadata, finalizers: ['imageregistry.operator.openshift.io/finalizer'] } as Fields,
      spec: { ...spec, managementState } as Fields,
    });
  }
}

/** The spec after Go's types: some zero values have vanished, others appeared. */
function typed(spec: Fields): Fields {
  const storage = (spec.storage ?? {}) as Fields;
  const s3 = storage.s3 as Fields | undefined;
  const { defaultRoute, ...rest } = {
    httpSecret: 'made-by-the-operator',
    ...spec,
    proxy: (spec.proxy ?? {}) as Fields,
    requests: {
      read: { maxWaitInQueue: '0s', ...part(spec.requests, 'read') },
      write: { maxWaitInQueue: '0s', ...part(spec.requests, 'write') },
    },
    storage: s3 === undefined ? storage : { ...storage, s3: typedS3(s3, storage.managementState === 'Managed') },
  } as Fields;
  return defaultRoute === true ? { ...rest, defaultRoute } : rest;
}

const part = (requests: Fields[string] | undefined, key: string): Fields =>
  ((requests as Fields | undefined)?.[key] ?? {}) as Fields;

function typedS3(s3: Fields, managed: boolean): Fields {
  const { encrypt, ...rest } = { ...s3, ...(managed ? { encrypt: true } : {}) } as Fields;
  return {
    ...rest,
    ...(encrypt === true ? { encrypt } : {}),
    trustedCA: s3.trustedCA ?? { name: '' },
    virtualHostedStyle: s3.virtualHostedStyle ?? false,
  };
}

function sorted(value: Fields[string]): Fields[string] {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

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

/** The operator at work on one server: it answers every change of the Config at once. */
export class FakeOperator {
  /** Whether it found more than one backend the last time it looked. */
  public confused = false;
  /** Times it still writes back what it read before, once its own write is due. */
  public stale = 0;
  private before: Fields | undefined;

  public constructor(
    private readonly api: FakeApi,
    private readonly platform: keyof typeof PLATFORM_STORAGE | undefined,
  ) {
    api.watch = key => {
      if (key.kind === CONFIG.kind) this.reconcile();
    };
  }

  /** Makes the Config as it does on its first start. */
  public bootstrap(): void {
    const storage = this.platform === undefined ? {} : PLATFORM_STORAGE[this.platform];
    const managementState = this.platform === undefined ? 'Removed' : 'Managed';
    this.write({
      logLevel: 'Normal',
      managementState,
      operatorLogLevel: 'Normal',
      replicas: 2,
      rolloutStrategy: 'RollingUpdate',
      storage,
    });
  }

  private reconcile(): void {
    const spec = this.api.spec(CONFIG);
    if (spec.managementState !== 'Managed') return;
    if (this.stale > 0 && this.before !== undefined) {
      this.stale -= 1;
      this.write({ ...this.before, managementState: spec.managementState });
      return;
    }
    this.before = spec;
    const backends = backendsOf(spec);
    this.confused = backends.length > 1;
    const own = this.platform === undefined ? undefined : PLATFORM_STORAGE[this.platform];
    if (backends.length === 0 && own !== undefined) this.write({ ...spec, storage: own });
    else this.write(spec);
  }

  /** A typed write of everything: some zero values vanish, others appear. */
  private write(spec: Fields): void {
    const storage = (spec.storage ?? {}) as Fields;
    const s3 = storage.s3 as Fields | undefined;
    const typed = {
      httpSecret: 'made-by-the-operator',
      ...spec,
      proxy: (spec.proxy ?? {}) as Fields,
      requests: {
        read: { maxWaitInQueue: '0s', ...part(spec.requests, 'read') },
        write: { maxWaitInQueue: '0s', ...part(spec.requests, 'write') },
      },
      storage: s3 === undefined ? storage : { ...storage, s3: typedS3(s3, storage.managementState === 'Managed') },
    };
    const { defaultRoute, ...rest } = typed as Fields;
    const live = this.api.get(CONFIG);
    const metadata = { ...((live?.metadata ?? { name: 'cluster' }) as Fields) } as Record<string, unknown>;
    delete metadata.resourceVersion;
    delete metadata.managedFields;
    this.api.put(CONFIG, OPERATOR, {
      apiVersion: 'imageregistry.operator.openshift.io/v1',
      kind: 'Config',
      metadata: { ...metadata, finalizers: ['imageregistry.operator.openshift.io/finalizer'] } as Fields,
      spec: defaultRoute === true ? { ...rest, defaultRoute } : rest,
    });
  }
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

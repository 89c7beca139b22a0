/** The registry of one cluster as a construct, for programmers' own cdk8s apps. */

import { type ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { INTERNAL_HOSTNAME } from '../facts/names';
import type { Finding } from '../findings/finding';
import { formatFinding } from '../findings/format-text';
import { fleetSource } from './fleet-source';
import { bindingOf, type GrantKind, Grants, type Subject } from './grants';
import { externalHostnames, secretNameOf } from './known-names';
import { peersOf } from './peers';
import type { FleetFileProps, ImageRegistryProps } from './props';
import { noObjects, type RegistryObjects, registryObjects } from './registry-objects';
import { RoleBindings } from './role-bindings';
import { sharedFilesOf } from './shared-files';
import { type CheckedRegistry, propsSource, type RegistrySource } from './source';
import { announce, writeWarnings } from './warnings';

/**
 * The image registry of one cluster on any platform. Each platform has its own class, whose properties are exact.
 *
 * The rules of a fleet apply to it: errors are validation errors when the app is synthesized, and warnings are
 * written to standard error once, unless `accept` names them. Files that the properties name, such as `pemFile`, are
 * relative to the working folder.
 *
 * @example
 * const registry = new ImageRegistry(chart, 'registry', {
 *   platform: 'vsphere',
 *   openshift: '4.14',
 *   storage: { pvc: { accessModes: ['ReadWriteMany'], storageClassName: 'shared-files' } },
 * });
 * registry.config?.addJsonPatch(JsonPatch.add('/metadata/annotations/team', 'platform'));
 * registry.grantPull('shop', { group: 'developers' }, { serviceAccount: 'ci/builder' });
 */
export class ImageRegistry extends Construct {
  /**
   * The registry of one cluster of a fleet file, its defaults, profiles and `clusterFiles` included. Errors in the file
   * are validation errors with file, line and column. The rules compare the cluster with the rest of the fleet, and
   * with the fleet's lock file, which is read and never written.
   *
   * @example
   * const registry = ImageRegistry.fromFleetFile(chart, 'registry', { file: 'fleet.yaml', cluster: 'prod-aws-eu' });
   * registry.grantPull('shop', { group: 'developers' });
   */
  public static fromFleetFile(scope: Construct, id: string, props: FleetFileProps): ImageRegistry {
    return new ImageRegistry(scope, id, fleetSource(scope, props));
  }

  /** Name of the cluster. */
  public readonly clusterName: string;

  private readonly source: RegistrySource;
  private readonly grants = new Grants();
  /** @internal */
  protected readonly objects: RegistryObjects;
  private checked?: CheckedRegistry;

  public constructor(scope: Construct, id: string, props: ImageRegistryProps);
  /** @internal */
  public constructor(scope: Construct, id: string, source: ImageRegistryProps | RegistrySource);
  public constructor(scope: Construct, id: string, from: ImageRegistryProps | RegistrySource) {
    super(scope, id);
    this.source = 'check' in from ? from : propsSource({ ...from, name: from.name ?? asLabel(Chart.of(this).node.id) });
    this.clusterName = this.source.cluster;
    const { model } = this.check();
    this.objects = model ? registryObjects(this, model, () => this.check().model?.access) : this.nothing();
    announce(this.node.root, this);
    this.node.addValidation({ validate: () => this.errors() });
  }

  /** All findings of the rules, infos included; granted rights are checked too. */
  public get findings(): readonly Finding[] {
    return this.check().findings;
  }

  /** Host and port of the registry inside the cluster: `image-registry.openshift-image-registry.svc:5000`. */
  public get internalHostname(): string {
    return INTERNAL_HOSTNAME;
  }

  /** Hosts of the routes: the default route, where it is enabled and the cluster's domain is known, then your own. */
  public get externalHostnames(): readonly string[] {
    return externalHostnames(this.check().model);
  }

  /**
   * The operator's Config `cluster`. A patch of its storage also reaches what a takeover Job sends.
   *
   * Absent on platforms where others run the registry.
   */
  public get config(): ApiObject | undefined {
    return this.objects.config;
  }

  /** The PersistentVolumeClaim. Absent on other storage, and where the claim already exists. */
  public get claim(): ApiObject | undefined {
    return this.objects.claim;
  }

  /** Name of the claim in `openshift-image-registry`, one that already exists included. Absent on other storage. */
  public get claimName(): string | undefined {
    return this.check().model?.storage?.claim?.name;
  }

  /** The static PersistentVolume. Absent where the volume is provisioned by its class. */
  public get volume(): ApiObject | undefined {
    return this.objects.volume;
  }

  /** The StorageClass of the volume or the bucket. Absent where the class already exists. */
  public get storageClass(): ApiObject | undefined {
    return this.objects.storageClass;
  }

  /** The ObjectBucketClaim of OpenShift Data Foundation. Absent on other storage. */
  public get bucketClaim(): ApiObject | undefined {
    return this.objects.bucketClaim;
  }

  /** NooBaa's BackingStore. Absent where the configuration defines none. */
  public get backingStore(): ApiObject | undefined {
    return this.objects.backingStore;
  }

  /** NooBaa's BucketClass. Absent where the configuration defines none. */
  public get bucketClass(): ApiObject | undefined {
    return this.objects.bucketClass;
  }

  /** The bucket, or the Azure storage account, as an object of the operator that `provision` names. Absent without it. */
  public get provisioned(): ApiObject | undefined {
    return this.objects.provisioned;
  }

  /** The ExternalSecret, SealedSecret or Secret with the storage credentials. Absent where the Secret is created elsewhere. */
  public get credentials(): ApiObject | undefined {
    return this.objects.credentials;
  }

  /** Name of the Secret in `openshift-image-registry` that the operator reads. Absent where it does not need yours. */
  public get credentialsSecretName(): string | undefined {
    return secretNameOf(this.check().model);
  }

  /** The objects behind the other Secrets: of routes, of CloudFront, and pull credentials of other registries. */
  public get secrets(): readonly ApiObject[] {
    return this.objects.secrets;
  }

  /** The Certificates of cert-manager, one for each route that has an issuer. */
  public get certificates(): readonly ApiObject[] {
    return this.objects.certificates;
  }

  /** The ConfigMap with the CA of the storage, in `openshift-config`. Absent where it is created elsewhere. */
  public get trustedCA(): ApiObject | undefined {
    return this.objects.trustBundle;
  }

  /** Name of the ConfigMap with the CA of the storage, also where it is created elsewhere. Absent where the system's CAs are trusted. */
  public get trustedCAConfigMapName(): string | undefined {
    return this.check().model?.storage?.trustedCA?.configMap;
  }

  /** The ImagePruner `cluster`. Absent where `pruner` is not set. */
  public get pruner(): ApiObject | undefined {
    return this.objects.pruner;
  }

  /** The Image `cluster` of the cluster's image settings. Absent where `image` sets none. */
  public get image(): ApiObject | undefined {
    return this.objects.image;
  }

  /** The ImageDigestMirrorSet, or the ImageContentSourcePolicy before OpenShift 4.13. Absent without digest mirrors. */
  public get digestMirrors(): ApiObject | undefined {
    return this.objects.digestMirrors;
  }

  /** The ImageTagMirrorSet. Absent without tag mirrors. */
  public get tagMirrors(): ApiObject | undefined {
    return this.objects.tagMirrors;
  }

  /** The ImageStreams of other registries, in the order of the configuration. */
  public get imageStreams(): readonly ApiObject[] {
    return this.objects.imageStreams;
  }

  /**
   * Lets subjects pull the images of a project: role `registry-viewer` there. They join those of `access.viewers`.
   *
   * @returns the RoleBinding of the project; one for all who may pull.
   */
  public grantPull(project: string, ...subjects: readonly Subject[]): ApiObject {
    return this.grant('grantPull', project, subjects);
  }

  /**
   * Lets subjects push and pull the images of a project: role `registry-editor` there. They join those of
   * `access.editors`.
   *
   * @returns the RoleBinding of the project; one for all who may push.
   */
  public grantPush(project: string, ...subjects: readonly Subject[]): ApiObject {
    return this.grant('grantPush', project, subjects);
  }

  private grant(kind: GrantKind, project: string, subjects: readonly Subject[]): ApiObject {
    this.grants.add(kind, project, subjects);
    this.checked = undefined;
    announce(this.node.root, this);
    return this.objects.bindings.at(bindingOf(kind, project));
  }

  private check(): CheckedRegistry {
    this.checked ??= this.source.check(this.grants, this.node.path);
    return this.checked;
  }

  private errors(): string[] {
    writeWarnings(this.node.root);
    const own = this.findings.filter(({ severity }) => severity === 'error');
    const peers = peersOf(this, other => other instanceof ImageRegistry);
    return [...own, ...(peers.length > 0 ? peers : sharedFilesOf(this))].map(formatFinding);
  }

  /** A configuration that cannot be understood becomes no objects; what programs call must still work. */
  private nothing(): RegistryObjects {
    return noObjects(new RoleBindings(this, { name: this.clusterName, metadata: {} }, () => []));
  }
}

/** A chart id may be any text; a cluster's name is a DNS label. */
const asLabel = (id: string): string =>
  id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 63) || 'cluster';

/**
 * The core kinds of Kubernetes. The index of cdk8s-plus loads its higher-level constructs beside them, which nothing
 * here uses and which would take a tenth of the time that one cluster takes.
 */

export * as k8s from 'cdk8s-plus-28/lib/imports/k8s';

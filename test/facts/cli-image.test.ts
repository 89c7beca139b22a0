import { cliImage, isPinned } from '../../src/facts/cli-image';

test.each([
  ['4.3', 'openshift4/ose-cli:v4.6'],
  ['4.6', 'openshift4/ose-cli:v4.6'],
  ['4.14', 'openshift4/ose-cli:v4.14'],
  ['4.15', 'openshift4/ose-cli:v4.15'],
  ['4.16', 'openshift4/ose-cli-rhel9:v4.16'],
  ['4.21', 'openshift4/ose-cli-rhel9:v4.21'],
  ['5.0', 'openshift5/ose-cli-rhel9:v5.0'],
])('OpenShift %s: %s', (version, image) => {
  expect(cliImage(version)).toBe(`registry.redhat.io/${image}`);
});

test.each([
  ['registry.example.com/oc:v4.14', false],
  ['registry.example.com/oc', false],
  ['registry.example.com/oc@sha256:short', false],
  [`registry.example.com/oc@sha256:${'0a'.repeat(32)}`, true],
  [`registry.example.com/oc:v4.14@sha256:${'0a'.repeat(32)}`, true],
])('%s is pinned: %s', (image, pinned) => {
  expect(isPinned(image)).toBe(pinned);
});

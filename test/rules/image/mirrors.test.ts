import { IMAGE_MIRROR_RULES } from '../../../src/rules/image/mirrors';
import { runCluster } from '../../support/fleet';

const OURS = new Set(IMAGE_MIRROR_RULES.map(({ code }) => code));
const said = (openshift: string, image: string): readonly string[] =>
  runCluster(`{platform: aws, openshift: "${openshift}", image: {${image}}}`)
    .findings.filter(({ code }) => OURS.has(code))
    .map(({ code, what }) => `${code}: ${what}`);
const digest = (source: string, mirror = 'm.example.com/acme', more = ''): string =>
  `imageDigestMirrors: [{source: "${source}", mirrors: ["${mirror}"]${more}}]`;
const TAG = 'imageTagMirrors: [{source: quay.io/acme, mirrors: [m.example.com/acme]}]';

test.each<[string, string, readonly string[]]>([
  ['4.12', digest('quay.io/acme'), []],
  ['4.12', digest('quay.io/acme', undefined, ', mirrorSourcePolicy: AllowContactingSource'), []],
  [
    '4.12',
    digest('quay.io/acme', undefined, ', mirrorSourcePolicy: NeverContactSource'),
    ['MIRROR_VERSION: OpenShift 4.12 has no mirrorSourcePolicy'],
  ],
  ['4.12', TAG, ['MIRROR_VERSION: OpenShift 4.12 has no mirrors of tags']],
  ['4.13', TAG, ['MIRROR_POLICY_LEFT: mirror sets on OpenShift 4.13 may not work beside an ImageContentSourcePolicy']],
  ['4.15', `${digest('quay.io/acme')}, ${TAG}`, []],
  ['4.15', digest('*.example.com', 'm.example.com:5000/a/b-c__d.e'), []],
  ['4.15', digest('quay.io/acme:latest'), ['MIRROR_NAME: source "quay.io/acme:latest" is not a repository']],
  ['4.15', digest('quay.io/Acme'), ['MIRROR_NAME: source "quay.io/Acme" is not a repository']],
  ['4.15', digest('quay.io/acme', '*.example.com'), ['MIRROR_NAME: mirror "*.example.com" is not a repository']],
  [
    '4.15',
    digest('quay.io/acme', 'https://m.example.com'),
    ['MIRROR_NAME: mirror "https://m.example.com" is not a repository'],
  ],
])('%s: %s', (openshift, image, expected) => {
  expect(said(openshift, image)).toEqual(expected);
});

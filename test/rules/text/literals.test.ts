import { runCluster } from '../../support/fleet';

const found = (note: string): readonly string[] =>
  runCluster(`{platform: aws, metadata: {annotations: {example.com/note: "${note}"}}}`)
    .findings.map(({ code, path }) => `${code} ${path?.join('.')}`)
    .filter(text => text.startsWith('SECRET_'));
const PLACE = 'metadata.annotations.example.com/note';

test.each<[string, readonly string[]]>([
  ['made by the platform team', []],
  ['AKIAIOSFODNN7EXAMPLE', [`SECRET_LITERAL ${PLACE}`]],
  ['ghp_0123456789abcdefghijABCDEFGHIJ012345', [`SECRET_LITERAL ${PLACE}`]],
  ['wJalrXUtnFEMI7K7MDENG7bPxRfiCYEXAMPLEKEY', [`SECRET_SUSPECTED ${PLACE}`]],
  ['2f1c8a1e-7b1d-4b52-9d0f-8a1b2c3d4e5f', []],
])('%s', (note, expected) => expect(found(note)).toEqual(expected));

/** Image streams that follow images of external registries. */

import type { ImageStream } from '../../config/shape/third-party';
import type { ConfigPath } from '../../findings/finding';
import { serverHost } from '../../model/third-party';
import { repeated } from '../../values/repeated';
import { type Hit, hitIf, type Rule, type RuleInput } from '../rule';
import { registriesOf } from './third-party';

/** One stream, the server it should follow, and its place. */
interface StreamPart {
  readonly server: string;
  readonly stream: ImageStream;
  readonly path: ConfigPath;
}

const streamsOf = (input: RuleInput): readonly StreamPart[] =>
  registriesOf(input).flatMap(({ entry, path }) =>
    (entry.imageStreams ?? []).map((stream, index) => ({
      server: entry.server ?? '',
      stream,
      path: [...path, 'imageStreams', index],
    })),
  );

const example = (streams: string): string => `
    platform: aws
    thirdParty: [{server: quay.io, imageStreams: [${streams}]}]`;
const GOOD = example(
  '{name: ruby, namespace: team-a, tags: [{name: "3.1", from: "quay.io/lib/ruby:3.1", scheduled: true}]}',
);

const otherServer: Rule = {
  code: 'IMAGESTREAM_SERVER',
  severity: 'warning',
  title: 'a tag follows an image on a different server',
  why: 'the image is imported with the credentials that the namespace has for that server, not with those of this entry',
  fix: 'write from with the server of the entry, or move the stream to an entry for its own server; accept this if the namespace has the credentials, or none are needed',
  source: 'openshift/api image/v1 TagReference',
  bad: example(
    '{name: ruby, namespace: team-a, tags: [{name: "3.1", from: "docker.io/lib/ruby:3.1", scheduled: true}]}',
  ),
  good: GOOD,
  check: input =>
    streamsOf(input).flatMap(({ server, stream, path }) =>
      (stream.tags ?? []).flatMap(({ from = '' }, index) =>
        hitIf(!isOn(from, server), () => ({
          path: [...path, 'tags', index, 'from'],
          what: `from "${from}" is not on server ${server}`,
        })),
      ),
    ),
};

/** Whether the image is on the server, or below the path it names; Docker Hub has two names. */
function isOn(from: string, server: string): boolean {
  const place = serverHost(server).replace(/^index\.docker\.io(\/v1)?$/, 'docker.io');
  const pattern = place
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^./]*')
    .replaceAll('?', '[^./]');
  return new RegExp(`^${pattern}/`).test(from);
}

const reference: Rule = {
  code: 'IMAGESTREAM_REFERENCE',
  severity: 'error',
  title: 'a tag does not follow a valid image',
  why: 'every import fails, and the image stream stays empty',
  fix: 'write server/path:tag or server/path@sha256:digest',
  source: 'openshift/library-go pkg/image/reference',
  bad: example('{name: ruby, namespace: team-a, tags: [{name: "3.1", from: "quay.io/Lib/Ruby:3.1", scheduled: true}]}'),
  good: GOOD,
  check: input =>
    streamsOf(input).flatMap(({ stream, path }) =>
      (stream.tags ?? []).flatMap(({ from = '' }, index) =>
        hitIf(!isImage(from), () => ({
          path: [...path, 'tags', index, 'from'],
          what: `from "${from}" is not a valid image reference`,
        })),
      ),
    ),
};

function isImage(from: string): boolean {
  const [, path = '', end = ''] = /^[^/\s]+\/([^:@\s]+)((?::[^:@/\s]+)?(?:@[^@\s]+)?)$/.exec(from) ?? [];
  const partsFit = path !== '' && path.split('/').every(part => /^[a-z0-9]+([._-]+[a-z0-9]+)*$/.test(part));
  return partsFit && /^(:\w[\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$/.test(end);
}

const notScheduled: Rule = {
  code: 'IMAGESTREAM_NOT_SCHEDULED',
  severity: 'warning',
  title: 'a tag is imported only once',
  why: 'external registries do not notify the cluster of new images; without a schedule a tag is imported once',
  fix: 'set scheduled: true, pin a digest, or import by hand with oc import-image',
  source: 'OpenShift documentation, managing image streams',
  bad: example('{name: ruby, namespace: team-a, tags: [{name: "3.1", from: "quay.io/lib/ruby:3.1"}]}'),
  good: GOOD,
  check: input =>
    streamsOf(input).flatMap(({ stream, path }): readonly Hit[] => {
      const still = (stream.tags ?? []).filter(({ scheduled, from = '' }) => !scheduled && !from.includes('@'));
      const what = `${still.length === 1 ? 'tag' : 'tags'} ${still.map(({ name }) => name).join(', ')} of image stream "${stream.name}" would be imported only once`;
      return hitIf(still.length > 0, () => ({ path: [...path, 'tags'], what }));
    }),
};

const inOpenshift: Rule = {
  code: 'IMAGESTREAM_IN_OPENSHIFT',
  severity: 'warning',
  title: 'an image stream is in namespace openshift, which the Samples Operator manages',
  why: 'the Samples Operator owns the image streams in that namespace: it and Argo CD overwrite one of the same name in turn',
  fix: 'use a namespace of your own, or a name that no sample has',
  source: 'openshift/cluster-samples-operator',
  bad: example(
    '{name: ruby, namespace: openshift, tags: [{name: "3.1", from: "quay.io/lib/ruby:3.1", scheduled: true}]}',
  ),
  good: GOOD,
  check: input =>
    streamsOf(input)
      .filter(({ stream }) => stream.namespace === 'openshift')
      .map(({ stream, path }) => ({
        path: [...path, 'namespace'],
        what: `image stream "${stream.name}" should not be in namespace openshift`,
      })),
};

const twice: Rule = {
  code: 'IMAGESTREAM_TWICE',
  severity: 'error',
  title: 'an image stream, or a tag of one, is listed twice',
  why: 'one of the two would overwrite the other',
  fix: 'keep one of the two',
  source: 'openshift/api image/v1 ImageStream',
  bad: example(`
      {name: ruby, namespace: team-a, tags: [{name: "3.1", from: "quay.io/lib/ruby:3.1", scheduled: true}]},
      {name: ruby, namespace: team-a, tags: [{name: "3.2", from: "quay.io/lib/ruby:3.2", scheduled: true}]}`),
  good: example(`
      {name: ruby, namespace: team-a, tags: [{name: "3.1", from: "quay.io/lib/ruby:3.1", scheduled: true},
      {name: "3.2", from: "quay.io/lib/ruby:3.2", scheduled: true}]}`),
  check: input => {
    const streams = streamsOf(input);
    const again = repeated(streams, ({ stream }) => JSON.stringify([stream.name, stream.namespace]));
    return streams.flatMap(({ stream, path }, index): readonly Hit[] => [
      ...hitIf(again.has(index), () => ({
        path: [...path, 'name'],
        what: `image stream ${stream.namespace}/${stream.name} is listed twice`,
      })),
      ...[...repeated(stream.tags ?? [], ({ name }) => String(name))].map(([position, { name }]) => ({
        path: [...path, 'tags', position, 'name'],
        what: `tag "${name}" of image stream "${stream.name}" is listed twice`,
      })),
    ]);
  },
};

/** In the order they are listed in the documentation. */
export const IMAGE_STREAM_RULES: readonly Rule[] = [otherServer, reference, notScheduled, inOpenshift, twice];

import { CLOUDFRONT_RULES } from '../../../../src/rules/storage/s3/cloudfront';
import { codesOf } from '../../../support/rule-codes';

const codes = codesOf(CLOUDFRONT_RULES);

const KEY = { name: 'cdn', key: 'private.pem' };
const cdn = (change: object, more: object = {}, s3: object = {}): string =>
  JSON.stringify({
    platform: 'aws',
    storage: {
      s3: {
        bucket: 'acme-registry',
        region: 'eu-west-1',
        cloudFront: { baseURL: 'https://d1.cloudfront.net', keypairID: 'K2X', privateKey: KEY, ...change },
        ...s3,
      },
    },
    ...more,
  });
const minio = { regionEndpoint: 'https://minio.example.com' };

test.each<[string, string, string[]]>([
  ['whole', cdn({ duration: '20m' }), []],
  ['no scheme, which is https', cdn({ baseURL: 'd1.cloudfront.net/images' }), []],
  ['another scheme', cdn({ baseURL: 'ftp://d1.cloudfront.net' }), ['CLOUDFRONT_FIELDS']],
  ['a blank', cdn({ baseURL: 'd1 cloudfront.net' }), ['CLOUDFRONT_FIELDS']],
  ['no URL', cdn({ baseURL: '' }), ['CLOUDFRONT_FIELDS']],
  ['no key pair', cdn({ keypairID: '' }), ['CLOUDFRONT_FIELDS']],
  ['no name of the Secret', cdn({ privateKey: { ...KEY, name: '' } }), ['CLOUDFRONT_FIELDS']],
  ['no key in the Secret', cdn({ privateKey: { ...KEY, key: '' } }), ['CLOUDFRONT_FIELDS']],
  ['a negative duration', cdn({ duration: '-1m' }), ['CLOUDFRONT_FIELDS']],
  ['a sealed key', cdn({ privateKey: { ...KEY, sealedSecret: { encryptedData: { 'private.pem': 'AgB' } } } }), []],
  [
    'another key sealed',
    cdn({ privateKey: { ...KEY, sealedSecret: { encryptedData: { 'tls.key': 'AgB' } } } }),
    ['CLOUDFRONT_KEY'],
  ],
  [
    'two modes',
    cdn({ privateKey: { ...KEY, existingSecret: {}, sealedSecret: { encryptedData: { 'private.pem': 'AgB' } } } }),
    ['CLOUDFRONT_KEY'],
  ],
  ['no redirects', cdn({}, { registry: { disableRedirect: true } }), ['CLOUDFRONT_REDIRECT']],
  ['redirects', cdn({}, { registry: { disableRedirect: false } }), []],
  ['another store', cdn({}, { credentials: { existingSecret: {} } }, minio), ['CLOUDFRONT_ENDPOINT']],
])('%s', (_name, yaml, expected) => expect(codes(yaml)).toEqual(expected));

/** How large the annotations of an object may be together: those of the cluster are on every object. */

import { isPlainMap } from '../../config/plain-map';
import { type CatalogueEntry, problemOf } from '../../findings/catalogue-entry';
import { type ConfigPath, formatPath, type Problem } from '../../findings/finding';
import { type Found, valuesAtAny } from '../walk';

/** A row and not a rule: an example would have 256 KiB. */
export const ANNOTATIONS_SIZE: CatalogueEntry = {
  code: 'ANNOTATIONS_SIZE',
  severity: 'error',
  acceptable: false,
  title: 'the annotations of an object are larger than 256 KiB in total',
  why: 'the API server refuses the object: metadata.annotations: Too long',
  fix: 'keep long texts elsewhere, and write a link; what kubectl and Argo CD remember of an object counts as well, so stay far below',
  source: 'kubernetes apimachinery pkg/api/validation TotalAnnotationSizeLimitB',
};

/** @see kubernetes apimachinery pkg/api/validation TotalAnnotationSizeLimitB */
const LIMIT = 256 * 1024;
/** For the annotations that are ours. */
const OURS = 1024;

/** Places of annotations that are on an object of their own, beside those of the cluster. */
const OWN = ['storage.*.metadata.annotations', 'storage.odf.*.metadata.annotations'];

/** One problem for each object that the API server would refuse. */
export function annotationSizeProblems(config: object): readonly Problem[] {
  const [ofCluster] = valuesAtAny(config, ['metadata.annotations']);
  const shared = bytesOf(ofCluster);
  if (ofCluster !== undefined && shared > LIMIT - OURS) return [tooLarge(ofCluster.path, shared)];
  return valuesAtAny(config, OWN)
    .map(found => ({ path: found.path, bytes: bytesOf({ ...found, value: merged(ofCluster, found) }) }))
    .filter(({ bytes }) => bytes > LIMIT - OURS)
    .map(({ path, bytes }) => tooLarge(path, bytes));
}

const merged = (shared: Found | undefined, own: Found): object => ({ ...mapOf(shared), ...mapOf(own) });

const mapOf = (found: Found | undefined): object => (isPlainMap(found?.value) ? found.value : {});

const bytesOf = (found: Found | undefined): number =>
  Object.entries(mapOf(found)).reduce((sum, [key, value]) => sum + Buffer.byteLength(key + String(value)), 0);

const tooLarge = (path: ConfigPath, bytes: number): Problem =>
  problemOf(ANNOTATIONS_SIZE, path, `${formatPath(path)} has ${Math.ceil(bytes / 1024)} KiB in total`);

/** Image settings of the whole cluster that are not defaults. */

import { isPlainMap, type PlainMap } from '../../config/plain-map';
import { definition } from '../../config/schema';
import { textAt } from '../../review/compare/paths';
import { findingAt, type LiveObject } from '../live';
import { appliers } from '../owners';
import { type Part, unlessEmpty } from './part';

/** Settings of `image` that are fields of the Image; mirrors are separate objects. */
const FIELDS = Object.keys(definition('ImageConfig').properties ?? {}).filter(key => !key.endsWith('Mirrors'));

/** Reads the Image's spec, in the form in which it is compared. */
export function imagePart(image: LiveObject, spec: PlainMap): Part {
  const others = appliers(image).filter(manager => manager !== 'cluster-bootstrap');
  if (others.length > 0 && Object.keys(spec).length > 0) {
    return { leftOut: [`image: ${others.join(', ')} applies the cluster's Image`] };
  }
  const { additionalTrustedCA, ...rest } = spec;
  const configMap = textAt(additionalTrustedCA, 'name') ?? '';
  const stated = Object.entries(rest).filter(([key]) => FIELDS.includes(key));
  const settings = {
    ...(configMap === '' ? {} : { additionalTrustedCA: { configMap } }),
    ...Object.fromEntries(stated.filter(([, value]) => !isPlainMap(value) || Object.keys(value).length > 0)),
  };
  return {
    entry: unlessEmpty('image', settings),
    findings: Object.keys(rest)
      .filter(key => !FIELDS.includes(key))
      .map(key =>
        findingAt('ADOPT_LEFT_OUT', image, ['spec', key], `spec.${key} of the Image: a fleet has no such setting`),
      ),
  };
}

/** A key pair that cert-manager keeps in a Secret, for a route. */

import { Certificate, type CertificateSpecPrivateKey } from '../../../imports/cert-manager.io';
import { REGISTRY_NAMESPACE } from '../../facts/names';
import type { CertificateModel } from '../../model/route-secrets';
import { type Definition, define } from '../common/definition';
import { objectMetadata } from '../common/metadata';
import type { WithMetadata } from '../common/shared-part';

/** Defines the Certificate; it carries the name of its Secret. */
export function defineCertificate(model: WithMetadata, certificate: CertificateModel): Definition {
  const { name, issuerRef, dnsNames, duration, renewBefore, keySize } = certificate;
  return define(Certificate, `Certificate-${name}`, {
    metadata: objectMetadata(model, { role: 'certificate', name, namespace: REGISTRY_NAMESPACE }),
    spec: {
      secretName: name,
      issuerRef,
      dnsNames: [...dnsNames],
      duration,
      renewBefore,
      privateKey:
        keySize === undefined ? undefined : ({ algorithm: 'RSA', size: keySize } as CertificateSpecPrivateKey),
    },
  });
}

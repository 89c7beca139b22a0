/** A key pair that cert-manager keeps in a Secret, for a route. */

import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { Certificate, type CertificateSpecPrivateKey } from '../../../imports/cert-manager.io';
import { REGISTRY_NAMESPACE } from '../../facts/names';
import type { RegistryModel } from '../../model/model';
import type { CertificateModel } from '../../model/route-secrets';
import { objectMetadata } from '../common/metadata';

/** Defines the Certificate; it carries the name of its Secret. */
export function defineCertificate(scope: Construct, model: RegistryModel, certificate: CertificateModel): ApiObject {
  const { name, issuerRef, dnsNames, duration, renewBefore, keySize } = certificate;
  return new Certificate(scope, `Certificate-${name}`, {
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

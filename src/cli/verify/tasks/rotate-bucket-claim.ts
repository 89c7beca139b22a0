/** New keys of a bucket claim, and how they are copied to the registry. */

import { OC, ODF_NAMESPACE, USER_SECRET } from '../../../facts/names';
import { BUCKET_KEYS_NAME } from '../../../manifests/bucket-keys/job';
import type { BucketKeysModel } from '../../../model/bucket-keys';
import type { RegistryModel } from '../../../model/model';
import { quote } from '../../../values/shell-word';
import type { Step } from './task';

/** The store creates the keys; the mode of `bucketClaim` copies them. */
export function newKeysByClaim({ storage }: RegistryModel, keys: BucketKeysModel): readonly Step[] {
  const store = storage?.bucketClaim?.store ?? 'noobaa';
  return [RENEW[store](keys.claim), CARRY[keys.mode](keys)];
}

/** The gateway keeps the old pair until someone removes it; NooBaa has already removed it. */
export function revokeClaimKeys({ storage }: RegistryModel): readonly Step[] {
  if (storage?.bucketClaim?.store !== 'rgw') return [];
  return [
    {
      say: 'Remove the old pair in the toolbox.',
      run: [
        `oc rsh -n ${ODF_NAMESPACE} deployment/rook-ceph-tools radosgw-admin key rm --uid="$RGW_USER" --key-type=s3 --access-key=OLD_ACCESS_KEY`,
      ],
      good: 'one pair left in the output of radosgw-admin user info',
    },
  ];
}

type Claim = BucketKeysModel['claim'];

/**
 * NooBaa revokes the old keys at once; the gateway can have two pairs at a time.
 *
 * @see https://www.ibm.com/docs/en/fusion-hci-systems/2.10.0?topic=gateway-regenerating-s3-credentials-obc
 */
const RENEW: Readonly<Record<'noobaa' | 'rgw', (claim: Claim) => Step>> = {
  noobaa: ({ name, namespace }) => ({
    say: 'Create new keys for the claim. The old ones are revoked at once: pushes and pulls fail until the new pods run, so do it in a maintenance window.',
    run: [`noobaa obc regenerate ${quote(name)} --app-namespace ${quote(namespace)} -n ${ODF_NAMESPACE}`],
    good: 'the claim is Bound',
  }),
  rgw: ({ name, namespace }) => ({
    say: 'Create a second pair of keys for the user of the bucket in the Ceph toolbox, and write it into the Secret of the claim, each value from a file.',
    run: [
      `RGW_USER=$(oc get obc -n ${quote(namespace)} ${quote(name)} -o jsonpath='{.spec.objectBucketName}' | xargs oc get objectbucket -o jsonpath='{.spec.additionalState.cephUser}')`,
      `oc rsh -n ${ODF_NAMESPACE} deployment/rook-ceph-tools radosgw-admin key create --uid="$RGW_USER" --key-type=s3 --gen-access-key --gen-secret`,
      `oc create secret generic -n ${quote(namespace)} ${quote(name)} --from-file=AWS_ACCESS_KEY_ID=FILE --from-file=AWS_SECRET_ACCESS_KEY=FILE --dry-run=client -o yaml | oc apply -f -`,
    ],
    good: 'two pairs in the list of keys; the Secret is configured',
  }),
};

const CARRY: { readonly [M in BucketKeysModel['mode']]: (keys: BucketKeysModel) => Step } = {
  externalSecret: keys => ({
    say: `The External Secrets Operator copies them within ${keys.mode === 'externalSecret' ? keys.refreshInterval : 'its interval'}; this makes it now.`,
    run: [
      `${OC} annotate externalsecret ${USER_SECRET} force-sync="$(date +%s)" --overwrite`,
      `${OC} wait --for=condition=Ready externalsecret/${USER_SECRET} --timeout=2m`,
    ],
    good: 'condition met',
  }),
  job: keys => {
    const namespace = quote(keys.mode === 'job' ? keys.namespace : '');
    return {
      say: 'The CronJob copies them at its next run; this runs it now.',
      run: [
        `oc create job -n ${namespace} ${BUCKET_KEYS_NAME}-now --from=cronjob/${BUCKET_KEYS_NAME}`,
        `oc wait -n ${namespace} --for=condition=Complete job/${BUCKET_KEYS_NAME}-now --timeout=5m`,
        `oc delete job -n ${namespace} ${BUCKET_KEYS_NAME}-now`,
      ],
      good: 'condition met',
    };
  },
  acm: () => ({
    say: 'The policy copies them at its next evaluation, within its interval. On the hub it must be Compliant.',
    run: [
      `${OC} get secret ${USER_SECRET} --show-managed-fields -o jsonpath='{.metadata.managedFields[*].time}{"\\n"}'`,
    ],
    good: 'a time after the change',
  }),
};

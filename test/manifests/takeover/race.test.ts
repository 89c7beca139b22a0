/**
 * The Job beside an operator whose first syncs are slow: each ends by writing back what it read when it began. The Job
 * starts early, in the middle and late; afterwards Argo CD applies the Config, and then only corrects it.
 */

import { FakeApi } from '../../support/fake-api';
import { backendsOf, CONFIG, FakeOperator } from '../../support/fake-operator';
import { objectOf, objectsOf } from '../../support/fleet';
import { runJob } from '../../support/run-job';
import type { Fields } from '../../support/server-side-apply';

const objects = objectsOf(`
  platform: aws
  storage: {pvc: {claim: ours, accessModes: [ReadWriteMany], storageClassName: shared}}`);
const config = objectOf(objects, 'Config') as unknown as Fields;

describe.each<[string, number[]]>([
  ['one slow sync', [40]],
  ['two slow syncs', [25, 25]],
  ['three slow syncs', [20, 15, 30]],
])('%s', (_title, slow) => {
  test.each([0, 3, 10, 20, 30, 39, 60])('started %i requests after the Config', async start => {
    const api = new FakeApi();
    const operator = new FakeOperator(api, 'aws', [...slow]);
    operator.bootstrap();
    for (let passed = 0; passed < start; passed += 1) operator.passTime();
    const { status, output } = await runJob(objects, 'registry-takeover', api, { env: ENV });
    expect({ status, output }).toMatchObject({ status: 0 });
    for (let look = 0; look < 3; look += 1) {
      api.apply(CONFIG, 'argocd-controller', config);
      operator.rest();
      expect(backendsOf(api.spec(CONFIG))).toEqual(['pvc']);
    }
    expect(api.owners(CONFIG, 'storage')).toEqual(['argocd-controller (Apply)']);
    expect(operator.everConfused).toBe(false);
  });
});

const ENV = { POLL_SECONDS: '0' };

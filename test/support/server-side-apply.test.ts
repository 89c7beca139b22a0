import { applier, apply, at, type Fields, type LiveObject, mergePatch, update, updater } from './server-side-apply';

const ARGO = 'argocd-controller';
const OPERATOR = 'cluster-image-registry-operator';
const storage = (value: Fields): Fields => ({ spec: { storage: value } });
const storageOf = (live: LiveObject): unknown => at(live.fields, '/spec/storage');

/** What a real API server was seen to do with the registry's Config; each row is one of those observations. */
describe('as observed on a real API server', () => {
  const byOperator = update({ fields: {}, owners: new Map() }, OPERATOR, storage({ s3: { bucket: 'b', region: 'r' } }));

  test('a backend that someone else owns stays beside ours', () => {
    expect(storageOf(apply(byOperator, ARGO, storage({ pvc: { claim: 'c' } })))).toEqual({
      s3: { bucket: 'b', region: 'r' },
      pvc: { claim: 'c' },
    });
  });

  test('null does not remove it either', () => {
    const live = apply(byOperator, ARGO, storage({ pvc: { claim: 'c' }, s3: null as never }));
    expect(Object.keys(storageOf(live) as object)).toEqual(['s3', 'pvc']);
  });

  test('what the operator adds to our backend stays behind when we switch', () => {
    const ours = apply(undefined, ARGO, storage({ s3: { bucket: 'b' } }));
    const live = update(ours, OPERATOR, storage({ s3: { bucket: 'b', virtualHostedStyle: false } }));
    expect(storageOf(apply(live, ARGO, storage({ pvc: { claim: 'c' } })))).toEqual({
      s3: { virtualHostedStyle: false },
      pvc: { claim: 'c' },
    });
  });

  test('what we said ourselves does not', () => {
    const ours = apply(undefined, ARGO, storage({ s3: { bucket: 'b', virtualHostedStyle: false } }));
    const live = update(ours, OPERATOR, storage({ s3: { bucket: 'b', virtualHostedStyle: false } }));
    expect(storageOf(apply(live, ARGO, storage({ pvc: { claim: 'c' } })))).toEqual({ pvc: { claim: 'c' } });
  });

  test('a field taken over and then left out goes, and leaves the rest of the backend', () => {
    const taken = apply(byOperator, ARGO, storage({ s3: { bucket: 'mine' } }));
    expect(taken.owners.get(updater(OPERATOR))).toEqual(new Set(['/spec/storage/s3/region']));
    expect(storageOf(apply(taken, ARGO, { spec: { replicas: 2 } }))).toEqual({ s3: { region: 'r' } });
  });

  test('a field with the same value is shared, and leaving it out does no harm', () => {
    const shared = apply(byOperator, ARGO, storage({ s3: { bucket: 'b' } }));
    expect(shared.owners.get(updater(OPERATOR))).toContain('/spec/storage/s3/bucket');
    expect(storageOf(apply(shared, ARGO, { spec: { replicas: 2 } }))).toEqual({ s3: { bucket: 'b', region: 'r' } });
  });

  test('entries of a map that are not ours survive, a list is replaced', () => {
    const live = update({ fields: {}, owners: new Map() }, 'someone', { spec: { selector: { a: '1' }, list: ['x'] } });
    expect(apply(live, ARGO, { spec: { selector: { b: '2' }, list: ['y'] } }).fields).toEqual({
      spec: { selector: { a: '1', b: '2' }, list: ['y'] },
    });
  });

  test('a merge patch that sets keeps owning what it set; one that only removes owns nothing', () => {
    const setting = mergePatch(byOperator, 'kubectl-patch', storage({ s3: null as never, pvc: { claim: 'c' } }));
    expect(storageOf(setting)).toEqual({ pvc: { claim: 'c' } });
    const switched = apply(
      apply(setting, ARGO, storage({ pvc: { claim: 'c' } })),
      ARGO,
      storage({ s3: { bucket: 'b' } }),
    );
    expect(Object.keys(storageOf(switched) as object)).toEqual(['pvc', 's3']);

    const applied = apply(byOperator, ARGO, storage({ pvc: { claim: 'c' } }));
    const removing = mergePatch(applied, 'kubectl-patch', storage({ s3: null as never }));
    expect(removing.owners.get(updater('kubectl-patch'))).toEqual(new Set());
    expect(removing.owners.get(applier(ARGO))).toEqual(new Set(['/spec/storage/pvc/claim']));
    expect(storageOf(apply(removing, ARGO, storage({ s3: { bucket: 'b' } })))).toEqual({ s3: { bucket: 'b' } });
  });
});

/** Argo CD's annotations on an object. */

import { textAt } from './compare/paths';

const PREFIX = 'argocd.argoproj.io/';

/** The key of an annotation of Argo CD. */
export const syncKey = (name: string): string => `${PREFIX}${name}`;

const annotation = (object: unknown, name: string): string | undefined =>
  textAt(object, 'metadata', 'annotations', syncKey(name));

/** The sync options of an object. */
export const syncOptions = (object: unknown): ReadonlySet<string> =>
  new Set(
    (annotation(object, 'sync-options') ?? '')
      .split(',')
      .map(option => option.trim())
      .filter(option => option !== ''),
  );

/** Whether a sync keeps the object when it is no longer in git. */
export function isProtected(object: unknown): boolean {
  const options = syncOptions(object);
  return options.has('Prune=false') || options.has('Prune=confirm');
}

/** The sync wave of an object; 0 if not set. */
export function waveOf(object: unknown): number {
  const wave = Number.parseInt(annotation(object, 'sync-wave') ?? '0', 10);
  return Number.isNaN(wave) ? 0 : wave;
}

/** Whether Argo CD runs the object as a hook. */
export const isHook = (object: unknown): boolean => annotation(object, 'hook') !== undefined;

/** Whether a hook is deleted before it runs again, so that any change is allowed. */
export const isRecreated = (object: unknown): boolean =>
  isHook(object) && (annotation(object, 'hook-delete-policy') ?? 'BeforeHookCreation').includes('BeforeHookCreation');

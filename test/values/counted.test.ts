import { counted } from '../../src/values/counted';

test.each<[string, string]>([
  [counted(0, 'file'), '0 files'],
  [counted(1, 'file'), '1 file'],
  [counted(2, 'kind of finding', 'kinds of findings'), '2 kinds of findings'],
  [counted(1, 'kind of finding', 'kinds of findings'), '1 kind of finding'],
])('%s', (text, expected) => expect(text).toBe(expected));

import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium';
import { folderWith } from './files';

test('the named one, before any on PATH', () => {
  expect(findChromium({ CHROMIUM: '/opt/browser', PATH: '/usr/bin' })).toBe('/opt/browser');
});

test('the first on PATH that can be run, none elsewhere', () => {
  const folder = folderWith({ 'a/chromium': '', 'b/google-chrome': '' });
  const PATH = `:${join(folder, 'a')}:${join(folder, 'b')}`;
  expect(findChromium({ PATH })).toBeUndefined();
  chmodSync(join(folder, 'b', 'google-chrome'), 0o755);
  expect(findChromium({ PATH })).toBe(join(folder, 'b', 'google-chrome'));
  expect(findChromium({})).toBeUndefined();
});

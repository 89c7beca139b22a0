import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '../../../src/review/change';
import { RISKS } from '../../../src/review/classes';
import { formatHtml } from '../../../src/review/formats/html';
import { describeWithChromium, HEADLESS } from '../../support/chromium';
import { folderWith } from '../../support/files';
import { HANGS_MS } from '../../support/hangs';

const CHANGES: readonly Change[] = RISKS.map((risk, index) => ({
  ...{ cluster: `c${index}`, kind: 'Config', namespace: undefined, name: 'cluster', action: 'changed', path: ['spec'] },
  ...{
    before: '<b>',
    after: { a: '</script><script>document.title="taken over"</script>' },
    risk,
    code: 'x',
    why: 'y',
    source: 'z',
  },
  recipe: [{ say: 'copy', run: 'rclone' }],
}));
const PAGE = formatHtml({ base: 'a', head: 'b', clusters: 9, changes: CHANGES });

/** What a reader does, after the page's own script. */
const withActions = (actions: string): string =>
  // The policy of the page lets nothing else run: for the test, and for it alone, it is taken off.
  PAGE.replace(/<meta http-equiv[^>]*>/, '').replace('</body>', `<script>${actions}</script></body>`);

/** What a browser asks its maker, whatever the page. */
const OF_THE_BROWSER = /^https?:\/\/[\w.]+\.(google|googleapis|gvt1)\.com\//;

describeWithChromium('the page of a review', chromium => {
  const open = (page: string, ...options: readonly string[]) => {
    const folder = folderWith({ 'review.html': page });
    const log = join(folder, 'net.json');
    const ended = spawnSync(
      chromium,
      [
        ...HEADLESS,
        ...['--enable-logging=stderr', '--virtual-time-budget=2000', '--disable-background-networking'],
        ...[`--user-data-dir=${join(folder, 'profile')}`, `--log-net-log=${log}`],
        ...options,
        ...['--dump-dom', `file://${join(folder, 'review.html')}`],
      ],
      { encoding: 'utf8', timeout: HANGS_MS },
    );
    const urls = (readFileSync(log, 'utf8').match(/"url":"[^"]*/g) ?? []).map(url => url.slice('"url":"'.length));
    return { ...ended, requests: urls.filter(url => !url.startsWith('file:') && !OF_THE_BROWSER.test(url)) };
  };
  const console = (text: string): readonly string[] => text.split('\n').filter(line => line.includes('CONSOLE'));

  test('opens without an error, a warning or a request, and its filters are there', () => {
    const { stdout, stderr, requests } = open(PAGE);
    expect(console(stderr)).toEqual([]);
    expect(requests).toEqual([]);
    expect(stdout).toContain('9 of 9 shown');
    expect(stdout).toContain('<title>Image registry: images can be deleted</title>');
  });

  test('would be seen to make a request', () => {
    const fetching = PAGE.replace(/<meta http-equiv[^>]*>/, '').replace('data:,', 'http://127.0.0.1:9/icon.png');
    const { requests } = open(fetching.replace('</body>', '<img src="http://127.0.0.1:9/a.png"></body>'));
    expect(requests).toContain('http://127.0.0.1:9/a.png');
  });

  test('hides what a filter leaves out', () => {
    const { stdout } = open(
      withActions(`
        document.querySelector('input[value=safe]').click();
        const search = document.querySelector('input[type=search]');
        search.value = 'C3';
        search.dispatchEvent(new Event('input', { bubbles: true }));
      `),
    );
    expect(stdout).toContain('1 of 9 shown');
    expect(stdout.match(/<article[^>]*hidden/g)).toHaveLength(8);
  });

  test('everything a reader can act on is reached by the tab key', () => {
    const { stdout } = open(
      withActions(`
        const reached = [...document.querySelectorAll('input, summary, pre[tabindex="0"]')].filter(item => item.tabIndex === 0);
        const clickable = [...document.querySelectorAll('*')].filter(item => item.onclick || getComputedStyle(item).cursor === 'pointer' && !item.closest('label, summary'));
        document.title = reached.length + ' reached, ' + clickable.length + ' only by pointer';
      `),
    );
    expect(stdout).toMatch(/<title>4\d reached, 0 only by pointer<\/title>/);
  });

  test.each([
    ['light', '--blink-settings=preferredColorScheme=1'],
    ['dark', '--blink-settings=preferredColorScheme=0'],
  ])('every text can be read in the %s', (_, option) => {
    const { stdout } = open(
      withActions(`
        const light = colour => {
          const parts = colour.match(/[\\d.]+/g).slice(0, 3).map(part => { const c = part / 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; });
          return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
        };
        const behind = item => { const c = getComputedStyle(item).backgroundColor; return c === 'rgba(0, 0, 0, 0)' && item.parentElement ? behind(item.parentElement) : c; };
        const ratios = [...document.querySelectorAll('body *')].filter(item => item.textContent.trim() !== '' && !['SCRIPT'].includes(item.tagName)).map(item => {
          const [a, b] = [light(getComputedStyle(item).color), light(behind(item))].sort((x, y) => y - x);
          return (a + 0.05) / (b + 0.05);
        });
        document.title = 'least contrast ' + Math.min(...ratios).toFixed(2);
      `),
      option,
    );
    expect(Number(/least contrast ([\d.]+)/.exec(stdout)?.[1])).toBeGreaterThanOrEqual(4.5);
  });
});

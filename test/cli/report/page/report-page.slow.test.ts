import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Browser } from '../../../support/browser';
import { describeWithChromium } from '../../../support/chromium';
import { folderWith } from '../../../support/files';
import { runCli } from '../../../support/run-cli';

const COUNT = 1_000;
/** Rows that are laid out at once. */
const FRAME = 50;

/** Clusters of five kinds, in turn; every tenth is too small, and every twentieth is broken. */
const KINDS: readonly ((index: number) => string)[] = [
  index =>
    `platform: aws, openshift: "4.9", storage: {s3: {bucket: images-${index}, region: eu-west-1}}, credentials: {externalSecret: {store: {kind: ClusterSecretStore, name: vault}, key: registry/${index}}}`,
  index =>
    `platform: vsphere, openshift: "4.14", storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files, size: ${index % 10 === 1 ? 50 : 200}Gi}}, baseDomain: c${index}.example.com, routes: {default: true}`,
  index =>
    `platform: baremetal, openshift: "4.16", storage: {odf: {noobaa: {bucketName: images-${index}, endpoint: service, trustedCA: {serviceCA: true}, storageClass: {name: keep}}}}, credentials: {bucketClaim: {job: {}}}`,
  () =>
    'platform: nutanix, openshift: "4.14", storage: {pvc: {accessModes: [ReadWriteOnce], storageClassName: block}}, topology: single-node',
  index => `platform: azure, openshift: "4.18"${index % 20 === 4 ? ', registry: {replicas: -1}' : ''}`,
];
const nameOf = (index: number): string => `c${String(index).padStart(4, '0')}`;
const FLEET = `clusters:\n${Array.from(
  { length: COUNT },
  (_, index) => `  - {name: ${nameOf(index)}, ${KINDS[index % KINDS.length]?.(index)}}\n`,
).join('')}`;

let page = '';
beforeAll(async () => {
  const folder = folderWith({ 'fleet.yaml': FLEET });
  expect((await runCli(folder, ['report'])).status).toBe(1);
  page = readFileSync(join(folder, 'report.html'), 'utf8');
});

test('a thousand clusters are one page of less than 3 MB', () => {
  expect(Buffer.byteLength(page)).toBeLessThan(3_000_000);
  expect(page.match(/<tr data-state/g)).toHaveLength(COUNT);
});

test('clusters of one shape share a drawing', () => {
  expect(page.match(/<template/g)?.length).toBeLessThanOrEqual(KINDS.length);
});

describeWithChromium('the page of a thousand clusters', chromium => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await Browser.open(chromium, page);
  });
  beforeEach(() => browser.again());
  afterAll(() => browser.close());

  const status = (): Promise<string> => browser.value('document.querySelector("[role=status]").textContent');
  const focus = (selector: string): Promise<void> =>
    browser.value(`document.querySelector(${JSON.stringify(selector)}).focus()`);
  const open = async (cluster: string): Promise<void> => {
    await browser.value(`location.hash = "#cluster/${cluster}"`);
    await browser.until(`document.querySelector("dialog[open]")?.textContent.includes("${cluster}")`);
  };
  const focused = (): Promise<string> =>
    browser.value('document.activeElement.textContent || document.activeElement.tagName');
  const shown = (): Promise<readonly string[]> =>
    browser.value(
      '[...document.querySelectorAll("tbody tr")].filter(row => row.offsetParent).map(row => row.querySelector("a").textContent)',
    );
  /** How much of the document changes while something happens: records, and elements in them. */
  const changes = async (act: () => Promise<void>): Promise<number> => {
    await browser.value(
      'window.seen = []; window.watch = new MutationObserver(list => seen.push(...list)); watch.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true}); 0',
    );
    await act();
    return await browser.value('seen.push(...watch.takeRecords()); watch.disconnect(); seen.length');
  };

  test('opens without an error, a warning or a request', async () => {
    expect(await status()).toBe(`${COUNT} of ${COUNT} clusters`);
    expect(browser.problems).toEqual([]);
    expect(browser.requests).toEqual([]);
  });

  test('would be seen to make a request', async () => {
    await browser.value(
      'new Promise(done => { const image = new Image(); image.onerror = done; image.src = "http://127.0.0.1:9/a.png"; }).then(() => 0)',
    );
    expect(browser.problems.join()).toContain('Content Security Policy');
  });

  test('searches as somebody types, and shows all again', async () => {
    await browser.press('/');
    await browser.type('vsphere c000');
    expect(await shown()).toEqual(['c0001', 'c0006']);
    expect(await status()).toBe(`2 of ${COUNT} clusters`);
    await browser.press('Tab', 'Enter');
    expect(await status()).toBe(`${COUNT} of ${COUNT} clusters`);
  });

  test('finds clusters by the code of a finding', async () => {
    await browser.press('/');
    await browser.type('pvc_size');
    expect(await status()).toBe(`100 of ${COUNT} clusters`);
  });

  test('filters by the space bar: either within a card, both across cards', async () => {
    await focus('input[value=vsphere]');
    await browser.press(' ');
    expect(await status()).toBe(`200 of ${COUNT} clusters`);
    await focus('input[value=azure]');
    await browser.press(' ');
    expect(await status()).toBe(`400 of ${COUNT} clusters`);
    await focus('input[value=warnings]');
    await browser.press(' ');
    expect(await status()).toBe(`100 of ${COUNT} clusters`);
    expect(
      await browser.value('document.querySelector("input[value=errors]").parentElement.querySelector("b").textContent'),
    ).toBe('50');
  });

  test('sorts by Enter, numbers as numbers, and says so', async () => {
    await browser.press('/');
    await browser.type('c000');
    await focus('thead th:nth-child(3) button');
    await browser.press('Enter');
    const column = () =>
      browser.value<readonly string[]>(
        '[...new Set([...document.querySelectorAll("tbody td:nth-child(3)")].map(cell => cell.textContent))]',
      );
    expect(await column()).toEqual(['4.9', '4.14', '4.16', '4.18']);
    const sorts =
      'document.querySelectorAll("[aria-sort]").length + document.querySelector("thead th:nth-child(3)").ariaSort';
    expect(await browser.value(sorts)).toBe('1ascending');
    await browser.press('Enter');
    expect(await column()).toEqual(['4.18', '4.16', '4.14', '4.9']);
    expect(await browser.value(sorts)).toBe('1descending');
  });

  test('changes little of the document at a time, whatever is typed, chosen or sorted', async () => {
    const little = 2 * FRAME + 150;
    await browser.press('/');
    for (const key of ['c', '0', '0', '0', '1']) expect(await changes(() => browser.press(key))).toBeLessThan(little);
    expect(await changes(() => browser.press(' '))).toBe(0);
    expect(await changes(() => browser.press('Tab', 'Enter'))).toBeLessThan(little);
    await focus('input[value=azure]');
    expect(await changes(() => browser.press(' '))).toBeLessThan(little);
    expect(await changes(() => browser.press(' '))).toBeLessThan(little);
    await focus('thead th:nth-child(3) button');
    expect(await changes(() => browser.press('Enter'))).toBeLessThan(little);
    expect(await shown()).toHaveLength(FRAME);
  });

  test('shows more clusters as somebody scrolls, or asks for them', async () => {
    expect(await shown()).toHaveLength(FRAME);
    await browser.value('document.querySelector("#more").scrollIntoView()');
    await browser.until(`[...document.querySelectorAll("tbody tr")].filter(row => row.offsetParent).length > ${FRAME}`);
    const scrolled = (await shown()).length;
    await focus('#more');
    await browser.press('Enter');
    expect((await shown()).length).toBeGreaterThan(scrolled);
    expect(await status()).toBe(`${COUNT} of ${COUNT} clusters`);
  });

  test('opens a cluster, and comes back to where it was', async () => {
    await focus('tbody a');
    await browser.press('ArrowDown', 'ArrowDown');
    expect(await focused()).toBe('c0002');
    await browser.press('Enter');
    await browser.until('document.querySelector("dialog").open');
    expect(await browser.value('location.hash')).toBe('#cluster/c0002');
    expect(await browser.value('[...document.querySelectorAll("dialog .wave")].map(text => text.textContent)')).toEqual(
      [...['wave −40', 'wave −30', 'wave −20', 'wave −10', 'wave 3', 'wave 20', 'filled by the registry']],
    );
    expect(await browser.value('document.querySelector("dialog .graph").textContent')).toContain('images-2');
    await browser.press('Escape');
    await browser.until('!document.querySelector("dialog").open && location.hash === ""');
    expect(await focused()).toBe('c0002');
    expect(browser.problems).toEqual([]);
  });

  test('shows the findings of a cluster, and no others', async () => {
    await open('c0011');
    expect(
      await browser.value('[...document.querySelectorAll("dialog article h2 code")].map(code => code.textContent)'),
    ).toEqual(['PVC_SIZE_MIN']);
    expect(await browser.value('document.querySelectorAll("dialog article li").length')).toBe(1);
    await open('c0004');
    expect(await browser.value('document.querySelector("dialog").textContent')).toContain('until its errors are fixed');
  });

  test('views change by arrow keys', async () => {
    await focus('[role=tab]');
    await browser.press('ArrowRight');
    expect(await focused()).toMatch(/^Findings/);
    expect(
      await browser.value(
        '[...document.querySelectorAll("main > section")].filter(part => !part.hidden).map(part => part.id)',
      ),
    ).toEqual(['findings']);
    await browser.press('End');
    expect(await focused()).toMatch(/^Accepted/);
    await browser.press('ArrowRight');
    expect(await focused()).toMatch(/^Clusters/);
  });

  test('a screen reader is told what it is', async () => {
    const lines = await browser.spoken();
    expect(lines).toEqual(
      expect.arrayContaining([
        'table Clusters',
        'rowheader c0000 production',
        'tab Clusters 1000',
        'tabpanel Clusters 1000',
        'group Platform',
      ]),
    );
    expect(lines.filter(line => line.startsWith('columnheader'))).toHaveLength(10);
    await open('c0000');
    const told = await browser.spoken();
    expect(told).toEqual(
      expect.arrayContaining([
        'dialog c0000',
        'button Close',
        'image What is synced to c0000, wave by wave; the same as a list follows',
      ]),
    );
  });

  test.each(['light', 'dark'] as const)('every text can be read in the %s', async scheme => {
    await browser.prefer(scheme);
    await open('c0011');
    const least = await browser.value(`(() => {
      const parse = colour => colour.match(/[\\d.]+/g).map(Number);
      const light = colour => {
        const parts = parse(colour).slice(0, 3).map(part => { const c = part / 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; });
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
      };
      const behind = item => { const c = getComputedStyle(item).backgroundColor; return parse(c)[3] === 0 && item.parentElement ? behind(item.parentElement) : c; };
      const own = item => [...item.childNodes].some(node => node.nodeType === 3 && node.textContent.trim() !== '');
      const ratio = (text, ground) => { const [a, b] = [light(text), light(ground)].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); };
      const found = [...document.querySelectorAll('body *')].filter(item => own(item) && !item.closest('script, template, svg')).map(item => [ratio(getComputedStyle(item).color, behind(item)), item.outerHTML.slice(0, 80)]);
      const band = getComputedStyle(document.querySelector('.band')).fill;
      const card = getComputedStyle(document.querySelector('.graph g rect')).fill;
      for (const text of document.querySelectorAll('.graph text')) found.push([ratio(getComputedStyle(text).fill, text.matches('.wave') ? band : card), text.outerHTML]);
      return found.sort((a, b) => a[0] - b[0])[0];
    })()`);
    expect(least).toEqual([expect.any(Number), expect.any(String)]);
    expect((least as readonly [number, string])[0] >= 4.5 ? 'readable' : least).toBe('readable');
  });
});

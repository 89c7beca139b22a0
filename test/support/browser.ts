/**
 * A page in a real Chromium, driven as a reader drives it: by keys that the browser itself handles. The page's own policy
 * stays in force, since what a test asks is asked through the browser's debugging protocol, over a pipe.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { HEADLESS } from './chromium';
import { folderWith } from './files';

/** What a browser says about a page. */
type Message = { readonly id?: number; readonly method?: string; readonly params?: Record<string, unknown> } & {
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
};

/** Keys by name, as the protocol wants them. */
const KEYS: Readonly<Record<string, { readonly code: number; readonly text?: string }>> = {
  Enter: { code: 13, text: '\r' },
  Tab: { code: 9 },
  Escape: { code: 27 },
  ' ': { code: 32, text: ' ' },
  ArrowDown: { code: 40 },
  ArrowUp: { code: 38 },
  ArrowRight: { code: 39 },
  ArrowLeft: { code: 37 },
  End: { code: 35 },
};

/** An open page. */
export class Browser {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (message: Message) => void>();
  readonly #page: string;
  #last = 0;
  #session: string | undefined;
  #rest = '';
  #loaded: () => void = () => undefined;
  /** Errors and warnings of the page, and of the browser about it. */
  readonly problems: string[] = [];
  /** Addresses that the page asked for, itself left out. */
  readonly requests: string[] = [];

  private constructor(chromium: string, folder: string) {
    this.#page = `file://${folder}/page.html`;
    this.#process = spawn(
      chromium,
      [...HEADLESS, '--remote-debugging-pipe', '--disable-background-networking', `--user-data-dir=${folder}/profile`],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    (this.#process.stdio[4] as Readable).setEncoding('utf8').on('data', (text: string) => this.#receive(text));
  }

  /** Opens a page of this text in a window of this size. */
  static async open(chromium: string, page: string, size = { width: 1500, height: 1000 }): Promise<Browser> {
    const folder = folderWith({ 'page.html': page });
    const browser = new Browser(chromium, folder);
    const { targetId } = await browser.#send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await browser.#send('Target.attachToTarget', { targetId, flatten: true });
    browser.#session = String(sessionId);
    for (const domain of ['Page', 'Runtime', 'Log', 'Network', 'Accessibility'])
      await browser.#send(`${domain}.enable`);
    await browser.#send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
    await browser.#send('Emulation.setFocusEmulationEnabled', { enabled: true });
    await browser.again();
    return browser;
  }

  /** Opens the page as if nothing had been done to it. */
  async again(): Promise<void> {
    // What the page said before it went does not count.
    await this.#go('about:blank');
    this.problems.length = 0;
    this.requests.length = 0;
    await this.#go(this.#page);
  }

  async #go(url: string): Promise<void> {
    const loaded = new Promise<void>(resolve => {
      this.#loaded = resolve;
    });
    await this.#send('Page.navigate', { url });
    await loaded;
  }

  /** The value of an expression in the page. */
  async value<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.#send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return (result as { readonly value: T }).value;
  }

  /** Waits until an expression in the page is true, however long the browser takes. */
  async until(expression: string): Promise<void> {
    while (!(await this.value<boolean>(`new Promise(done => setTimeout(() => done(Boolean(${expression})), 20))`)));
  }

  /** Presses keys one after the other. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const { code, text } = KEYS[key] ?? { code: key.toUpperCase().charCodeAt(0), text: key };
      const event = { key, windowsVirtualKeyCode: code };
      await this.#send('Input.dispatchKeyEvent', {
        type: text === undefined ? 'rawKeyDown' : 'keyDown',
        ...event,
        text,
      });
      await this.#send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    }
  }

  /** Types a text, key by key. */
  readonly type = (text: string): Promise<void> => this.press(...text);

  /** Shows the page as somebody sees it who likes this scheme. */
  async prefer(scheme: 'light' | 'dark'): Promise<void> {
    const features = [{ name: 'prefers-color-scheme', value: scheme }];
    await this.#send('Emulation.setEmulatedMedia', { features });
  }

  /** What a screen reader is told, as `role name` lines in reading order. */
  async spoken(): Promise<readonly string[]> {
    const { nodes } = await this.#send('Accessibility.getFullAXTree');
    type Node = Readonly<Record<'role' | 'name', { readonly value?: string } | undefined>> & {
      readonly ignored: boolean;
    };
    return (nodes as readonly Node[])
      .filter(({ ignored }) => !ignored)
      .map(({ role, name }) => `${role?.value} ${name?.value ?? ''}`.trim());
  }

  /** A picture of the window, as PNG. */
  async picture(): Promise<Buffer> {
    const { data } = await this.#send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(String(data), 'base64');
  }

  /** Ends the browser. */
  async close(): Promise<void> {
    const ended = new Promise(resolve => this.#process.once('exit', resolve));
    this.#process.kill('SIGKILL');
    await ended;
  }

  #send(method: string, params: Readonly<Record<string, unknown>> = {}): Promise<Record<string, unknown>> {
    this.#last += 1;
    const id = this.#last;
    const sent = JSON.stringify({ id, method, params, sessionId: this.#session });
    (this.#process.stdio[3] as Writable).write(`${sent}\0`);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) =>
        error === undefined ? resolve(result ?? {}) : reject(new Error(`${method}: ${error.message}`)),
      );
    });
  }

  #receive(text: string): void {
    const parts = `${this.#rest}${text}`.split('\0');
    this.#rest = parts.pop() ?? '';
    for (const part of parts) this.#handle(JSON.parse(part) as Message);
  }

  #handle(message: Message): void {
    const { id, method = '', params = {} } = message;
    if (id !== undefined) {
      this.#waiting.get(id)?.(message);
      this.#waiting.delete(id);
    }
    if (method === 'Page.loadEventFired') this.#loaded();
    if (['Runtime.exceptionThrown', 'Runtime.consoleAPICalled', 'Log.entryAdded'].includes(method)) {
      this.problems.push(JSON.stringify(params));
    }
    if (method === 'Network.requestWillBeSent') {
      const { url } = params.request as { readonly url: string };
      if (!url.startsWith('data:') && url !== this.#page && url !== 'about:blank') this.requests.push(url);
    }
  }
}

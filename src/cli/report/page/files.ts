/** The style and the script of the page, which are files of their own so that tools for them can read them. */

import { scriptFile } from '../../../manifests/common/script-file';

/** How it looks, beside what all pages have in common. */
export const reportStyle = scriptFile(__dirname, 'report.css');

/** What it can do in a browser. */
export const reportScript = scriptFile(__dirname, 'report.browser.js');

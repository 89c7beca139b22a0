// Prints what CHANGELOG.md says about a version, and refuses a tag that does not fit: "node scripts/release-notes.mjs v1.2.3".
import { readFileSync } from 'node:fs';

/** @returns the text below the version's heading, "## 1.2.3, 2026-01-31" */
function notesOf(changelog, version) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find(text => text.split(/[\s,]/)[0] === version);
  if (section === undefined) throw new Error(`CHANGELOG.md has no section "## ${version}, DATE"`);
  const [heading, ...lines] = section.split('\n');
  if (!/, \d{4}-\d{2}-\d{2}$/.test(heading.trim()))
    throw new Error(
      `CHANGELOG.md says "## ${heading.trim()}": write the date of the release, "## ${version}, 2026-01-31"`,
    );
  if (sections.some(text => /^unreleased\b/i.test(text) && /^- /m.test(text)))
    throw new Error(`CHANGELOG.md still has lines under "## Unreleased": they belong to ${version}`);
  const notes = lines.join('\n').trim();
  if (notes === '') throw new Error(`CHANGELOG.md says nothing about ${version}`);
  return notes;
}

const [tag = ''] = process.argv.slice(2);
try {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  if (tag !== `v${version}`)
    throw new Error(`the tag is "${tag}", and package.json has version ${version}: tag v${version}`);
  console.log(notesOf(readFileSync('CHANGELOG.md', 'utf8'), version));
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}

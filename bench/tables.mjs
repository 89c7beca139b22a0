// The tables of RESULTS.md.

/** A number for people. */
export const number = (value, digits = 2) =>
  value === undefined || Number.isNaN(value) ? '' : value.toFixed(value >= 100 ? 0 : digits);

/** A number, or one that was exceeded. */
const least = (text, isMore) => (isMore && text !== '' ? `> ${text}` : text);

const table = (title, head, rows) =>
  [`## ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
const line = cells => `| ${cells.join(' | ')} |`;
const sizeText = size => size.toLocaleString('en');

export const startTable = costs => {
  const empty = costs.get('node -e 0');
  const rows = [...costs].map(([name, { cpu, wall, mib }]) => [
    name,
    number(cpu, 3),
    number(wall, 3),
    number(mib, 0),
    number(cpu / empty.cpu),
  ]);
  return table('Start', ['what', 'CPU s', 'wall s', 'peak MiB', '× node -e 0'], rows);
};

/** The fleet a tenth as large. */
const tenthOf = (fleets, { layout, size }) => fleets.find(other => other.layout === layout && other.size * 10 === size);

export function sizeTable(fleets, others) {
  const rows = fleets.flatMap(fleet => {
    const { layout, size, written, costs } = fleet;
    const floor = costs.get('floor');
    const of = (name, { cpu, wall, mib, isMore = false }) => [
      `${sizeText(size)}, ${layout}`,
      name,
      least(number(cpu), isMore),
      least(number(wall), isMore),
      mib === undefined ? '' : number(mib, 0),
      least(number(cpu / floor.cpu), isMore),
      least(number(cpu / tenthOf(fleets, fleet)?.costs.get(name)?.cpu), isMore),
    ];
    const measured = [...costs].map(([name, cost]) => of(name, cost));
    const scaled =
      layout === 'one file'
        ? []
        : others.map(({ name, cpu, wall }) =>
            of(`${name}, ${size} processes${size > 1 ? ' (from one of each kind)' : ''}`, {
              cpu: cpu * size,
              wall: wall * size,
            }),
          );
    return [...measured, ...scaled].map(row => [...row, sizeText(written)]);
  });
  return table(
    'Fleets',
    ['clusters', 'what', 'CPU s', 'wall s', 'peak MiB', '× floor', '× a tenth of the clusters', 'files'],
    rows,
  );
}

export function targetTable(startCosts, fleets, others) {
  const start = (name, target) => {
    const ratio = startCosts.get(name)?.cpu / startCosts.get('node -e 0').cpu;
    return row(`${name}, × \`node -e 0\``, ratio, target);
  };
  const row = (what, value, target, isLeast = false, isMore = false) =>
    Number.isFinite(value)
      ? [
          what,
          `${isLeast ? 'at least' : 'at most'} ${target}`,
          least(number(value), isMore),
          (isLeast ? value >= target : value <= target) ? 'yes' : 'no',
        ]
      : [what, `${isLeast ? 'at least' : 'at most'} ${target}`, 'not measured', ''];
  const cost = (size, name, layout = 'files of 100') =>
    fleets.find(fleet => fleet.size === size && fleet.layout === layout)?.costs.get(name) ?? {};
  const synth = (size, layout) => cost(size, 'synth, cold', layout);
  const other = name => 1_000 * (others.find(peer => peer.name === name)?.cpu ?? Number.NaN);
  const rows = [
    start('registry-gitops synth, one cluster', 2.5),
    start('registry-gitops --help', 1.5),
    start('registry-gitops explain CODE', 1.5),
    start('registry-gitops --version', 1.5),
    row('1,000: one App, a Chart each ÷ synth', cost(1_000, 'one App, a Chart each').cpu / synth(1_000).cpu, 10, true),
    row('1,000: kustomize build ÷ synth', other('kustomize build') / synth(1_000).cpu, 15, true),
    row('1,000: kubectl kustomize ÷ synth', other('kubectl kustomize') / synth(1_000).cpu, 15, true),
    row('1,000: helm template ÷ synth', other('helm template') / synth(1_000).cpu, 30, true),
    row('10,000: synth ÷ floor', synth(10_000).cpu / cost(10_000, 'floor').cpu, 2.5),
    row(
      '10,000: one App, a Chart each ÷ synth',
      cost(10_000, 'one App, a Chart each').cpu / synth(10_000).cpu,
      40,
      true,
      cost(10_000, 'one App, a Chart each').isMore,
    ),
    row('synth of 10,000 ÷ of 1,000', synth(10_000).cpu / synth(1_000).cpu, 11),
    row('10,000: MiB', synth(10_000).mib, 256),
    row('10,000 in one file: MiB', synth(10_000, 'one file').mib, 600),
    row('MiB of 10,000 ÷ of 1,000', synth(10_000).mib / synth(1_000).mib, 1.5),
    row('10,000: nothing changed ÷ cold', cost(10_000, 'synth, nothing changed').cpu / synth(10_000).cpu, 0.1),
    row('10,000: one changed ÷ cold', cost(10_000, 'synth, one cluster changed').cpu / synth(10_000).cpu, 0.15),
    row('10,000: check ÷ synth', cost(10_000, 'check').cpu / synth(10_000).cpu, 0.6),
  ];
  return table('Targets', ['what', 'target', 'measured', 'met'], rows);
}

/** Files that once took minutes or gigabytes, and their relatives: a name, and what gives the text at any size. */

const CLUSTER = 'name: a, platform: aws, openshift: "4.14"';
const cluster = (more = ''): string => `clusters: [{${CLUSTER}${more}}]\n`;
const endpoint = (text: string): string =>
  `clusters: [{name: a, platform: none, openshift: "4.14", storage: {s3: {bucket: bbb, region: r, regionEndpoint: "${text}"}}, credentials: {existingSecret: {}}}]\n`;
const claim = (more: string): string =>
  `clusters: [{name: a, platform: baremetal, openshift: "4.14", storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: x}}, ${more}}]\n`;
const each = (count: number, one: (index: number) => string, between = ''): string =>
  Array.from({ length: count }, (_, index) => one(index)).join(between);
const labels = (count: number): string => `{${each(count, index => `l${index}: v`, ', ')}}`;

/** How much of it makes the file in the report, and the text of any size. */
export type SlowInput = readonly [name: string, size: number, text: (size: number) => string];

/** One of each kind, that which takes most: lists, maps and lines of the fleet and of a cluster. */
export const HEAVIEST: readonly SlowInput[] = [
  [
    'unused profiles with a mistake',
    58_000,
    size => `${cluster()}profiles:\n${each(size, index => `  p${index}: {registry: {rplicas: 2}}\n`)}`,
  ],
  ['entries that are numbers', 190_000, size => `clusters:\n${'- 1\n'.repeat(size)}`],
  [
    'clusters with an unknown key',
    30_000,
    size => `clusters:\n${each(size, index => `- {name: a${index}, platform: aws, openshift: "4.14", foo: 1}\n`)}`,
  ],
  ['different patterns of files', 100_000, size => `clusterFiles: [${each(size, index => `"*${index}"`, ',')}]\n`],
  [
    'labels, the most that are taken',
    1_000,
    () => claim(`metadata: {labels: ${labels(1_000)}}, registry: {nodeSelector: ${labels(1_000)}}`),
  ],
  ['unknown profiles', 190_000, size => cluster(`, profiles: [${'p,'.repeat(size)}]`)],
  ['acceptances of nothing', 70_000, size => cluster(`, accept: [${'{code: NOPE, reason: because},'.repeat(size)}]`)],
  [
    'routes',
    50_000,
    size =>
      cluster(
        `, routes: {custom: [${each(size, index => `{name: r${index}, hostname: r${index}.example.com}`, ',')}]}`,
      ),
  ],
  [
    'tolerations',
    50_000,
    size => cluster(`, registry: {tolerations: [${'{key: k, operator: Exists},'.repeat(size)}]}`),
  ],
  ['empty lines within', 5_000_000, size => `clusters:\n${'\n'.repeat(size)}  - {${CLUSTER}}\n`],
  ['commas', 300_000, size => `a: [${','.repeat(size)}]\n`],
  ['lines of a quoted text', 5_000_000, size => cluster(`, baseDomain: "${'\n'.repeat(size)}"`)],
  ['lines of a block', 1_500_000, size => `x: |\n${'  a\n'.repeat(size)}${cluster()}`],
  ['a key of one letter', 20_000_000, size => cluster(`, ${'k'.repeat(size)}: 1`)],
];

/** Others of the same kinds, which take less. */
export const RELATIVES: readonly SlowInput[] = [
  ['unknown keys at the top', 150_000, size => cluster() + each(size, index => `k${index}: 1\n`)],
  ['anchors on unknown keys', 50_000, size => cluster() + each(size, index => `k${index}: &a${index} 1\n`)],
  [
    'unused profiles',
    80_000,
    size => `${cluster()}profiles:\n${each(size, index => `  p${index}: {registry: {replicas: 2}}\n`)}`,
  ],
  [
    'unused profiles, the most that are read',
    58_000,
    size => `${cluster()}profiles:\n${each(size, index => `  p${index}: {registry: {replicas: 2}}\n`)}`,
  ],
  ['keys of one line', 140_000, size => `${cluster()}x: {${each(size, index => `k${index}: 1`, ', ')}}\n`],
  [
    'misspelt profiles among many',
    8_000,
    size =>
      `profiles:\n${each(size, index => `  profil${index}: {}\n`)}clusters:\n${each(size, index => `- {name: a${index}, platform: aws, openshift: "4.14", profiles: [profi${index}l]}\n`)}`,
  ],
  [
    'different acceptances on one line',
    50_000,
    size => cluster(`, accept: [${each(size, index => `{code: S3_X${index}, reason: because}`, ',')}]`),
  ],
  [
    'registries of imports',
    40_000,
    size =>
      cluster(
        `, image: {allowedRegistriesForImport: [${each(size, index => `{domainName: d${index}.example.com}`, ',')}]}`,
      ),
  ],
  ['days of a schedule', 200_000, size => claim(`pruner: {schedule: "0 0 ${'1-31,'.repeat(size)}1 * *"}`)],
  ['escapes of a quoted text', 7_000_000, size => `${cluster()}x: "${'\\x41'.repeat(size)}"\n`],
  ['a quoted text', 30_000_000, size => `${cluster()}x: "${'a'.repeat(size)}"\n`],
  ['long keys', 25_000, size => `${cluster()}x: {${each(size, index => `"${'k'.repeat(1000)}${index}": 1`, ', ')}}\n`],
  ['entries with a name alone', 90_000, size => `clusters:\n${'- {name: a}\n'.repeat(size)}`],
  ['patterns of files', 190_000, size => `clusterFiles: [${'x.yaml,'.repeat(size)}]\n`],
  ['acknowledgements', 70_000, size => `${cluster()}acknowledge:\n${'- {change: x, reason: because}\n'.repeat(size)}`],
  ['labels', 8_000, size => cluster(`, metadata: {labels: ${labels(size)}}`)],
  ['node selector', 8_000, size => claim(`registry: {nodeSelector: ${labels(size)}}`)],
  [
    'users',
    100_000,
    size => cluster(`, access: {viewers: [{project: p, users: [${each(size, index => `u${index}`, ',')}]}]}`),
  ],
  ['empty lines before', 5_000_000, size => '\n'.repeat(size) + cluster()],
  ['empty lines behind', 5_000_000, size => cluster() + '\n'.repeat(size)],
  ['empty lines before three dashes', 4_000_000, size => `${'\n'.repeat(size)}---\n${cluster()}`],
  ['lines of a blank', 2_500_000, size => ' \n'.repeat(size) + cluster()],
  ['comments', 2_500_000, size => '#\n'.repeat(size) + cluster()],
  ['comments within', 2_500_000, size => `clusters:\n${'#\n'.repeat(size)}  - {${CLUSTER}}\n`],
  ['a long comment', 20_000_000, size => `#${'x'.repeat(size)}\n${cluster()}`],
  ['documents without content', 1_000_000, size => '---\n'.repeat(size)],
  ['documents', 100_000, size => '---\na: 1\n'.repeat(size)],
  ['a name of one letter', 20_000_000, size => `clusters: [{name: ${'a'.repeat(size)}, platform: aws}]\n`],
  ['a bucket of one letter', 20_000_000, size => endpoint('https://x.example.com').replace('bbb', 'b'.repeat(size))],
];

/** Texts that a search for credentials could go back and forth in. */
export const SEARCHED: readonly SlowInput[] = [
  ...(
    [
      ['(', 100_000],
      ['a+', 60_000],
      ['a:', 60_000],
      ['a@', 60_000],
      ['a.', 60_000],
      ['a://', 30_000],
      ['-eyJaaaaaaaaaaaa', 8_000],
      ['-----BEGIN ', 10_000],
      ['-----BEGIN PRIVATE KEY-----', 5_000],
      ['?sig=', 20_000],
      ['aB3', 40_000],
      ['Basic ', 20_000],
      ["'auths':", 20_000],
      ['AKIA', 30_000],
    ] as const
  ).map(([text, size]): SlowInput => [`an endpoint of ${text}`, size, count => endpoint(text.repeat(count))]),
  ['a label of a.', 50_000, size => cluster(`, metadata: {labels: {"${'a.'.repeat(size)}": v}}`)],
];

/** Files whose size is in their number of entries, lines or characters. */
export const SLOW_INPUTS: readonly SlowInput[] = [...HEAVIEST, ...RELATIVES, ...SEARCHED];

/** Words that operators do not use of their clusters, and those that they do. */

/** What is looked for in every text and comment, and what to write instead. */
export interface Word {
  readonly wrong: RegExp;
  readonly right: string;
  /** Texts that have it: the test of the list runs on them. */
  readonly bad: readonly string[];
  /** Texts that only look like it. */
  readonly good?: readonly string[];
}

/** What people and operators create: other things may be made. */
const CREATED =
  '(?:AppProjects?|Applications?|Namespaces?|PersistentVolumes?|ConfigMaps?|Secrets?|buckets?|claims?|class|classes|Deployments?|volumes?|bindings?|routes?|policy|policies)';

/** Each of them is certain: what is right in one place and wrong in another is for people to see. */
export const WORDS: readonly Word[] = [
  {
    wrong: /\b(?:is|are|was|were) none\b(?! of (?:the|these|those|them)\b)/,
    right: 'is not a valid …, or: if there is no …',
    bad: ['the key file of Google Cloud is none', 'an amount is none that Kubernetes reads', 'where there is none'],
    good: ['it is none of these', 'if there is no bucket'],
  },
  {
    wrong: /(?<!\b(?:there|that|it) )\b(?:is|are|was) no (?!longer\b|more\b|less\b|different\b|such\b)/i,
    right: 'is not a (valid) …',
    bad: ['"a b" is no value of a label'],
    good: ['there is no bucket', 'the field is no longer read'],
  },
  {
    wrong: /\b(?:is|are|was|were|be|not|been) said\b/,
    right: 'is set',
    bad: ['pullSecret is not said', 'where no affinity is said'],
  },
  { wrong: /\bnobody says\b/, right: 'is not set', bad: ['nobody says which storage the installer chose'] },
  {
    wrong: /(?<!\bas it )\bstands\b(?! for\b| alone\b)/,
    right: 'is, is listed, is set',
    bad: ['the constraint stands twice', 'minDomains stands without DoNotSchedule'],
    good: ['* stands for any text without a dot', 'the text is used as it stands'],
  },
  { wrong: /\bstood\b/, right: 'was', bad: ['the value that stood there'] },
  {
    wrong: new RegExp(`\\b(?:makes?|made) (?:the |a |an |its own |its |their |this |that |two |no )?${CREATED}\\b`),
    right: 'creates, created',
    bad: ['the operator makes a bucket'],
    good: ['this makes names unique', 'the bucket makes sense'],
  },
  {
    wrong: /\b(?:takes?|taken|took|taking) (?:\w+ )?away\b/,
    right: 'removes',
    bad: ['the registry is taken away', 'take it away'],
  },
  {
    wrong: /\b(?:has|have|had|is|are) run out\b(?! of\b)|\bran out\b(?! of\b)/,
    right: 'has expired',
    bad: ['the certificate has run out'],
    good: ['the node has run out of memory'],
  },
  { wrong: /\bwh(?:o|om|at)soever\b|\bwhoever\b/i, right: 'anyone who', bad: ['whoever can read the repository'] },
  { wrong: /\bwithout a word\b(?! of\b)/, right: 'silently', bad: ['it ignores every other without a word'] },
  { wrong: /\bbounds? on calls\b/, right: 'request limit', bad: ['a bound on calls is negative'] },
  { wrong: /\bamounts?\b/, right: 'quantity', bad: ['a duration or an amount'] },
  { wrong: /\bblanks?\b(?! line)/, right: 'space', bad: ['the value ends in a blank'] },
  { wrong: /\bforeign (?:registr|server|image)/, right: 'external', bad: ['foreign registries do not tell'] },
  { wrong: /\bone's own\b/, right: 'your own', bad: ["pods of one's own"] },
  { wrong: /\bmend(?:s|ed|ing)?\b/i, right: 'fix', bad: ['mend the YAML', 'Mended elsewhere'], good: ['recommend it'] },
  { wrong: /\bcall it\b/, right: 'name it', bad: ['call it cluster'] },
  { wrong: /\bcron form\b/, right: 'a valid cron expression', bad: ['not in cron form'] },
  {
    wrong: /\b(?:come|comes|came|coming) about\b/,
    right: 'is created',
    bad: ['the Secret would not come about'],
  },
  { wrong: /\banew\b/, right: 'again', bad: ['every pod is rolled out anew'] },
  { wrong: /\bfor ever\b/i, right: 'forever', bad: ['the second pod waits for ever'] },
  { wrong: /\bover night\b/, right: 'overnight', bad: ['nothing breaks over night'] },
  { wrong: /\btold\b/, right: 'reported, shown, configured', bad: ['Argo CD is told to replace the object'] },
  {
    wrong: /\b(?:somebody|anybody|everybody) else's\b|\bsomebody\b/,
    right: 'someone (else)',
    bad: ["somebody else's bucket", 'what somebody else wrote'],
  },
  { wrong: /\bmakers?\b/, right: 'vendor', bad: ['the maker of the file system'] },
  { wrong: /\bbr(?:oke|oken|eak|eaks) off\b/, right: 'aborted', bad: ['uploads that broke off'] },
  {
    wrong: /\banother (?:\w+ )?than\b/,
    right: 'a different … from, not',
    bad: ['the storage is another one than before'],
  },
  {
    wrong: /\b(?:lie|lies|lay) (?:beside|in|below|under|as|at|outside|within)\b/,
    right: 'is',
    bad: ['Scripts lie as files', 'the file lies beside it'],
  },
  { wrong: /\b(?:is|are) taken (?:to|for)\b/, right: 'must, is expected to', bad: ['bucket "r" is taken to exist'] },
  { wrong: /\bas good as absent\b/, right: 'has no effect', bad: ['the setting is as good as absent'] },
  { wrong: /\botherwise than\b/, right: 'differently from', bad: ['it may be called otherwise than its namespace'] },
];

/** Every wrong word of a text: what was found, and what to write. */
export function wrongWords(text: string): readonly string[] {
  const plain = text.replace(/\s*\n[ \t]*(?:\*|\/\/|#|--|>)?[ \t]*/g, ' ');
  return WORDS.flatMap(({ wrong, right }) => {
    const found = wrong.exec(plain);
    if (found === null) return [];
    const around = plain.slice(Math.max(0, found.index - 40), found.index + found[0].length + 30).trim();
    return [`"${found[0]}" -> ${right}: … ${around} …`];
  });
}

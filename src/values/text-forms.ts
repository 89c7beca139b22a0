/** Forms that an API holds a text to, each with the function that checks it there. None is stricter than that. */

import { cronProblem } from './cron';
import { isDnsLabel, isDnsSubdomain, isHostname, isLabelValue, isQualifiedName } from './dns-name';

/** What a text must look like. */
export interface TextForm {
  readonly fits: (text: string) => boolean;
  /** What to write, after "write". */
  readonly words: string;
  /** Who refuses anything else. */
  readonly source: string;
}

const CORE = 'kubernetes pkg/apis/core/validation';

/** A form that also takes the empty text, which stands for nothing. */
const orEmpty = ({ fits, ...rest }: TextForm): TextForm => ({ ...rest, fits: text => text === '' || fits(text) });

const matching = (pattern: RegExp, words: string, source: string): TextForm => ({
  fits: text => pattern.test(text),
  words,
  source,
});

const subdomain: TextForm = {
  fits: isDnsSubdomain,
  words: 'lower-case letters, digits, dashes and dots, with a letter or digit at both ends',
  source: 'kubernetes apimachinery pkg/util/validation IsDNS1123Subdomain',
};

const label: TextForm = {
  fits: isDnsLabel,
  words: 'at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends',
  source: 'kubernetes apimachinery pkg/util/validation IsDNS1123Label',
};

const labelKey: TextForm = {
  fits: isQualifiedName,
  words:
    'the key of a label: an optional DNS prefix and "/", then at most 63 letters, digits, dots, dashes and underscores',
  source: 'kubernetes apimachinery pkg/util/validation IsQualifiedName',
};

const labelValue: TextForm = {
  fits: isLabelValue,
  words: 'the value of a label: at most 63 letters, digits, dots, dashes and underscores',
  source: 'kubernetes apimachinery pkg/util/validation IsValidLabelValue',
};

const ISCSI = [/^iqn\.\d{4}-\d{2}\.[A-Za-z0-9.-]+:[^,;*&$|\s]+$/, /^eui.[A-Za-z0-9]{16}$/, /^naa.[A-Za-z0-9]{32}$/];

/** Every form, by the name that the fields are listed under. */
export const TEXT_FORMS = {
  label,
  labelOrEmpty: orEmpty(label),
  subdomain,
  subdomainOrEmpty: orEmpty(subdomain),
  labelKey,
  labelKeyOrEmpty: orEmpty(labelKey),
  labelValue,
  /** Compared with labels, with names of nodes, or as a number. */
  comparedValue: {
    fits: text => isLabelValue(text) || isDnsSubdomain(text) || /^-?\d+$/.test(text),
    words: `${labelValue.words}, or the name of a node`,
    source: `${CORE} ValidateNodeSelectorRequirement`,
  },
  secretKey: {
    fits: text => /^[-._a-zA-Z0-9]{1,253}$/.test(text) && text !== '.' && !text.startsWith('..'),
    words: 'the key of a Secret: letters, digits, dashes, dots and underscores',
    source: 'kubernetes apimachinery pkg/util/validation IsConfigMapKey; the CRD of ExternalSecret',
  },
  absolutePath: matching(/^\//, 'an absolute path', `${CORE} validateNFSVolumeSource`),
  serverHost: matching(/^[^\s/]+$/, 'a host or address, without scheme and path', 'mount.nfs(8), iscsiadm(8)'),
  pathWithoutSteps: {
    fits: text => text !== '' && !text.split('/').includes('..'),
    words: 'the full path on the node, without ".."',
    source: `${CORE} validateLocalVolumeSource`,
  },
  iscsiName: {
    fits: text => ISCSI.some(form => form.test(text)),
    words: 'a name that begins with iqn., eui. or naa., such as iqn.2001-04.com.example:registry',
    source: `${CORE} validateISCSIVolumeSource`,
  },
  iscsiNameOrEmpty: {
    fits: text => text === '' || ISCSI.some(form => form.test(text)),
    words: 'a name that begins with iqn., eui. or naa.',
    source: `${CORE} validateISCSIVolumeSource`,
  },
  csiDriver: {
    fits: text =>
      text.length <= 63 && (isDnsSubdomain(text.toLowerCase()) || /^[A-Za-z0-9][-\w.]*[A-Za-z0-9]$/.test(text)),
    words: 'the name of the driver as its CSIDriver has it, at most 63 characters',
    source: `${CORE} ValidateCSIDriverName`,
  },
  provisioner: {
    fits: text => isQualifiedName(text.toLowerCase()),
    words: 'the name of the driver: an optional DNS prefix and "/", then letters, digits, dots, dashes and underscores',
    source: 'kubernetes pkg/apis/storage/validation validateProvisioner',
  },
  roleName: {
    fits: text => text !== '' && text !== '.' && text !== '..' && !/[/%]/.test(text),
    words: 'the name of the role, without / and %',
    source: 'kubernetes apimachinery pkg/api/validation/path IsValidPathSegmentName',
  },
  kind: matching(/^[A-Za-z][A-Za-z0-9]*$/, 'the kind of an object, such as ClusterIssuer', `${CORE} kinds of objects`),
  dnsName: {
    fits: text => isHostname(text.toLowerCase().replace(/^\*\./, '')),
    words: 'a host name, or one with *. before it',
    source: 'RFC 5280 section 4.2.1.6',
  },
  schedule: {
    fits: text => cronProblem(text) === undefined,
    words: 'five fields of a cron expression, such as "*/30 * * * *", or a word such as @hourly',
    source: 'kubernetes pkg/apis/batch/validation validateScheduleFormat',
  },
  gcsRegion: matching(
    /^[A-Za-z0-9-]+$/,
    'the location as Google spells it, such as europe-west1 or EU',
    'Google Cloud',
  ),
  googleProject: matching(/^[A-Za-z0-9.:-]+$/, 'the id of the project, such as acme-prod', 'Google Cloud'),
  cloudRegion: matching(/^[a-z0-9-]+$/, 'the region as the cloud spells it, such as eu-de', 'Alibaba Cloud; IBM Cloud'),
  azureLocation: matching(/^[A-Za-z0-9][A-Za-z0-9 ()_-]*$/, 'a location of Azure, such as westeurope', 'Azure'),
  ibmBucket: matching(
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    'the name of the bucket: 3 to 63 lower-case letters, digits, dots and dashes',
    'IBM Cloud Object Storage, bucket naming',
  ),
  keyPair: matching(/^[\w-]+$/, 'the id of the key pair, such as K2JCJMDEHXQW5F', 'Amazon CloudFront'),
  word: matching(/^\S+$/, 'one word, without spaces', 'what reads it accepts no space'),
  wordOrEmpty: matching(/^\S*$/, 'one word, without spaces', 'what reads it accepts no space'),
  revision: {
    fits: text => !/^[-\s]|[\s\\]$/.test(text),
    words: 'a branch, a tag or a commit; none begins with -',
    source: 'https://git-scm.com/docs/git-check-ref-format',
  },
} as const satisfies Readonly<Record<string, TextForm>>;

/** Name of a form. */
export type TextFormName = keyof typeof TEXT_FORMS;

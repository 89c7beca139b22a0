/** The part of SARIF 2.1.0 that we write, as a JSON schema of our own: nothing else is allowed. */

const text = { type: 'string', minLength: 1 };
const closed = (properties: object, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const listOf = (items: object, more: object = {}) => ({ type: 'array', items, ...more });
const position = { type: 'integer', minimum: 1 };
const level = { enum: ['none', 'note', 'warning', 'error'] };
const uri = { type: 'string', pattern: '^https://' };
const message = closed({ text }, ['text']);

const rule = closed(
  {
    id: text,
    helpUri: uri,
    shortDescription: message,
    fullDescription: message,
    help: closed({ text, markdown: text }, ['text']),
    defaultConfiguration: closed({ level }, ['level']),
  },
  ['id'],
);

const physicalLocation = closed(
  {
    artifactLocation: closed({ uri: { type: 'string', pattern: '^[^\\s\\\\]+$' }, uriBaseId: { const: '%SRCROOT%' } }, [
      'uri',
    ]),
    region: closed({ startLine: position, startColumn: position }, ['startLine']),
  },
  ['artifactLocation'],
);

const result = closed(
  {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message,
    locations: listOf(
      closed(
        { physicalLocation, logicalLocations: listOf(closed({ fullyQualifiedName: text }, ['fullyQualifiedName'])) },
        [],
      ),
    ),
    partialFingerprints: { type: 'object', additionalProperties: text, minProperties: 1 },
  },
  ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints'],
);

/** The whole log. */
export const SARIF_SCHEMA = closed(
  {
    $schema: text,
    version: { const: '2.1.0' },
    runs: listOf(
      closed(
        {
          tool: closed(
            {
              driver: closed(
                { name: text, version: text, informationUri: uri, rules: listOf(rule, { uniqueItems: true }) },
                ['name', 'rules'],
              ),
            },
            ['driver'],
          ),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: listOf(result),
        },
        ['tool', 'results'],
      ),
      { minItems: 1 },
    ),
  },
  ['$schema', 'version', 'runs'],
);

import { IBMCOS_RULES } from '../../../../src/rules/storage/ibmcos/ibmcos';
import { codesOf } from '../../../support/rule-codes';

const codes = codesOf(IBMCOS_RULES);

const ibm = (change: object): string =>
  JSON.stringify({ platform: 'ibmcloud', storage: { ibmcos: { bucket: 'acme', ...change } } });
const CRN = 'crn:v1:bluemix:public:cloud-object-storage:global:a/1:2';

test.each<[string, string, string[]]>([
  ['IBM', ibm({}), []],
  ['a location', ibm({ location: 'eu-de' }), ['IBMCOS_OVERWRITTEN']],
  ['a resource group', ibm({ resourceGroupName: 'default' }), ['IBMCOS_OVERWRITTEN']],
  ['a service instance', ibm({ serviceInstanceCRN: `${CRN}::` }), []],
  ['a service instance cut short', ibm({ serviceInstanceCRN: CRN }), ['IBMCOS_CRN']],
  ['a resource key', ibm({ resourceKeyCRN: `${CRN}:resource-key:3` }), []],
  ['an instance for a key', ibm({ resourceKeyCRN: `${CRN}::` }), ['IBMCOS_CRN']],
  ['another service', ibm({ serviceInstanceCRN: 'crn:v1:bluemix:public:kms:global:a/1:2::' }), ['IBMCOS_CRN']],
])('%s', (_name, yaml, expected) => expect(codes(yaml)).toEqual(expected));

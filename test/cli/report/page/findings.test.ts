import { foundView } from '../../../../src/cli/report/page/findings';

const view = (places: number): string =>
  foundView([
    {
      code: 'BLOCK_NOT_HA',
      severity: 'warning',
      title: 'the registry will be down',
      why: 'one pod',
      fix: 'use object storage',
      occurrences: Array.from({ length: places }, (_, index) => ({
        text: 'the registry of this claim will be down',
        where: `fleet.yaml:${index}:1`,
        clusters: [`c-${index}`],
      })),
    },
  ]);

test('the places of one text are listed', () => {
  expect(view(3)).not.toContain('<details');
  expect(view(3).match(/fleet.yaml:\d/g)).toHaveLength(3);
});

test('many places of one text are one line, to be opened', () => {
  expect(view(1000)).toContain(
    '<li>the registry of this claim will be down<details class="places"><summary>1000 places</summary>',
  );
  expect(view(1000).match(/#cluster\/c-\d+"/g)).toHaveLength(1000);
});

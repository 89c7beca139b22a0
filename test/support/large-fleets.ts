/** Fleets of any number of clusters, for tests of how time and memory grow. */

/** The clusters of a fleet, each as text. */
export type ClusterText = (index: number) => string;

/** A fleet of that many clusters. */
export const fleetOf = (clusters: number, cluster: ClusterText): string =>
  `defaults:\n  openshift: "4.14"\nclusters:\n${Array.from({ length: clusters }, (_, index) => cluster(index)).join('')}`;

/** A cluster of ten lines without a mistake. */
export const tenLines: ClusterText = index => `  - name: c${index}
    platform: aws
    baseDomain: c${index}.example.com
    registry:
      replicas: 3
    storage:
      s3:
        bucket: bucket-${index}
        region: eu-west-1
        encrypt: true
`;

/** The same with a mistake, whose place has to be found. */
export const tenLinesWithMistake: ClusterText = index => tenLines(index).replace('bucket:', 'bukcet:');

/** A cluster that shares its settings with all others by an anchor. */
export const anchored: ClusterText = index =>
  `  - {name: c${index}, platform: aws, registry: ${index === 0 ? '&r {replicas: 3}' : '*r'}}\n`;

/** What the command can do, and how it complains about its arguments. */

import { suggestion } from '../config/nearest';

/** Arguments that cannot be used; the text says which and what would be right. */
export class UsageError extends Error {}

/** A cluster that is not in the fleet. */
export const unknownCluster = (name: string, known: readonly string[]): UsageError =>
  new UsageError(`the fleet has no cluster "${name}".${suggestion(name, known)}`);

/** The text of `registry-gitops --help`. */
export const USAGE = `registry-gitops: GitOps manifests for the OpenShift image registry

  registry-gitops synth  [-f FILE] [-o DIR] [--cluster NAME]... [--check [--against REV] | --stdout | --plugin]
  registry-gitops check  [-f FILE] [--format text|json|github|sarif] [--against REV] [--fail-on-expired]
  registry-gitops review BASE HEAD [-f FILE] [--format text|markdown|json|html] [--fail-on CLASS] [--cluster NAME]...
  registry-gitops adopt  [FILE]... [--name NAME]
  registry-gitops seal   --cluster NAME --cert FILE [-f FILE] ...   (seal --help tells more)
  registry-gitops verify CLUSTER [--task TASK] [-f FILE]
  registry-gitops explain CODE

  -f, --file FILE     the fleet (default: $REGISTRY_FLEET, else fleet.yaml)
  -o, --output DIR    the output folder (default: dist)
      --cluster NAME  only this cluster; may be repeated
      --check         writes nothing; fails where the output folder is not what the fleet gives
      --against REV   compares with the lock and the output of a git revision, such as origin/main: a lock that was
                      deleted, edited or merged by hand does not pass
      --name NAME     name of an adopted cluster in the fleet (default: what its objects say)
      --stdout        writes all objects to standard output as one YAML stream
      --plugin        the same for a configuration of others: reads no file outside the fleet's folder, and makes plain
                      Secrets only with REGISTRY_PLUGIN_SECRETS=true
      --fail-on-expired  exit status 1 where the last day of an acceptance (until) is over, too
      --format        how findings, or changes, are written
      --task TASK     a day-2 task in order: rotate-keys, migrate, hard-prune, restore, grow, read-only
      --fail-on CLASS exit status 1 for a change of this class or a worse one; worst first:
                      data-loss orphan immutable stuck outage nodes rollout exposure safe

A side of a review is an output folder, a fleet file, a dump of a cluster (oc get -o yaml), a git revision (its fleet file),
or REVISION:PATH: registry-gitops review origin/main:dist dist

adopt makes an entry of a fleet from dumps of a running cluster (- is standard input); without a file it prints the line that
makes one.

$SOURCE_DATE_EPOCH, in seconds since 1970, sets the day by which certificates and acceptances are judged.

Exit status: 0 fine; 1 findings of severity error, or --check found a difference; 2 arguments or files that cannot be used.
`;

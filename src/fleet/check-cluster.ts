/** One cluster, from what was read to a model and its findings. */

import type { Inputs } from '../config/inputs';
import { isPlainMap } from '../config/plain-map';
import type { Cluster } from '../config/shape/cluster';
import type { ConfigPath, Finding, Problem } from '../findings/finding';
import { generalProblem } from '../findings/general-codes';
import { type LoadedCluster, objectProblem } from '../load/load-fleet';
import type { RegistryModel } from '../model/model';
import { resolve } from '../model/resolve';
import { isOfText, problemsOf } from '../rules/all-rules';
import { CATALOGUE } from '../rules/catalogue';
import { sharedList } from '../values/shared-list';
import { applyAcceptances } from './acceptances';
import { TOGETHER_CODES } from './accepted-together';
import { applyAcknowledgements } from './acknowledged-states';
import { type Refused, withoutEchoes } from './echoes';
import { keysWithoutValue, withKeysWithoutValue } from './keys-without-value';
import { filledIn, placeholderProblems, unfilled } from './placeholders';
import { profileMeant } from './profile-guess';
import { inEveryReading, readingsOf } from './readings';
import { describeIssue } from './shape-problems';
import { SoundForms } from './sound-form';

/** What is known of a cluster after its check. */
export interface CheckedCluster {
  /** Absent if the entry cannot be understood. */
  readonly model?: RegistryModel;
  /** Whether the model is that of the configuration itself, and not of a reading of it. */
  readonly isExact: boolean;
  readonly findings: readonly Finding[];
  /** Acknowledged dangerous states, in the words of the acknowledgement. */
  readonly states: readonly string[];
  /** How many readings of it were judged. */
  readonly readings: number;
}

/** Checks shape and rules together, so that one run shows everything. */
export function checkCluster(
  loaded: LoadedCluster,
  inputs: Inputs,
  { infos, spare }: { readonly infos: boolean; readonly spare?: number },
): CheckedCluster {
  const merged = loaded.merged();
  const { name, model, problems, states, readings } = judge(merged, inputs, {
    scalar: path => loaded.written(path),
    spare,
  });
  const profiles = loaded.unknownProfiles.map(unknownProfile);
  const wanted = [...problems, ...profiles].filter(({ severity }) => infos || severity !== 'info');
  const findings = place(wanted, loaded, name);
  return {
    model,
    isExact: model?.config === merged,
    findings: withKeysWithoutValue(findings, keysWithoutValue(loaded, name, findings)),
    states,
    readings,
  };
}

/** What is known of one configuration. */
export interface Judgement {
  readonly name?: string;
  /** Absent if it cannot be understood. */
  readonly model?: RegistryModel;
  readonly problems: readonly Problem[];
  /** Dangerous states that are acknowledged. */
  readonly states: readonly string[];
  /** How many readings were judged; 0 if there is no possible reading, or too many. */
  readonly readings: number;
}

/** Where a configuration comes from. */
interface Origin {
  /** A scalar as it is written in its file. */
  readonly scalar?: (path: ConfigPath) => string | undefined;
  /** It is written in a program, which has no fleet file. */
  readonly inProgram?: boolean;
  /** How many readings beyond the first there may be. */
  readonly spare?: number;
}

/** Configurations whose form was found to be in order. */
const SOUND = new SoundForms();

/** Everything that is wrong with one configuration, wherever it comes from. */
export function judge(written: unknown, inputs: Inputs, origin: Origin = {}): Judgement {
  if (!SOUND.hasLike(written)) return judgeForm(written, inputs, origin);
  const cluster = written as Cluster;
  const { model, problems, states } = judgeReading(cluster, [], inputs, origin, true);
  return { name: cluster.name, model, problems, states, readings: 1 };
}

/** The same where nothing is known of its form. */
function judgeForm(written: unknown, inputs: Inputs, origin: Origin): Judgement {
  const object = isPlainMap(written) ? objectProblem(written) : undefined;
  if (object !== undefined) return { problems: [object], states: [], readings: 0 };
  const { issues, clusters } = readingsOf(written, origin.spare);
  const places = unfilled(written);
  const shape = filledIn(issues, places).map(issue => describeIssue(issue, 'Cluster', origin.scalar));
  const judged = clusters.map(cluster => judgeReading(cluster, [...issues, ...places], inputs, origin));
  const ruled = inEveryReading(judged.map(({ problems }) => problems));
  const understood = !issues.some(({ path }) => path.length === 1 && path[0] === 'platform');
  const model = understood ? judged[0]?.model : undefined;
  if (issues.length + places.length === 0 && judged[0]?.textsInOrder === true) SOUND.note(written);
  return {
    name: clusters[0]?.name,
    model,
    problems: [...placeholderProblems(written, places), ...shape, ...ruled],
    states: judged[0]?.states ?? [],
    readings: clusters.length,
  };
}

/** What is known of one reading of a configuration. */
interface Judged extends Required<Omit<Judgement, 'name' | 'readings'>> {
  readonly textsInOrder: boolean;
}

function judgeReading(
  config: Cluster,
  issues: readonly Refused[],
  inputs: Inputs,
  { inProgram = false }: Origin,
  textsInOrder = false,
): Judged {
  const model = resolve(config, inputs);
  const found = problemsOf({ config, model, textsInOrder });
  const inOrder = !found.some(isOfText);
  const context = { catalogue: CATALOGUE, now: inputs.now, elsewhere: TOGETHER_CODES, inProgram };
  const remaining = applyAcceptances(withoutEchoes(found, issues), config.accept ?? [], context);
  const { problems, states } = inProgram
    ? { problems: remaining, states: [] }
    : applyAcknowledgements(remaining, config.name, inputs.states);
  return { model, textsInOrder: inOrder, problems: withoutEchoes(problems, issues), states };
}

function unknownProfile({ index, name, known }: LoadedCluster['unknownProfiles'][number]): Problem {
  const what = `there is no profile "${name}"${profileMeant(name, known)}`;
  return generalProblem('UNKNOWN_PROFILE', ['profiles', index], what);
}

function place(problems: readonly Problem[], loaded: LoadedCluster, cluster: string | undefined): readonly Finding[] {
  return problems.map(problem => {
    const path = sharedList(problem.path);
    const place = loaded.locate(path);
    return cluster ? { clusters: [cluster], place, ...problem, path } : { place, ...problem, path };
  });
}

/** Completion for bash, and by way of its own bridge for zsh. */

import { COMMANDS } from '../commands';
import type { CommandEntry, OptionEntry } from '../table/entry';
import { CLUSTER_NAMES, commandNames, optionsOf, type Values, valuesOf } from './words';

/** A script to be read with `source`. */
export function bashScript(): string {
  const commands = COMMANDS.map(commandCase).join('\n');
  return `_registry_gitops() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  COMPREPLY=()
  if (( COMP_CWORD == 1 )) || { (( COMP_CWORD == 2 )) && [[ $command == help ]]; }; then
    COMPREPLY=($(compgen -W '${commandNames().join(' ')} --help --version' -- "$word"))
    return
  fi
  case $command in
${commands}
  esac
}
complete -o filenames -F _registry_gitops registry-gitops
`;
}

function commandCase(command: CommandEntry): string {
  const options = optionsOf(command);
  const after = options.filter(({ value }) => value !== undefined).map(optionCase);
  const names = options.map(({ name }) => `--${name}`).join(' ');
  const words = command.words.map(valuesOf).find(values => values !== undefined);
  return `  ${command.name})
    case $before in
${[...after, '    *)'].join('\n')}
      if [[ $word == -* ]]; then COMPREPLY=($(compgen -W '${names}' -- "$word")); else ${replies(words)}; fi ;;
    esac ;;`;
}

function optionCase(option: OptionEntry): string {
  const pattern = [`--${option.name}`, ...(option.short === undefined ? [] : [`-${option.short}`])].join('|');
  return `    ${pattern}) ${replies(valuesOf(option))} ;;`;
}

function replies(values: Values): string {
  if (values === undefined) return ':';
  if ('words' in values) return `COMPREPLY=($(compgen -W '${values.words.join(' ')}' -- "$word"))`;
  const from = { file: '-f', folder: '-d', cluster: `-W "$(${CLUSTER_NAMES})"` }[values.kind];
  return `COMPREPLY=($(compgen ${from} -- "$word"))`;
}

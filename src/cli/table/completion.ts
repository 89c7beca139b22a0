/** `registry-gitops completion`, as data. */

import type { CommandEntry } from './entry';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

export const COMPLETION: CommandEntry = {
  name: 'completion',
  does: 'prints the completion script of a shell',
  words: [{ name: 'SHELL', required: `the name of a shell: ${SHELLS.join(', ')}`, choices: SHELLS }],
  options: [],
  examples: [
    { line: 'source <(registry-gitops completion bash)', does: 'in ~/.bashrc' },
    { line: 'source <(registry-gitops completion zsh)', does: 'in ~/.zshrc, after compinit' },
    {
      line: 'registry-gitops completion fish > ~/.config/fish/completions/registry-gitops.fish',
      does: 'once, for fish',
    },
  ],
  load: () => (require('../completion/completion') as typeof import('../completion/completion')).completion,
};

#!/bin/sh
# Refuses a commit while fleet.yaml has errors, or dist/ is not what it gives. It looks at the files as they are, staged or not.
# Switched on by: git config core.hooksPath .githooks
set -eu
cd "$(dirname "$0")/.."
npx --no-install registry-gitops check
npx --no-install registry-gitops synth --check

#!/usr/bin/env bash
# Stands in for `oc` in tests of scripts: hands its arguments, and its input where it reads any, to the test.
# Bash alone, for a script calls it hundreds of times.
set -u
exec 3<>"/dev/tcp/127.0.0.1/$OC_PORT"
printf '%s\0' "$#" "$@" >&3
case " $* " in
  *' -f - '*) while IFS= read -r line || [ -n "$line" ]; do printf '%s\n' "$line"; done >&3 ;;
esac
printf '\0' >&3
IFS= read -r -d '' status <&3
IFS= read -r -d '' stdout <&3
IFS= read -r -d '' stderr <&3
printf '%s' "$stdout"
printf '%s' "$stderr" >&2
exit "$status"

import type { Shell } from './shells.ts'

/**
 * The scripts ask `hookbook complete` for a line each, a value and what it is about behind a tab; where
 * there is none, the shell offers files. bash takes `=` for a word of its own.
 */
export const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# hookbook, for bash: source <(hookbook completion bash)
_hookbook() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("\${line%%$'\\t'*}")
  done < <(hookbook complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _hookbook hookbook
`,
  zsh: `#compdef hookbook
# hookbook, for zsh: source <(hookbook completion zsh)
_hookbook() {
  local line value about
  local -a replies
  while IFS= read -r line; do
    value=\${line%%$'\\t'*}
    about=\${line#*$'\\t'}
    replies+=("\${value//:/\\\\:}:\${about}")
  done < <(hookbook complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#replies} )); then
    _describe 'hookbook' replies
  else
    _files
  fi
}
compdef _hookbook hookbook
`,
  fish: `# hookbook, for fish: hookbook completion fish > ~/.config/fish/completions/hookbook.fish
function __hookbook_replies
  set -l words (commandline -opc) (commandline -ct)
  set -g __hookbook_found (hookbook complete -- $words[2..-1] 2>/dev/null)
  test (count $__hookbook_found) -gt 0
end
complete -c hookbook -n '__hookbook_replies' -f -a '(printf "%s\\n" $__hookbook_found)'
`,
}

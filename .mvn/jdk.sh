# Finds a JDK without starting one. Sourced by ./mvnw and ./idiome; POSIX sh.
#
#   find_jdk PROGRAM LEAST BELOW
#
# sets `jdk_home` to the first home whose bin/PROGRAM is executable and whose file `release` names a
# Java version from LEAST up to, not including, BELOW. Otherwise it answers 1 and `jdk_seen` lists
# what was looked at, one home and version a line.

jdk_version() {
  [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release"
}

# A link on the PATH leads to the home: /usr/bin/java -> ... -> HOME/bin/java.
jdk_on_path() {
  jdk_link=$(command -v java 2>/dev/null) || return 0
  jdk_link=$(readlink -f "$jdk_link" 2>/dev/null) || return 0
  printf '%s\n' "${jdk_link%/bin/java}"
}

jdk_candidates() {
  printf '%s\n' "${IDIOME_JAVA_HOME:-}" "${JAVA_HOME:-}"
  jdk_on_path
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v 25+ 2>/dev/null
  fi
  for jdk_folder in \
    /usr/lib/jvm/*25* /usr/java/*25* /opt/java/* /opt/jdk*25* /opt/homebrew/opt/openjdk*/ \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home \
    "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* "$HOME"/.asdf/installs/java/*25* \
    "$HOME"/.local/share/mise/installs/java/*25*; do
    if [ -d "$jdk_folder" ]; then
      printf '%s\n' "${jdk_folder%/}"
    fi
  done
}

find_jdk() {
  jdk_home=
  jdk_seen=
  : "${HOME:=/}"
  case $- in
    *f*) jdk_globs=off ;;
    *) jdk_globs=on ;;
  esac
  set +f
  jdk_all=$(jdk_candidates)
  [ "$jdk_globs" = on ] || set -f
  while IFS= read -r jdk_folder; do
    [ -n "$jdk_folder" ] || continue
    jdk_found=$(jdk_version "$jdk_folder")
    jdk_seen="$jdk_seen
  $jdk_folder: ${jdk_found:-no JDK}"
    if [ -x "$jdk_folder/bin/$1" ] && [ -n "$jdk_found" ] \
      && [ "$jdk_found" -ge "$2" ] && [ "$jdk_found" -lt "$3" ]; then
      jdk_home=$jdk_folder
      return 0
    fi
  done <<END
$jdk_all
END
  return 1
}

jdk_advice() {
  printf '%s\n' "Install one with 'apt install openjdk-25-jdk', 'brew install openjdk@25' or\
 'sdk install java 25-tem', or set IDIOME_JAVA_HOME to its folder."
}

# Starts the program from a folder of jars. Sourced by ./idiome, POSIX sh; wants $java, and
#
#   jars    the folder: jars, native libraries, the list `jars` and start-up caches
#   builds  the folder of the lock and of what a training said
#
# A checkout builds the folder (build.sh); a distribution has it as lib/.

# Nothing that is printed depends on the language of a machine; the locales of the JDK, which the
# driver of the catalogue would ask for a calendar, take a tenth of a short command.
jvm_flags='-XX:+UseSerialGC -XX:+VerifySharedSpaces -XX:MaxRAMPercentage=50 -Xlog:disable
  -Xlog:all=error:stderr --enable-native-access=ALL-UNNAMED -Djava.locale.providers=FALLBACK'

say() { printf 'idiome: %s\n' "$*" >&2; }

# Sets `class_path`: the jars in the order of the list, for which the start-up cache holds.
read_class_path() {
  class_path=
  while read -r jar; do
    class_path=$class_path:$jars/$jar
  done <"$jars/jars"
  class_path=${class_path#:}
}

# --- one at a time who builds or trains

is_alive() { [ "$1" != $$ ] && { kill -0 "$1" 2>/dev/null || [ -d "/proc/$1" ]; }; }

# The Maven of a launcher that was killed outright goes on for a while.
is_maven_alive() { [ -r "$builds/maven" ] && read -r pid <"$builds/maven" && is_alive "$pid"; }

# A link is made with its content in one step: no moment at which the lock has no owner.
try_lock() {
  ln -s $$ "$lock" 2>/dev/null || return 1
  trap leave_lock EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
}

take_lock() {
  waited=0
  until try_lock; do
    owner=$(readlink "$lock" 2>/dev/null) || continue
    if ! is_alive "$owner" && ! is_maven_alive; then
      break_lock "$owner"
      continue
    fi
    if [ $((waited % 60)) = 0 ]; then
      say "waiting for another build (process $owner; if there is none, remove $lock)"
    fi
    waited=$((waited + 1))
    sleep 1
  done
}

# Two who wait must not both remove it: the second would remove the lock of the first.
break_lock() {
  if mkdir "$lock.broken" 2>/dev/null; then
    [ "$(readlink "$lock" 2>/dev/null)" != "$1" ] || rm -f "$builds/maven" "$lock"
    rmdir "$lock.broken"
  else
    sleep 1
  fi
}

leave_lock() {
  trap - EXIT INT TERM HUP
  [ -z "${child:-}" ] || kill "$child" 2>/dev/null || true
  rm -f "$builds/maven" "$lock"
}

# --- the ahead-of-time caches: classes that commands need, loaded and linked beforehand

# Sets `brief` to 1 where the command is over in a second or two, and `short` to 1 where it does not
# compute an answer either, else to nothing.
how_long() {
  brief=1
  short=
  case ${1:-} in
    '' | -* | help | people | show | audit | consent) short=1 ;;
    # What was kept of somebody is read; a folder is computed.
    explain) [ -e "${2:-}" ] || short=1 ;;
    interpret | changes) ;;
    *) brief= ;;
  esac
}

# Sets `cache`, or leaves it empty where there is none and none can be made. A cache holds for one
# JVM, one place and one list of jars; a JVM given another says so at every start. All its classes
# are linked at every start, so that short commands have a smaller one.
start_cache() {
  cache=
  key=$({ printf '%s\n' "$jars" && cat "$jdk_home/release"; } | cksum)
  cached=$jars/start-${key%% *}
  if [ ! -f "$cached.aot" ] && [ ! -f "$cached.none" ] && [ -w "$jars" ] && try_lock; then
    make_caches
    leave_lock
  fi
  if [ -n "$short" ] && [ -f "$cached-short.aot" ]; then
    cache=$cached-short.aot
  elif [ -f "$cached.aot" ]; then
    cache=$cached.aot
  fi
}

make_caches() {
  started=$(date +%s)
  [ ! -t 2 ] || progress "preparing a fast start"
  scratch=$(mktemp -d "${TMPDIR:-/tmp}/idiome.XXXXXX") || return 0
  : >"$builds/training.log"
  # The first leaves a store in the folder, which the second reads.
  train "$cached.aot.first" org.idiome.cli.Training "$scratch"
  train "$cached-short.aot" -XX:TieredStopAtLevel=1 org.idiome.cli.Training "$scratch" short
  rm -rf "$scratch"
  # Without it the program only starts more slowly: not tried again with this JVM and these jars.
  mv -f "$cached.aot.first" "$cached.aot" 2>/dev/null || : >"$cached.none"
  progress_end
}

# train CACHE [FLAG] CLASS ARGUMENT…: keeps the cache if one was made.
train() {
  to=$1
  shift
  # shellcheck disable=SC2086 # flags are words
  "$java" $jvm_flags "-XX:AOTCacheOutput=$to.aside" "-Dorg.sqlite.lib.path=$jars" \
    "-Dorg.sqlite.tmpdir=$jars" -cp "$class_path" "$@" </dev/null >>"$builds/training.log" 2>&1 &
  child=$!
  wait "$child" || true
  child=
  mv -f "$to.aside" "$to" 2>/dev/null || true
}

# One line, renewed on a terminal, said once elsewhere.
progress() {
  if [ -t 2 ]; then
    printf '\r\033[Kidiome: %s, %s s' "${1:-building}" $(($(date +%s) - started)) >&2
  else
    say "$1 (once, and again when sources change)"
  fi
}

progress_end() { [ ! -t 2 ] || printf '\r\033[K' >&2; }

# --- the program

# Takes the place of this shell.
run_program() {
  # Names of files are bytes: in the C locale, or in one that is not installed, a JVM would find
  # none with an umlaut. Nothing that it prints depends on the locale.
  LC_ALL=C.UTF-8
  export LC_ALL

  # What a JVM cannot see: where its streams lead, and how it was called.
  terminals=
  [ ! -t 1 ] || terminals=1
  [ ! -t 2 ] || terminals=${terminals}2

  # The library of the catalogue lies beside the jars. The driver would still clear the folder for
  # temporary files of libraries that others left there: two at once find them gone and print it.
  # What the JVM has to say about its cache must not reach standard output, where data go.
  set -- "-Didiome.terminals=$terminals" "-Didiome.called=$called" "-Dorg.sqlite.lib.path=$jars" \
    "-Dorg.sqlite.tmpdir=$jars" -cp "$class_path" org.idiome.cli.Main "$@"
  [ -z "$cache" ] || set -- "-XX:AOTCache=$cache" "$@"
  # What is over in a second is not worth the second compiler: measured, it costs a third more time.
  [ -z "$brief" ] || set -- -XX:TieredStopAtLevel=1 "$@"
  # shellcheck disable=SC2086 # flags are words
  exec "$java" $jvm_flags "$@"
}

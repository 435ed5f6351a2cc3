# Builds what ./idiome runs. Sourced by it, POSIX sh; wants $here, $java, jdk.sh and start.sh.
#
#   target/idiome/ID/      the jars of one build and their start-up caches; never changed, so that a
#                          program that runs from them may go on while another build is made
#   target/idiome/current  the ID to run
#   target/idiome/lock     a link to the process id of whoever builds
#   target/idiome/log      what Maven said
#
# Maven's own output lies in target/run of each module (profile "run" of the pom).

log=$builds/log

# Sets `jars` to the folder of the build to run, if there is one.
find_build() {
  jars=
  id=
  [ -r "$builds/current" ] && read -r id <"$builds/current" || return 1
  [ -f "$builds/$id/built" ] || return 1
  jars=$builds/$id
}

# A folder is newer, too, when a file in it was removed or renamed.
is_newest() {
  [ -z "$(find "$here/pom.xml" "$here"/*/pom.xml "$here"/*/src/main "$here/.mvn" \
    -newer "$jars/built" 2>/dev/null | head -n 1)" ]
}

build_if_needed() {
  if ! { find_build && is_newest; }; then
    if mkdir -p "$builds" 2>/dev/null && [ -w "$builds" ]; then
      take_lock
      # Whoever held the lock before may have built it.
      if ! { find_build && is_newest; }; then
        build
      fi
      leave_lock
    elif [ -n "$jars" ]; then
      say "sources are newer than the build, but $builds cannot be written; running the older build"
    else
      say "the first build writes to $builds, which cannot be written; make it writable"
      exit 4
    fi
  fi
}

# --- the build

build() {
  runtime=$jdk_home
  if ! find_jdk javac 25 1000; then
    say "building needs a JDK 25 or later with its compiler and found none. $(jdk_advice)"
    exit 69
  fi
  compiler=$jdk_home
  jdk_home=$runtime
  if ! command -v mvn >/dev/null 2>&1; then
    say "building needs Maven 3.8.7 or later and found no 'mvn' on the PATH. Install it with\
 'apt install maven', 'brew install maven' or 'sdk install maven'."
    exit 69
  fi
  id=$(date -u +%Y%m%dT%H%M%SZ)-$$
  mkdir "$builds/$id"
  # Dated before the sources are read: what is changed meanwhile is newer.
  : >"$builds/$id/built.aside"
  rm -rf "$here/cli/target/run/lib"
  started=$(date +%s)
  progress "building"
  (
    cd "$here"
    JAVA_HOME=$compiler exec mvn -B -ntp -Dstyle.color=never -Prun -pl cli -am package
  ) </dev/null >"$log" 2>&1 &
  child=$!
  echo "$child" >"$builds/maven"
  if [ -t 2 ]; then
    while kill -0 "$child" 2>/dev/null; do
      progress "$(sed -n 's/^\[INFO\] Building Idiome \([a-z]*\) .*\[\(.*\)\]$/building \1 (\2)/p' \
        "$log" | tail -n 1)"
      sleep 1
    done
  fi
  built=0
  wait "$child" || built=$?
  child=
  if [ "$built" != 0 ]; then
    rm -rf "${builds:?}/$id"
    progress_end
    say "the build failed; the end of $log:"
    sed '/^\[ERROR\] -> \[Help/,$d' "$log" | tail -n 20 >&2
    exit 70
  fi
  cp "$here"/cli/target/run/lib/*.jar "$here"/cli/target/run/cli-*.jar "$builds/$id/"
  # Beside the jars: else the engines of the store unpack them at every start.
  lay_out
  # The start-up cache holds for one order of jars, in whatever language the next user lists them.
  (cd "$builds/$id" && LC_ALL=C && export LC_ALL && ls ./*.jar | sed 's,^\./,,') >"$builds/$id/jars"
  mv "$builds/$id/built.aside" "$builds/$id/built"
  before=$jars
  jars=$builds/$id
  printf '%s\n' "$id" >"$builds/current.$$"
  mv -f "$builds/current.$$" "$builds/current"
  # The build before this one stays: a program may run from it.
  for old in "$builds"/*Z-*; do
    [ "$old" = "$before" ] || [ "$old" = "$jars" ] || rm -rf "$old"
  done
  progress_end
}

# Without it all works too, and starts more slowly.
lay_out() {
  natives=
  for jar in "$builds/$id"/*.jar; do
    natives=$natives:$jar
  done
  "$java" -cp "${natives#:}" org.idiome.cli.LayOut "$builds/$id" \
    </dev/null >>"$log" 2>&1 || say "the jars stay as they are; see $log"
}

# Sourced by the commands beside it: the project's folder, a JDK 25 and a Maven.
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)

say() { printf '%s\n' "$*"; }
die() { printf '%s\n' "$*" >&2; exit 1; }

is_jdk_25() {
  [[ -x $1/bin/javac && -r $1/release ]] && grep -q '^JAVA_VERSION="25[."]' "$1/release"
}

# Sets JAVA_HOME to a JDK 25, or ends with what to install. No java is started: a look costs milliseconds.
find_jdk() {
  local java candidate
  java=$(command -v java || true)
  for candidate in "${JAVA_HOME:-}" "${java:+$(dirname "$(dirname "$(readlink -f "$java")")")}" \
    /usr/lib/jvm/* /usr/java/* /usr/local/java/* /usr/local/jdk* /opt/java/* /opt/jdk* /opt/*jdk* \
    "${HOME:-/root}"/.sdkman/candidates/java/* "${HOME:-/root}"/.jdks/* \
    "${HOME:-/root}"/.local/share/mise/installs/java/* "${HOME:-/root}"/.asdf/installs/java/*; do
    if [[ -n $candidate ]] && is_jdk_25 "$candidate"; then
      export JAVA_HOME=$candidate
      return
    fi
  done
  die "Steunpunt needs a JDK 25: install one (Eclipse Temurin 25 from adoptium.net, or openjdk-25-jdk-headless where Debian has it), or set JAVA_HOME to it."
}

# The machine's Maven where there is one: it has its mirrors and proxies set. Else the wrapper fetches one.
maven() (
  export MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" # its libraries are older than the JDK
  cd "$project"
  if command -v mvn >/dev/null; then
    exec mvn -B -ntp -Dstyle.color=never "$@" </dev/null
  fi
  exec ./mvnw -B -ntp -Dstyle.color=never "$@" </dev/null
)

# Maven with one line a step; all it said only when it fails.
maven_in_steps() {
  local log=$project/target/build.log
  mkdir -p "$project/target"
  if ! maven "$@" 2>&1 | tee "$log" |
    sed -nuE 's/^\[INFO\] --- (maven-)?([a-z-]+):[^:]+:([a-zA-Z-]+) .*/  \2 \3/p'; then
    grep -E '^\[ERROR\]' "$log" | head -40 >&2 || cat "$log" >&2
    die "The build failed; all it said is in target/build.log."
  fi
}

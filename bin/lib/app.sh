# Sourced by bin/run: the application, extracted from its jar and with a cache of loaded and linked
# classes (JDK 25's AOT cache), which takes two thirds off the start.

# A cache serves only a JVM with the flags that it was made with.
jvm_flags=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xmx256m -Xlog:disable -Xlog:all=error:stderr
  --enable-native-access=ALL-UNNAMED -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8)

# Sets app to a folder with steunpunt.jar and lib/, built from the sources as they are now.
prepare_app() {
  local jar=$project/target/steunpunt.jar run=$project/target/run
  mkdir -p "$run"
  exec 8>"$run/build.lock"
  if ! flock -n 8; then
    say "Waiting for another build of this folder."
    flock 8
  fi
  if [[ ! -e $jar || ! -e $run/built || -n $(sources_newer_than "$run/built") ]]; then
    build_jar
  fi
  # A jar or JDK that changed is another application, with a cache of its own.
  app=$run/$(stat -c '%s-%Y' "$jar" | cat - "$JAVA_HOME/release" | cksum | tr ' ' -)
  if [[ ! -e $app/prepared ]]; then
    remove_unused "$run"
    extract "$jar"
    train
    touch "$app/prepared"
  fi
  exec 8>&-
}

sources_newer_than() { (cd "$project" && find pom.xml src/main src/build -newer "$1" -print -quit 2>/dev/null); }

build_jar() {
  local started=$project/target/run/building
  touch "$started"
  say "Building Steunpunt; the first time fetches its libraries, which can take some minutes."
  # Maven leaves behind what was renamed or removed: a migration of that kind would run twice.
  rm -rf "$project/target/classes/nl"
  maven_in_steps package -Dmaven.test.skip=true
  mv "$started" "$project/target/run/built"
}

extract() {
  rm -rf "$app" "$app.new"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$1" extract --destination "$app.new" >/dev/null
  mv "$app.new" "$app"
}

remove_unused() {
  local old
  for old in "$1"/*/; do
    [[ -e $old/steunpunt.jar ]] && flock -n -x "$old/steunpunt.jar" true || continue
    rm -rf "$old"
  done
}

# Starts on data of its own, asks for pages, and stops; the JVM writes the cache when it ends.
train() {
  local data=$app/training pid port
  say "Preparing fast starts."
  mkdir -p "$data"
  (exec env -u SPRING_DATASOURCE_URL "$JAVA_HOME/bin/java" "${jvm_flags[@]}" "-XX:AOTCacheOutput=$app/app.aot.new" \
    -jar "$app/steunpunt.jar" --server.port=0 "--steunpunt.data=$data" --steunpunt.demo=true) \
    >"$data/log" 2>&1 8>&- </dev/null &
  pid=$!
  trap 'kill "$pid" 2>/dev/null; wait "$pid"; rm -rf "$app"' EXIT
  port=$(training_port "$pid" "$data/log")
  if [[ -n $port ]]; then
    ask_for_pages "$port"
  fi
  kill "$pid" 2>/dev/null || true
  wait "$pid" || true
  trap - EXIT
  if [[ -s $app/app.aot.new ]]; then
    mv "$app/app.aot.new" "$app/app.aot"
  else
    say "No cache could be made, so starts take longer."
  fi
  rm -rf "$data"
}

training_port() {
  local tenth port
  for ((tenth = 0; tenth < 1200; tenth++)); do
    port=$(sed -nE 's/^Steunpunt is up: .*:([0-9]+)$/\1/p' "$2")
    [[ -z $port ]] || break
    kill -0 "$1" 2>/dev/null || break
    sleep 0.1
  done
  say "$port"
}

# The first page and all that it links to, as a stranger and as each of the demo's cast.
ask_for_pages() {
  local port=$1 email
  visit "$port" ''
  for email in $(request "$port" GET /sign-in | grep -oE 'name="email" value="[^"]+' | cut -d'"' -f4); do
    visit "$port" "$(request "$port" POST /demo/sign-in '' "to=/&email=$email" | sed -nE 's/^Set-Cookie: ([^;]+).*/\1/ip' | head -1)"
  done
}

visit() {
  local path
  for path in / /sign-in $(request "$1" GET / "$2" | grep -oE '(href|src)="/[^"#]*' | cut -d'"' -f2 | sort -u); do
    request "$1" GET "$path" "$2" >/dev/null
  done
}

# request PORT METHOD PATH [COOKIE] [FORM]: the answer with its headers, and nothing when none comes. Debian's base has no curl.
request() {
  { exec 7<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || return 0
  printf '%s %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nOrigin: http://127.0.0.1:%s\r\nCookie: %s\r\nConnection: close\r\n' \
    "$2" "$3" "$1" "$1" "${4:-}" >&7
  printf 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %s\r\n\r\n%s' "$(printf %s "${5:-}" | wc -c)" "${5:-}" >&7
  timeout 10 tr -d '\0' <&7 || true
  exec 7>&-
}

# start_aside ARGUMENT...: the product on a free port, with data that goes when this command ends. Sets address, and aside: a folder with its log.
start_aside() {
  local cache=() tenth
  [[ ! -e $app/app.aot ]] || cache=("-XX:AOTCache=$app/app.aot")
  aside=$(mktemp -d)
  (exec env -u SPRING_DATASOURCE_URL "$JAVA_HOME/bin/java" "${jvm_flags[@]}" "${cache[@]}" -jar "$app/steunpunt.jar" \
    --server.port=0 "--steunpunt.data=$aside/data" --steunpunt.demo=true "$@") >"$aside/log" 2>&1 </dev/null &
  server=$!
  trap stop_aside EXIT
  trap 'exit 130' INT TERM
  address=
  for ((tenth = 0; tenth < 1200; tenth++)); do
    address=$(sed -nE 's/^Steunpunt is up: (.*)$/\1/p' "$aside/log")
    [[ -z $address ]] || return 0
    kill -0 "$server" 2>/dev/null || { cat "$aside/log" >&2; die "The server did not start."; }
    sleep 0.1
  done
  cat "$aside/log" >&2
  die "The server did not come up in two minutes."
}

stop_aside() {
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  rm -rf "$aside"
}

# Sourced by bin/run and bin/dev: what both understand, as the application's own arguments. bin/backup and bin/restore
# take from it where the database is.
data=$project/data
demo=true
arguments=()

options() {
  while (($#)); do
    case $1 in
      --port) arguments+=("--server.port=${2:?--port wants a number}"); shift ;;
      --port=*) arguments+=("--server.port=${1#*=}") ;;
      --data) data=$(absolute "${2:?--data wants a folder}"); shift ;;
      --data=*) data=$(absolute "${1#*=}") ;;
      --no-demo) demo=false ;;
      -h | --help) usage; exit ;;
      --*.*=*) arguments+=("$1") ;;
      *) usage >&2; die "Unknown: $1" ;;
    esac
    shift
  done
  if [[ -n ${STEUNPUNT_DB_URL:-} ]]; then
    database_elsewhere
    demo=false
  fi
  arguments+=("--steunpunt.data=$data" "--steunpunt.demo=$demo")
}

# By environment, as a password in the arguments can be read by every user of the machine.
database_elsewhere() {
  [[ -n ${STEUNPUNT_DB_URL:-} ]] || return 0
  [[ $STEUNPUNT_DB_URL == jdbc:postgresql:* ]] || die "STEUNPUNT_DB_URL is to be a JDBC URL of a PostgreSQL: jdbc:postgresql://HOST/DATABASE."
  export SPRING_DATASOURCE_URL=$STEUNPUNT_DB_URL
  export SPRING_DATASOURCE_USERNAME=${STEUNPUNT_DB_USER:-}
  export SPRING_DATASOURCE_PASSWORD=${STEUNPUNT_DB_PASSWORD:-}
}

absolute() { [[ $1 == /* ]] && say "$1" || say "$PWD/$1"; }

usage() {
  cat <<USAGE
$(basename "$0") [--port N] [--data DIR] [--no-demo]
  --port N     answer on this port instead of 8080
  --data DIR   keep the embedded database here instead of in ./data
  --no-demo    start an empty organisation, not the demo
With STEUNPUNT_DB_URL (a JDBC URL), STEUNPUNT_DB_USER and STEUNPUNT_DB_PASSWORD set it uses that database, without a demo.
USAGE
}

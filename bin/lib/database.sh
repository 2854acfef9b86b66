# Sourced by bin/backup and bin/restore: what both understand, and the command that does it.
data=$project/data
file=
extra=()

database_options() {
  while (($#)); do
    case $1 in
      --data) data=${2:?--data wants a folder}; shift ;;
      --data=*) data=${1#*=} ;;
      --overwrite) [[ $(basename "$0") == restore ]] || { usage >&2; exit 2; }; extra+=(--overwrite) ;;
      -h | --help) usage; exit ;;
      -*) usage >&2; exit 2 ;;
      *) [[ -z $file ]] || { usage >&2; exit 2; }; file=$1 ;;
    esac
    shift
  done
  [[ -n $file ]] || { usage >&2; exit 2; }
  file=$(readlink -m "$file")
  data=$(readlink -m "$data")
  database_elsewhere
}

on_database() {
  find_jdk
  prepare_app
  exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m --enable-native-access=ALL-UNNAMED \
    -cp "$app/steunpunt.jar" nl.steunpunt.platform.backup.BackupCommand "$1" "$data" "$file" "${extra[@]}"
}

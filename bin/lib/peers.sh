# shellcheck shell=bash
# Other helpdesk systems and a mail server, real ones from Debian, started for the tests and ended with them. They run on loopback, with a
# PostgreSQL cluster and settings of their own, under the users that Debian has for them; nothing in /etc is touched.

# shellcheck source=mail-peer.sh
source "$project/bin/lib/mail-peer.sh"

peers_dir=""
peers_log=$project/target/peers-install.log

peer_packages=(request-tracker5 rt5-db-postgresql rt5-standalone starman redmine redmine-pgsql puma postgresql curl
  exim4-daemon-light dovecot-imapd)
# Of those, by the name of their service, what would listen after the next start of the machine.
declare -A peer_services=([exim4-daemon-light]=exim4 [dovecot-imapd]=dovecot)

install_peers() {
  [[ $(id -u) == 0 ]] || die "bin/test --install --peers wants root: the other systems come from Debian."
  command -v apt-get >/dev/null || die "bin/test --install --peers wants Debian: the other systems are its packages."
  export DEBIAN_FRONTEND=noninteractive
  debconf-set-selections <<ANSWERS
request-tracker5 request-tracker5/rtname string peer
request-tracker5 request-tracker5/organization string peer.test
request-tracker5 request-tracker5/correspondaddress string rt@peer.test
request-tracker5 request-tracker5/commentaddress string rt-comment@peer.test
request-tracker5 request-tracker5/webbaseurl string http://127.0.0.1
request-tracker5 request-tracker5/dbconfig-install boolean false
redmine redmine/instances/default/dbconfig-install boolean false
ANSWERS
  local result=0 package fresh
  mapfile -t fresh < <(peers_missing)
  start_nothing
  apt_gets_peers || { apt-get update -qq </dev/null && apt_gets_peers; } || result=$?
  start_again
  for package in "${fresh[@]}"; do
    [[ -z ${peer_services[$package]:-} ]] || update-rc.d "${peer_services[$package]}" disable >>"$peers_log" 2>&1 || true
  done
  return "$result"
}

apt_gets_peers() {
  local options=(-qq -y --no-install-recommends -o Dpkg::Options::=--force-confold)
  # One machine has one mail agent. Nobody's is taken away but the one that only hands on, which was here for Request Tracker.
  [[ $(dpkg-query -W -f '${db:Status-Status}' msmtp-mta 2>/dev/null) == installed ]] || options+=(--no-remove)
  apt-get install "${options[@]}" "${peer_packages[@]}" </dev/null >"$peers_log" 2>&1
}

# What is installed begins nothing by itself and makes no database of its own: the tests start theirs, on loopback.
start_nothing() {
  mkdir -p "$project/target"
  peer_policy=/usr/sbin/policy-rc.d peer_cluster=/etc/postgresql-common/createcluster.d/peers.conf
  if [[ -e $peer_policy ]]; then
    peer_policy=""
  else
    printf '#!/bin/sh\nexit 101\n' >"$peer_policy"
    chmod 755 "$peer_policy"
  fi
  mkdir -p "${peer_cluster%/*}"
  printf 'create_main_cluster = false\n' >"$peer_cluster"
}

start_again() {
  rm -f ${peer_policy:+"$peer_policy"} "$peer_cluster"
}

peers_missing() {
  local package
  for package in "${peer_packages[@]}"; do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || echo "$package"
  done
}

free_port() {
  python3 - <<'PYTHON' 2>/dev/null || echo $((20000 + RANDOM % 20000))
import socket
with socket.socket() as s:
    s.bind(("127.0.0.1", 0))
    print(s.getsockname()[1])
PYTHON
}

start_peers() {
  [[ $(id -u) == 0 ]] || die "bin/test --peers wants root: the other systems run under users of their own."
  peers_dir=$(mktemp -d /var/tmp/steunpunt-peers.XXXXXX)
  chmod 755 "$peers_dir"
  trap stop_peers EXIT
  # Whoever wanted them gets no test that is left out in silence.
  export STEUNPUNT_PEERS=started
  start_peer_database
  # Beside each other: each is mostly busy with one thing at a time.
  local name begun=()
  for name in request_tracker redmine mail; do
    ("start_$name") &
    begun+=($!)
  done
  for name in "${begun[@]}"; do
    wait "$name" || die "Not all other systems could be started."
  done
  # shellcheck disable=SC1091
  source "$peers_dir/env"
  peer_answers "$STEUNPUNT_PEER_RT/REST/2.0/rt" || die "Request Tracker does not answer: $(tail -5 "$peers_dir/rt/server.log")"
  peer_answers "$STEUNPUNT_PEER_REDMINE/" || die "Redmine does not answer: $(tail -5 "$peers_dir/redmine/server.log")"
}

# What the tests are told.
tell_tests() {
  printf 'export %s=%q\n' "$1" "$2" >>"$peers_dir/env"
}

start_peer_database() {
  peer_pg=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -1)
  peer_pg_port=$(free_port)
  install -d -o postgres "$peers_dir/pg"
  as_user postgres "$peer_pg/initdb" -D "$peers_dir/pg/data" -A trust -E UTF8 --locale=C.UTF-8 >"$peers_dir/pg.log" 2>&1 ||
    die "PostgreSQL for the other systems cannot be made: $(tail -5 "$peers_dir/pg.log")"
  as_user postgres "$peer_pg/pg_ctl" -D "$peers_dir/pg/data" -w -l "$peers_dir/pg/log" \
    -o "-p $peer_pg_port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off" start >>"$peers_dir/pg.log" ||
    die "PostgreSQL for the other systems does not start: $(tail -5 "$peers_dir/pg.log")"
}

as_user() {
  local user=$1
  shift
  setpriv --reuid="$user" --regid="$(id -g "$user")" --init-groups -- "$@"
}

# Its own process, and no shell around it that would end without it.
serve() {
  (exec "$@") &
  echo $! >>"$peers_dir/pids"
}

serve_as() {
  local user=$1
  shift
  serve setpriv --reuid="$user" --regid="$(id -g "$user")" --init-groups -- "$@"
}

start_request_tracker() {
  local port
  port=$(free_port)
  install -d -o www-data "$peers_dir/rt" "$peers_dir/rt/mail" "$peers_dir/rt/none"
  cat >"$peers_dir/rt/RT_SiteConfig.pm" <<PERL
Set(\$rtname, 'peer');
Set(\$Organization, 'peer.test');
Set(\$CorrespondAddress, 'rt\@peer.test');
Set(\$CommentAddress, 'rt-comment\@peer.test');
Set(\$WebDomain, '127.0.0.1');
Set(\$WebPort, $port);
Set(\$WebPath, '');
Set(\$DatabaseType, 'Pg');
Set(\$DatabaseHost, '127.0.0.1');
Set(\$DatabasePort, '$peer_pg_port');
Set(\$DatabaseUser, 'rt');
Set(\$DatabasePassword, 'rt');
Set(\$DatabaseName, 'rt');
Set(\$DatabaseAdmin, 'postgres');
Set(\$MailCommand, 'testfile');
Set(\$HTMLFormatter, 'core');
Set(\$Timezone, 'Europe/Amsterdam');
Set(\$LogToSyslog, undef);
Set(\$LogToSTDERR, 'warning');
1;
PERL
  local in_rt=(env RT_SITE_CONFIG="$peers_dir/rt/RT_SiteConfig.pm" RT_SITE_CONFIG_DIR="$peers_dir/rt/none" TMPDIR="$peers_dir/rt/mail")
  printf 'password' >"$peers_dir/rt/root-password"
  "${in_rt[@]}" rt-setup-database-5 --action init --dba postgres --dba-password '' \
    --root-password-file "$peers_dir/rt/root-password" >"$peers_dir/rt/setup.log" 2>&1 </dev/null ||
    die "Request Tracker cannot be set up: $(tail -5 "$peers_dir/rt/setup.log")"
  serve_as www-data "${in_rt[@]}" /usr/share/request-tracker5/libexec/rt-server --server Starman \
    --host 127.0.0.1 --port "$port" --workers 2 >"$peers_dir/rt/server.log" 2>&1 </dev/null
  local tokens
  tokens=$("${in_rt[@]}" perl -I/usr/share/request-tracker5/lib -MRT=-init -e '
    my $queue = RT::Queue->new(RT->SystemUser);
    $queue->Create(Name => "Support");
    my $field = RT::CustomField->new(RT->SystemUser);
    $field->Create(Name => "Afdeling", Type => "FreeformSingle", LookupType => "RT::Queue-RT::Ticket");
    $field->AddToObject($queue);
    my $system = RT->SystemUser;
    my %people = (steunpunt => "Steunpunt", pieter => "Pieter Hoekstra", jan => "Jan van Dijk");
    for my $name (sort keys %people) {
      my $user = RT::User->new($system);
      # In a language of its own, since nothing may depend on the sentences it is answered with.
      $user->Create(Name => $name, RealName => $people{$name}, Privileged => 1, Lang => "nl",
        EmailAddress => $name eq "pieter" ? "pieter.hoekstra\@novum.example" : "$name\@peer.test");
      $user->PrincipalObj->GrantRight(Right => "SuperUser", Object => $RT::System) unless $name eq "steunpunt";
      if ($name eq "steunpunt") {
        $user->PrincipalObj->GrantRight(Right => $_, Object => $queue)
          for qw(SeeQueue ShowTicket ShowTicketComments CreateTicket CommentOnTicket ReplyToTicket ModifyTicket SeeCustomField ModifyCustomField);
        $user->PrincipalObj->GrantRight(Right => $_, Object => $RT::System) for qw(ManageAuthTokens ShowUserHistory);
      }
      my $token = RT::AuthToken->new($system);
      my ($ok, $message, $secret) = $token->Create(Owner => $user->Id, Description => "test");
      die $message unless $ok;
      print "$name=$secret\n";
    }' 2>>"$peers_dir/rt/setup.log") || die "Request Tracker has no users: $(tail -5 "$peers_dir/rt/setup.log")"
  tell_tests STEUNPUNT_PEER_RT "http://127.0.0.1:$port"
  tell_tests STEUNPUNT_PEER_RT_TOKEN "$tokens"
}

# A copy of Debian's, since its Gemfile and its instances look for their settings beside them.
start_redmine() {
  local port task app=$peers_dir/redmine/app
  port=$(free_port)
  mkdir -p "$peers_dir/redmine"
  cp -rL /usr/share/redmine "$app" 2>/dev/null || true
  rm -rf "$app/instances" "$app/Gemfile.lock" "$app/config/database.yml"
  mkdir -p "$app"/{tmp,log,files,plugins} "$app"/instances/default/{config,log,tmp,files,plugins,public/plugin_assets}
  cat >"$app/instances/default/config/database.yml" <<YAML
production:
  adapter: postgresql
  database: redmine
  host: 127.0.0.1
  port: $peer_pg_port
  username: postgres
  encoding: utf8
YAML
  sed -i "s#/usr/share/redmine/{config,instances/\*/config}/database.yml#$app/instances/default/config/database.yml#" "$app/Gemfile"
  printf "gem 'puma'\n" >"$app/Gemfile.local"
  head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$app/instances/default/config/secret_key.txt"
  cat >"$peers_dir/redmine/people.rb" <<'RUBY'
Setting.rest_api_enabled = "1"
project = Project.create!(:name => "Support", :identifier => "support", :is_public => false, :trackers => Tracker.all, :enabled_module_names => ["issue_tracking"])
agents = Role.find_by_name("Manager")
ours = Role.create!(:name => "Steunpunt", :assignable => false, :issues_visibility => "all", :users_visibility => "all",
  :permissions => [:view_issues, :add_issues, :edit_issues, :add_issue_notes])
field = IssueCustomField.create!(:name => "Afdeling", :field_format => "string", :is_for_all => true, :trackers => Tracker.all)
puts "field=#{field.id}"
WorkflowTransition.copy(nil, agents, nil, ours)
{"steunpunt" => ["Steunpunt", "Koppeling", ours], "pieter" => ["Pieter", "Hoekstra", agents], "jan" => ["Jan", "van Dijk", agents]}.each do |login, (first, last, role)|
  user = User.new(:firstname => first, :lastname => last, :mail => login == "pieter" ? "pieter.hoekstra@novum.example" : "#{login}@peer.test")
  user.login = login
  user.password = "geheim-geheim"
  user.save!
  user.pref.update!(:hide_mail => false)
  Member.create!(:user => user, :project => project, :roles => [role])
  puts "#{login}=#{user.api_key}"
end
RUBY
  chown -R www-data: "$peers_dir/redmine"
  "$peer_pg/createdb" -h 127.0.0.1 -p "$peer_pg_port" -U postgres redmine
  local in_redmine=(env -C "$app" HOME="$peers_dir/redmine" RAILS_ENV=production REDMINE_LANG=en)
  # In one go the second would work with tables as they were when it began.
  for task in db:migrate redmine:load_default_data; do
    as_user www-data "${in_redmine[@]}" bundle exec rake "$task" >>"$peers_dir/redmine/setup.log" 2>&1 </dev/null || break
  done
  grep -q 'Default configuration data loaded' "$peers_dir/redmine/setup.log" ||
    die "Redmine cannot be set up: $(tail -5 "$peers_dir/redmine/setup.log")"
  local keys
  keys=$(as_user www-data "${in_redmine[@]}" bundle exec rails runner "$peers_dir/redmine/people.rb" 2>>"$peers_dir/redmine/setup.log" </dev/null) ||
    die "Redmine has no users: $(tail -40 "$peers_dir/redmine/setup.log" | head -8)"
  serve_as www-data "${in_redmine[@]}" bundle exec puma -b "tcp://127.0.0.1:$port" -e production config.ru >"$peers_dir/redmine/server.log" 2>&1 </dev/null
  tell_tests STEUNPUNT_PEER_REDMINE "http://127.0.0.1:$port"
  tell_tests STEUNPUNT_PEER_REDMINE_KEY "$keys"
}

peer_answers() {
  local tries
  for ((tries = 0; tries < 120; tries++)); do
    curl -s -o /dev/null "$1" && return
    sleep 1
  done
  return 1
}

stop_peers() {
  local pid tries
  for pid in $(jobs -p); do
    kill "$pid" 2>/dev/null || true
  done
  # shellcheck disable=SC2013
  for pid in $(cat "$peers_dir/pids" 2>/dev/null); do
    kill "$pid" 2>/dev/null || continue
    for ((tries = 0; tries < 50; tries++)); do
      kill -0 "$pid" 2>/dev/null || continue 2
      sleep 0.2
    done
    kill -9 "$pid" 2>/dev/null || true
  done
  [[ -z ${peer_pg:-} ]] || as_user postgres "$peer_pg/pg_ctl" -D "$peers_dir/pg/data" -m immediate stop >/dev/null 2>&1 || true
  [[ -z $peers_dir ]] || rm -rf "$peers_dir"
}

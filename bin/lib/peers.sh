# shellcheck shell=bash
# Other helpdesk systems, real ones from Debian, started for the tests and ended with them. They run on loopback, with a
# PostgreSQL cluster and settings of their own, under the users that Debian has for them; nothing in /etc is touched.

peers_dir=""
peers_pids=()

install_peers() {
  [[ $(id -u) == 0 ]] || die "bin/test --install --peers wants root: the other systems come from Debian."
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
  local packages=(request-tracker5 rt5-db-postgresql rt5-standalone starman redmine redmine-pgsql puma postgresql curl)
  apt-get install -qq -y --no-install-recommends "${packages[@]}" </dev/null ||
    { apt-get update -qq </dev/null && apt-get install -qq -y --no-install-recommends "${packages[@]}" </dev/null; }
}

peers_missing() {
  [[ -x /usr/share/request-tracker5/libexec/rt-server ]] || echo request-tracker5
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || echo postgresql
  command -v starman >/dev/null || echo starman
  [[ -r /usr/share/redmine/config.ru ]] || echo redmine
  command -v puma >/dev/null || echo puma
  command -v curl >/dev/null || echo curl
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
  start_request_tracker
  start_redmine
  peer_answers "$STEUNPUNT_PEER_RT/REST/2.0/rt" || die "Request Tracker does not answer: $(tail -5 "$peers_dir/rt/server.log")"
  peer_answers "$STEUNPUNT_PEER_REDMINE/" || die "Redmine does not answer: $(tail -5 "$peers_dir/redmine/server.log")"
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
serve_as() {
  local user=$1
  shift
  (exec setpriv --reuid="$user" --regid="$(id -g "$user")" --init-groups -- "$@") &
  peers_pids+=($!)
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
  export STEUNPUNT_PEER_RT="http://127.0.0.1:$port"
  STEUNPUNT_PEER_RT_TOKEN=$("${in_rt[@]}" perl -I/usr/share/request-tracker5/lib -MRT=-init -e '
    my $queue = RT::Queue->new(RT->SystemUser);
    $queue->Create(Name => "Support");
    my $system = RT->SystemUser;
    my %people = (steunpunt => "Steunpunt", pieter => "Pieter Hoekstra", jan => "Jan van Dijk");
    for my $name (sort keys %people) {
      my $user = RT::User->new($system);
      $user->Create(Name => $name, RealName => $people{$name}, Privileged => 1,
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
  export STEUNPUNT_PEER_RT_TOKEN
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
  STEUNPUNT_PEER_REDMINE_KEY=$(as_user www-data "${in_redmine[@]}" bundle exec rails runner "$peers_dir/redmine/people.rb" 2>>"$peers_dir/redmine/setup.log" </dev/null) ||
    die "Redmine has no users: $(tail -40 "$peers_dir/redmine/setup.log" | head -8)"
  serve_as www-data "${in_redmine[@]}" bundle exec puma -b "tcp://127.0.0.1:$port" -e production config.ru >"$peers_dir/redmine/server.log" 2>&1 </dev/null
  export STEUNPUNT_PEER_REDMINE="http://127.0.0.1:$port" STEUNPUNT_PEER_REDMINE_KEY
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
  local pid
  for pid in "${peers_pids[@]}"; do
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
  done
  [[ -z ${peer_pg:-} ]] || as_user postgres "$peer_pg/pg_ctl" -D "$peers_dir/pg/data" -m immediate stop >/dev/null 2>&1 || true
  [[ -z $peers_dir ]] || rm -rf "$peers_dir"
}

# shellcheck shell=bash
# A real mail server for the tests: Exim takes mail by SMTP and puts it into mailboxes, Dovecot shows them by IMAP. On loopback,
# with settings of their own, beside the other peers.

start_mail() {
  local dir=$peers_dir/mail smtp imap box part
  smtp=$(free_port)
  imap=$(free_port)
  # Exim with settings of its own gives up root, so all is its user's.
  install -d -o Debian-exim -g Debian-exim "$dir" "$dir/spool" "$dir/log" "$dir/boxes"
  for box in it-hulp people; do
    install -d -o Debian-exim -g Debian-exim "$dir/boxes/$box"
    for part in cur new tmp; do
      install -d -o Debian-exim -g Debian-exim "$dir/boxes/$box/$part"
    done
  done
  install -d "$dir/run" "$dir/state"
  cat >"$dir/exim.conf" <<EXIM
primary_hostname = mail.peer.test
local_interfaces = 127.0.0.1
disable_ipv6 = true
daemon_smtp_ports = $smtp
spool_directory = $dir/spool
log_file_path = $dir/log/exim-%slog
pid_file_path = $dir/spool/exim.pid
keep_environment =
tls_advertise_hosts =
deliver_drop_privilege = true
acl_smtp_rcpt = take
begin acl
take:
  accept
begin routers
helpdesk:
  driver = accept
  local_part_suffix = +*
  local_part_suffix_optional
  local_parts = it-hulp
  transport = helpdesk
people:
  driver = accept
  transport = people
begin transports
helpdesk:
  driver = appendfile
  directory = $dir/boxes/it-hulp
  maildir_format
  user = Debian-exim
people:
  driver = appendfile
  directory = $dir/boxes/people
  maildir_format
  user = Debian-exim
EXIM
  printf 'it-hulp:{PLAIN}geheim-en-lang\npeople:{PLAIN}geheim-en-lang\n' >"$dir/users"
  cat >"$dir/dovecot.conf" <<DOVECOT
base_dir = $dir/run
state_dir = $dir/state
log_path = $dir/log/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:$dir/boxes/%n
passdb {
  driver = passwd-file
  args = $dir/users
}
userdb {
  driver = static
  args = uid=Debian-exim gid=Debian-exim home=$dir/boxes/%n
}
service imap-login {
  inet_listener imap {
    port = $imap
  }
  inet_listener imaps {
    port = 0
  }
}
DOVECOT
  serve /usr/sbin/exim4 -C "$dir/exim.conf" -bdf >"$dir/exim.out" 2>&1 </dev/null
  serve /usr/sbin/dovecot -F -c "$dir/dovecot.conf" >"$dir/dovecot.out" 2>&1 </dev/null
  mail_peer_listens "$smtp" || die "Exim does not answer: $(tail -5 "$dir/exim.out")"
  mail_peer_listens "$imap" || die "Dovecot does not answer: $(tail -5 "$dir/dovecot.out" "$dir/log/dovecot.log" 2>/dev/null)"
  tell_tests STEUNPUNT_PEER_SMTP "$smtp"
  tell_tests STEUNPUNT_PEER_IMAP "$imap"
  tell_tests STEUNPUNT_PEER_MAILBOX "$dir/boxes/it-hulp"
}

mail_peer_listens() {
  local tries
  for ((tries = 0; tries < 60; tries++)); do
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
    sleep 1
  done
  return 1
}

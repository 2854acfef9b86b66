create table department (
  id        bigint generated always as identity primary key,
  parent_id bigint references department,
  name      text not null,
  path      text not null unique,   -- 'Finance/Crediteuren'
  depth     int not null
);
create index on department (parent_id);
create index on department (path text_pattern_ops);

create table location (
  id        bigint generated always as identity primary key,
  parent_id bigint references location,
  name      text not null,
  path      text not null unique,   -- 'Utrecht/Gebouw B/3/B3.14': site, building, floor, zone
  depth     int not null
);
create index on location (parent_id);
create index on location (path text_pattern_ops);

create table person (
  id              bigint generated always as identity primary key,
  employee_number text unique,
  email           citext not null,
  name            text not null,
  function        text,
  department_id   bigint not null references department,
  location_id     bigint references location,
  manager_id      bigint references person,
  language        text not null default 'nl' check (language in ('nl', 'en')),
  phone           text,
  contract_hours  numeric(5, 2),
  active          boolean not null default true,
  -- Given by an administrator (or, for 'power_user', by the network module); PERSON is everyone.
  roles           text[] not null default '{}',
  password_hash   text,
  created_at      timestamptz not null,
  left_at         timestamptz
);
-- A leaver's address may be given to a newcomer.
create unique index person_email on person (email) where active;
create index on person (department_id);
create index on person (location_id);
create index on person (manager_id);
create index person_name_trgm on person using gin (name gin_trgm_ops);

-- A browser that is signed in, or an API token. Only the hash of the secret is kept.
create table sign_in (
  id         bigint generated always as identity primary key,
  secret_hash bytea not null unique,
  person_id  bigint not null references person,
  kind       text not null check (kind in ('browser', 'token')),
  label      text not null,         -- the browser's description, or the token's name
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index on sign_in (person_id);

-- A mailed link to set a password. Opening it spends nothing: mail scanners open links.
create table password_link (
  secret_hash bytea primary key,
  person_id   bigint not null references person,
  purpose     text not null check (purpose in ('invitation', 'reset', 'set_up')),
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz
);
create index on password_link (person_id);

-- What other modules may read of a person.
create view pub_person as
select p.id, p.employee_number, p.email::text as email, p.name, p.function, p.language, p.phone,
       p.active, p.manager_id, p.roles, p.contract_hours,
       p.department_id, d.name as department, d.path as department_path,
       p.location_id, l.name as location, l.path as location_path, l.depth as location_depth
  from person p
  join department d on d.id = p.department_id
  left join location l on l.id = p.location_id;

create view pub_department as select id, parent_id, name, path, depth from department;
create view pub_location as select id, parent_id, name, path, depth from location;

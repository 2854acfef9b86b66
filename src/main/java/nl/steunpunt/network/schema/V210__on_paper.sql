-- What a power user agreed to stand on paper that hangs in the building: it cannot be taken back as a page can.
alter table profile
  add name_printed  boolean not null default false,
  add photo_printed boolean not null default false;    -- beside the name, never alone

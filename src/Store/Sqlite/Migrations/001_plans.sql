-- Times are UTC, ISO 8601 with milliseconds, so that they sort as text. Keys (…_key) are folded words joined by blanks.

create table loads (
  id integer primary key,
  paths text not null,
  reprocess integer not null,
  started_at text not null,
  scanned_at text
);

create table files (
  id integer primary key,
  load_id integer not null references loads (id),
  path text not null,
  name text not null,
  sha256 text,
  size integer not null,
  media_type text,
  state text not null check (state in ('queued', 'running', 'done', 'partial', 'failed', 'skipped')),
  stage text,
  run integer not null default 0,
  attempts integer not null default 0,
  worker text,
  reason text,
  message text,
  advice text,
  duplicate_of integer references files (id),
  extractor text,
  found_at text not null,
  due_at text,
  started_at text,
  ended_at text
);

create unique index files_identity on files (path, sha256) where sha256 is not null;
create unique index files_unread on files (path) where sha256 is null;
-- A content is run for one file only; all others that have it are skipped.
create unique index files_content on files (sha256) where sha256 is not null and state <> 'skipped';
create index files_state on files (state, due_at);

create table load_files (
  load_id integer not null references loads (id),
  file_id integer not null references files (id),
  already_done integer not null,
  primary key (load_id, file_id)
) without rowid;

create table workers (
  name text primary key,
  seen_at text not null
) without rowid;

create table plans (
  id integer primary key autoincrement,
  file_id integer not null references files (id),
  sha256 text not null unique,
  file text not null,
  file_key text not null,
  stem_key text not null,
  media_type text not null,
  extractor text not null,
  saved_at text not null,
  pages integer not null,
  page_ledger text not null,
  warnings text not null,
  type text,
  number text,
  number_key text,
  date text,
  year integer,
  issuer text,
  province text,
  province_key text,
  place text,
  title text,
  period_from integer,
  period_to integer,
  signer text,
  signer_role text
);

create index plans_number on plans (number_key);
create index plans_file on plans (file_key);
create index plans_stem on plans (stem_key);
create index plans_province on plans (province_key, date);

create table documents (
  plan_id integer primary key references plans (id) on delete cascade,
  text text not null
);

create table sections (
  plan_id integer not null references plans (id) on delete cascade,
  ordinal integer not null,
  path text not null,
  heading text,
  kind text not null,
  -- Null where it is the document's text in the span, letter for letter.
  text text,
  span_start integer not null,
  span_end integer not null,
  page integer not null,
  boxes text,
  primary key (plan_id, ordinal)
) without rowid;

create table targets (
  plan_id integer not null references plans (id) on delete cascade,
  ordinal integer not null,
  item_id text not null,
  indicator text not null,
  comparator text not null,
  value real not null,
  value_max real,
  unit text,
  printed text not null,
  year integer,
  period text,
  parent text,
  section text,
  source text not null,
  quote text not null,
  confidence real not null,
  span_start integer not null,
  span_end integer not null,
  page integer not null,
  boxes text,
  primary key (plan_id, ordinal)
) without rowid;

create table tasks (
  plan_id integer not null references plans (id) on delete cascade,
  ordinal integer not null,
  item_id text not null,
  text text not null,
  section text,
  source text not null,
  deadline text,
  refers_to text not null,
  confidence real not null,
  span_start integer not null,
  span_end integer not null,
  page integer not null,
  boxes text,
  primary key (plan_id, ordinal)
) without rowid;

create table task_agencies (
  plan_id integer not null,
  task integer not null,
  role text not null check (role in ('lead', 'support')),
  ordinal integer not null,
  name text not null,
  name_key text not null,
  primary key (plan_id, task, role, ordinal),
  foreign key (plan_id, task) references tasks (plan_id, ordinal) on delete cascade
) without rowid;

create index task_agencies_name on task_agencies (name_key);

create table legal_bases (
  plan_id integer not null references plans (id) on delete cascade,
  ordinal integer not null,
  type text not null,
  number text,
  number_key text,
  date text,
  issuer text,
  title text,
  quote text not null,
  span_start integer not null,
  span_end integer not null,
  page integer not null,
  boxes text,
  primary key (plan_id, ordinal)
) without rowid;

create index legal_bases_number on legal_bases (number_key);

create table funding (
  plan_id integer not null references plans (id) on delete cascade,
  ordinal integer not null,
  amount_vnd real not null,
  source_name text,
  parent text,
  quote text not null,
  span_start integer not null,
  span_end integer not null,
  page integer not null,
  boxes text,
  primary key (plan_id, ordinal)
) without rowid;

create table plan_tables (
  plan_id integer not null references plans (id) on delete cascade,
  ordinal integer not null,
  caption text,
  columns text not null,
  rows text not null,
  kind text not null,
  table_page integer not null,
  span_start integer not null,
  span_end integer not null,
  page integer not null,
  boxes text,
  primary key (plan_id, ordinal)
) without rowid;

create table findings (
  plan_id integer not null references plans (id) on delete cascade,
  ordinal integer not null,
  code text not null,
  message text not null,
  quote text not null,
  span_start integer not null,
  span_end integer not null,
  page integer not null,
  boxes text,
  primary key (plan_id, ordinal)
) without rowid;

-- What people corrected, apart from what was extracted: never deleted, an undone one is marked so. Known by the content (sha256), so that a
-- plan that is extracted anew, or left out for a time, finds its corrections again by place and words.
create table corrections (
  id integer primary key,
  sha256 text not null,
  fact text not null check (fact in ('plan', 'head', 'section', 'target', 'task')),
  -- The fact's id when it was corrected: t3, k2, a section's path; c12 for what correction 12 added.
  item text,
  action text not null check (action in ('set', 'reject', 'add', 'confirm')),
  field text,
  value text,
  was text,
  -- The document's words at the fact, what tells facts of the same words apart, and where they stood.
  words text not null,
  mark text not null,
  span_start integer not null,
  span_end integer not null,
  who text not null,
  at text not null,
  why text,
  undone_at text,
  undone_by text,
  undone_why text,
  -- The fact's id in the present extraction; null where it is no longer found.
  attached text
);

create index corrections_content on corrections (sha256);

-- What was extracted, as JSON, of plans that have corrections. The tables of facts hold the corrected plan, which is what everything reads.
create table extractions (
  plan_id integer primary key references plans (id) on delete cascade,
  plan text not null
);

alter table plans add column review text not null default 'unseen';
alter table sections add column review text not null default 'unseen';
alter table targets add column review text not null default 'unseen';
alter table tasks add column review text not null default 'unseen';
alter table passages add column review text not null default 'unseen';

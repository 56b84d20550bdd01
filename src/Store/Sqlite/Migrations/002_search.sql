-- What can be found: one row for a plan (the text outside its sections), a section (without its subsections), a target, a task.
create table passages (
  id integer primary key,
  plan_id integer not null references plans (id) on delete cascade,
  kind text not null check (kind in ('plan', 'section', 'target', 'task')),
  ordinal integer not null,
  section text,
  item_id text,
  heading text not null,
  body text not null,
  -- The years that the passage is about: a target's own, else the plan's.
  year_from integer,
  year_to integer,
  -- Keys of agencies, each between bars: '| so cong thuong | so y te |'.
  agencies text not null,
  span_start integer not null,
  span_end integer not null,
  page integer not null
);

create index passages_plan on passages (plan_id, kind, ordinal);

-- FTS5 folds every Vietnamese mark but the stroke of đ; ḏ (d with a line below) it folds to d. So the index reads the texts through
-- a view that puts ḏ for đ, and the text itself is stored once. Eth (Ð, ð) is đ mistyped.
create view passages_folded as
select
  id,
  replace(replace(replace(replace(heading, 'đ', 'ḏ'), 'Đ', 'Ḏ'), 'ð', 'ḏ'), 'Ð', 'Ḏ') as heading,
  replace(replace(replace(replace(body, 'đ', 'ḏ'), 'Đ', 'Ḏ'), 'ð', 'ḏ'), 'Ð', 'Ḏ') as body
from passages;

create virtual table passages_fts using fts5 (
  heading, body, content = 'passages_folded', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

-- The words with their marks: tells which hits have a marked query's own form.
create virtual table passages_marked using fts5 (
  heading, body, content = 'passages', content_rowid = 'id', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0'
);

-- Blocks: runs of passages in the order of their ids, with what makes frequent words and facets cheap. All of it follows from the passages.
create table blocks (
  id integer primary key autoincrement,
  first_id integer not null,
  last_id integer not null,
  passages integer not null,
  ids blob not null,
  facts blob not null,
  -- Which of the passages have been replaced since.
  gone blob,
  gone_count integer not null default 0
);

create table block_words (
  block_id integer not null references blocks (id) on delete cascade,
  word text not null,
  hits blob not null,
  primary key (block_id, word)
);

create table block_pairs (
  block_id integer not null references blocks (id) on delete cascade,
  word text not null,
  following blob not null,
  primary key (block_id, word)
);

-- Ids of passages are never given twice, so that those above the last block's are the ones that no block has.
create table passage_ids (next integer not null);
insert into passage_ids select coalesce(max(id), 0) + 1 from passages;

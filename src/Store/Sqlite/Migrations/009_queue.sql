-- Loads can go first, wait or be given up; a file knows whether it has a job and in which lane it runs; a worker counts its beats.

alter table loads add column priority integer not null default 0;
alter table loads add column paused_at text;
alter table loads add column cancelled_at text;

alter table files add column priority integer not null default 0;
-- Null for files that are worked on as they come; 'ocr' and 'unpack' have places of their own.
alter table files add column lane text;
-- Whether it waits because every load that wants it is paused.
alter table files add column held integer not null default 0;
-- When it was given a job; null while it has none.
alter table files add column fed_at text;

create index files_waiting on files (priority desc, id) where state = 'queued' and fed_at is null;
create index files_fed on files (fed_at) where state = 'queued' and fed_at is not null;
create index load_files_file on load_files (file_id);

alter table workers add column beats integer not null default 0;

-- What was read of documents that were recognised (OCR), so that they can be extracted again without that: the document as JSON, packed.
create table readings (
  sha256 text primary key,
  read_at text not null,
  document blob not null
) without rowid;

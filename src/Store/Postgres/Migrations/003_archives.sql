-- Archives: what came out of one names it; the archive itself counts what was taken out of it, which is also where a run that died goes on.

alter table files add column archive_id bigint references files (id);
alter table files add column depth integer not null default 0;
alter table files add column members integer;
alter table files add column expanded bigint;
alter table files add column note text;

create index files_archive on files (archive_id) where archive_id is not null;

-- Plans that are one: the same in another file, a draft and the signed one, a corrected one. Plans saved before are compared by: plans db versions.

-- The least hashes of a text's runs of words, by which two texts are told to be alike without reading them.
create table plan_signatures (
  plan_id bigint primary key references plans (id) on delete cascade,
  hashes text collate "C" not null
);

-- Parts of them: texts that are much alike have one in common.
create table plan_bands (
  band bigint not null,
  plan_id bigint not null references plans (id) on delete cascade,
  primary key (band, plan_id)
);

create index plan_bands_plan on plan_bands (plan_id);

-- Each pair once, the smaller id first.
create table plan_links (
  plan_id bigint not null references plans (id) on delete cascade,
  other_id bigint not null references plans (id) on delete cascade,
  kind text collate "C" not null check (kind in ('copy', 'draft', 'revision')),
  similarity double precision not null,
  primary key (plan_id, other_id)
);

create index plan_links_other on plan_links (other_id);

-- The smallest id among those that are one plan, null where it is alone; and whether it is the one that counts.
alter table plans add column work_id bigint;
alter table plans add column is_best integer not null default 1;

create index plans_work on plans (work_id) where work_id is not null;

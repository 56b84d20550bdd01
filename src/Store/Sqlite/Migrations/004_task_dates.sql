-- What a task's words mean: the date of its deadline and the tasks that it refers to. Plans saved before have neither until they are loaded anew.

alter table tasks add column due_date text;
alter table tasks add column due_every text;
alter table tasks add column due_day text;
alter table tasks add column resolved text not null default '[]';
